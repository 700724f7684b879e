"""What the rooms tell, put together: in order, at most once for a person, and nothing of whom everything is paused."""

from __future__ import annotations

from datetime import date, timedelta
from types import ModuleType

import pytest

from outreach import waiting_rooms
from outreach.today import gathering
from outreach.today.gathering import Reader
from outreach.waiting import Coming, Expected, Waiting
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)
READER = Reader(1, NOON, TODAY)


def waiting(key: str, kind: str, due_on: date | None = None, person_id: int | None = None) -> Waiting:
    return Waiting(f"{kind}:{key}", kind, f"{kind} {key}", "Because.", "Do it", "/", due_on, person_id=person_id)


@pytest.fixture
def room(monkeypatch) -> ModuleType:
    """A room that tells whatever it is given: `room.told = [...]`, `room.others`, `room.ahead`."""
    made = ModuleType("waiting")
    made.told, made.others, made.ahead = [], [], []
    made.tasks = lambda _session, _user, _now, _today: made.told
    made.expected = lambda _session, _user, _now, _today: made.others
    made.coming = lambda _session, _user, _now, _today, until: [one for one in made.ahead if one.on <= until]
    monkeypatch.setattr(waiting_rooms, "modules", lambda: (made, ModuleType("silent")))
    return made


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def words(session) -> list[str]:
    return [task.words for task in gathering.tasks(session, READER)]


def test_thanks_come_first_then_what_is_late_then_today_then_the_rest(session, room):
    room.told = [
        waiting("later", "promise", TODAY + DAY), waiting("some day", "review"), waiting("today", "promise", TODAY),
        waiting("late", "promise", TODAY - DAY), waiting("now", "thanks", TODAY),
    ]  # fmt: skip
    assert words(session) == ["thanks now", "promise late", "promise today", "review some day", "promise later"]


def test_a_reminder_gives_way_to_a_reason_of_its_own(session, room):
    room.told = [waiting("1", "rhythm", TODAY, 7), waiting("1", "promise", TODAY, 7), waiting("2", "rhythm", TODAY, 8)]
    assert words(session) == ["promise 1", "rhythm 2"]


def test_of_whom_everything_is_paused_nothing_is_said_but_what_is_about_the_pause(session, room):
    leader = factories.make_person(session)
    ledger_factories.make_pause(session, leader, begins_on=TODAY, until=TODAY + 9 * DAY)
    room.told = [waiting("1", "promise", TODAY, leader.id), waiting("2", "trouble", None, leader.id)]
    room.others = [Expected("a", "Request", TODAY - DAY, "", "/", leader.id), Expected("b", "Draft", TODAY, "", "/")]
    room.ahead = [Coming("c", TODAY + DAY, "Talk", "talk", "/", person_id=leader.id)]
    assert words(session) == ["trouble 2"]
    assert [one.key for one in gathering.expected(session, READER)] == ["b"]
    assert gathering.coming(session, READER, TODAY + 14 * DAY) == []


def test_a_pause_of_the_house_holds_for_who_works_there_now(session, room):
    house = factories.make_organization(session)
    leader, former = (factories.make_person(session, kind="colleague") for _ in range(2))
    factories.make_position(session, leader, house)
    factories.make_position(session, former, house, is_current=False)
    ledger_factories.make_pause(session, organization_id=house.id, begins_on=TODAY, until=TODAY + 9 * DAY)
    room.told = [waiting(str(one.id), "promise", TODAY, one.id) for one in (leader, former)]
    assert words(session) == [f"promise {former.id}"]


def test_a_reviewer_has_nothing_to_do(session, room):
    room.told = [waiting("1", "promise", TODAY)]
    assert gathering.tasks(session, Reader(1, NOON, TODAY, may_change=False)) == ()


def test_what_has_a_time_stands_before_what_has_a_day_alone(session, room):
    room.ahead = [Coming("b", TODAY, "All day", "promise", "/"), Coming("a", TODAY, "Talk", "talk", "/", NOON)]
    assert [one.uid for one in gathering.coming(session, READER, TODAY)] == ["a", "b"]
