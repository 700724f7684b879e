"""Makes rows of events and of what was printed; the rest as in `factories`."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from outreach.briefs.models import PrintedFile, PrintedPage, Printing
from outreach.db import WorkspaceSession
from outreach.events.models import Agenda, Appearance, Event, EventSession, EventSpeaker, FloorNote, SessionSpeaker
from outreach.people.models import Person
from tests.factories import NOON, make_person, sha256

FIRST_DAY = date(2026, 12, 3)

_number = count(1)


def _kept(session: WorkspaceSession, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


def make_event(session: WorkspaceSession, **named: Any) -> Event:
    """A forum of three days."""
    defaults = {
        "name": "Prairie Lakes Health Leaders Forum", "place": "Lakeside Conference Center, Duluth",
        "time_zone": "America/Chicago", "starts_on": FIRST_DAY, "ends_on": date(2026, 12, 5), "created_at": NOON,
        "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Event(**{**defaults, **named}))


def make_agenda(session: WorkspaceSession, event: Event | None = None, **named: Any) -> Agenda:
    """A pasted program that was taken over."""
    event = event or make_event(session)
    defaults = {
        "format": "text", "state": "taken", "source_name": "Pasted program", "sha256": sha256("program"),
        "read_at": NOON, "taken_at": NOON, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Agenda(event_id=event.id, **{**defaults, **named}))


def make_event_session(session: WorkspaceSession, event: Event | None = None, **named: Any) -> EventSession:
    """A session on the first day from 10:40 to 11:20."""
    event = event or make_event(session)
    defaults = {
        "key": sha256(f"session {next(_number)}"), "title": "Boarding after the short-stay unit", "room": "Main hall",
        "held_on": event.starts_on, "starts_minute": 640, "ends_minute": 680, "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, EventSession(event_id=event.id, **{**defaults, **named}))


def make_event_speaker(session: WorkspaceSession, event: Event | None = None, **named: Any) -> EventSpeaker:
    """Somebody in the program whom the user does not keep."""
    event = event or make_event(session)
    defaults = {
        "key": sha256(f"speaker {next(_number)}"), "name": "Inés Okafor-Lindqvist", "title": "Chief Operating Officer",
        "organization_name": "Two Harbors Clinic", "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, EventSpeaker(event_id=event.id, **{**defaults, **named}))


def make_session_speaker(
    session: WorkspaceSession, held: EventSession | None = None, speaker: EventSpeaker | None = None, **named: Any
) -> SessionSpeaker:
    """That a speaker speaks in a session."""
    held = held or make_event_session(session)
    speaker = speaker or make_event_speaker(session, session.get(Event, held.event_id))
    return _kept(session, SessionSpeaker(session_id=held.id, speaker_id=speaker.id, **named))


def make_appearance(
    session: WorkspaceSession, event: Event | None = None, person: Person | None = None, **named: Any
) -> Appearance:
    """Somebody whom the user means to meet on the first day at 10:40."""
    event, person = event or make_event(session), person or make_person(session)
    defaults = {
        "meets_on": event.starts_on, "starts_minute": 640, "ends_minute": 660, "meeting_place": "Coffee bar, level 2",
        "aim": "20 minutes by phone in December.", "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return _kept(session, Appearance(event_id=event.id, person_id=person.id, **{**defaults, **named}))


def make_floor_note(session: WorkspaceSession, appearance: Appearance | None = None, **named: Any) -> FloorNote:
    """That they met, noted on the phone."""
    appearance = appearance or make_appearance(session)
    defaults = {"device_key": f"device-{next(_number)}", "kind": "met", "noted_at": NOON, "created_at": NOON}
    return _kept(session, FloorNote(event_id=appearance.event_id, appearance_id=appearance.id, **{**defaults, **named}))


def make_printing(session: WorkspaceSession, event: Event | None = None, **named: Any) -> Printing:
    """A pack that was made for printing."""
    event = event or make_event(session)
    defaults = {
        "kind": "pack", "title": event.name, "paper": "letter", "parts": ["run_sheet", "briefs", "cards"], "pages": 3,
        "sha256": sha256("pack"), "made_at": NOON,
    }  # fmt: skip
    return _kept(session, Printing(event_id=event.id, **{**defaults, **named}))


def make_printed_file(session: WorkspaceSession, printing: Printing | None = None, **named: Any) -> PrintedFile:
    """The bytes of a printing."""
    printing = printing or make_printing(session)
    return _kept(session, PrintedFile(printing_id=printing.id, **{"body": b"%PDF-1.7", **named}))


def make_printed_page(
    session: WorkspaceSession, printing: Printing | None = None, person: Person | None = None, **named: Any
) -> PrintedPage:
    """A person's page in a printing."""
    printing, person = printing or make_printing(session), person or make_person(session)
    defaults = {"number": 2, "content": {}}
    return _kept(session, PrintedPage(printing_id=printing.id, person_id=person.id, **{**defaults, **named}))
