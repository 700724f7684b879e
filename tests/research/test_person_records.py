from __future__ import annotations

from research.person_records import entries_of
from tests.research.cast import claim, house, record
from tests.research.judging import entry


def test_a_record_is_gathered_from_all_its_claims():
    of = record("Alice Larkin")
    claims = [
        *entry("Alice Larkin", role="CNO", at="Larkspur Health", state="OH"),
        claim(of, "name", "Alice B. Larkin"),
        claim(of, "identifier", "1999999992", details={"scheme": "npi"}),
    ]
    (gathered,) = entries_of(claims)
    assert gathered.names == {"Alice Larkin", "Alice B. Larkin"}
    assert (list(gathered.organizations), gathered.titles, gathered.states) == (["Larkspur Health"], ["CNO"], {"OH"})
    assert gathered.identifiers == {("npi", "1999999992")}
    assert gathered.claims == claims


def test_a_school_or_an_award_is_no_house_of_the_record():
    of = record("Alice Larkin")
    claims = [claim(of, "education", "MHA", organization="Quillfeather College")]
    assert entries_of(claims)[0].organizations == {}


def test_records_of_organizations_are_no_people():
    assert entries_of(house("Larkspur Health", ccn="990001")) == []
