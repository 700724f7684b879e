"""Copies of an event's program: brought as a file, a text or an address, read, and shown before anything is taken over.

Nothing of a program is proposed as somebody to write to, and an attendee list is never read: `agenda_in` refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers.convert import storable
from outreach.errors import Refused
from outreach.events import agenda_documents, agenda_in, known_people, matching, plan, queries
from outreach.events.agenda_documents import Given
from outreach.events.agenda_in.model import CannotRead, Reading, ReadSession, reading_from, reading_json
from outreach.events.matching import Spoken
from outreach.events.models import (
    AGENDA_FORMATS,
    Agenda,
    Appearance,
    Event,
    EventSession,
    EventSpeaker,
    SessionSpeaker,
)
from outreach.jobs.table import enqueue, job_of
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.people.queries import HERE
from outreach.sent_twice import hold, just_made
from outreach.words import counted, listed
from research.types import Document

MOST_COPIES = 20
"""Copies of a program that an event's page lists, the latest first."""

_ERROR = 500
_NAME = 300
_URL = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """What of an event counts when its program is read."""

    starts_on: date
    ends_on: date
    time_zone: str


def place_of(event: Event) -> Place:
    """The days and the zone of an event."""
    return Place(event.starts_on, event.ends_on, event.time_zone)


def read(body: bytes, place: Place, name: str = "", media_type: str = "") -> Reading:
    """Reads a program's bytes for an event. Raises: CannotRead with words for the screen."""
    return agenda_in.read(
        body, name=name, media_type=media_type, first_day=place.starts_on, last_day=place.ends_on, zone=place.time_zone
    )


def read_given(form: Any, place: Place) -> Reading | None:
    """What stands in the file or text of a form (`agenda_forms`), None for an address.

    What cannot be read is said at its field.
    """
    if form.given is None:
        return None
    try:
        return read(form.given.body, place, form.given.name)
    except CannotRead as error:
        field = form.field_of_it
        field.errors = [*field.errors, str(error)]
        return None


# --- bringing ---------------------------------------------------------------------------------------------------------


def keep(
    session: WorkspaceSession, event: Event, given: Given | None, reading: Reading | None, url: str, by: By
) -> Agenda:
    """Keeps what a form brought: the copy that was read, or the address that is to be asked."""
    if given is not None and reading is not None:
        return bring(session, event, given, reading, by)
    return bring_address(session, event, url, by)


def bring(session: WorkspaceSession, event: Event, given: Given, reading: Reading, by: By) -> Agenda:
    """Keeps a copy that was read. The same bytes that wait to be taken over are not kept twice."""
    hold(session, Event.id, event.id)
    known = session.scalar(
        select(Agenda)
        .where(Agenda.event_id == event.id, Agenda.sha256 == given.sha256, Agenda.state == "read")
        .order_by(Agenda.id.desc())
        .limit(1)
    )
    if known is not None:
        return known
    agenda_documents.keep_given(session, given, reading, by.user_id, by.now)
    agenda = _new(event, by, format=reading.format, source_name=given.title[:_NAME], url=given.url[:_URL])
    session.add(agenda)
    _write(agenda, reading, given.sha256, by.now)
    session.flush()
    return agenda


def _new(event: Event, by: By, **named: Any) -> Agenda:
    return Agenda(event_id=event.id, brought_by_id=by.user_id, created_at=by.now, updated_at=by.now, **named)


def _write(agenda: Agenda, reading: Reading, sha256: str, now: datetime) -> None:
    agenda.format, agenda.state, agenda.sha256 = reading.format, "read", sha256
    agenda.reading, agenda.remarks, agenda.error = storable_json(reading_json(reading)), _remarks(reading), ""
    agenda.read_at = agenda.updated_at = now


def _remarks(reading: Reading) -> list[str]:
    return [storable(one) for one in reading.remarks]


def storable_json(value: Any) -> Any:
    """A JSON value whose texts hold nothing that a database cannot keep."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: storable_json(inner) for key, inner in value.items()}
    return [storable_json(inner) for inner in value] if isinstance(value, list | tuple) else value


def bring_address(session: WorkspaceSession, event: Event, url: str, by: By) -> Agenda:
    """Lets the page behind an address be fetched and read. The same press twice asks once."""
    hold(session, Event.id, event.id)
    twin = just_made(session, Agenda, by.now, event_id=event.id, url=url[:_URL], brought_by_id=by.user_id)
    if twin is not None and twin.state == "waiting":
        return twin
    agenda = _new(event, by, format="page", state="waiting", source_name="", url=url[:_URL])
    session.add(agenda)
    session.flush()
    agenda.job_id = enqueue(session, "events.read_page", at=by.now, agenda_id=agenda.id).id
    return agenda


def note_page(session: WorkspaceSession, agenda: Agenda, document: Document, reading: Reading, now: datetime) -> None:
    """Keeps what a page's program says, once it was fetched."""
    agenda_documents.keep_page(session, document, reading, now)
    agenda.source_name = storable(reading.title)[:_NAME]
    _write(agenda, reading, document.sha256, now)
    session.flush()


def note_failure(session: WorkspaceSession, agenda: Agenda, words: str, now: datetime) -> None:
    """Keeps why nothing could be read."""
    agenda.state, agenda.error, agenda.updated_at = "failed", storable(words)[:_ERROR], now
    session.flush()


def is_stuck(session: WorkspaceSession, agenda: Agenda) -> bool:
    """Whether a page is waited for that nothing will bring any more: its job was given up."""
    if agenda.state != "waiting":
        return False
    job = job_of(session, agenda.job_id) if agenda.job_id is not None else None
    return job is None or job.finished_at is not None


def ask_again(session: WorkspaceSession, agenda: Agenda, by: By) -> None:
    """Fetches a page once more that could not be read. Raises: Refused for what has no address, or was read."""
    if not agenda.url.startswith(("http://", "https://")) or agenda.state not in ("failed", "waiting"):
        raise Refused("There is no page to ask again. Bring the program anew.")
    agenda.state, agenda.error, agenda.updated_at = "waiting", "", by.now
    agenda.job_id = enqueue(session, "events.read_page", at=by.now, agenda_id=agenda.id).id
    session.flush()


# --- what stands in it ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A copy of a program in a list."""

    id: int
    state: str
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy holds, and what taking it over would change. maybe_yours: speakers who may be people kept."""

    reading: Reading
    plan: plan.Plan
    speakers: int
    maybe_yours: int
    is_first: bool
    outside: int
    """Sessions on days that are not the event's."""
    unnamed: tuple[tuple[str, str], ...] = ()
    """(name, title) of whom one means to meet at a session for which the copy names them no longer."""


def lines(session: WorkspaceSession, event: Event) -> tuple[AgendaLine, ...]:
    """The latest copies of an event's program."""
    columns = (Agenda.id, Agenda.state, Agenda.source_name, Agenda.format, Agenda.created_at)
    rows = session.execute(
        select(*columns).where(Agenda.event_id == event.id).order_by(Agenda.id.desc()).limit(MOST_COPIES)
    )
    return tuple(
        AgendaLine(row.id, row.state, row.source_name or AGENDA_FORMATS[row.format], row.created_at) for row in rows
    )


def kept_sessions(session: WorkspaceSession, event: Event) -> list[plan.KeptSession]:
    """The sessions that came from programs, as a new copy is compared with them."""
    columns = (
        EventSession.id, EventSession.key, EventSession.title, EventSession.held_on, EventSession.starts_minute,
        EventSession.ends_minute, EventSession.room, EventSession.state,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(EventSession.event_id == event.id).order_by(EventSession.id))
    return [plan.KeptSession(*row[:7], is_gone=row.state == "gone") for row in rows]


def reading_of(agenda: Agenda) -> Reading:
    """What was read of a copy. Raises: Refused where nothing was."""
    if agenda.reading is None:
        raise Refused("Nothing was read of this copy. Bring the program anew.")
    return reading_from(agenda.reading)


def preview(session: WorkspaceSession, event: Event, agenda: Agenda) -> Preview:
    """What stands in a copy that was read, and what would change. A fixed number of questions."""
    reading = reading_of(agenda)
    kept = kept_sessions(session, event)
    changes = plan.of(kept, reading.sessions)
    speakers = plan.speakers_of(reading.sessions, reading.speakers)
    spoken = [Spoken(one.name, one.organization, one.title) for one in speakers.values()]
    judged = [matching.judge(one, people) for one, people in known_people.near(session, spoken) if people]
    days = [one.held_on for one in reading.sessions if one.held_on is not None]
    return Preview(
        reading,
        changes,
        len(speakers),
        sum(one.state in ("matched", "asked") for one in judged),
        not kept,
        sum(not event.starts_on <= day <= event.ends_on for day in days),
        tuple(_unnamed(session, event, changes)),
    )


def _unnamed(session: WorkspaceSession, event: Event, changes: plan.Plan) -> Iterator[tuple[str, str]]:
    """Those who are met where they were to speak, and do so no longer: one would wait for them there."""
    meant = (
        select(Appearance.session_id, EventSpeaker.name.label("spoken"), Person.name)
        .join(Person, Person.id == Appearance.person_id)
        .join(SessionSpeaker, SessionSpeaker.session_id == Appearance.session_id)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .where(Appearance.event_id == event.id, EventSpeaker.person_id == Appearance.person_id, HERE)
        .order_by(Appearance.id)
    )
    read = {one.kept.id: one.read for one in changes.same}
    for session_id, spoken, name in session.execute(meant):
        named = read[session_id].speakers if session_id in read else ()
        if session_id in read and plan.name_of(spoken) not in {plan.name_of(one.name) for one in named}:
            yield name, read[session_id].title


def told(shown: Preview) -> str:
    """ "41 speakers in 28 sessions; 3 may be people you keep." """
    reading = shown.reading
    if not reading.sessions and not shown.speakers:
        return "No session and no speaker was found in it."
    said = counted(len(reading.sessions), "session", "sessions")
    if not shown.speakers:
        return f"{said}. The program names no speakers."
    said = f"{counted(shown.speakers, 'speaker', 'speakers')} in {said}"
    if not shown.maybe_yours:
        return f"{said}; none of them looks like somebody you keep."
    one = shown.maybe_yours == 1
    return f"{said}; {shown.maybe_yours} {'may be somebody' if one else 'may be people'} you keep."


def changes_told(shown: Preview) -> str:
    """What is different from the copy before: "2 sessions came, 1 moved, 1 went."; "" for a first copy."""
    if shown.is_first:
        return ""
    found = (
        (len(shown.plan.came), "came"),
        (len(shown.plan.moved), "moved"),
        (len(shown.plan.went), "went"),
    )
    parts = [f"{number} {word}" for number, word in found if number]
    if not parts:
        return "No session came, moved or went since the copy before."
    first = found[[bool(number) for number, _ in found].index(True)][0]
    parts[0] = parts[0].replace(" ", f" {'session' if first == 1 else 'sessions'} ", 1)
    return f"Since the copy before: {listed(parts)}."


def changed_lines(shown: Preview, most: int) -> list[tuple[str, str, str]]:
    """(word, title, when and where it was and is) of what came, moved and went; the first so many."""
    changes = shown.plan
    rows = [("No longer named as a speaker", name, title) for name, title in shown.unnamed]
    rows += [("Moved", one.read.title, f"{_when(one.kept)} → {_when(one.read)}") for one in changes.moved]
    rows += [("New", one.title, _when(one)) for _, one in changes.came]
    rows += [("No longer there", one.title, _when(one)) for one in changes.went]
    return rows[:most]


def _when(one: plan.KeptSession | ReadSession) -> str:
    return queries.when_words(one.held_on, one.starts_minute, one.ends_minute, one.room)
