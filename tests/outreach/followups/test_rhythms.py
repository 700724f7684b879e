"""Rhythms in the database: a contact begins them anew, a putting off holds, a pause hides, groups give and take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.errors import Refused
from outreach.followups import rhythm_plan, rhythm_rules, rhythms
from outreach.followups.rhythms import Interval
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships.rules import BadDay
from tests import factories, ledger_factories
from tests.factories import NOON

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
QUARTERLY = Interval(ideal_days=90, latest_days=180)


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


def due(session: WorkspaceSession, today: date) -> list[str]:
    return [line.name for line in rhythm_plan.due_lines(session, today)]


def test_it_is_counted_from_the_last_contact(session: WorkspaceSession, leader: Person, by: By):
    ledger_factories.make_touch(session, leader, happened_on=MONDAY - 30 * DAY)
    row = rhythms.set_rhythm(session, leader.id, QUARTERLY, by, MONDAY)
    assert row.counted_from == MONDAY - 30 * DAY
    assert row.planned_on == date(2027, 1, 22)


@pytest.mark.parametrize("kind", ["make_touch", "make_answer", "make_give"])
def test_any_contact_either_way_begins_it_anew(session: WorkspaceSession, leader: Person, kind: str):
    row = ledger_factories.make_rhythm(session, leader, counted_from=MONDAY - 100 * DAY, planned_on=MONDAY)
    assert due(session, MONDAY) == [leader.name]
    getattr(ledger_factories, kind)(session, leader, happened_on=MONDAY - DAY)
    assert due(session, MONDAY) == [], "at once, before anything is planned anew"
    rhythm_plan.plan(session, MONDAY)
    assert row.counted_from == MONDAY - DAY
    assert row.planned_on == MONDAY + 91 * DAY


def test_an_automatic_answer_is_no_contact(session: WorkspaceSession, leader: Person):
    ledger_factories.make_rhythm(session, leader, counted_from=MONDAY - 100 * DAY, planned_on=MONDAY)
    ledger_factories.make_answer(session, leader, answer="out_of_office", happened_on=MONDAY)
    assert due(session, MONDAY) == [leader.name]


def test_a_putting_off_holds_however_often_it_is_planned(session: WorkspaceSession, leader: Person, by: By):
    row = ledger_factories.make_rhythm(session, leader, counted_from=MONDAY - 100 * DAY, planned_on=MONDAY)
    rhythms.snooze(session, row, MONDAY + 9 * DAY, by, MONDAY)
    for ahead in range(9):
        rhythm_plan.plan(session, MONDAY + ahead * DAY)
        assert due(session, MONDAY + ahead * DAY) == []
    assert due(session, MONDAY + 9 * DAY) == [leader.name]
    rhythms.wake(session, row, by, MONDAY + DAY)
    assert due(session, MONDAY + DAY) == [leader.name]


@pytest.mark.parametrize("until", [MONDAY, MONDAY - DAY, MONDAY + 367 * DAY])
def test_it_is_put_off_to_a_day_within_a_year(session: WorkspaceSession, leader: Person, by: By, until: date):
    row = ledger_factories.make_rhythm(session, leader)
    with pytest.raises(BadDay):
        rhythms.snooze(session, row, until, by, MONDAY)


def test_who_is_paused_rests_or_is_not_to_be_written_to_is_not_brought_up(session: WorkspaceSession, leader: Person):
    row = ledger_factories.make_rhythm(session, leader, counted_from=MONDAY - 100 * DAY, planned_on=MONDAY)
    pause = ledger_factories.make_pause(session, leader, begins_on=MONDAY, until=MONDAY + 30 * DAY)
    assert due(session, MONDAY) == []
    rhythm_plan.plan(session, MONDAY)
    assert row.planned_on is None
    pause.ended_at = NOON
    rhythm_plan.plan(session, MONDAY + DAY)
    assert due(session, MONDAY + DAY) == [leader.name]
    ledger_factories.make_standing(session, leader, until=MONDAY + 90 * DAY)
    assert due(session, MONDAY + DAY) == []
    leader.do_not_contact_since = NOON
    assert rhythm_plan.planned(session, MONDAY + 200 * DAY, MONDAY + 300 * DAY) == []


def test_no_day_has_more_than_four(session: WorkspaceSession, by: By):
    group = ledger_factories.make_group(session, ideal_days=7, latest_days=60)
    for _ in range(23):
        rhythms.set_rhythm(session, factories.make_person(session).id, Interval(group.id), by, MONDAY)
    lines = rhythm_plan.planned(session, MONDAY, MONDAY + 90 * DAY)
    assert len(lines) == 23
    assert max(Counter(line.planned_on for line in lines).values()) <= 4


def test_what_was_left_lying_is_spread_again(session: WorkspaceSession):
    for _ in range(11):
        ledger_factories.make_rhythm(session, counted_from=MONDAY - 200 * DAY, planned_on=MONDAY - 20 * DAY)
    assert len(due(session, MONDAY)) == 4
    rhythm_plan.plan(session, MONDAY)
    days = Counter(line.planned_on for line in rhythm_plan.planned(session, MONDAY, MONDAY + 30 * DAY))
    assert max(days.values()) <= 4
    assert sum(days.values()) == 11


def test_planning_twice_changes_nothing(session: WorkspaceSession):
    rows = [ledger_factories.make_rhythm(session, planned_on=None, counted_from=MONDAY - 200 * DAY) for _ in range(9)]
    assert rhythm_plan.plan(session, MONDAY) == 9
    days = [row.planned_on for row in rows]
    assert rhythm_plan.plan(session, MONDAY) == 0
    assert [row.planned_on for row in rows] == days


def test_a_group_says_how_often_and_leaves_the_rhythm_behind(session: WorkspaceSession, leader: Person, by: By):
    group = rhythms.add_group(session, "Mentors", 60, 120, by)
    assert rhythms.add_group(session, "Mentors", 60, 120, by).id == group.id
    row = rhythms.set_rhythm(session, leader.id, Interval(group.id), by, MONDAY)
    first = row.planned_on
    rhythms.change_group(session, group, "Mentors", 30, 90, group.version, by, MONDAY)
    assert row.planned_on < first
    with pytest.raises(ChangedElsewhere):
        rhythms.change_group(session, group, "Mentors", 30, 90, group.version - 1, by, MONDAY)
    assert rhythms.remove_group(session, group, by) == 1
    assert (row.group_id, row.ideal_days, row.latest_days) == (None, 30, 90)
    with pytest.raises(Refused):
        rhythms.bring_group_back(session, group, By(by.user_id, NOON + 31 * DAY))
    rhythms.bring_group_back(session, group, by)
    assert rhythms.groups(session) == [group]


def test_what_is_no_rhythm_is_refused(session: WorkspaceSession, leader: Person, by: By):
    with pytest.raises(rhythm_rules.BadInterval):
        rhythms.set_rhythm(session, leader.id, Interval(ideal_days=3, latest_days=9), by, MONDAY)
    assert rhythms.rhythm_of(session, leader.id) is None


def test_an_ended_rhythm_can_be_begun_as_it_was(session: WorkspaceSession, leader: Person, by: By):
    row = rhythms.set_rhythm(session, leader.id, QUARTERLY, by, MONDAY)
    was = rhythms.end_rhythm(session, row)
    assert rhythms.rhythm_of(session, leader.id) is None
    assert rhythms.set_rhythm(session, leader.id, was, by, MONDAY).ideal_days == 90


def test_the_load_is_told_by_the_kept_rhythms(session: WorkspaceSession, by: By):
    group = rhythms.add_group(session, "Mentors", 30, 60, by)
    for _ in range(3):
        rhythms.set_rhythm(session, factories.make_person(session).id, Interval(group.id), by, MONDAY)
    ledger_factories.make_rhythm(session, ideal_days=15)
    assert rhythm_plan.letters_a_month(session) == {"Mentors": 3, "": 2}
