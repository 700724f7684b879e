"""Learning from a leader: the plan is kept once, recommendations are read and told in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import learning, operations
from outreach.relationships.learning import NewRecommendation, Plan
from outreach.relationships.rules import BadDay
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, make_recommendation

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


def test_there_is_one_plan_and_an_older_window_overwrites_nothing(session: WorkspaceSession, leader: Person, by: By):
    first = learning.save_plan(session, leader.id, Plan("How she wins agreement"), 0, by, TODAY)
    again = learning.save_plan(session, leader.id, Plan("How she wins agreement"), 0, by, TODAY)
    assert again.id == first.id
    with pytest.raises(ChangedElsewhere):
        learning.save_plan(session, leader.id, Plan("How she says no"), 0, by, TODAY)
    with pytest.raises(NotFound):
        learning.save_plan(session, 999, Plan(), 0, by, TODAY)


def test_the_next_question_becomes_the_last_one(session: WorkspaceSession, leader: Person, by: By):
    row = learning.save_plan(session, leader.id, Plan(next_question="What first?"), 0, by, TODAY)
    learning.asked(session, row, row.version, by, TODAY)
    assert (row.last_question, row.last_asked_on, row.next_question) == ("What first?", TODAY, "")
    with pytest.raises(Refused):
        learning.asked(session, row, row.version, by, TODAY)


def test_a_recommendation_needs_words_and_a_day_that_was(session: WorkspaceSession, leader: Person, by: By):
    for new, error in (
        (NewRecommendation(leader.id, " ", TODAY), Refused),
        (NewRecommendation(leader.id, "A book", TODAY + 9 * DAY), BadDay),
        (NewRecommendation(999, "A book", TODAY), NotFound),
    ):
        with pytest.raises(error):
            learning.recommend(session, new, by, TODAY)


def test_they_are_told_of_what_was_read_and_of_nothing_else(session: WorkspaceSession, leader: Person, by: By):
    row = make_recommendation(session, leader)
    with pytest.raises(Refused):
        learning.told(session, row, by, TODAY)
    learning.read_it(session, row, by, TODAY)
    assert [one.id for one in learning.read_and_untold(session, 9)] == [row.id]
    learning.told(session, row, by, TODAY)
    assert learning.read_and_untold(session, 9) == []
    learning.take_step_back(session, row, "read", by)
    assert (row.read_on, row.told_on) == (None, None)


def test_what_was_not_read_stands_first(session: WorkspaceSession, leader: Person):
    told = make_recommendation(session, leader, read_on=TODAY, told_on=TODAY)
    read = make_recommendation(session, leader, read_on=TODAY)
    fresh = make_recommendation(session, leader, recommended_on=TODAY - 99 * DAY)
    make_recommendation(session, leader, deleted_at=NOON)
    assert learning.of_person(session, leader.id) == [fresh, read, told]


def test_deleted_it_comes_back_for_thirty_days_and_then_is_forgotten(session: WorkspaceSession, leader: Person, by: By):
    row = make_recommendation(session, leader)
    learning.remove(session, row, by)
    learning.bring_back(session, row, By(by.user_id, NOON + 30 * DAY))
    learning.remove(session, row, by)
    with pytest.raises(Refused):
        learning.bring_back(session, row, By(by.user_id, NOON + 31 * DAY))
    assert operations.forget_deleted(session, NOON + 31 * DAY) == 1
