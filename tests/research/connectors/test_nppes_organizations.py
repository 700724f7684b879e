import json

import pytest

from research.connector import Drift
from research.connectors import nppes_organizations
from research.connectors.nppes_organizations import is_executive
from research.types import Claim, Identifier, Query

ASKED = Query("organization", "Inova Fairfax Hospital", state="VA", identifiers=(Identifier("npi", "1770626038"),))


@pytest.mark.parametrize(
    "title",
    ["CHIEF EXECUTIVE OFFICER", "Chief Financial Officer", "PRESIDENT/CEO", "Vice President", "SVP & CFO",
     "Administrator",
     "Hospital Administrator", "Executive Director", "Board Chair", "Chairman of the Board", "Trustee", "C.E.O.",
     "chief of staff", "Vice-President, Finance"],
)  # fmt: skip
def test_executive_titles_are_known(title):
    assert is_executive(title)


@pytest.mark.parametrize(
    "title",
    ["Thoracic Nurse Practitioner", "Dir Ins Cred & Payor Contracts", "Founding OBGYN", "MANAGING MEMBER", "OWNER",
     "Office Administrator", "Billing Administrator", "Credentialing Specialist", "Assistant to the President",
     "Administrative Assistant", "Practice Manager", "Chief CRNA", "Director", ""],
)  # fmt: skip
def test_other_titles_are_not(title):
    assert not is_executive(title)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["chief a ", "office ", "billing administrato "])
def test_a_hostile_title_is_read_and_is_no_executives(piece):
    assert not is_executive(piece * 6000)


def test_the_real_lookalike_gives_the_hospital_no_official(recordings, make_document):
    body = (recordings / "nppes/number-1770626038-inova-fairfax-lookalike.json").read_bytes()
    document = make_document("nppes_organizations", body)
    said = [item for item in nppes_organizations.read(document, ASKED) if isinstance(item, Claim)]
    assert said
    assert not [claim for claim in said if claim.predicate == "officer" or claim.record.kind == "person"]


@pytest.mark.parametrize(
    ("name", "organizations"),
    [("number-1225701881-vios-fertility", 1), ("number-1174270805-peach-state", 1), ("number-1568946812-2019-shape", 1),
     ("search-city-atlanta-npi2", 10), ("empty", 0)],
)  # fmt: skip
def test_real_answers_are_read_without_telephones_and_streets(recordings, make_document, name, organizations):
    document = make_document("nppes_organizations", (recordings / f"nppes/{name}.json").read_bytes())
    said = [item for item in nppes_organizations.read(document, ASKED) if isinstance(item, Claim)]
    assert len({claim.record.id for claim in said}) == organizations
    told = " ".join(f"{claim.value} {claim.citation.quote}" for claim in said).lower()
    assert "telephone" not in told
    assert "address_1" not in told


def test_a_new_field_of_a_record_is_loud_and_costs_nothing(make_document):
    item = {"number": "1999999992", "enumeration_type": "NPI-2", "basic": {"organization_name": "LARKSPUR HEALTH"}}
    for more, expected in (({}, []), ({"successor": "x"}, ["unread fields: ['successor']"])):
        document = make_document("nppes_organizations", json.dumps({"results": [item | more]}))
        said = list(nppes_organizations.read(document, ASKED))
        assert [i.message for i in said if isinstance(i, Drift)] == expected
        assert [i.value for i in said if isinstance(i, Claim)] == ["Larkspur Health", "1999999992"]
