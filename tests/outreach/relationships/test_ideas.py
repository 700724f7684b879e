"""Ideas what to give: from what they did lately, with its source, and from advice; for nobody who is left in peace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.people.models import Person
from outreach.relationships import ideas
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, long_ago


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    """Somebody whom the user met a while ago."""
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
    on, at = long_ago(40)
    ledger_factories.make_touch(session, leader, happened_on=on, created_at=at)
    return leader


def award(session: WorkspaceSession, leader: Person, **named: object) -> Fact:
    first = {"predicate": "award", "value": "Rural Care Award", "value_words": "Rural Care Award", "dated": "2026-10"}
    fact = factories.make_fact(session, person_id=leader.id, **{**first, **named})
    factories.make_fact_claim(session, fact)
    return fact


def keys(session: WorkspaceSession) -> list[str]:
    return [one.key for one in ideas.ideas(session, TODAY)]


def test_what_they_did_lately_is_one_with_its_source(session, leader):
    fact = award(session, leader)
    (idea,) = ideas.ideas(session, TODAY)
    assert idea.key == f"fact:{fact.id}"
    assert idea.words == "Congratulate Inés Okafor-Lindqvist"
    assert "Rural Care Award" in idea.reason
    assert idea.source
    assert idea.note_address == f"/people/{leader.id}/happened?kind=gave&give=readers_response"


@pytest.mark.parametrize(
    "named",
    [
        {"dated": ""},
        {"dated": "2026"},
        {"dated": "2026-07"},
        {"dated": "2027-01"},
        {"predicate": "education"},
        {"standing": "disputed"},
        {"state": "withdrawn"},
        {"stale": True},
        {"is_own_note": True},
    ],
)
def test_what_is_old_undated_or_doubtful_is_none(session, leader, named):
    award(session, leader, **named)
    assert keys(session) == []


def test_without_a_source_it_is_none(session, leader):
    factories.make_fact(session, person_id=leader.id, predicate="award", dated="2026-10")
    assert keys(session) == []


def test_to_what_was_responded_nothing_more_is_proposed(session, leader):
    award(session, leader)
    ledger_factories.make_give(session, leader)
    assert keys(session) == []


def test_advice_that_was_tried_comes_first_and_each_person_once(session, leader):
    award(session, leader)
    tried = ledger_factories.make_advice(session, leader, tried="Went to one", tried_on=TODAY)
    assert keys(session) == [f"advice:{tried.id}"]
    tried.told_on = TODAY
    read = ledger_factories.make_recommendation(session, leader, read_on=TODAY)
    session.flush()
    assert keys(session) == [f"read:{read.id}"]


@pytest.mark.parametrize("how", ["paused", "resting", "not to be contacted", "deleted"])
def test_nobody_who_is_left_in_peace_gets_one(session, leader, how):
    award(session, leader)
    ledger_factories.make_advice(session, leader, tried="Went to one", tried_on=TODAY)
    if how == "paused":
        ledger_factories.make_pause(session, leader)
    elif how == "resting":
        ledger_factories.make_standing(session, leader)
    elif how == "deleted":
        leader.deleted_at = NOON
    else:
        leader.do_not_contact_since = NOON
    session.flush()
    assert keys(session) == []


def known(session: WorkspaceSession, name: str) -> Person:
    person = factories.make_person(session, name=name)
    on, at = long_ago(40)
    ledger_factories.make_touch(session, person, happened_on=on, created_at=at)
    return person


def test_the_best_to_give_is_the_first_that_is_no_report(session, leader):
    ledger_factories.make_advice(session, leader, tried="Went to one", tried_on=TODAY)
    award(session, leader)
    assert ideas.best_to_give(session, TODAY, ()) is None, "who is told of advice is told of nothing else"
    other = known(session, "Tomás Brannigan")
    award(session, other)
    (_, shown) = ideas.ideas(session, TODAY)
    assert ideas.best_to_give(session, TODAY, ()) == shown
    assert ideas.best_to_give(session, TODAY, {other.id}) is None


def test_an_idea_that_has_lost_its_source_gives_way_to_the_next(session, leader):
    award(session, leader, dated="2026-09")
    factories.make_fact(session, person_id=known(session, "Tomás Brannigan").id, predicate="award", dated="2026-10")
    assert ideas.best_to_give(session, TODAY, ()).person_id == leader.id


def test_nothing_is_given_where_reports_fill_the_list(session, leader):
    award(session, leader)
    for number in range(ideas.MOST):
        assert ideas.best_to_give(session, TODAY, ()) is not None
        person = factories.make_person(session, name=f"Person {number}")
        ledger_factories.make_advice(session, person, tried="Went to one", tried_on=TODAY)
    assert ideas.best_to_give(session, TODAY, ()) is None


def test_at_most_so_many_are_shown(session):
    for number in range(9):
        person = factories.make_person(session, name=f"Person {number}")
        ledger_factories.make_advice(session, person, tried="Went to one", tried_on=TODAY)
    assert len(ideas.ideas(session, TODAY)) == ideas.MOST
    assert len(ideas.ideas(session, TODAY, 1)) == 1
