"""What is done with events: added, changed with their zone, deleted, brought back, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.events import queries, rules
from outreach.events.models import Event, EventSession
from outreach.people.operations import By, ChangedElsewhere
from outreach.sent_twice import just_made
from outreach.time_zones import zone_of


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What the form of an event says. Fields as in `Event`."""

    name: str
    place: str
    time_zone: str
    starts_on: date
    ends_on: date
    website: str = ""
    carry: tuple[str, ...] = ()


def add(session: WorkspaceSession, details: EventDetails, by: By) -> Event:
    """A new event. The same form pressed twice makes one."""
    told = _values(details)
    same = {name: value for name, value in told.items() if name != "carry"}
    twin = just_made(session, Event, by.now, **same, made_by_id=by.user_id, deleted_at=None)
    if twin is not None:
        return twin
    event = Event(**told, made_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(event)
    session.flush()
    return event


def _values(details: EventDetails) -> dict[str, object]:
    told = {name: getattr(details, name) for name in EventDetails.__dataclass_fields__}
    return told | {"carry": list(details.carry)}


def change(session: WorkspaceSession, event: Event, details: EventDetails, version: int, by: By) -> int:
    """Keeps what the form says; how many sessions another zone has moved.

    version: that of the row when the window last heard of it. Raises: ChangedElsewhere when another was faster.
    """
    if event.version != version:
        raise ChangedElsewhere
    told = _values(details)
    if all(getattr(event, name) == value for name, value in told.items()):
        return 0
    has_moved = event.time_zone != details.time_zone
    for name, value in told.items():
        setattr(event, name, value)
    event.updated_at = by.now
    session.flush()
    return _move_with_zone(session, event, by.now) if has_moved else 0


def _move_with_zone(session: WorkspaceSession, event: Event, now: datetime) -> int:
    """Puts the sessions whose moment is known to where the clocks of the event's zone show it."""
    zone = zone_of(event.time_zone)
    if zone is None:
        return 0
    dated = select(EventSession).where(EventSession.event_id == event.id, EventSession.instant.is_not(None))
    moved = 0
    for row in session.scalars(dated):
        assert row.instant is not None
        there = rules.by_the_clocks_there(row.instant, zone)
        if there is None or there == (row.held_on, row.starts_minute):
            continue
        if row.ends_minute is not None and row.starts_minute is not None:
            row.ends_minute = (row.ends_minute - row.starts_minute + there[1]) % (24 * 60)
        row.held_on, row.starts_minute = there
        row.updated_at = now
        moved += 1
    session.flush()
    return moved


def star(session: WorkspaceSession, held: EventSession, by: By) -> None:
    """Gives a session a star; one that has it keeps the day of it."""
    if held.starred_at is None:
        held.starred_at = held.updated_at = by.now
        session.flush()


def take_star(session: WorkspaceSession, held: EventSession, by: By) -> None:
    """Takes the star of a session."""
    if held.starred_at is not None:
        held.starred_at, held.updated_at = None, by.now
        session.flush()


def remove(session: WorkspaceSession, event: Event, by: By) -> None:
    """Takes an event out of every list, so that it can be brought back for 30 days."""
    if event.deleted_at is None:
        event.deleted_at = event.updated_at = by.now
        session.flush()


def bring_back(session: WorkspaceSession, event: Event, by: By) -> None:
    """Brings a deleted event back. Raises: Refused after 30 days."""
    if event.deleted_at is None:
        return
    if event.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This event was deleted more than 30 days ago.")
    event.deleted_at, event.updated_at = None, by.now
    session.flush()


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes events for good that were deleted too long ago to be brought back; how many."""
    gone = session.scalars(queries.deleted_before(now - rules.UNDO_FOR)).all()
    for event in gone:
        session.delete(event)
    session.flush()
    return len(gone)
