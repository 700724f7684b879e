"""What articles put on the pages of people and projects: those there are, and the button that begins one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, current_app

from outreach import page_parts
from outreach.articles import queries, where_it_stands
from outreach.articles.queries import Line
from outreach.page_parts import Here, Part
from outreach.projects.models import Project
from outreach.words import counted, listed

_TITLES = 3
"""Titles named before the rest is counted."""


def join(app: Flask) -> None:
    """Puts the articles on both pages."""
    page_parts.add(app, "person", Part("articles", "Articles", "main", 48, "articles/_of_person.html", _of_person))
    page_parts.add(app, "project", Part("articles", "Articles", "main", 49, "articles/_of_project.html", _of_project))
    page_parts.add(app, "person deletion", Part("articles", "", "main", 48, "", _goes_with))


def _of_person(here: Here) -> Mapping[str, Any] | None:
    lines = queries.of_person(here.session, here.subject_id)
    return _shown(here, lines) | {"person_id": here.subject_id} if lines else None


def _goes_with(here: Here) -> Mapping[str, Any] | None:
    """What becomes of the articles when their leader is deleted: they are not listed while the leader is not."""
    titles = [f"“{line.title}”" for line in queries.of_person(here.session, here.subject_id)]
    if not titles:
        return None
    more = [counted(len(titles) - _TITLES, "other", "others")] if len(titles) > _TITLES else []
    what = "An article about them goes" if len(titles) == 1 else "Articles about them go"
    return {"sentences": [f"{what} from your lists too, until they are back: {listed([*titles[:_TITLES], *more])}."]}


def _of_project(here: Here) -> Mapping[str, Any] | None:
    lines = queries.of_project(here.session, here.subject_id)
    project = here.session.get(Project, here.subject_id)
    is_open = project is not None and project.state == "open"
    return _shown(here, lines) | {"project_id": here.subject_id, "is_open": is_open} if lines or is_open else None


def _shown(here: Here, lines: Sequence[Line]) -> dict[str, Any]:
    stands = where_it_stands.stands(current_app, here.session, [line.id for line in lines], here.now)
    return {"lines": lines, "stands": stands, "nobody": where_it_stands.NOBODY}
