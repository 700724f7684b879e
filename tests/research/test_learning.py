from __future__ import annotations

from research.learning import learn
from research.types import Query
from tests.research.cast import ALICE, NOW, house, source

SOURCES = {key: source(key, names_decide=True) for key in ("register", "papers", "news")}


def test_a_run_learns_numbers_of_accepted_records_only():
    claims = [
        *house("Larkspur Health", state="OH", ccn="990001"),
        *house("Larkspur Health", number="2", state="TX", ccn="990009"),
    ]
    known = learn(ALICE, claims, SOURCES, {})
    assert [(i.scheme, i.value) for i in known.organization_identifiers] == [("ccn", "990001")]
    assert known.identifiers == ()
    assert NOW.tzinfo is not None


def test_a_person_without_an_organization_learns_nothing_about_one():
    assert (
        learn(
            Query("person", "Alice Larkin"), house("Larkspur Health", ccn="990001"), SOURCES, {}
        ).organization_identifiers
        == ()
    )
