"""What briefs and packs put on the pages of people and events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.models import User
from outreach.accounts.whereabouts import zone_of_user
from outreach.briefs import differences, packs, previews, printings
from outreach.dossiers.subjects import person_here
from outreach.events import queries as events
from outreach.page_parts import Here, NextAction, Part


def join(app: Flask) -> None:
    """Puts the pack on an event's page, and the brief on a person's."""
    page_parts.add(app, "event", Part("pack", "Pack", "side", 20, "briefs/_of_event.html", _of_event))
    page_parts.add_action(app, "event", 60, _make_the_pack)
    page_parts.add(app, "person", Part("brief", "", "side", 70, "briefs/_of_person.html", _of_person))


def _of_event(here: Here) -> Mapping[str, Any]:
    event = events.event_here(here.session, here.subject_id)
    last = printings.last_pack(here.session, event.id)
    parts = tuple(last.parts) if last is not None else packs.USUAL_PARTS
    people = len(packs.people_in_pack(here.session, event))
    since = None
    if last is not None and int(last.content.get("people", 0)) <= previews.MOST_PEOPLE:
        now = here.now.astimezone(zone_of_user(here.session, here.user_id))
        user = here.session.get_one(User, here.user_id)
        since = differences.compared(here.session, last, user=user, now=now)
    return {
        "event_id": event.id,
        "last": last,
        "since": since,
        "meetings": events.people_at(here.session, [event.id]).get(event.id, 0),
        "estimate": previews.estimate(people, parts),
        "parts": ", ".join(packs.PARTS[key] for key in parts if key in packs.PARTS).capitalize(),
    }


def _make_the_pack(here: Here) -> NextAction | None:
    """The main button of an event that is not over, once somebody is in its pack."""
    event = events.event_here(here.session, here.subject_id)
    if event.ends_on < here.now.date() or not packs.people_in_pack(here.session, event):
        return None
    words = "Make the pack" if printings.last_pack(here.session, event.id) is None else "Print the pack"
    return NextAction(words, f"/events/{event.id}/pack")


def _of_person(here: Here) -> Mapping[str, Any] | None:
    person = person_here(here.session, here.subject_id)
    return {"person_id": person.id} if person.kind == "leader" else None
