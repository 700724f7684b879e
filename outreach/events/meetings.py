"""Whom the user will meet at an event: put on the list, when and where, with which one aim, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.events import floor_notes, queries
from outreach.events.models import Appearance, Event, EventSession
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.sent_twice import hold

MOST_MEETINGS = 100
"""People on one list, as many as a pack has pages for."""

CARD_ROWS = {
    "who": "Who they are",
    "why_now": "Why now",
    "give": "Give first",
    "ask": "Ask",
    "avoid": "Avoid",
}
"""Row of the card in 30 seconds -> its words on the form."""

CARD_ROW_MAX = 300
_STEP = 10


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What the form of a meeting says. Fields as in `Appearance`."""

    aim: str
    session_id: int | None = None
    meets_on: date | None = None
    starts_minute: int | None = None
    ends_minute: int | None = None
    meeting_place: str = ""
    card: Mapping[str, str] = field(default_factory=dict)


def meet(session: WorkspaceSession, event: Event, person: Person, held: EventSession | None, by: By) -> Appearance:
    """Puts somebody on the list, at a session or at a time to be said. Who is on it already stays as they are.

    Raises: Refused for a list that is full.
    """
    hold(session, Event.id, event.id)
    mine = select(Appearance).where(Appearance.event_id == event.id, Appearance.person_id == person.id)
    known = session.scalar(mine)
    if known is not None:
        if known.session_id is None and known.starts_minute is None and held is not None:
            known.session_id, known.updated_at = held.id, by.now
            session.flush()
        return known
    numbers = select(func.count(), func.max(Appearance.place_in_order)).where(Appearance.event_id == event.id)
    count, last = session.execute(numbers).one()
    if count >= MOST_MEETINGS:
        raise Refused(f"A list holds {MOST_MEETINGS} people at most. Take somebody off it first.")
    row = Appearance(
        event_id=event.id, person_id=person.id, session_id=held.id if held is not None else None,
        place_in_order=(last or 0) + _STEP, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def change(session: WorkspaceSession, row: Appearance, details: MeetingDetails, version: int, by: By) -> None:
    """Keeps what the form says. Raises: ChangedElsewhere when another window was faster."""
    if row.version != version:
        raise ChangedElsewhere
    told = {name: getattr(details, name) for name in MeetingDetails.__dataclass_fields__}
    told["card"] = {key: words for key, words in details.card.items() if words}
    for name, value in told.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            row.updated_at = by.now
    session.flush()
    session.expire(row, ["session"])


def put_in_pack(session: WorkspaceSession, row: Appearance, by: By) -> None:
    """The person gets a page in the pack."""
    if not row.in_pack:
        row.in_pack, row.updated_at = True, by.now
        session.flush()


def leave_out_of_pack(session: WorkspaceSession, row: Appearance, by: By) -> None:
    """The person gets no page in the pack, and stays on the list."""
    if row.in_pack:
        row.in_pack, row.updated_at = False, by.now
        session.flush()


def take_off(session: WorkspaceSession, row: Appearance) -> None:
    """Takes somebody off the list, with the aim. The person stays, and what was noted of them stays with the event."""
    floor_notes.stay_with_event(session, row)
    session.delete(row)
    session.flush()


def move(session: WorkspaceSession, row: Appearance, direction: str, seen_at: int, by: By) -> bool:
    """Moves a meeting one up or down among those of its time; False where it is at the end, or was moved since.

    seen_at: its number in the list on the page, so that a double press moves once. Raises: Refused for a word that is
    neither up nor down.
    """
    if direction not in ("up", "down"):
        raise Refused("A meeting moves up or down.")
    hold(session, Event.id, row.event_id)
    rows = queries.appearances(session, row.event)
    at = next((number for number, one in enumerate(rows) if one.id == row.id), None)
    if at is None or at + 1 != seen_at:
        return False
    other = at + (1 if direction == "down" else -1)
    if not 0 <= other < len(rows) or queries.time_of(rows[at]) != queries.time_of(rows[other]):
        return False
    rows[at], rows[other] = rows[other], rows[at]
    for place, one in enumerate(rows, start=1):
        if one.place_in_order != place * _STEP:
            one.place_in_order, one.updated_at = place * _STEP, by.now
    session.flush()
    return True
