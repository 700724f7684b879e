"""The lists of drafts, and what puts a draft away, deletes it or brings it back."""

from __future__ import annotations

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.drafts import operations, queries, rules
from outreach.drafts.editor import bp, by, to_draft
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in


@bp.get("/drafts")
@signed_in
def drafts() -> ResponseReturnValue:
    """The drafts of one list, the latest first: being written, to be told whether sent, sent, put away."""
    asked = request.args.get("show", "")
    counts = queries.counts(session())
    show = asked if asked in queries.SHOWN else "asked" if counts["asked"] and not counts["writing"] else "writing"
    page = queries.drafts(session(), show, request.args.get("after"))
    g.waiting = {"/drafts": counts["asked"]}
    return render_template(
        "drafts/list.html",
        page=page,
        show=show,
        shown=queries.SHOWN,
        counts=counts,
        kinds=rules.KIND_WORDS,
        newer=_address(show, page.previous_cursor),
        older=_address(show, page.next_cursor),
    )


def _address(show: str, cursor: str | None) -> str:
    return url_for("drafts.drafts", show=show, after=cursor) if cursor else ""


@bp.post("/drafts/<int:draft_id>/put-away")
@requires("editor")
def put_draft_away(draft_id: int) -> ResponseReturnValue:
    """Takes a draft off the list of those being written. Raises: Refused for a letter that was sent."""
    row = queries.draft_here(session(), draft_id)
    operations.put_away(session(), row, by())
    tell("Put away. It is kept as it is.", undo=url_for("drafts.take_up_draft", draft_id=draft_id))
    return redirect(url_for("drafts.drafts"), 303)


@bp.post("/drafts/<int:draft_id>/take-up")
@requires("editor")
def take_up_draft(draft_id: int) -> ResponseReturnValue:
    """Goes on with a draft that was put away."""
    row = queries.draft_here(session(), draft_id)
    operations.take_up(session(), row, by())
    tell("It is among those being written again.")
    return to_draft(draft_id)


@bp.get("/drafts/<int:draft_id>/delete/ask")
@requires("editor")
def ask_delete_draft(draft_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = queries.draft_here(session(), draft_id)
    return render_template("drafts/delete.html", draft=row, title=queries.title_of(row), until=now() + rules.UNDO_FOR)


@bp.post("/drafts/<int:draft_id>/delete")
@requires("editor")
def delete_draft(draft_id: int) -> ResponseReturnValue:
    """Takes a draft out of every list, so that it can be brought back."""
    row = queries.deleted_or_not(session(), draft_id)
    words = "Deleted the draft." if row.deleted_at is None else "The draft was deleted already."
    operations.remove(session(), row, by())
    tell(words, undo=url_for("drafts.bring_draft_back", draft_id=draft_id))
    return redirect(url_for("drafts.drafts"), 303)


@bp.post("/drafts/<int:draft_id>/bring-back")
@requires("editor")
def bring_draft_back(draft_id: int) -> ResponseReturnValue:
    """Brings a deleted draft back. Raises: NotFound; Refused after 30 days."""
    row = queries.deleted_or_not(session(), draft_id)
    operations.bring_back(session(), row, by())
    tell("The draft is back.")
    return to_draft(draft_id)
