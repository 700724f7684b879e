"""What ladders tell the first page: notes to decide about, requests that wait, notes that are planned."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from outreach.followups import advance, operations, waiting
from tests import factories, ledger_factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def begun(session, sent_at=SENT, name="Inés Okafor"):
    leader = factories.make_person(session, name=name, time_zone="America/Chicago")
    draft = factories.make_draft(session, leader, state="sent", sent_at=sent_at)
    row = operations.begin(session, draft, sent_at)
    advance.advance(session, NOW)
    return row


def tasks(session, now=NOW):
    return waiting.tasks(session, 1, now, now.date())


def test_a_note_that_is_due_is_to_be_decided_about(session):
    row = begun(session)
    told = tasks(session)[0]
    assert told.words == "Decide: write once more to Inés Okafor, or rest"
    assert told.reason == "Inés Okafor has not answered for 12 working days: two notes at most."
    assert (told.address, told.due_on, told.person_id) == (f"/sequences/{row.id}", TODAY, row.person_id)


def test_of_the_last_note_it_is_said_that_one_is_left(session):
    row = begun(session)
    note = factories.make_draft(
        session, row.person, kind="reminder", answers_id=row.draft_id, state="sent", sent_at=NOW
    )
    later = datetime(2026, 12, 8, 15, tzinfo=UTC)
    advance.advance(session, later)
    told = tasks(session, later)[0]
    assert told.words == "Decide: write once more to Inés Okafor, to close kindly, or rest"
    assert told.reason.endswith("has not answered for 11 working days: one note left.")
    assert note.id


def test_an_answer_or_a_pause_takes_it_away_at_once(session):
    row, other = begun(session), begun(session, name="Tom Reyes")
    ledger_factories.make_answer(session, row.person, happened_on=TODAY)
    ledger_factories.make_pause(session, other.person)
    assert tasks(session) == []


def test_requests_that_wait_say_what_comes_next(session):
    begun(session, sent_at=NOW - DAY)
    told = waiting.expected(session, 1, NOW, TODAY)[0]
    assert (told.words, told.since, told.next_words) == (
        "Request to Inés Okafor", date(2026, 11, 19), "First note from Tue, Dec 1.",
    )  # fmt: skip


def test_planned_notes_are_coming_up_to_a_day(session):
    begun(session, sent_at=NOW - DAY)
    begun(session, name="Tom Reyes")
    until = TODAY + 30 * DAY
    told = [one for one in waiting.coming(session, 1, NOW, TODAY, until) if one.kind == "follow-up"]
    assert [(one.on, one.words) for one in told] == [
        (date(2026, 12, 1), "First note to Inés Okafor, if no answer comes")
    ]
    assert waiting.coming(session, 1, NOW, TODAY, TODAY + 5 * DAY) == []
    assert len(waiting.coming(session, 1, NOW, TODAY, date.max)) == 1


def test_many_are_told_with_as_many_questions_as_one(session, database):
    asked: list[str] = []

    def told() -> int:
        session.expire_all()
        asked.clear()
        tasks(session)
        waiting.expected(session, 1, NOW, TODAY)
        return len(asked)

    begun(session)
    begun(session, sent_at=NOW - DAY)
    event.listen(database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    few = told()
    for _ in range(5):
        begun(session)
    assert told() == few
