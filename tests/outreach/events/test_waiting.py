"""What an event asks beforehand, once for the event, and what of it stands in the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from outreach.events import waiting
from outreach.events.waiting import coming, moment, tasks
from tests import factories
from tests.event_factories import FIRST_DAY, make_appearance, make_event, make_event_session, make_event_speaker
from tests.factories import NOON

TODAY = NOON.date()


def reasons(session) -> list[str]:
    return [one.reason for one in tasks(session, 1, NOON, TODAY) if one.kind == waiting.KIND]


def test_preparing_is_asked_once_for_an_event_with_all_that_is_open(session):
    forum = make_event(session)
    for aim in ("", "Hear how it began."):
        make_appearance(session, forum, factories.make_person(session), aim=aim)
    make_event_speaker(session, forum, match_state="asked", candidates=[1])
    (one,) = tasks(session, 1, NOON, TODAY)
    assert (one.key, one.words) == (f"event:{forum.id}", "Prepare for Prairie Lakes Health Leaders Forum")
    assert one.reason == "2 people are not researched, 1 meeting has no aim, and 1 speaker may be somebody you keep."
    assert one.due_on == FIRST_DAY


def test_nothing_is_asked_before_three_weeks_nor_when_all_is_ready_nor_afterwards(session):
    forum = make_event(session, starts_on=TODAY + timedelta(days=22), ends_on=TODAY + timedelta(days=22))
    assert reasons(session) == []
    forum.starts_on = forum.ends_on = TODAY + timedelta(days=21)
    assert reasons(session) == ["Nobody is on your list yet."]
    person = factories.make_person(session)
    factories.make_fact_claim(session, factories.make_fact(session, person_id=person.id))
    make_appearance(session, forum, person)
    assert reasons(session) == []
    forum.starts_on = forum.ends_on = TODAY - timedelta(days=1)
    assert reasons(session) == []


def asked(session) -> int:
    """How many questions the tasks put to the database."""
    heard: list[str] = []
    listen = lambda *told: heard.append(told[2])  # noqa: E731
    event.listen(session.get_bind(), "before_cursor_execute", listen)
    session.expunge_all()
    tasks(session, 1, NOON, TODAY)
    event.remove(session.get_bind(), "before_cursor_execute", listen)
    return len(heard)


def test_the_number_of_questions_does_not_grow_with_the_events(session):
    make_appearance(session)
    few = asked(session)
    for _ in range(4):
        make_appearance(session)
    assert asked(session) == few


def test_starred_sessions_and_meetings_stand_in_the_calendar_by_the_clocks_of_the_place(session):
    forum = make_event(session)
    make_event_session(session, forum, starred_at=NOON, room="Main hall")
    make_event_session(session, forum)
    make_appearance(session, forum, factories.make_person(session, name="Tom Marsh"))
    make_appearance(session, forum, starts_minute=None, ends_minute=None)
    found = {one.words: one for one in coming(session, 1, NOON, TODAY, FIRST_DAY + timedelta(days=3))}
    assert list(found) == ["Prairie Lakes Health Leaders Forum", "Boarding after the short-stay unit", "Meet Tom Marsh"]
    starred = found["Boarding after the short-stay unit"]
    assert (starred.at, starred.minutes, starred.zone) == (
        datetime(2026, 12, 3, 16, 40, tzinfo=UTC),
        40,
        "America/Chicago",
    )
    assert found["Meet Tom Marsh"].place == "Coffee bar, level 2"
    assert coming(session, 1, NOON, TODAY, TODAY) == ()


def test_hours_that_clocks_skip_or_repeat_have_a_moment_and_the_ends_of_the_calendar_none():
    chicago = "America/Chicago"
    assert moment(date(2027, 3, 14), 150, chicago) == datetime(2027, 3, 14, 8, 30, tzinfo=UTC)
    assert moment(date(2026, 11, 1), 90, chicago) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert moment(date(9999, 12, 31), 1439, chicago) is None
    assert moment(date(1, 1, 1), 0, "Asia/Tokyo") is None
    assert moment(date(2026, 12, 3), 600, "Mars/Olympus") is None
    assert moment(date(2026, 12, 3), None, chicago) is None


def test_no_day_is_too_late_to_ask(session):
    assert tasks(session, 1, NOON, date.max) == ()
    assert coming(session, 1, NOON, date.max, date.max) == ()
    assert waiting.KIND == "event"
