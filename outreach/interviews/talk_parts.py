"""What talks put on the pages of people, projects and letters: those there are, the next step, the timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import day_in, zone_of_user
from outreach.dossiers.subjects import person_here
from outreach.drafts import queries as drafts
from outreach.interviews import talk_queries
from outreach.interviews.guide_parts import REQUESTS
from outreach.interviews.talk_models import WAYS_TO_TALK, Interview
from outreach.interviews.talk_pages import lines_of
from outreach.interviews.waiting import AGREED_FOR, note_address
from outreach.page_parts import Here, NextAction, Part, Step

_RECENT = timedelta(days=30)
"""For how long what a talk waits for is the main button of a page."""


def join(app: Flask) -> None:
    """Puts the talks on all three pages, their days on the timeline, and what they wait for above all."""
    page_parts.add(
        app, "person", Part("talks", "Interviews", "main", 42, "interviews/_talks_of_person.html", _of_person)
    )
    page_parts.add(
        app, "project", Part("talks", "Interviews", "main", 47, "interviews/_talks_of_project.html", _of_project)
    )
    page_parts.add(app, "draft", Part("talks", "Interview", "side", 44, "interviews/_talks_of_draft.html", _of_draft))
    page_parts.add_steps(app, "person", _steps)
    page_parts.add_action(app, "person", 5, _action)


def _lines(here: Here, rows: Sequence[Interview]) -> list[Any]:
    return lines_of(rows, talk_queries.thanks_of(here.session, rows))


def _of_person(here: Here) -> Mapping[str, Any] | None:
    person = person_here(here.session, here.subject_id)
    rows = talk_queries.of_person(here.session, person.id)
    if person.kind != "leader" and not rows:
        return None
    return {"lines": _lines(here, rows), "person_id": person.id}


def _of_project(here: Here) -> Mapping[str, Any] | None:
    rows = talk_queries.of_project(here.session, here.subject_id)
    return {"lines": _lines(here, rows)} if rows else None


def _of_draft(here: Here) -> Mapping[str, Any] | None:
    draft = drafts.draft_here(here.session, here.subject_id)
    rows = talk_queries.of_draft(here.session, draft.id)
    if not rows and (draft.kind not in REQUESTS or draft.state != "sent"):
        return None
    return {"lines": _lines(here, rows), "person_id": draft.person_id, "draft_id": draft.id}


def _steps(here: Here, most: int) -> Sequence[Step]:
    zone = zone_of_user(here.session, here.user_id)
    rows = [row for row in talk_queries.of_person(here.session, here.subject_id) if row.state != "canceled"]
    return [
        Step(
            day_in(row.started_at or row.starts_at, zone), f"Talk, {row.minutes} minutes",
            WAYS_TO_TALK[row.way].lower(), done=row.state == "held", address=f"/interviews/{row.id}",
        )
        for row in rows[:most]
    ]  # fmt: skip


def _action(here: Here) -> NextAction | None:
    """What the latest talk waits for: notes on its day, the debrief, the thanks. After a yes, the appointment."""
    rows = talk_queries.of_person(here.session, here.subject_id)
    fresh = [row for row in rows if abs(here.now - row.starts_at) < _RECENT]
    line = next((one for one in _lines(here, fresh) if one.next_words), None)
    if line is not None:
        return NextAction(line.next_words, line.next_address)
    granted = talk_queries.agreed(here.session, here.now - AGREED_FOR, here.subject_id)
    return NextAction("Note the appointment", note_address(granted[0])) if granted else None
