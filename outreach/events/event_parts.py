"""What events put on the pages of people: coming meetings, sessions where they speak, the timeline, a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.events import meeting_lines, queries
from outreach.events.models import Appearance, Event, EventSession, EventSpeaker, SessionSpeaker
from outreach.page_parts import Filter, Here, Part, Step
from outreach.people.models import Person

MOST = 8
MOST_SPOKEN = 6


@dataclass(frozen=True, slots=True)
class MeetingOfPerson:
    """A meeting on the page of whom one meets."""

    address: str
    event: str
    when: str
    place: str
    aim: str


def join(app: Flask) -> None:
    """Puts the meetings on a person's page and timeline, and a choice above the list of people."""
    page_parts.add(app, "person", Part("events", "", "side", 30, "events/_of_person.html", _of_person))
    page_parts.add_steps(app, "person", _steps)
    page_parts.add_filter(app, "people", Filter("event", "Meeting at an event", _meets))


def _of_person(here: Here) -> Mapping[str, Any] | None:
    today = today_of(here.session, here.user_id, here.now)
    mine = _appearances(here.session, here.subject_id, Event.ends_on >= today)
    spoken = _spoken(here.session, here.subject_id, today)
    if not mine and not spoken:
        return None
    return {"meetings": [_line(row) for row in mine], "spoken": spoken, "when": queries.when_of}


def _line(row: Appearance) -> MeetingOfPerson:
    return MeetingOfPerson(
        f"/events/{row.event_id}/meetings/{row.id}", row.event.name, meeting_lines.when(row),
        queries.meeting_place(row), row.aim,
    )  # fmt: skip


def _appearances(session: WorkspaceSession, person_id: int, *conditions: ColumnElement[bool]) -> Sequence[Appearance]:
    mine = (
        select(Appearance)
        .join(Event, Event.id == Appearance.event_id)
        .where(Appearance.person_id == person_id, Event.deleted_at.is_(None), *conditions)
        .options(joinedload(Appearance.event), joinedload(Appearance.session))
        .order_by(Event.starts_on.desc(), Appearance.id.desc())
    )
    return session.scalars(mine.limit(MOST)).all()


def _spoken(session: WorkspaceSession, person_id: int, today: date) -> Sequence[EventSession]:
    """The sessions of coming events at which somebody speaks."""
    mine = (
        select(EventSession)
        .join(SessionSpeaker, SessionSpeaker.session_id == EventSession.id)
        .join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
        .join(Event, Event.id == EventSession.event_id)
        .where(EventSpeaker.person_id == person_id, EventSession.state == "current")
        .where(Event.deleted_at.is_(None), Event.ends_on >= today)
        .options(joinedload(EventSession.event))
        .order_by(Event.starts_on, EventSession.held_on, EventSession.starts_minute, EventSession.id)
    )
    return session.scalars(mine.limit(MOST_SPOKEN)).all()


def _steps(here: Here, most: int) -> Sequence[Step]:
    today = today_of(here.session, here.user_id, here.now)
    return [
        Step(
            queries.meets(row)[0] or row.event.starts_on, _step_words(row), "event", done=row.event.ends_on < today,
            address=f"/events/{row.event_id}",
        )
        for row in _appearances(here.session, here.subject_id)[:most]
        if row.event.ends_on >= today or row.outcome != "not_met"
    ]  # fmt: skip


def _step_words(row: Appearance) -> str:
    return f"Met at {row.event.name}" if row.outcome == "met" else f"On your list for {row.event.name}"


def _meets(now: datetime) -> ColumnElement[bool]:
    mine = select(Appearance.person_id).join(Event, Event.id == Appearance.event_id)
    return Person.id.in_(mine.where(Event.deleted_at.is_(None), Event.ends_on >= now.date()))
