from __future__ import annotations

import pytest

from research.connectors.irs_990 import FILE_URL, SOURCE, read, start
from research.types import Claim, Identifier, Query

QUERY = Query("organization", "Larkspur Valley Health")
NUMBER = "202300009349300001"


def claims(items, predicate):
    return [item for item in items if isinstance(item, Claim) and item.predicate == predicate]


def recorded(recordings, make_document, name):
    body = (recordings / "irs-990-xml" / name).read_bytes()
    return make_document(SOURCE.key, body, FILE_URL.format(object_id=NUMBER), media_type="application/xml")


def test_a_return_is_asked_for_by_its_number():
    (request,) = start(Query("organization", "x", identifiers=(Identifier("object_id", NUMBER),)))
    assert request.url.endswith(f"/{NUMBER}_public.xml")
    assert list(start(Query("organization", "x", identifiers=(Identifier("object_id", "../../secret"),)))) == []
    assert list(start(QUERY)) == []


def test_all_sixteen_persons_of_a_return_that_files_them_as_businesses_are_read(recordings, make_document):
    items = list(read(recorded(recordings, make_document, "ascension-health-2014-990.xml"), QUERY))
    officers = claims(items, "officer")
    assert len(officers) == 16
    assert [claim.status for claim in officers].count("former") == 4
    (chief,) = [claim for claim in officers if claim.details["title"] == "Chief Operating Officer"]
    assert not chief.value.startswith("Dr"), "a form of address is no part of a name"
    assert officers[0].details["hours"] == 35.3
    assert not any(key.startswith("pay") for claim in officers for key in claim.details)
    people = {claim.record.id: claim.value for claim in claims(items, "name")}
    assert len(people) == 16
    credentials: dict[str, list[object]] = {}
    for claim in claims(items, "credential"):
        credentials.setdefault(claim.record.id, []).append(claim.value)
    assert sorted(credentials.values()) == [["EdD", "FACHE"], ["FACHE"], ["MD"]]
    assert [claim.value for claim in claims(items, "organization_name")] == ["Ascension Health"], "not the preparer"
    assert [claim.value for claim in claims(items, "revenue")] == [227_808_804]
    assert {str(claim.citation.published) for claim in claims(items, "role")} == {"2015-06-30"}


def test_a_foundations_trustees_are_read_without_their_addresses(recordings, make_document):
    items = list(read(recorded(recordings, make_document, "jj-patient-assistance-2015-990pf.xml"), QUERY))
    assert len(claims(items, "officer")) == 13
    quotes = " ".join(claim.citation.quote for claim in items if isinstance(claim, Claim))
    assert "PLAZA" not in quotes
    assert not claims(items, "organization_website"), "N/A is no site"


@pytest.mark.parametrize("include_pay", [False, True])
def test_pay_is_told_only_when_it_was_asked_for(recordings, make_document, include_pay):
    document = recorded(recordings, make_document, "ascension-health-2014-990.xml")
    items = list(read(document, Query("organization", "x", include_pay=include_pay)))
    leader = claims(items, "officer")[0]
    assert (leader.details.get("pay_from_related") == 7_455_630) is include_pay
    assert ("7455630" in leader.citation.quote) is include_pay
    (post,) = [c for c in claims(items, "role") if c.value == "Chief Executive Officer/President"]
    assert "7455630" not in post.citation.quote


@pytest.mark.timeout(60)
@pytest.mark.parametrize("worst", ["a." * 25_000, "www" * 16_000, "https://" * 6_000, "see " * 12_000])
def test_a_long_field_costs_the_return_nothing_else(make_document, worst):
    body = f"""<Return><ReturnHeader><TaxPeriodEndDt>2022-06-30</TaxPeriodEndDt><Filer><EIN>039900001</EIN>
    <BusinessName><BusinessNameLine1Txt>ELM</BusinessNameLine1Txt></BusinessName></Filer></ReturnHeader><ReturnData>
    <IRS990><WebsiteAddressTxt>{worst}</WebsiteAddressTxt><MissionDesc>{worst}</MissionDesc></IRS990></ReturnData></Return>"""
    items = list(read(make_document(SOURCE.key, body), QUERY))
    assert [claim.value for claim in claims(items, "organization_name")] == ["Elm"]
