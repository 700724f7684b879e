"""Pauses: begun once, of a person and of a house, ended, taken back and taken up; who is paused on which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import pauses, queries
from outreach.relationships.models import Pause
from outreach.relationships.pauses import NewPause
from outreach.relationships.rules import BadDay
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, make_pause

DAY = timedelta(days=1)
MONTH = TODAY + 30 * DAY


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


def test_two_pauses_at_once_hold_as_long_as_the_longer_one(session: WorkspaceSession, leader: Person, by: By):
    house = factories.make_organization(session, name="Cedar Ridge Hospital")
    factories.make_position(session, leader, house)
    pauses.begin(session, NewPause("layoffs", MONTH, organization_id=house.id), by)
    pauses.begin(session, NewPause("loss", TODAY + 9 * DAY, leader.id), by)
    held = queries.paused(session, leader.id, TODAY)
    assert held is not None
    assert (held.of, held.until) == ("Cedar Ridge Hospital", MONTH)
    assert [one.reason for one in pauses.all_standing_over(session, leader.id, TODAY)] == ["loss", "layoffs"]


def test_who_moves_away_is_no_longer_held_by_the_house(session: WorkspaceSession, leader: Person, by: By):
    house = factories.make_organization(session)
    position = factories.make_position(session, leader, house)
    pauses.begin(session, NewPause("crisis", MONTH, organization_id=house.id), by)
    assert pauses.people_at(session, house.id) == [leader]
    position.is_current = False
    session.flush()
    assert queries.paused(session, leader.id, TODAY) is None
    assert pauses.people_at(session, house.id) == []


def test_who_comes_to_the_house_is_held(session: WorkspaceSession, leader: Person):
    house = factories.make_organization(session)
    make_pause(session, organization_id=house.id)
    assert queries.paused(session, leader.id, TODAY) is None
    factories.make_position(session, leader, house)
    assert queries.paused(session, leader.id, TODAY) is not None


def test_a_pause_begun_late_in_the_evening_holds_at_once(session: WorkspaceSession, leader: Person, by: By):
    """By UTC it is tomorrow already where the user's day is not over, and the other way round."""
    for today in (TODAY - DAY, TODAY, TODAY + DAY):
        row = pauses.begin(session, NewPause("loss", MONTH, leader.id), by, today)
        assert pauses.stands(row, TODAY)
        assert pauses.stands(row, today)
        session.delete(row)
        session.flush()


def test_one_that_is_over_makes_room_for_the_next(session: WorkspaceSession, leader: Person, by: By):
    old = make_pause(session, leader, begins_on=TODAY - 40 * DAY, until=TODAY)
    new = pauses.begin(session, NewPause("loss", MONTH, leader.id), by)
    assert new.id != old.id
    assert pauses.history_of(session, TODAY, person_id=leader.id) == [old]


def test_begun_again_it_is_changed(session: WorkspaceSession, leader: Person, by: By):
    first = pauses.begin(session, NewPause("loss", MONTH, leader.id), by)
    again = pauses.begin(session, NewPause("crisis", MONTH + DAY, leader.id, words="Flood."), by)
    assert (again.id, again.reason, again.until, again.words) == (first.id, "crisis", MONTH + DAY, "Flood.")


def test_a_window_that_has_not_seen_the_pause_overwrites_nothing(session: WorkspaceSession, leader: Person, by: By):
    pauses.begin(session, NewPause("loss", MONTH, leader.id), by)
    with pytest.raises(ChangedElsewhere):
        pauses.set_from_form(session, NewPause("crisis", MONTH, leader.id), 0, by, TODAY)
    _, is_new = pauses.set_from_form(session, NewPause("loss", MONTH, leader.id), 0, by, TODAY)
    assert not is_new


@pytest.mark.parametrize("until", [TODAY, TODAY - DAY, date.min, TODAY + 367 * DAY, date.max])
def test_a_day_that_cannot_be_is_refused(session: WorkspaceSession, leader: Person, by: By, until: date):
    with pytest.raises(BadDay):
        pauses.begin(session, NewPause("loss", until, leader.id), by)


def test_what_is_no_reason_and_whom_nobody_has_is_not_found(session: WorkspaceSession, leader: Person, by: By):
    for new in (NewPause("ill", MONTH, leader.id), NewPause("loss", MONTH, 999), NewPause("loss", MONTH),
                NewPause("loss", MONTH, organization_id=999)):  # fmt: skip
        with pytest.raises(NotFound):
            pauses.begin(session, new, by)


def test_a_pause_of_yesterday_is_ended_where_one_of_today_is_taken_back(
    session: WorkspaceSession, leader: Person, by: By
):
    new = pauses.begin(session, NewPause("loss", MONTH, leader.id), by)
    pauses.take_back(session, new, by)
    old = make_pause(session, leader, created_at=NOON - 2 * DAY, begins_on=TODAY - 2 * DAY)
    pauses.take_back(session, old, by)
    assert session.query(Pause).all() == [old]
    assert old.ended_at == NOON


def test_what_was_ended_is_taken_up_unless_it_is_over_or_another_stands(
    session: WorkspaceSession, leader: Person, by: By
):
    row = pauses.begin(session, NewPause("loss", MONTH, leader.id), by)
    pauses.end(session, row, by)
    pauses.take_up(session, row, by, TODAY)
    assert pauses.stands(row, TODAY)
    pauses.end(session, row, by)
    with pytest.raises(Refused, match="over by now"):
        pauses.take_up(session, row, by, MONTH)
    other = pauses.begin(session, NewPause("crisis", MONTH, leader.id), by)
    with pytest.raises(Refused, match="Another pause"):
        pauses.take_up(session, row, by, TODAY)
    assert pauses.stands(other, TODAY)


def test_those_that_end_on_a_day_are_found(session: WorkspaceSession, leader: Person):
    row = make_pause(session, leader, until=TODAY + DAY)
    make_pause(session)
    assert pauses.ending_between(session, TODAY, TODAY + DAY) == [row]
    assert pauses.ending_between(session, TODAY, TODAY + 9 * DAY) == [row]
    assert pauses.subject_of(row) == leader.name
    assert pauses.address_of(row) == f"/people/{leader.id}/pause"
