"""What an event asks when it is over: "What was said?" on its page, and a task on the first page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from outreach import page_parts
from outreach.db import WorkspaceSession
from outreach.events import after_rules, queries
from outreach.events.models import Appearance, Event
from outreach.page_parts import Here, NextAction, Part
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.waiting import Waiting
from outreach.words import day

KIND = "after"
MOST_EVENTS = 5


def join(app: Flask) -> None:
    """Puts the question on an event's page; from the evening of its first day it is the main button."""
    page_parts.add(app, "event", Part("after", "", "side", 15, "events/_after_of_event.html", _of_event))
    page_parts.add_action(app, "event", 5, _action)


def _of_event(here: Here) -> Mapping[str, Any] | None:
    event = queries.event_here(here.session, here.subject_id)
    if not after_rules.has_begun(event.starts_on, event.time_zone, here.now):
        return None
    rows = queries.appearances(here.session, event)
    if not rows:
        return None
    said = [row.outcome if row.after_done_at is not None else "" for row in rows]
    words = after_rules.sum_words(said) or after_rules.left_words(said.count(""))
    return {"event_id": event.id, "words": words}


def _action(here: Here) -> NextAction | None:
    event = queries.event_here(here.session, here.subject_id)
    if not after_rules.has_begun(event.starts_on, event.time_zone, here.now):
        return None
    left = any(row.after_done_at is None for row in queries.appearances(here.session, event))
    return NextAction("What was said?", f"/events/{event.id}/after") if left else None


def tasks(session: WorkspaceSession, now: datetime, today: date) -> Sequence[Waiting]:
    """Events of which somebody is not said yet: due within 48 hours after the last day, then without a day."""
    first = today - min(after_rules.ASKED_FOR, today - date.min)
    open_ones = (
        select(Event, func.count())
        .join(Appearance, Appearance.event_id == Event.id)
        .join(Person, Person.id == Appearance.person_id)
        .where(Event.deleted_at.is_(None), Event.ends_on >= first, Event.starts_on <= today)
        .where(Appearance.after_done_at.is_(None), HERE)
        .group_by(Event.id)
        .order_by(Event.ends_on, Event.id)
        .limit(MOST_EVENTS)
    )
    rows = session.execute(open_ones).all()
    begun = [row for row in rows if after_rules.has_begun(row[0].starts_on, row[0].time_zone, now)]
    return tuple(_task(event, left, today) for event, left in begun)


def _task(event: Event, left: int, today: date) -> Waiting:
    until = after_rules.due_on(event.ends_on)
    is_warm = today <= until
    why = f"Thanks are warm until {day(until, today)}." if is_warm else "It is not too late to note what you remember."
    return Waiting(
        f"after:{event.id}", KIND, f"Say what came of {event.name}", f"{after_rules.left_words(left)}. {why}",
        "What was said?", f"/events/{event.id}/after", until if is_warm else None,
    )  # fmt: skip
