"""What taking a program over costs the database, and that nothing of the many rows at once is lost."""

from __future__ import annotations

import hashlib

from sqlalchemy import event as listener
from sqlalchemy import select

from outreach.events import agendas, taking_over
from outreach.events.agenda_documents import Given
from outreach.events.models import Agenda, EventSession, EventSpeaker, SessionSpeaker
from tests.event_factories import make_event
from tests.factories import NOON


def program(sessions: int, hour: int, surname: str) -> bytes:
    rows = [f"Rounds on ward {n},2026-12-03,{hour}:{n:02},Hall,Ann{n} {surname},Elm Health" for n in range(sessions)]
    return "\n".join(["Title,Date,Start,Room,Speaker,Organization", *rows]).encode()


def brought(session, event, by, body) -> Agenda:
    given = Given("uploaded", "program.csv", body, hashlib.sha256(body).hexdigest())
    return agendas.bring(session, event, given, agendas.read(body, agendas.place_of(event), "program.csv"), by)


def asked_for(session, work) -> int:
    asked: list[str] = []

    def note(*told):
        asked.append(told[2])

    listener.listen(session.get_bind(), "before_cursor_execute", note)
    try:
        work()
    finally:
        listener.remove(session.get_bind(), "before_cursor_execute", note)
    return len(asked)


def told(session, event) -> list[tuple]:
    speaks = select(EventSession.title, EventSession.starts_minute, EventSession.state, EventSpeaker.name)
    rows = speaks.join(SessionSpeaker, SessionSpeaker.session_id == EventSession.id)
    rows = rows.join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
    return sorted(tuple(row) for row in session.execute(rows.where(EventSession.event_id == event.id)))


def test_a_copy_that_moves_all_sessions_asks_the_database_as_often_as_one_that_moves_two(session, by):
    numbers = []
    for sessions in (2, 40):
        event = make_event(session)
        taking_over.take_over(session, event, brought(session, event, by, program(sessions, 9, "Roe")), by)
        before, later = told(session, event), brought(session, event, by, program(sessions, 14, "Poe"))
        over = asked_for(session, lambda event=event, later=later: taking_over.take_over(session, event, later, by))
        assert {row[1] // 60 for row in told(session, event)} == {14}
        assert {row[3].split()[1] for row in told(session, event)} == {"Poe"}
        back = asked_for(session, lambda event=event, later=later: taking_over.take_back(session, event, later, by))
        assert told(session, event) == before
        numbers.append((over, back))
    assert numbers[0] == numbers[1]


def test_a_session_that_a_copy_moves_is_another_version_for_a_window_that_is_open(session, by, event):
    taking_over.take_over(session, event, brought(session, event, by, program(1, 9, "Roe")), by)
    held = session.scalars(select(EventSession)).one()
    version, held.starred_at = held.version, NOON
    session.flush()
    taking_over.take_over(session, event, brought(session, event, by, program(1, 14, "Roe")), by)
    assert (held.starts_minute, held.starred_at, held.version) == (840, NOON, version + 2)
    taking_over.take_over(
        session, event, brought(session, event, by, program(0, 9, "Roe") + b"\nOther,2026-12-04,,,,"), by
    )
    assert held.state == "gone"
