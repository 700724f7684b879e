"""What events ask of the user and when they are (see `outreach.waiting`).

Three weeks before an event one begins to prepare: one task for the event, never one for each person. Starred sessions
and meetings with a time stand in the calendar, by the clocks of the place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.events import after_parts, meeting_lines, queries, readiness, rules
from outreach.events.models import Appearance, Event, EventSession, EventSpeaker
from outreach.events.readiness import Readiness
from outreach.interviews.appointment_times import NoSuchTime, moment_of
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.time_zones import zone_of
from outreach.waiting import Coming, Waiting
from outreach.words import counted, listed

KIND = "event"
MOST_EVENTS = 10
MOST_STARRED = 200
USUAL_MINUTES = 45
"""How long a session lasts of which no end is told."""


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:  # noqa: ARG001 (as every room's)
    """One task for each event that is near and not prepared, and for each of which something is still to be said."""
    return (*_to_prepare(session, today), *after_parts.tasks(session, now, today))


def _to_prepare(session: WorkspaceSession, today: date) -> Sequence[Waiting]:
    """In at most seven questions to the database."""
    near = _near(session, today)
    if not near:
        return ()
    ids = [event.id for event in near]
    rows = _appearances(session, ids)
    ready = readiness.of_people(session, sorted({row.person_id for row in rows}))
    asked = _questions(session, ids)
    found = []
    for event in near:
        mine = [row for row in rows if row.event_id == event.id]
        open_ones = list(_open(mine, ready, asked[event.id]))
        if open_ones:
            found.append(_task(event, mine, open_ones, today))
    return found


def _near(session: WorkspaceSession, today: date) -> Sequence[Event]:
    try:
        until = today + rules.PREPARE_FROM
    except OverflowError:
        until = date.max
    wanted = select(Event).where(Event.deleted_at.is_(None), Event.starts_on <= until, Event.ends_on >= today)
    return session.scalars(wanted.order_by(Event.starts_on, Event.id).limit(MOST_EVENTS)).all()


def _appearances(session: WorkspaceSession, ids: Sequence[int]) -> Sequence[Appearance]:
    mine = select(Appearance).join(Person, Person.id == Appearance.person_id).where(Appearance.event_id.in_(ids), HERE)
    return session.scalars(mine.order_by(Appearance.id)).all()


def _questions(session: WorkspaceSession, ids: Sequence[int]) -> Counter[int]:
    asked = (
        select(EventSpeaker.event_id, func.count())
        .where(EventSpeaker.event_id.in_(ids), EventSpeaker.match_state == "asked")
        .group_by(EventSpeaker.event_id)
    )
    return Counter({number: int(count) for number, count in session.execute(asked)})


def _open(rows: Sequence[Appearance], ready: Mapping[int, Readiness], questions: int) -> Iterator[str]:
    if not rows:
        yield "nobody is on your list yet"
    states = Counter(ready[row.person_id].state for row in rows)
    if states["none"]:
        yield f"{counted(states['none'], 'person is', 'people are')} not researched"
    if states["unsettled"]:
        yield f"{counted(states['unsettled'], 'person has', 'people have')} something not settled"
    aimless = sum(not row.aim for row in rows)
    if aimless:
        yield f"{counted(aimless, 'meeting has', 'meetings have')} no aim"
    if questions:
        yield f"{counted(questions, 'speaker', 'speakers')} may be somebody you keep"


def _task(event: Event, rows: Sequence[Appearance], open_ones: Sequence[str], today: date) -> Waiting:
    said = listed(open_ones)
    begins = max(event.starts_on, today)
    return Waiting(
        f"event:{event.id}", KIND, f"Prepare for {event.name}", f"{said[:1].upper()}{said[1:]}.",
        "Choose whom to meet" if not rows else "Open it", f"/events/{event.id}", begins,
    )  # fmt: skip


# --- in the calendar --------------------------------------------------------------------------------------------------


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:  # noqa: ARG001 (as every room's)
    """Events, their starred sessions, and meetings with a time of their own, up to a day."""
    here = (Event.deleted_at.is_(None), Event.starts_on <= until, Event.ends_on >= today)
    events = session.scalars(select(Event).where(*here).order_by(Event.starts_on, Event.id).limit(MOST_EVENTS)).all()
    if not events:
        return ()
    by_id = {event.id: event for event in events}
    found = [_of_event(event) for event in events]
    found += [
        one for row in _starred(session, list(by_id)) if (one := _of_session(row, by_id[row.event_id])) is not None
    ]
    met = (
        select(Appearance)
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.event_id.in_(list(by_id)), HERE)
        .options(joinedload(Appearance.person), joinedload(Appearance.session))
    )
    rows = session.scalars(met.order_by(Appearance.id)).all()
    found += [one for row in rows if (one := _of_meeting(row, by_id[row.event_id])) is not None]
    return [one for one in found if today <= one.on <= until]


def _starred(session: WorkspaceSession, ids: Sequence[int]) -> Sequence[EventSession]:
    wanted = select(EventSession).where(
        EventSession.event_id.in_(ids),
        EventSession.starred_at.is_not(None),
        EventSession.state == "current",
        EventSession.held_on.is_not(None),
    )
    return session.scalars(wanted.order_by(EventSession.held_on, EventSession.id).limit(MOST_STARRED)).all()


def _of_event(event: Event) -> Coming:
    return Coming(
        f"event-{event.id}@groundwork", event.starts_on, event.name, KIND, f"/events/{event.id}",
        place=event.place, sequence=event.version,
    )  # fmt: skip


def _of_session(row: EventSession, event: Event) -> Coming | None:
    assert row.held_on is not None
    minutes = rules.lasts(row.starts_minute, row.ends_minute, USUAL_MINUTES) if row.starts_minute is not None else 0
    return Coming(
        f"event-session-{row.id}@groundwork", row.held_on, row.title, KIND, f"/events/{event.id}/sessions/{row.id}",
        at=moment(row.held_on, row.starts_minute, event.time_zone), minutes=minutes, zone=event.time_zone,
        place=row.room or event.place, sequence=row.version,
    )  # fmt: skip


def _of_meeting(row: Appearance, event: Event) -> Coming | None:
    day, starts, ends = queries.meets(row)
    if day is None or row.starts_minute is None:
        return None  # met at a session: that stands in the calendar by its star
    assert starts is not None
    return Coming(
        f"event-meeting-{row.id}@groundwork", day, f"Meet {row.person.name}", KIND,
        f"/events/{event.id}/meetings/{row.id}", at=moment(day, starts, event.time_zone),
        minutes=rules.lasts(starts, ends, meeting_lines.USUAL_MINUTES), zone=event.time_zone,
        place=queries.meeting_place(row) or event.place, sequence=row.version, person_id=row.person_id,
    )  # fmt: skip


def moment(day: date, minute: int | None, zone_name: str) -> datetime | None:
    """The moment at which the clocks of the place say this; None where no time is known, or no zone.

    An hour that clocks leave out is the one after it; of one that comes twice the first counts.
    """
    zone = zone_of(zone_name)
    if minute is None or zone is None:
        return None
    at = time(minute // 60, minute % 60)
    try:
        return moment_of(day, at, zone, "first")
    except NoSuchTime:
        return datetime.combine(day, at, zone).astimezone(UTC)
    except OverflowError:
        return None
