"""Saying how often somebody is looked up again, and why somebody is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.signals import watches
from outreach.signals.models import Watch
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()
DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


def run_over(session: WorkspaceSession, leader: Person, days_ago: int) -> int:
    over = NOON - days_ago * DAY
    return factories.make_run(session, person_id=leader.id, state="finished", created_at=over, finished_at=over).id


def test_nobody_is_watched_by_itself_and_never_makes_no_row(session: WorkspaceSession, leader: Person, by: By):
    assert watches.watch_of(session, leader.id) is None
    assert watches.set_watch(session, leader.id, "never", 0, by) is None
    assert session.scalar(select(func.count(Watch.id))) == 0


def test_the_first_look_is_counted_from_the_last_research(session: WorkspaceSession, leader: Person, by: By):
    run_id = run_over(session, leader, 10)
    row = watches.set_watch(session, leader.id, "month", 0, by)
    assert row is not None
    assert row.next_at.date() == TODAY + 20 * DAY
    assert row.read_run_id == run_id, "what was known before is no news"


def test_research_of_long_ago_is_looked_up_tomorrow(session: WorkspaceSession, leader: Person, by: By):
    run_over(session, leader, 300)
    assert watches.set_watch(session, leader.id, "month", 0, by).next_at.date() == TODAY + DAY


def test_it_is_changed_ended_and_begun_again_without_a_pile(session: WorkspaceSession, leader: Person, by: By):
    row = watches.set_watch(session, leader.id, "month", 0, by)
    assert watches.set_watch(session, leader.id, "half_year", row.version, by).every_days == 182
    assert not watches.set_watch(session, leader.id, "never", row.version, by).is_on
    later = run_over(session, leader, 1)
    again = watches.set_watch(session, leader.id, "quarter", row.version, by)
    assert (again.is_on, again.every_days, again.read_run_id) == (True, 91, later)
    assert session.scalar(select(func.count(Watch.id))) == 1


def test_the_same_form_twice_does_it_once_and_an_old_one_is_told(session: WorkspaceSession, leader: Person, by: By):
    row = watches.set_watch(session, leader.id, "month", 0, by)
    version = row.version
    assert watches.set_watch(session, leader.id, "month", 0, by) is row
    assert row.version == version
    watches.set_watch(session, leader.id, "quarter", version, by)
    with pytest.raises(ChangedElsewhere):
        watches.set_watch(session, leader.id, "half_year", version, by)


def test_a_deleted_person_cannot_be_watched(session: WorkspaceSession, by: By):
    gone = factories.make_person(session, deleted_at=NOON)
    with pytest.raises(NotFound):
        watches.set_watch(session, gone.id, "month", 0, by)


def test_who_is_held_is_told_with_the_reason(session: WorkspaceSession, leader: Person):
    paused, let_go, silent = (factories.make_person(session) for _ in range(3))
    ledger_factories.make_pause(session, paused, begins_on=TODAY, until=date(2026, 12, 22))
    ledger_factories.make_standing(session, let_go, state="let_go", until=None)
    silent.do_not_contact_since, silent.do_not_contact_reason = NOON, "They asked for it."
    session.flush()
    found = watches.held(session, [leader, paused, let_go, silent], TODAY)
    assert leader.id not in found
    assert "is paused, until Tue, Dec 22" in found[paused.id].words
    assert found[paused.id].until == date(2026, 12, 22)
    assert "let go" in found[let_go.id].words
    assert "do not want to be written to" in found[silent.id].words
    assert watches.held(session, [], TODAY) == {}


def test_the_list_leaves_out_who_is_off_or_gone_and_puts_the_next_first(session: WorkspaceSession):
    ledger_factories.make_watch(session, factories.make_person(session), is_on=False)
    ledger_factories.make_watch(session, factories.make_person(session, deleted_at=NOON))
    later = ledger_factories.make_watch(session, next_at=NOON + 9 * DAY)
    sooner = ledger_factories.make_watch(session, next_at=NOON + DAY)
    page = watches.watched(session, None, size=1)
    assert [row.id for row in page.rows] == [sooner.id]
    assert [row.id for row in watches.watched(session, page.next_cursor, size=1).rows] == [later.id]
    assert watches.count_watched(session) == 2


def test_one_has_written_to_somebody_once_something_is_noted(session: WorkspaceSession, leader: Person):
    assert not watches.has_written_to(session, leader.id)
    ledger_factories.make_touch(session, leader)
    assert watches.has_written_to(session, leader.id)
