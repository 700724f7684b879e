"""What talks ask of the user: questions, the confirmation, the debrief, thanks; and when they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from outreach.interviews import waiting
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()  # a Friday


def tasks(session, by, now=NOON, today=TODAY):
    return {one.kind: one for one in waiting.tasks(session, by.user_id, now, today)}


def make(session, days: float, **named):
    return ledger_factories.make_interview(
        session, starts_at=NOON + timedelta(days=days), **{"created_at": NOON - timedelta(days=30), **named}
    )


def test_questions_are_asked_for_a_week_before_and_the_confirmation_on_the_working_day_before(session, by):
    make(session, 8)
    assert tasks(session, by) == {}
    row = make(session, 7)
    assert tasks(session, by)["questions"].due_on == TODAY
    assert "confirm" not in tasks(session, by)
    row.starts_at, row.questions_sent_on = NOON + timedelta(days=3), TODAY  # Monday
    found = tasks(session, by)
    assert found.keys() == {"confirm"}
    assert found["confirm"].due_on == TODAY
    row.state = "confirmed"
    assert tasks(session, by) == {}


def granted(session, **named):
    return ledger_factories.make_ask(
        session, happened_on=TODAY - timedelta(days=9), ask_state="granted", ask_closed_on=TODAY, **named
    )


def test_after_a_yes_its_appointment_is_to_be_noted(session, by):
    row = granted(session)
    one = tasks(session, by)["agreed"]
    assert one.words == f"Note the appointment with {row.person.name}"
    assert one.reason == "The answer of Fri, Nov 20 was yes. Find a day, and note it."
    assert (one.address, one.due_on) == (f"/people/{row.person_id}/interviews/new", TODAY)
    row.source, row.source_id, row.url = "letter", 7, "/drafts/12"
    assert tasks(session, by)["agreed"].address.endswith("/interviews/new?draft=12")
    make(session, 9, person=row.person)
    assert tasks(session, by) == {}


def test_of_a_yes_nothing_is_said_once_they_met_or_where_it_is_not_for_a_talk_or_long_ago(session, by):
    met = granted(session)
    ledger_factories.make_touch(session, met.person, happened_on=TODAY)
    granted(session, ask_kind="approval")
    old = granted(session)
    old.happened_on = old.ask_closed_on = TODAY - timedelta(days=61)
    paused = granted(session)
    ledger_factories.make_pause(session, paused.person)
    assert tasks(session, by) == {}


def test_an_appointment_made_late_is_not_late_by_itself(session, by):
    make(session, 1, created_at=NOON)
    assert {one.due_on for one in tasks(session, by).values()} == {TODAY}


def test_after_a_talk_its_debrief_and_its_thanks_are_asked_for(session, by):
    row = make(session, -0.1)
    assert tasks(session, by).keys() == {"debrief"}
    row.state, row.ended_at = "held", NOON - timedelta(hours=2)
    found = tasks(session, by)
    assert found.keys() == {"debrief", "thanks"}
    assert found["thanks"].due_on == TODAY + timedelta(days=1)
    row.debriefed_at = NOON
    draft = factories.make_draft(session, row.person, kind="thank-you", state="sent", sent_at=NOON)
    row.thanks_draft_id = draft.id
    assert tasks(session, by) == {}


def test_nothing_is_asked_about_what_is_long_over_or_called_off(session, by):
    make(session, -31, state="held", ended_at=NOON - timedelta(days=31))
    make(session, 2, state="canceled")
    make(session, 2, deleted_at=NOON)
    assert tasks(session, by) == {}


def test_while_everything_stands_still_only_the_debrief_is_asked_for(session, by):
    row = make(session, -1, state="held", ended_at=NOON - timedelta(days=1))
    ledger_factories.make_pause(session, row.person)
    assert tasks(session, by).keys() == {"debrief"}


def test_a_sent_confirmation_is_waited_for(session, by):
    row = make(session, 2, questions_sent_on=TODAY)
    factories.make_draft(session, row.person, kind="confirmation", state="sent", sent_at=NOON, created_at=NOON)
    assert tasks(session, by) == {}
    (one,) = waiting.expected(session, by.user_id, NOON, TODAY)
    assert one.words.endswith("confirms the talk")
    assert one.since == TODAY


@pytest.mark.parametrize("until", [TODAY + timedelta(days=7), date.max])
def test_appointments_come_with_their_times(session, by, until):
    row = make(session, 7)
    make(session, 7, state="canceled")
    (one,) = waiting.coming(session, by.user_id, NOON, TODAY, until)
    assert (one.at, one.minutes, one.zone, one.uid) == (row.starts_at, 20, "America/Chicago", row.uid)
    assert waiting.coming(session, by.user_id, NOON, TODAY, TODAY + timedelta(days=6)) == ()


def test_a_hundred_talks_take_as_many_questions_as_one(session, by):
    def asked() -> int:
        seen: list[str] = []
        listen = lambda _connection, _cursor, statement, *_more: seen.append(statement)  # noqa: E731
        engine = session.get_bind()
        session.expire_all()
        event.listen(engine, "before_cursor_execute", listen)
        waiting.tasks(session, by.user_id, NOON, TODAY)
        waiting.coming(session, by.user_id, NOON, TODAY, TODAY + timedelta(days=30))
        event.remove(engine, "before_cursor_execute", listen)
        return len(seen)

    make(session, 2)
    make(session, -1, state="held", ended_at=NOON)
    few = asked()
    for days in range(1, 20):
        make(session, days % 7 + 1)
        make(session, -days, state="held", ended_at=NOON - timedelta(days=days))
    assert asked() == few
