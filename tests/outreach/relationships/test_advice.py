"""The advice loop: noted once, step after step, told once; what waits to be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import advice, operations
from outreach.relationships.advice import Done, NewAdvice
from outreach.relationships.models import Touch
from outreach.relationships.rules import BadDay
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, make_advice, make_give

DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Kwame Abara")


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


def test_it_is_noted_once_and_never_without_words(session: WorkspaceSession, leader: Person, by: By):
    new = NewAdvice(leader.id, "Shadow a bed meeting", TODAY)
    assert advice.note(session, new, by, TODAY).id == advice.note(session, new, by, TODAY).id
    with pytest.raises(Refused):
        advice.note(session, NewAdvice(leader.id, "  ", TODAY), by, TODAY)
    with pytest.raises(BadDay):
        advice.note(session, NewAdvice(leader.id, "x", TODAY + 2 * DAY), by, TODAY)
    with pytest.raises(NotFound):
        advice.note(session, NewAdvice(999, "x", TODAY), by, TODAY)


def test_the_days_of_the_steps_follow_each_other(session: WorkspaceSession, leader: Person, by: By):
    row = make_advice(session, leader, given_on=TODAY - 9 * DAY)
    advice.set_tried(session, row, Done("I sat in.", TODAY - 5 * DAY, row.version), by, TODAY)
    with pytest.raises(BadDay, match="before the day on which you tried"):
        advice.set_outcome(session, row, Done("Shorter.", TODAY - 6 * DAY, row.version), by, TODAY)
    advice.set_outcome(session, row, Done("Shorter.", TODAY - 2 * DAY, row.version), by, TODAY)
    with pytest.raises(BadDay, match="after the day on which you noted the result"):
        advice.set_tried(session, row, Done("I sat in.", TODAY, row.version), by, TODAY)
    with pytest.raises(BadDay, match="before the day of what there was to tell"):
        advice.tell(session, row, TODAY - 3 * DAY, "phone", by, TODAY)
    advice.tell(session, row, TODAY - DAY, "phone", by, TODAY)
    with pytest.raises(BadDay, match="after the day on which they were told"):
        advice.set_outcome(session, row, Done("Longer.", TODAY, row.version), by, TODAY)
    with pytest.raises(BadDay, match="after the day on which you tried"):
        advice.correct(session, row, NewAdvice(leader.id, "Other", TODAY), row.version, by, TODAY)


def test_a_step_from_an_older_state_overwrites_nothing(session: WorkspaceSession, leader: Person, by: By):
    row = make_advice(session, leader, given_on=TODAY - 9 * DAY)
    old = row.version
    advice.set_tried(session, row, Done("I sat in.", TODAY, old), by, TODAY)
    advice.set_tried(session, row, Done("I sat in.", TODAY, old), by, TODAY)  # the same press twice
    for change in (
        lambda: advice.set_tried(session, row, Done("Another.", TODAY, old), by, TODAY),
        lambda: advice.set_aside(session, row, "No.", old, by, TODAY),
        lambda: advice.correct(session, row, NewAdvice(leader.id, "Other", row.given_on), old, by, TODAY),
    ):
        with pytest.raises(ChangedElsewhere):
            change()


def test_a_report_that_stands_in_the_ledger_is_not_noted_again(session: WorkspaceSession, leader: Person, by: By):
    known = make_give(session, leader, give_kind="report_back", what="Told him on the stairs.")
    row = make_advice(session, leader, tried="I sat in.", tried_on=TODAY)
    advice.tell(session, row, TODAY, "in_person", by, TODAY)
    assert row.told_touch_id == known.id
    advice.take_step_back(session, row, "told", by)
    assert known.deleted_at is None
    other = make_advice(session, leader, words="Another", tried="Did so.", tried_on=TODAY)
    advice.tell(session, row, TODAY, "in_person", by, TODAY)
    advice.tell(session, other, TODAY, "in_person", by, TODAY)
    assert session.query(Touch).count() == 2


def test_what_they_were_told_of_is_not_taken_back_or_set_aside(session: WorkspaceSession, leader: Person, by: By):
    row = make_advice(session, leader, tried="I sat in.", tried_on=TODAY)
    advice.tell(session, row, TODAY, "phone", by, TODAY)
    with pytest.raises(Refused):
        advice.take_step_back(session, row, "tried", by)
    with pytest.raises(Refused):
        advice.set_aside(session, row, "No.", row.version, by, TODAY)
    with pytest.raises(NotFound):
        advice.take_step_back(session, row, "words", by)
    advice.take_step_back(session, row, "told", by)
    advice.take_step_back(session, row, "tried", by)
    assert advice.state_of(row) == "advised"


def test_what_was_tried_and_is_sixty_days_old_waits_to_be_told(session: WorkspaceSession, leader: Person):
    tried = {"tried": "I sat in.", "tried_on": TODAY, "given_on": TODAY - 60 * DAY}
    ripe = make_advice(session, leader, **tried)
    make_advice(session, leader, **{**tried, "given_on": TODAY - 59 * DAY})
    make_advice(session, leader, **tried, told_on=TODAY)
    make_advice(session, leader, **tried, set_aside_on=TODAY)
    make_advice(session, leader, **tried, deleted_at=NOON)
    make_advice(session, leader, given_on=TODAY - 99 * DAY)
    make_advice(session, factories.make_person(session, deleted_at=NOON), **tried)
    assert [one.id for one in advice.untold(session, TODAY, 20)] == [ripe.id]
    assert advice.untold(session, date(1, 1, 2), 20) == []


def test_deleted_it_comes_back_for_thirty_days_and_then_is_forgotten(session: WorkspaceSession, leader: Person, by: By):
    row = make_advice(session, leader)
    advice.remove(session, row, by)
    advice.bring_back(session, row, By(by.user_id, NOON + 30 * DAY))
    advice.remove(session, row, by)
    with pytest.raises(Refused):
        advice.bring_back(session, row, By(by.user_id, NOON + 31 * DAY))
    assert operations.forget_deleted(session, NOON + 31 * DAY) == 1
