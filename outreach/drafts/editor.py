"""The editor: a draft's text with findings and facts beside it, saved as one types.

A window with script sends the form a moment after typing stops and gets the column beside the text anew; without
script the same form is sent by a button. Either way nothing typed is lost: what another window saved is kept as a
version, and a text that cannot be taken stays in the form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import page_parts
from outreach.asklint.reading import Reading
from outreach.db import WorkspaceSession
from outreach.dossiers import uses
from outreach.drafts import checking, gate, materials, operations, queries, resting, rules, versions
from outreach.drafts.checking import Checked
from outreach.drafts.forms import DraftForm
from outreach.drafts.models import Draft, DraftVersion
from outreach.drafts.operations import PLACE, Saved
from outreach.drafts.queries import CitedFact
from outreach.drafts.resting import Rests
from outreach.errors import Refused
from outreach.notices import tell
from outreach.page_parts import Here
from outreach.people.operations import By
from outreach.request_session import database, now, session
from outreach.security import requires, signed_in

bp = Blueprint("drafts", __name__)

UNPROCESSABLE = 422

LOST = "Characters that cannot be kept were taken out. Look the text over."

_LONGEST_NUMBER = 6
"""Digits of a version's number."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The column beside the text."""

    checked: Checked
    used: tuple[CitedFact, ...]
    unused: tuple[CitedFact, ...]
    rests: tuple[Rests, ...]
    confirmed: int
    """How many facts could be used."""


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_draft(draft_id: int, anchor: str | None = None, **more: Any) -> ResponseReturnValue:
    """Leads to a draft's page after a change."""
    return redirect(url_for("drafts.draft", draft_id=draft_id, _anchor=anchor, **more), 303)


# --- the page -------------------------------------------------------------------------------------------------------


@bp.get("/drafts/<int:draft_id>")
@signed_in
def draft(draft_id: int) -> ResponseReturnValue:
    """A draft in the editor; one that was sent is only shown."""
    row = queries.draft_here(session(), draft_id)
    return _draw(row, DraftForm(formdata=None, obj=row))


def _draw(row: Draft, form: DraftForm, status: int = 200) -> ResponseReturnValue:
    latest = versions.latest_of(session(), row)
    page = render_template(
        "drafts/draft.html",
        draft=row,
        form=form,
        titles={"letter": rules.KIND_WORDS.get(row.kind, rules.KIND_WORDS["other"])},
        reader=queries.reader_of(row),
        latest=latest,
        other=_other_version(row),
        waiting=uses.waiting_at(session(), PLACE, row.id),
        beside=beside(session(), row, row.subject, row.body, now()),
        parts=page_parts.loaded(current_app, "draft", Here(session(), row.id, current_user.user_id, now())),
        is_written=row.state == "writing" and current_user.may("editor"),
    )
    return page, status


def _other_version(row: Draft) -> DraftVersion | None:
    """The version under which another window's text was just kept, as the address says; None for none."""
    asked = request.args.get("other", "")
    if not asked.isascii() or not asked.isdigit() or len(asked) > _LONGEST_NUMBER:
        return None
    return versions.numbered(session(), row, int(asked))


def beside(read: WorkspaceSession, row: Draft, subject: str, body: str, moment: datetime) -> Beside:
    """What stands beside a text in a draft's place."""
    grounds = materials.grounds_of(read, row, moment)
    facts = queries.cited(read, row, moment.date())
    used, unused = queries.used(facts, body)
    reading = Reading(grounds.message(subject, body))
    checked = checking.check(reading, body, facts, row.passed, gate.remarks(read, row, moment))
    return Beside(checked, used, unused, resting.rests(reading, grounds.said), grounds.confirmed)


# --- saving ---------------------------------------------------------------------------------------------------------


@bp.post("/drafts/<int:draft_id>")
@requires("editor")
def save_draft(draft_id: int) -> ResponseReturnValue:
    """Keeps the text. A window with script gets the column beside the text; without, the page is shown again."""
    if request.headers.get("HX-Request") == "true":
        return _save_as_typed(draft_id)
    row = queries.draft_here(session(), draft_id)
    operations.check_is_written(row)  # the page of one that was sent has no window that could keep what was typed
    form = DraftForm()
    if not form.validate():
        return _draw(row, form, UNPROCESSABLE)
    saved = _save(row, form)
    if form.lost:
        tell(LOST, tone="warn")
    if request.form.get("leaves"):
        return _left(saved)
    if saved.kept_other is None:
        tell("Saved.")
        return to_draft(draft_id)
    return to_draft(draft_id, other=saved.kept_other)


def _left(saved: Saved) -> ResponseReturnValue:
    """Answers a window that has left the page: nobody reads it, so what has to be told is told on the next page."""
    if saved.kept_other is not None:
        tell(f"The draft was changed in another window. What stood there is kept as version {saved.kept_other}.")
    return "", 204


def _save(row: Draft, form: DraftForm) -> Saved:
    return operations.save(session(), row, form.subject.data or "", form.body.data or "", form.version.data, by())


def _save_as_typed(draft_id: int) -> ResponseReturnValue:
    form = DraftForm()
    if not form.validate():
        return render_template("drafts/_not_saved.html", form=form), UNPROCESSABLE
    subject, body = form.subject.data or "", form.body.data or ""
    # Checked in a session that only reads, before anything is written: the one writer is held for the save alone.
    with database().reader_for(current_user.workspace_id) as read:
        known = queries.draft_here(read, draft_id)
        column = render_column(known, beside(read, known, subject, body, now()))
    row = queries.draft_here(session(), draft_id)
    saved = _save(row, form)
    other = versions.numbered(session(), row, saved.kept_other) if saved.kept_other is not None else None
    return column + render_template(
        "drafts/_saved.html", draft=row, other=other, other_at=saved.other_at, lost=LOST if form.lost else ""
    )


def render_column(row: Draft, column: Beside) -> str:
    """The column beside the text, as HTML."""
    return render_template("drafts/_beside.html", draft=row, beside=column, is_written=True)


def save_sent(draft_id: int) -> Draft:
    """Saves the editor's form where this request brought it, and gives the draft: for buttons that let it leave.

    Raises: NotFound; Refused where the text cannot be taken, or another window has changed it.
    """
    row = queries.draft_here(session(), draft_id)
    if "body" not in request.form or row.state != "writing":
        return row
    form = DraftForm()
    if not form.validate():
        raise Refused(*(words for errors in form.errors.values() for words in errors))
    saved = _save(row, form)
    if saved.kept_other is not None:
        raise Refused(
            "This draft was changed in another window. Both texts are kept: look at them, then send the one you want."
        )
    return row


def after_saving(draft_id: int, go_on: Callable[[Draft], ResponseReturnValue]) -> ResponseReturnValue:
    """Saves the editor's form where this request brought it, then goes on: for buttons beside the one that saves.

    A text that cannot be taken stays in the window; one that another window has changed is saved, and both are shown.
    Raises: NotFound; Refused for a letter that was sent or put away, so that its page shows what was typed.
    """
    row = queries.draft_here(session(), draft_id)
    operations.check_is_written(row)
    if "body" not in request.form:
        return go_on(row)
    form = DraftForm()
    if not form.validate():
        return _draw(row, form, UNPROCESSABLE)
    saved = _save(row, form)
    if form.lost:
        tell(LOST, tone="warn")
    return go_on(row) if saved.kept_other is None else to_draft(draft_id, other=saved.kept_other)


def brings_another_text(row: Draft) -> bool:
    """Whether this request brings a text that is not the draft's: of a letter that was sent it would be lost."""
    if "body" not in request.form:
        return False
    form = DraftForm()
    return (form.subject.data or "", form.body.data or "") != (row.subject, row.body)


# --- looking --------------------------------------------------------------------------------------------------------


@bp.post("/drafts/<int:draft_id>/looked-at")
@requires("editor")
def looked_at_draft(draft_id: int) -> ResponseReturnValue:
    """Notes that somebody has looked at what changed below a draft."""
    row = queries.draft_here(session(), draft_id)
    uses.looked_at(session(), PLACE, row.id)
    tell("Noted that you have looked at it.")
    return to_draft(draft_id)
