"""Reads an event's program for pages: its days, sessions a page at a time, who speaks, whom of them the user keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from outreach.db import WorkspaceSession
from outreach.dossiers.words import at_place
from outreach.events.models import Appearance, Event, EventSession, EventSpeaker, SessionSpeaker
from outreach.people.models import Person
from outreach.people.queries import HERE

PAGE_SIZE = 60
MOST_PAGES = 1_000
MOST_KNOWN = 60
MOST_OFFERED = 40
SPEAKERS_OF_A_LINE = 6
MOST_ALONE = 100

SHOWN = {"": "All sessions", "kept": "With people you keep", "starred": "Starred"}
"""Which sessions are listed -> the words of the choice."""


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker in a list. person_id: who of the user's people that is, None for nobody, or for one who was deleted."""

    id: int
    name: str
    work: str
    part: str
    person_id: int | None
    state: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in a list."""

    row: EventSession
    speakers: tuple[SpeakerLine, ...]
    more: int
    """Speakers who are not listed."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a program with how many sessions each has; None for sessions without a day."""

    counts: tuple[tuple[date | None, int], ...]

    @property
    def total(self) -> int:
        """All sessions."""
        return sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class Known:
    """One of the user's people who speaks, with a session of theirs."""

    person_id: int
    name: str
    held: EventSession | None


# --- lists ------------------------------------------------------------------------------------------------------------


def days(session: WorkspaceSession, event: Event, show: str = "") -> Days:
    """The days of the sessions that are listed."""
    counted = select(EventSession.held_on, func.count()).where(*_listed(event, show)).group_by(EventSession.held_on)
    rows = [(day, int(number)) for day, number in session.execute(counted)]
    return Days(tuple(sorted(rows, key=lambda row: row[0] or date.max)))


def sessions(session: WorkspaceSession, event: Event, show: str, day: date | None, page: int) -> list[SessionLine]:
    """Sessions of one page, by day and time; one more than a page where there is a next one."""
    wanted = select(EventSession).where(*_listed(event, show))
    if day is not None:
        wanted = wanted.where(EventSession.held_on == day)
    rows = session.scalars(_in_order(wanted).offset((page - 1) * PAGE_SIZE).limit(PAGE_SIZE + 1)).all()
    return lines(session, rows)


def highlights(session: WorkspaceSession, event: Event, most: int) -> list[SessionLine]:
    """The first starred sessions, and those in which people of the user's speak."""
    wanted = select(EventSession).where(*_listed(event, ""), or_(EventSession.starred_at.is_not(None), _with_known()))
    return lines(session, session.scalars(_in_order(wanted).limit(most)).all())


def _listed(event: Event, show: str) -> tuple[ColumnElement[bool], ...]:
    mine = EventSession.event_id == event.id
    current = EventSession.state == "current"
    if show == "starred":
        return mine, EventSession.starred_at.is_not(None)
    return (mine, current, _with_known()) if show == "kept" else (mine, current)


def _with_known() -> ColumnElement[bool]:
    return (
        select(SessionSpeaker.id)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .join(Person, Person.id == EventSpeaker.person_id)
        .where(SessionSpeaker.session_id == EventSession.id, HERE)
        .correlate(EventSession)
        .exists()
    )


def _in_order(wanted: Select[EventSession]) -> Select[EventSession]:
    """By day and minute; what has none stands last. Both databases sort nothing alike by themselves."""
    return wanted.order_by(
        EventSession.held_on.is_(None), EventSession.held_on, EventSession.starts_minute.is_(None),
        EventSession.starts_minute, EventSession.id,
    )  # fmt: skip


def lines(session: WorkspaceSession, rows: Sequence[EventSession]) -> list[SessionLine]:
    """These sessions with their speakers, in one question more."""
    speakers = speakers_of(session, [row.id for row in rows])
    found = []
    for row in rows:
        mine = speakers.get(row.id, [])
        found.append(SessionLine(row, tuple(mine[:SPEAKERS_OF_A_LINE]), max(0, len(mine) - SPEAKERS_OF_A_LINE)))
    return found


def speakers_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, list[SpeakerLine]]:
    """Session -> its speakers in their order; those whom the user keeps first."""
    if not ids:
        return {}
    told = (
        select(SessionSpeaker.session_id, SessionSpeaker.part, *_OF_A_SPEAKER)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .outerjoin(Person, and_(Person.id == EventSpeaker.person_id, HERE))
        .where(SessionSpeaker.session_id.in_(ids))
        .order_by(SessionSpeaker.place_in_order, SessionSpeaker.id)
    )
    found: dict[int, list[SpeakerLine]] = defaultdict(list)
    for row in session.execute(told):
        found[row.session_id].append(_speaker_line(row, row.part))
    return {number: sorted(mine, key=lambda one: one.person_id is None) for number, mine in found.items()}


_OF_A_SPEAKER = (
    EventSpeaker.id, EventSpeaker.name, EventSpeaker.credentials, EventSpeaker.title, EventSpeaker.organization_name,
    EventSpeaker.match_state, Person.id.label("known_id"),
)  # fmt: skip


def _speaker_line(row: Any, part: str) -> SpeakerLine:
    is_gone = row.match_state == "matched" and row.known_id is None
    return SpeakerLine(
        row.id, ", ".join(filter(None, (row.name, row.credentials))), at_place(row.title, row.organization_name), part,
        row.known_id, "none" if is_gone else row.match_state,
    )  # fmt: skip


def alone(session: WorkspaceSession, event: Event) -> list[SpeakerLine]:
    """Speakers whom the program names without a session."""
    speaks = select(SessionSpeaker.id).where(SessionSpeaker.speaker_id == EventSpeaker.id).exists()
    told = (
        select(*_OF_A_SPEAKER)
        .outerjoin(Person, and_(Person.id == EventSpeaker.person_id, HERE))
        .where(EventSpeaker.event_id == event.id, ~speaks)
        .order_by(EventSpeaker.name, EventSpeaker.id)
        .limit(MOST_ALONE)
    )
    return [_speaker_line(row, "") for row in session.execute(told)]


def count_speakers(session: WorkspaceSession, event: Event) -> tuple[int, int]:
    """How many speakers a program names, and how many of them the user keeps."""
    mine = select(EventSpeaker.id).where(EventSpeaker.event_id == event.id)
    known = mine.join(Person, Person.id == EventSpeaker.person_id).where(HERE)
    both = select(
        select(func.count()).select_from(mine.subquery()).scalar_subquery(),
        select(func.count()).select_from(known.subquery()).scalar_subquery(),
    )
    all_of_them, kept = session.execute(both).one()
    return int(all_of_them or 0), int(kept or 0)


# --- people -----------------------------------------------------------------------------------------------------------


def known_speakers(session: WorkspaceSession, event: Event) -> list[Known]:
    """The user's people who speak there, each with their first session."""
    told = (
        select(Person.id, Person.name, EventSession)
        .join(EventSpeaker, EventSpeaker.person_id == Person.id)
        .outerjoin(SessionSpeaker, SessionSpeaker.speaker_id == EventSpeaker.id)
        .outerjoin(EventSession, and_(EventSession.id == SessionSpeaker.session_id, EventSession.state == "current"))
        .where(EventSpeaker.event_id == event.id, HERE)
        .order_by(EventSession.held_on, EventSession.starts_minute, Person.sort_key, Person.id)
        .limit(MOST_KNOWN * 3)
    )
    found: dict[int, Known] = {}
    for number, name, held in session.execute(told):
        if number not in found or (found[number].held is None and held is not None):
            found[number] = Known(number, name, held)
    return list(found.values())[:MOST_KNOWN]


def sessions_of_person(
    session: WorkspaceSession, event: Event, person_id: int, chosen: int | None
) -> Sequence[EventSession]:
    """The sessions at which somebody can be met: those where they speak, those with a star, and the chosen one."""
    speaks = (
        select(SessionSpeaker.id)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .where(SessionSpeaker.session_id == EventSession.id, EventSpeaker.person_id == person_id)
        .correlate(EventSession)
        .exists()
    )
    wanted = select(EventSession).where(
        EventSession.event_id == event.id,
        or_(EventSession.id == (chosen or 0), and_(EventSession.state == "current", or_(speaks, _starred()))),
    )
    return session.scalars(_in_order(wanted).limit(MOST_OFFERED)).all()


def _starred() -> ColumnElement[bool]:
    return EventSession.starred_at.is_not(None)


def met_at(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, list[str]]:
    """Session -> whom the user means to meet there."""
    if not ids:
        return {}
    told = (
        select(Appearance.session_id, Person.name)
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.session_id.in_(ids), HERE)
        .order_by(Person.sort_key)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for number, name in session.execute(told):
        if number is not None:
            found[number].append(name)
    return found
