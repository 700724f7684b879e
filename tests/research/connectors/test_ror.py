import pytest

from research.connectors import ror
from research.types import Claim, Query, Request

ASKED = Query("organization", "Elmhollow Health")


def read(recordings, make_document, name):
    (path,) = (recordings / "ror").glob(f"organization-{name}-*.json")
    return list(ror.read(make_document("ror", path.read_bytes()), ASKED))


@pytest.mark.parametrize(
    ("name", "founded", "units", "qid"),
    [
        ("02qp3tb03", "1889", 4, "Q1130172"),
        ("0237c2m81", "1968", 3, "Q1630431"),
        ("037zgn354", "1996", 11, "Q50363516"),
    ],
)
def test_real_records_give_year_units_and_the_number_at_wikidata(recordings, make_document, name, founded, units, qid):
    said = [item for item in read(recordings, make_document, name) if isinstance(item, Claim)]
    values = {claim.predicate: claim.value for claim in said}
    assert values["founded"] == founded
    assert len([claim for claim in said if claim.predicate == "unit"]) == units
    assert qid in [claim.value for claim in said if claim.predicate == "organization_identifier"]


def test_a_withdrawn_record_leads_to_its_successor_and_says_nothing_else(recordings, make_document):
    said = read(recordings, make_document, "00w0t0m75")
    assert [item.url for item in said if isinstance(item, Request)] == [
        "https://api.ror.org/v2/organizations/030mgn080"
    ]
    assert {item.predicate for item in said if isinstance(item, Claim)} == {
        "organization_name", "organization_identifier", "characteristic",
    }  # fmt: skip


def test_no_real_record_has_a_field_that_is_not_read(recordings, make_document):
    paths = sorted((recordings / "ror").glob("*.json"))
    assert paths
    for path in paths:
        said = list(ror.read(make_document("ror", path.read_bytes()), ASKED))
        assert all(isinstance(item, Claim | Request) for item in said)
