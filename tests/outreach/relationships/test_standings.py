"""How a relationship stands, and what was decided in a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import queries, standings
from outreach.relationships.models import QuarterlyReview, Standing
from outreach.relationships.rules import Rests
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, make_standing

DAY = timedelta(days=1)


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session)


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


@pytest.mark.parametrize(
    ("day", "quarter"), [(date(2026, 1, 1), "2026-Q1"), (date(2028, 2, 29), "2028-Q1"), (date(2026, 12, 31), "2026-Q4")]
)
def test_a_day_lies_in_its_quarter(day: date, quarter: str):
    assert standings.quarter_of(day) == quarter


def test_what_rests_does_so_for_ninety_days_and_then_goes_on(session: WorkspaceSession, leader: Person, by: By):
    standings.rest(session, leader.id, by, "Two notes, no answer.")
    assert queries.rests(session, leader.id, TODAY) == Rests("resting", TODAY + 90 * DAY)
    assert queries.rests(session, leader.id, TODAY + 90 * DAY) is None


def test_what_was_let_go_stays_so(session: WorkspaceSession, leader: Person, by: By):
    standings.decide(session, leader.id, "let_go", "", by, TODAY)
    assert queries.resting_people(session, TODAY + 9999 * DAY) == {leader.id: Rests("let_go")}


def test_a_decision_is_kept_once_a_quarter_and_the_later_word_counts(session: WorkspaceSession, leader: Person, by: By):
    first = standings.decide(session, leader.id, "resting", "Enough.", by, TODAY)
    later = standings.decide(session, leader.id, "active", "He called.", by, TODAY)
    assert later.id == first.id
    assert queries.rests(session, leader.id, TODAY) is None
    standings.decide(session, leader.id, "resting", "", by, TODAY + 60 * DAY)
    assert session.query(QuarterlyReview).count() == 2
    with pytest.raises(NotFound):
        standings.decide(session, 999, "active", "", by, TODAY)


def test_the_same_decision_again_does_not_make_a_rest_longer(session: WorkspaceSession, leader: Person, by: By):
    standings.decide(session, leader.id, "resting", "", by, TODAY)
    standings.decide(session, leader.id, "resting", "", by, TODAY + 9 * DAY)
    assert queries.rests(session, leader.id, TODAY) == Rests("resting", TODAY + 90 * DAY)


def test_taken_back_it_stands_as_before(session: WorkspaceSession, leader: Person, by: By):
    make_standing(session, leader, why="Closed kindly", until=TODAY + 9 * DAY)
    told = standings.before(session, leader.id, TODAY)
    assert told is not None
    standings.decide(session, leader.id, "active", "", by, TODAY)
    assert standings.before(session, leader.id, TODAY) is None
    for _ in range(2):
        standings.take_back(session, leader.id, told, by, TODAY)
    row = session.query(Standing).one()
    assert (row.state, row.why, row.until) == ("resting", "Closed kindly", TODAY + 9 * DAY)


def test_a_decision_of_nobody_s_before_is_taken_back_to_going_on(session: WorkspaceSession, leader: Person, by: By):
    told = standings.before(session, leader.id, TODAY)
    standings.decide(session, leader.id, "let_go", "", by, TODAY)
    standings.take_back(session, leader.id, told or {}, by, TODAY)
    assert queries.rests(session, leader.id, TODAY) is None
