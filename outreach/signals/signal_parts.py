"""What signals put on the pages of people and organizations: what changed, and whether they are looked up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.dossiers.queries import research_state
from outreach.dossiers.subjects import person_here, subject_of_person
from outreach.page_parts import Here, Part, Step
from outreach.signals import queries, watch_rules, watches

SHOWN = 3


def join(app: Flask) -> None:
    """Puts changes on both pages, and into the timeline of a person."""
    template = "signals/_changed_card.html"
    page_parts.add(app, "person", Part("changed", "", "side", 30, template, _of_person))
    page_parts.add(app, "organization", Part("changed", "", "side", 30, template, _of_organization))
    page_parts.add_steps(app, "person", _steps)


def _of_person(here: Here) -> Mapping[str, Any] | None:
    """Offered once there is research to compare with."""
    person = person_here(here.session, here.subject_id)
    row = watches.watch_of(here.session, person.id)
    found = queries.of_person(here.session, person.id)
    if row is None and not found:
        state = research_state(here.session, subject_of_person(here.session, person))
        if state.latest is None or not state.latest.is_over:
            return None
    today = today_of(here.session, here.user_id, here.now)
    is_on = row is not None and row.is_on
    held = watches.held(here.session, [person], today).get(person.id) if is_on else None
    every = watch_rules.EVERY_WORDS[watch_rules.choice_of(row.every_days)] if row is not None and is_on else ""
    return {"lines": queries.lines(here.session, found[:SHOWN]), "more": max(0, len(found) - SHOWN), "every": every,
            "next_at": row.next_at if row is not None and is_on else None, "held": held,
            "person_id": person.id}  # fmt: skip


def _of_organization(here: Here) -> Mapping[str, Any] | None:
    found = queries.of_organization(here.session, here.subject_id, SHOWN)
    if not found:
        return None
    return {"lines": queries.lines(here.session, found), "more": 0, "every": "", "next_at": None, "held": None,
            "person_id": None}  # fmt: skip


def _steps(here: Here, most: int) -> Sequence[Step]:
    rows = queries.of_person(here.session, here.subject_id)[:most]
    return [Step(row.found_at.date(), row.sentence, "found", address=f"/signals/{row.id}") for row in rows]
