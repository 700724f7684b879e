"""What learning from a leader shows on their page: the questions, what they recommended, and their advice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.page_parts import Here, Part
from outreach.people import queries as people
from outreach.relationships import advice, learning

SHOWN = 5


def join(app: Flask) -> None:
    """Puts both on a person's page."""
    page_parts.add(app, "person", Part("advice", "", "main", 55, "relationships/_advice_of_person.html", _advice))
    page_parts.add(
        app,
        "person",
        Part("learning", "Keep learning", "main", 58, "relationships/_learning_of_person.html", _learning),
    )


def _advice(here: Here) -> Mapping[str, Any] | None:
    person = people.person(here.session, here.subject_id)
    rows = advice.of_person(here.session, person.id, SHOWN + 1)
    if person.kind != "leader" and not rows:
        return None
    lines = [(row, advice.state_of(row), advice.STATES[advice.state_of(row)]) for row in rows[:SHOWN]]
    return {"lines": lines, "more": len(rows) > SHOWN, "person_id": person.id}


def _learning(here: Here) -> Mapping[str, Any] | None:
    person = people.person(here.session, here.subject_id)
    plan = learning.plan_of(here.session, person.id)
    rows = learning.of_person(here.session, person.id)
    if person.kind != "leader" and plan is None and not rows:
        return None
    return {"plan": plan, "rows": rows, "person_id": person.id, "may_write": person.may_be_contacted}
