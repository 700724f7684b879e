"""When and where somebody is met at an event, in words for paper, by the clocks of the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from outreach.briefs.gathered_sources import day_words
from outreach.briefs.material import Meeting
from outreach.db import WorkspaceSession
from outreach.events.models import Appearance, Event, EventSession, EventSpeaker, SessionSpeaker
from outreach.words import WEEKDAYS


@dataclass(frozen=True, slots=True)
class When:
    """The day and the minutes of a meeting by the clocks of the place; None for what is not said."""

    day: date | None
    starts: int | None
    ends: int | None


def when(appearance: Appearance) -> When:
    """What the meeting's details say; where they say nothing, the session at which they are met."""
    held = appearance.session if _holds(appearance.session) else None
    if appearance.starts_minute is not None or held is None:
        return When(
            appearance.meets_on or (held.held_on if held else None), appearance.starts_minute, appearance.ends_minute
        )
    return When(appearance.meets_on or held.held_on, held.starts_minute, held.ends_minute)


def _holds(held: EventSession | None) -> bool:
    return held is not None and held.state == "current"


def place(appearance: Appearance) -> str:
    """Where they are met: as the details say, else the room of the session."""
    if appearance.meeting_place or not _holds(appearance.session):
        return appearance.meeting_place
    return appearance.session.room if appearance.session is not None else ""


def order(appearance: Appearance) -> tuple[date, int, int, int]:
    """Where a meeting stands among others: by day and minute; those without stand after those of their day."""
    at = when(appearance)
    return (
        at.day or date.max, at.starts if at.starts is not None else 24 * 60, appearance.place_in_order, appearance.id
    )  # fmt: skip


def meeting(session: WorkspaceSession, event: Event, appearance: Appearance) -> Meeting:
    """A meeting in words."""
    at = when(appearance)
    return Meeting(
        event=event.name,
        day=long_day(at.day),
        time=span(at.starts, at.ends),
        place=place(appearance),
        session=_session_of(session, event, appearance),
        aim=appearance.aim,
    )


def _session_of(session: WorkspaceSession, event: Event, appearance: Appearance) -> str:
    """The title of the session where they are met, else of the first at which they speak; "" where neither is known."""
    if appearance.session is not None and _holds(appearance.session):
        return appearance.session.title
    spoken = (
        select(EventSession.title)
        .join(SessionSpeaker, SessionSpeaker.session_id == EventSession.id)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .where(
            EventSession.event_id == event.id, EventSpeaker.person_id == appearance.person_id,
            EventSession.state == "current",
        )
        .order_by(EventSession.held_on, EventSession.starts_minute, EventSession.id)
        .limit(1)
    )  # fmt: skip
    return session.scalar(spoken) or ""


def long_day(day: date | None) -> str:
    """ "Thu, Nov 12, 2026"; "" for none."""
    return f"{WEEKDAYS[day.weekday()]}, {day_words(day)}" if day is not None else ""


def days_words(first: date, last: date) -> str:
    """ "Thu, Nov 12, 2026", "Thu, Nov 12 to Sat, Nov 14, 2026"."""
    if first == last:
        return long_day(first)
    begins = long_day(first) if first.year != last.year else long_day(first).removesuffix(f", {first.year}")
    return f"{begins} to {long_day(last)}"


def clock(minute: int) -> str:
    """ "10:40 AM"."""
    hour, rest = divmod(minute, 60)
    return f"{hour % 12 or 12}:{rest:02d} {'AM' if hour < 12 else 'PM'}"


def span(starts: int | None, ends: int | None) -> str:
    """ "10:40-11:00 AM", with an en dash; "11:40 AM-12:20 PM"; one time where the other is not known.

    >>> span(640, 660)
    '10:40–11:00 AM'
    """
    if starts is None or ends is None or starts == ends:
        one = starts if starts is not None else ends
        return clock(one) if one is not None else ""
    first, second = clock(starts), clock(ends)
    return f"{first[:-3]}–{second}" if first[-2:] == second[-2:] else f"{first}–{second}"
