"""The ten-minute debrief: saved as far as it goes, then the sum of it, then one press that writes the ledger."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.interviews import debrief, talk_notes, talk_queries
from outreach.interviews.appointment_pages import to_talk, when_in_words
from outreach.interviews.debrief import MOST_LINES, PARTS
from outreach.interviews.guide_pages import UNPROCESSABLE, bp, by
from outreach.interviews.note_forms import (
    BLANK_ROWS,
    DebriefForm,
    debrief_form,
    first_values,
    open_lines,
    rows_sent,
)
from outreach.interviews.talk_models import Interview
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.relationships.rules import BadDay
from outreach.request_session import session
from outreach.security import requires


@bp.route("/interviews/<int:interview_id>/debrief", methods=["GET", "POST"])
@requires("editor")
def debrief_talk(interview_id: int) -> ResponseReturnValue:
    """The form; what it holds is saved, however little. Raises: Refused for a talk that was called off."""
    row = talk_queries.talk_here(session(), interview_id)
    form = _form(row)
    theirs: tuple[tuple[str, str], ...] = ()
    if request.method == "POST" and form.validate():
        try:
            is_new = debrief.save(session(), row, form.said(), form.version.data, by())
        except ChangedElsewhere:
            form.version.data, theirs = row.version, _differences(row)
        else:
            return _after(row, request.form.get("then", ""), is_new=is_new)
    page = _page(row, form, theirs)
    return page, ChangedElsewhere.status if theirs else UNPROCESSABLE if form.errors else 200


def _form(row: Interview) -> DebriefForm:
    on = debrief.day_of_talk(session(), row, current_user.user_id)
    if request.method == "POST":
        return debrief_form(rows_sent(tuple(request.form)), on)
    said = debrief.read(row)
    rows = {part: min(MOST_LINES, len(open_lines(said, part)) + BLANK_ROWS) for part in PARTS}
    return debrief_form(rows, on, formdata=None, data=first_values(said, row.version))


def _page(row: Interview, form: DebriefForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    said = debrief.read(row)
    return render_template(
        "interviews/debrief.html", talk=row, form=form, theirs=theirs, parts=PARTS, rows=form.rows,
        when=when_in_words(row), beside=_BESIDE, there=_there(row),
        exact=[line for line in talk_notes.lines_of(session(), row) if line.kind == "exact"][:20],
        is_written=row.debriefed_at is not None, said=said,
    )  # fmt: skip


_BESIDE = {"mine": "by", "theirs": "by", "advice": "exact", "recommended": "url"}


def _there(row: Interview) -> dict[str, list[str]]:
    """The lines that are in the ledger, by kind."""
    said = debrief.read(row)
    return {part: [line.what for line in said.of(part) if line.row_id is not None] for part in PARTS}


def _differences(row: Interview) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    said = debrief.read(row)
    lines = tuple((words, "; ".join(one.what for one in said.of(part)) or "none") for part, words in PARTS.items())
    return (("What stays with you", said.learned), ("What it changed in you", said.changed_in_me), *lines,
            ("To verify", said.to_verify), ("What you could give next", said.next_give))  # fmt: skip


def _after(row: Interview, then: str, *, is_new: bool) -> ResponseReturnValue:
    if then == "rows":
        return redirect(url_for(".debrief_talk", interview_id=row.id, _anchor="lines"), 303)
    if then == "later":
        tell("Saved. Go on whenever you like." if is_new else "Nothing new to save.")
        return to_talk(row)
    return redirect(url_for(".debrief_sum", interview_id=row.id), 303)


@bp.get("/interviews/<int:interview_id>/debrief/sum")
@requires("editor")
def debrief_sum(interview_id: int) -> ResponseReturnValue:
    """What will be written into the ledger, before it is."""
    row = talk_queries.talk_here(session(), interview_id)
    entries = debrief.to_write(session(), row, current_user.user_id)
    return render_template("interviews/debrief_sum.html", talk=row, when=when_in_words(row), entries=entries)


@bp.post("/interviews/<int:interview_id>/debrief/write")
@requires("editor")
def write_debrief(interview_id: int) -> ResponseReturnValue:
    """Writes it into the ledger, each line once. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    try:
        written = debrief.write(session(), row, by())
    except BadDay as error:
        tell(f"{error} Nothing was written; the debrief is saved.", tone="bad")
        return redirect(url_for(".debrief_sum", interview_id=row.id), 303)
    tell(f"Written into the ledger: {written}." if written else "It is in the ledger already.")
    return redirect(url_for(".thank", interview_id=row.id), 303)
