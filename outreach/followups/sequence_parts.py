"""What ladders put on other pages: on those of people and letters, the next step of a person, planned notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask

from outreach import page_parts
from outreach.accounts.whereabouts import today_of
from outreach.drafts import queries as drafts
from outreach.followups import ladder_facts, ladder_files, operations, queries
from outreach.followups import sequence_words as words
from outreach.followups.ladder_facts import Look
from outreach.page_parts import Here, NextAction, Part, Step


def join(app: Flask) -> None:
    """Puts them there."""
    page_parts.add(app, "person", Part("follow-up", "", "side", 30, "followups/_sequence_of_person.html", _of_person))
    page_parts.add(app, "draft", Part("follow-up", "", "next", 20, "followups/_sequence_of_draft.html", _of_draft))
    page_parts.add_steps(app, "person", _steps)
    page_parts.add_action(app, "person", 6, _action)


def _looks(here: Here) -> tuple[Look, ...]:
    return ladder_facts.looks(here.session, queries.of_person(here.session, here.subject_id), here.now)


def _of_person(here: Here) -> Mapping[str, Any] | None:
    today = today_of(here.session, here.user_id, here.now)
    found = [(look, words.next_words(look, today), words.waits_for(look, today)) for look in _looks(here)]
    return {"lines": found} if found else None


def _of_draft(here: Here) -> Mapping[str, Any] | None:
    """On a request that was sent: what follows. On a note: to which request, and whether they answered meanwhile."""
    draft = drafts.draft_here(here.session, here.subject_id)
    row = queries.of_draft(here.session, draft.id)
    if row is None:
        waits = draft.state == "sent" and ladder_files.ladder_after(draft.kind) is not None
        return {"look": None} if waits else None
    look = operations.look_at(here.session, row, here.now)
    today = today_of(here.session, here.user_id, here.now)
    return {
        "look": look,
        "is_note": row.draft_id != draft.id,
        "next_words": words.next_words(look, today),
        "waits_for": words.waits_for(look, today),
        "ended": words.ended(look),
    }


def _steps(here: Here, most: int) -> Sequence[Step]:
    """Notes that are planned; letters that were sent the drafts show themselves."""
    found: list[Step] = []
    for look in _looks(here):
        step = look.course.open_step
        if step is not None and step.due_at is not None:
            on = step.due_at.astimezone(look.facts.zone).date()
            name = f"{words.note_name(step)}, if no answer comes"
            found.append(Step(on, name, "letter", done=False, address=f"/sequences/{look.row.id}"))
    return found[:most]


def _action(here: Here) -> NextAction | None:
    """Deciding about a note that is due."""
    for look in _looks(here):
        step = look.course.open_step
        if step is not None and step.state == "due":
            return NextAction("Write the follow-up, or rest", f"/sequences/{look.row.id}")
    return None
