"""Reads events for pages: the list, one of them, whom one will meet there. Reads only, a fixed number of questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.events import rules
from outreach.events.models import Agenda, Appearance, Event, EventSession, EventSpeaker, SessionSpeaker
from outreach.once import once
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.words import MONTHS, WEEKDAYS

PAGE_SIZE = 30
_MINUTES_OF_A_DAY = 24 * 60
MOST_COMING = 100

_LATEST = (Key(Event.starts_on, descending=True), Key(Event.id, descending=True))


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list, and how many people the user means to meet there."""

    id: int
    name: str
    place: str
    starts_on: date
    ends_on: date
    people: int

    @property
    def path(self) -> str:
        """Its address."""
        return f"/events/{self.id}"


# --- one --------------------------------------------------------------------------------------------------------------


@once
def _row(session: WorkspaceSession, number: int) -> Event | None:
    return session.get(Event, number)


def event_here(session: WorkspaceSession, number: int) -> Event:
    """An event. Raises: NotFound, also for one that was deleted."""
    row = deleted_or_not(session, number)
    if row.deleted_at is not None:
        raise NotFound
    return row


def deleted_or_not(session: WorkspaceSession, number: int) -> Event:
    """An event, also one that can be brought back. Raises: NotFound."""
    row = _row(session, number)
    if row is None:
        raise NotFound
    return row


def appearance_here(session: WorkspaceSession, event: Event, number: int) -> Appearance:
    """Somebody whom the user will meet at this event. Raises: NotFound, also where the person was deleted."""
    row = session.get(Appearance, number)
    if row is None or row.event_id != event.id or row.person.deleted_at is not None or row.person.merged_into_id:
        raise NotFound
    return row


def session_here(session: WorkspaceSession, event: Event, number: int) -> EventSession:
    """A session of this event's program. Raises: NotFound."""
    row = session.get(EventSession, number)
    if row is None or row.event_id != event.id:
        raise NotFound
    return row


def speaker_here(session: WorkspaceSession, event: Event, number: int) -> EventSpeaker:
    """Somebody who speaks at this event. Raises: NotFound."""
    row = session.get(EventSpeaker, number)
    if row is None or row.event_id != event.id:
        raise NotFound
    return row


def address_of_program(session: WorkspaceSession, speaker: EventSpeaker) -> str:
    """The public page of the program that names a speaker; "" where it was a file or a pasted text."""
    told = (
        select(Agenda.url)
        .join(EventSession, EventSession.agenda_id == Agenda.id)
        .join(SessionSpeaker, SessionSpeaker.session_id == EventSession.id)
        .where(SessionSpeaker.speaker_id == speaker.id)
        .order_by(Agenda.id.desc())
        .limit(1)
    )
    url = session.scalar(told) or ""
    return url if url.startswith(("http://", "https://")) else ""


def agenda_here(session: WorkspaceSession, event: Event, number: int) -> Agenda:
    """A copy of this event's program. Raises: NotFound."""
    row = session.get(Agenda, number)
    if row is None or row.event_id != event.id:
        raise NotFound
    return row


def has_sessions(session: WorkspaceSession, event: Event) -> bool:
    """Whether anything of a program is kept."""
    return session.scalar(select(EventSession.id).where(EventSession.event_id == event.id).limit(1)) is not None


# --- whom one will meet -----------------------------------------------------------------------------------------------


def appearances(session: WorkspaceSession, event: Event) -> list[Appearance]:
    """Whom the user will meet at an event, by day and minute and then as they were put in order. One question."""
    mine = (
        select(Appearance).join(Person, Person.id == Appearance.person_id).where(Appearance.event_id == event.id, HERE)
    )
    with_rows = mine.options(joinedload(Appearance.person), joinedload(Appearance.session))
    rows = session.scalars(with_rows.order_by(Appearance.place_in_order, Appearance.id)).all()
    return sorted(rows, key=lambda row: (*time_of(row), row.place_in_order, row.id))


def time_of(row: Appearance) -> tuple[date, int]:
    """Where a meeting stands in time; one without a day after all days, one without a time after those of its day."""
    day, starts, _ = meets(row)
    return day or date.max, starts if starts is not None else _MINUTES_OF_A_DAY


def meets(row: Appearance) -> tuple[date | None, int | None, int | None]:
    """Day, first and last minute of a meeting: its own, else those of its session, while the program holds that."""
    held = row.session if row.session is not None and row.session.state == "current" else None
    if row.starts_minute is not None or held is None:
        return row.meets_on or (held.held_on if held is not None else None), row.starts_minute, row.ends_minute
    return row.meets_on or held.held_on, held.starts_minute, held.ends_minute


def meeting_place(row: Appearance) -> str:
    """Where: as the details say, else the room of the session."""
    held = row.session if row.session is not None and row.session.state == "current" else None
    return row.meeting_place or (held.room if held is not None else "")


# --- lists ------------------------------------------------------------------------------------------------------------


def coming(session: WorkspaceSession, today: date) -> tuple[Line, ...]:
    """The events that are not over, the next one first."""
    wanted = select(Event).where(Event.deleted_at.is_(None), Event.ends_on >= today)
    rows = session.scalars(wanted.order_by(Event.starts_on, Event.id).limit(MOST_COMING)).all()
    return _lines(session, rows)


def past(session: WorkspaceSession, today: date, cursor: str | None = None) -> Page[Line]:
    """The events that are over, the latest first. Raises: BadCursor."""
    wanted = select(Event).where(Event.deleted_at.is_(None), Event.ends_on < today)
    page = page_of(session, wanted, _LATEST, cursor=cursor, size=PAGE_SIZE)
    return Page(_lines(session, page.rows), page.next_cursor, page.previous_cursor)


def deleted_before(moment: datetime) -> Select[Event]:
    """Events whose time to be brought back is over."""
    return select(Event).where(Event.deleted_at < moment)


def _lines(session: WorkspaceSession, rows: Sequence[Event]) -> tuple[Line, ...]:
    people = people_at(session, [row.id for row in rows])
    return tuple(Line(row.id, row.name, row.place, row.starts_on, row.ends_on, people.get(row.id, 0)) for row in rows)


def people_at(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, int]:
    """Event -> how many people the user means to meet there."""
    if not ids:
        return {}
    counted = (
        select(Appearance.event_id, func.count())
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.event_id.in_(ids), HERE)
        .group_by(Appearance.event_id)
    )
    return {event_id: int(number) for event_id, number in session.execute(counted)}


# --- words ------------------------------------------------------------------------------------------------------------


def when_words(held_on: date | None, starts_minute: int | None, ends_minute: int | None, place: str = "") -> str:
    """ "Dec 3, 10:40 AM to 11:20 AM, Main hall"; "no time named" where nothing of it is known."""
    parts = [
        f"{WEEKDAYS[held_on.weekday()]}, {MONTHS[held_on.month - 1]} {held_on.day}" if held_on is not None else "",
        rules.span_words(starts_minute, ends_minute),
        place,
    ]
    return ", ".join(part for part in parts if part) or "no time named"


def when_of(one: Any) -> str:
    """The same of a session, whether kept or just read."""
    return when_words(one.held_on, one.starts_minute, one.ends_minute, one.room)
