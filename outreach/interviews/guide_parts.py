"""What question guides put on the pages of people, projects and letters: those there are, and how one is begun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.dossiers.subjects import person_here
from outreach.drafts import queries as drafts
from outreach.interviews import queries
from outreach.page_parts import Here, Part

REQUESTS = ("interview-request", "assistant-request", "phone-script", "linkedin-note", "confirmation")
"""Kinds of letters that lead to a talk."""


def join(app: Flask) -> None:
    """Puts the guides on all three pages."""
    page_parts.add(app, "person", Part("guides", "", "main", 45, "interviews/_of_person.html", _of_person))
    page_parts.add(app, "project", Part("guides", "Questions", "main", 45, "interviews/_of_project.html", _of_project))
    page_parts.add(app, "draft", Part("guides", "Questions", "side", 45, "interviews/_of_draft.html", _of_draft))


def _of_person(here: Here) -> Mapping[str, Any] | None:
    person = person_here(here.session, here.subject_id)
    lines = queries.of_person(here.session, person.id)
    if person.kind != "leader" and not lines:
        return None
    return {"lines": lines, "person_id": person.id, "may_ask": person.may_be_contacted}


def _of_project(here: Here) -> Mapping[str, Any] | None:
    lines = queries.of_project(here.session, here.subject_id)
    return {"lines": lines} if lines else None


def _of_draft(here: Here) -> Mapping[str, Any] | None:
    draft = drafts.draft_here(here.session, here.subject_id)
    lines = queries.of_draft(here.session, draft.id)
    if not lines and (draft.kind not in REQUESTS or not draft.person.may_be_contacted):
        return None
    return {"lines": lines, "draft_id": draft.id}
