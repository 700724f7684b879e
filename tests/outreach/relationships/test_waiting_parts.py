"""What pauses, advice, recommendations and the review tell the first page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.people.models import Person
from outreach.relationships import waiting_parts
from outreach.waiting import Coming, Waiting
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, make_advice, make_pause, make_recommendation, make_standing, make_touch

DAY = timedelta(days=1)


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Kwame Abara", pronouns="he/him")


def tasks(session: WorkspaceSession, today: date = TODAY) -> list[Waiting]:
    return list(waiting_parts.tasks(session, 1, NOON, today))


def coming(session: WorkspaceSession, today: date = TODAY, days: int = 60) -> list[Coming]:
    return list(waiting_parts.coming(session, 1, NOON, today, today + days * DAY))


def make_ripe(session: WorkspaceSession, person: Person, **named: object) -> None:
    make_advice(session, person, given_on=TODAY - 61 * DAY, tried="I sat in.", tried_on=TODAY, **named)


def test_advice_that_was_tried_is_to_be_reported(session: WorkspaceSession, leader: Person):
    make_ripe(session, leader, outcome="Shorter.", outcome_on=TODAY)
    (task,) = tasks(session)
    assert task.words == "Report back to Kwame Abara: his advice tried, result in"
    assert task.reason == "Advised on Sun, Sep 20: Shadow a bed meeting."
    assert task.address == "/advice/1"
    assert task.person_id == leader.id


def test_what_was_read_is_to_be_told(session: WorkspaceSession, leader: Person):
    make_recommendation(session, leader, read_on=TODAY)
    make_recommendation(session, leader)
    (task,) = tasks(session)
    assert task.words == "Tell Kwame Abara that you read what they recommended"
    assert "“A book on flow in hospitals”" in task.reason


def test_who_is_paused_rests_or_is_not_to_be_contacted_is_left_alone(session: WorkspaceSession):
    paused, rests = factories.make_person(session), factories.make_person(session)
    silent = factories.make_person(session, do_not_contact_since=NOON, do_not_contact_reason="Asked us.")
    for person in (paused, rests, silent):
        make_ripe(session, person)
        make_recommendation(session, person, read_on=TODAY)
    make_pause(session, paused)
    make_standing(session, rests)
    assert tasks(session) == []


def test_a_pause_is_spoken_of_on_the_day_before_it_ends(session: WorkspaceSession, leader: Person):
    row = make_pause(session, leader, until=TODAY + DAY)
    house = factories.make_organization(session, name="Cedar Ridge Hospital")
    make_pause(session, organization_id=house.id, until=TODAY + 9 * DAY)
    make_pause(session, factories.make_person(session, deleted_at=NOON), until=TODAY + DAY)
    (task,) = tasks(session)
    assert task.key == f"pause:{row.id}"
    assert task.words == "Decide whether the pause about Kwame Abara ends tomorrow"
    assert [one.words for one in coming(session, days=9)] == [
        "Everything about Kwame Abara goes on", "Everything about Cedar Ridge Hospital goes on",
    ]  # fmt: skip


def test_the_review_is_a_task_on_the_first_tuesday_of_a_quarter(session: WorkspaceSession, leader: Person):
    make_touch(session, leader)
    (task,) = tasks(session, date(2027, 1, 5))
    assert task.words == "Review your relationships of the first quarter of 2027"
    assert tasks(session, date(2027, 1, 4)) == []
    assert [one.on for one in coming(session)] == [date(2027, 1, 5)]


def test_the_ends_of_the_calendar_are_days_like_others(session: WorkspaceSession, leader: Person):
    make_touch(session, leader)
    for day in (date.min, date.max):
        waiting_parts.tasks(session, 1, NOON, day)
        waiting_parts.coming(session, 1, NOON, day, day)
