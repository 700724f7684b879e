"""What drafts put on the pages of people and projects: the letters there are, and the button that begins one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.dossiers.subjects import person_here
from outreach.drafts import confirmed, queries, rules
from outreach.page_parts import Here, NextAction, Part
from outreach.projects.queries import project_here


def join(app: Flask) -> None:
    """Puts the letters on both pages, and the main button on that of a leader of whom something is confirmed."""
    page_parts.add(app, "person", Part("drafts", "Letters", "main", 40, "drafts/_of_person.html", _of_person))
    page_parts.add(app, "project", Part("drafts", "Letters", "main", 40, "drafts/_of_project.html", _of_project))
    page_parts.add_action(app, "person", 80, _action)
    page_parts.add_action(app, "project", 80, _action_of_project)


def _of_person(here: Here) -> Mapping[str, Any] | None:
    person = person_here(here.session, here.subject_id)
    lines = queries.of_person(here.session, person.id)
    if person.kind != "leader" and not lines:
        return None
    return {"lines": lines, "kinds": rules.KIND_WORDS, "person_id": person.id, "may_write": person.may_be_contacted}


def _of_project(here: Here) -> Mapping[str, Any]:
    return {"lines": queries.of_project(here.session, here.subject_id), "kinds": rules.KIND_WORDS}


def _action_of_project(here: Here) -> NextAction | None:
    """Asking somebody for it, while it is under way."""
    if project_here(here.session, here.subject_id).state != "open":
        return None
    return NextAction("Ask a leader for an interview", f"/drafts/new?project={here.subject_id}")


def _action(here: Here) -> NextAction | None:
    """Going on with the request that is being written, else beginning one where there is something to say."""
    person = person_here(here.session, here.subject_id)
    if person.kind != "leader" or not person.may_be_contacted:
        return None
    writing = next((line for line in queries.of_person(here.session, person.id) if line.state == "writing"), None)
    if writing is not None:
        return NextAction("Go on with the letter", writing.path)
    if not confirmed.has_any(here.session, person):
        return None
    return NextAction("Ask for an interview", f"/drafts/new?person={person.id}")
