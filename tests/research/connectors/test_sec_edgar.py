import pytest

from research.connectors import sec_edgar
from research.types import Claim, Query, Request

ASKED = Query("organization", "Elmhollow Health")


def claims(items):
    return [item for item in items if isinstance(item, Claim)]


def test_a_listed_company_is_found_by_its_daily_name(recordings, make_document):
    body = (recordings / "sec-edgar/company_tickers.json").read_bytes()
    document = make_document("sec_edgar", body, carry={"step": "tickers"})
    for name, cik in (("HCA Healthcare", "0000860730"), ("Community Health Systems", "0001108109")):
        (request,) = sec_edgar.read(document, Query("organization", name))
        assert isinstance(request, Request)
        assert cik in request.url


@pytest.mark.parametrize("name", ["Massachusetts General Hospital", "Memorial Hospital", "Mercy Hospital Springfield"])
def test_a_hospital_that_is_not_listed_is_not_taken_for_a_fund_or_bank(recordings, make_document, name):
    body = (recordings / "sec-edgar/company_tickers.json").read_bytes()
    document = make_document("sec_edgar", body, carry={"step": "tickers"})
    assert list(sec_edgar.read(document, Query("organization", name))) == []


def test_every_report_of_an_officer_change_in_a_real_index_is_told(recordings, make_document):
    body = (recordings / "sec-edgar/submissions-CIK0000731766-unitedhealth.json").read_bytes()
    document = make_document("sec_edgar", body, carry={"step": "company"})
    said = list(sec_edgar.read(document, ASKED))
    changes = [claim for claim in claims(said) if claim.predicate == "officer_change"]
    assert len(changes) == 17
    assert [claim.value for claim in changes if "amended" in str(claim.value)] == [
        "Officer change or pay decision reported (8-K item 5.02, amended), 2024-03-28"
    ]
    assert {c.details["scheme"]: c.value for c in claims(said) if c.predicate == "organization_identifier"} == {
        "cik": "0000731766",
        "ein": "411321939",
        "ticker": "UNH",
    }
    steps = [item.carried("step") for item in said if isinstance(item, Request)]
    assert steps == ["report", "report", "report", "facts"]


def test_real_company_facts_give_five_fiscal_years(recordings, make_document):
    body = (recordings / "sec-edgar/companyfacts-CIK0001835632-marvell.json").read_bytes()
    document = make_document("sec_edgar", body, carry={"step": "facts"})
    revenue = [c for c in claims(sec_edgar.read(document, ASKED)) if c.predicate == "revenue"]
    assert [(str(c.end), c.value) for c in revenue] == [
        ("2026-01-31", 8194600000),
        ("2025-02-01", 5767300000),
        ("2024-02-03", 5507700000),
        ("2023-01-28", 5919600000),
        ("2022-01-29", 4462400000),
    ]
    assert all(str(c.value) in c.citation.quote and str(c.end) in c.citation.quote for c in revenue)


def test_a_real_report_of_pay_alone_names_nobody(recordings, make_document):
    body = (recordings / "sec-8k/8-k-item-5.02-nvda-20260302.htm").read_bytes()
    carry = {"step": "report", "cik": "0001045810", "company": "A company", "form": "8-K", "filed": "2026-03-06"}
    document = make_document("sec_edgar", body, "https://www.sec.gov/a/b/c.htm", media_type="text/html", carry=carry)
    assert list(sec_edgar.read(document, ASKED)) == []
