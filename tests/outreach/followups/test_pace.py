"""Days away and one's own pace change what is planned, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.accounts.models import Membership, User
from outreach.db import Database, WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.followups import pace, rhythm_plan
from outreach.people.operations import By
from outreach.relationships.rules import BadDay
from tests import factories, ledger_factories
from tests.factories import NOON

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def user(session: WorkspaceSession) -> User:
    made = factories.make_user(session)
    session.add(Membership(user_id=made.id, role="owner", created_at=NOON))
    session.flush()
    return made


@pytest.fixture
def by(user: User) -> By:
    return By(user.id, NOON)


def test_nobody_is_planned_on_a_day_away(session: WorkspaceSession, by: By):
    row = ledger_factories.make_rhythm(session, counted_from=MONDAY - 100 * DAY, planned_on=MONDAY + DAY)
    kept = pace.be_away(session, MONDAY, MONDAY + 4 * DAY, "Clinic week", by, MONDAY)
    assert row.planned_on == MONDAY + 7 * DAY
    assert pace.be_away(session, MONDAY, MONDAY + 4 * DAY, "Clinic week", by, MONDAY).id == kept.id
    pace.be_there(session, kept)
    assert pace.times_away(session, by.user_id, MONDAY) == []


def test_of_two_who_write_one_may_be_away(session: WorkspaceSession, by: By):
    other = factories.make_user(session)
    session.add(Membership(user_id=other.id, role="editor", created_at=NOON))
    pace.be_away(session, MONDAY, MONDAY, "", by, MONDAY)
    together = rhythm_plan.pace_of(session, MONDAY)
    assert together.takes(MONDAY)
    assert together.weekly_most == 10


def test_a_pace_of_ones_own_counts(session: WorkspaceSession, by: By):
    for _ in range(4):
        ledger_factories.make_rhythm(session, counted_from=MONDAY - 100 * DAY, planned_on=None)
    pace.set_pace(session, 2, "42", by, MONDAY)
    days = [line.planned_on for line in rhythm_plan.planned(session, MONDAY, MONDAY + 30 * DAY)]
    assert days == [date(2026, 11, 24), date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 1)]
    assert pace.own_pace(session, by.user_id).weekdays == "24"


@pytest.mark.parametrize(("weekly", "days"), [(0, "1"), (21, "1"), (3, ""), (3, "189")])
def test_what_is_no_pace_is_refused(session: WorkspaceSession, by: By, weekly: int, days: str):
    with pytest.raises(Refused):
        pace.set_pace(session, weekly, days, by, MONDAY)


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (MONDAY + DAY, MONDAY, "before the first"),
        (MONDAY - 9 * DAY, MONDAY - 2 * DAY, "have passed"),
        (MONDAY, MONDAY + 400 * DAY, "a year at most"),
        (date.max - DAY, date.max, "within the next two years"),
    ],
)
def test_days_away_that_cannot_be_are_refused(session: WorkspaceSession, by: By, first: date, last: date, says: str):
    with pytest.raises(BadDay, match=says):
        pace.be_away(session, first, last, "", by, MONDAY)


def test_the_days_of_another_are_not_there(session: WorkspaceSession, by: By):
    theirs = ledger_factories.make_time_away(session)
    with pytest.raises(NotFound):
        pace.away_here(session, by.user_id, theirs.id)
