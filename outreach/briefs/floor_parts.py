"""What floor mode puts on the page of an event: the way to it, while the event is near or goes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import day_in
from outreach.events import queries as events
from outreach.events.models import Event
from outreach.page_parts import Here, NextAction, Part
from outreach.time_zones import zone_of

SHOWN_AFTER = timedelta(days=3)
"""How long after an event its floor mode is still offered."""


def join(app: Flask) -> None:
    """Puts the way to floor mode on an event's page; while the event goes on it is the main button."""
    page_parts.add(app, "event", Part("floor", "", "side", 10, "briefs/_floor_of_event.html", _of_event))
    page_parts.add_action(app, "event", 10, _open)


def _of_event(here: Here) -> Mapping[str, Any] | None:
    event = events.event_here(here.session, here.subject_id)
    is_over = date.max - event.ends_on > SHOWN_AFTER and _today_there(here, event) > event.ends_on + SHOWN_AFTER
    if is_over or not events.people_at(here.session, [event.id]).get(event.id):
        return None
    return {"event_id": event.id}


def _open(here: Here) -> NextAction | None:
    event = events.event_here(here.session, here.subject_id)
    is_on = event.starts_on <= _today_there(here, event) <= event.ends_on
    if not is_on or not events.people_at(here.session, [event.id]).get(event.id):
        return None
    return NextAction("Open floor mode", f"/events/{event.id}/floor")


def _today_there(here: Here, event: Event) -> date:
    zone = zone_of(event.time_zone)
    return day_in(here.now, zone) if zone is not None else here.now.date()
