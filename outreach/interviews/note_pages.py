"""The notes room: one line at a time while somebody talks, each with its minute; changing, deleting, printing."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.errors import NotFound
from outreach.interviews import consent, queries, talk_notes, talk_queries, talks
from outreach.interviews.appointment_pages import when_in_words
from outreach.interviews.appointment_times import clock_in_words
from outreach.interviews.appointments import zone_of_talk
from outreach.interviews.guide_pages import UNPROCESSABLE, bp, by
from outreach.interviews.models import QUESTION_KINDS, GuideQuestion
from outreach.interviews.note_forms import LineForm
from outreach.interviews.talk_models import CONSENTS, NOTE_KINDS, RECORDING, Interview, InterviewNote
from outreach.interviews.talk_notes import NewLine
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires, signed_in

MOST_SHOWN = 200
"""Lines that the room shows beside the form, the latest first; the sheet has all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as pages print it. `when`: its minute, or by the clock; `patients`: words that could tell who one is."""

    line: InterviewNote
    when: str
    kind: str
    is_changed: bool
    patients: tuple[str, ...]


def shown(row: Interview) -> list[Shown]:
    """The lines of a talk, first to last."""
    changed = talk_notes.changed_lines(session(), row)
    return [
        Shown(line, _when(row, line), NOTE_KINDS[line.kind], line.id in changed, talk_notes.patient_details(line.text))
        for line in talk_notes.lines_of(session(), row)
    ]


def _when(row: Interview, line: InterviewNote) -> str:
    if talks.is_after(row, line.said_at):
        return "after the talk"
    minute = talks.minute_of(row, line.said_at)
    return f"minute {minute}" if minute is not None else clock_in_words(line.said_at, zone_of_talk(row))


def _questions(row: Interview) -> list[GuideQuestion]:
    guide = row.guide_id and queries.guide_or_none(session(), row.guide_id)
    return list(queries.questions_of(session(), guide)) if guide else []


# --- the room ---------------------------------------------------------------------------------------------------------


@bp.route("/interviews/<int:interview_id>/notes", methods=["GET", "POST"])
@requires("editor")
def notes(interview_id: int) -> ResponseReturnValue:
    """The notes with a form for the next line; a line that is sent twice is kept once. Raises: Refused."""
    row = talk_queries.talk_here(session(), interview_id)
    named: dict[str, Any] = {"formdata": None, "data": _blank()} if request.method == "GET" else {}
    form = LineForm(**named)
    if request.method == "POST" and form.validate():
        talk_notes.add(session(), row, _new(form), form.key.data, by())
        return redirect(url_for(".notes", interview_id=row.id, _anchor="text"), 303)
    lines = shown(row)
    page = render_template(
        "interviews/notes.html", talk=row, form=form, when=when_in_words(row), lines=lines[::-1][:MOST_SHOWN],
        number=len(lines), lasted=talks.time_in_words(row, now()), questions=_questions(row), kinds=QUESTION_KINDS,
        aloud=consent.ALOUD, remark=consent.remark_on(row), consents=(RECORDING, CONSENTS),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200


def _blank() -> dict[str, Any]:
    return {"key": secrets.token_urlsafe(12), "kind": "paraphrase"}


def _new(form: LineForm) -> NewLine:
    return NewLine(form.kind.data, form.text.data or "", form.speaker.data or "", form.fact_check.data)


@bp.get("/interviews/<int:interview_id>/notes/print")
@signed_in
def print_notes(interview_id: int) -> ResponseReturnValue:
    """The notes on paper: each line with its minute and whose words it has."""
    row = talk_queries.talk_here(session(), interview_id)
    return render_template(
        "interviews/print_notes.html", talk=row, when=when_in_words(row), lines=shown(row),
        lasted=talks.time_in_words(row, now()), consents=(RECORDING, CONSENTS),
    )  # fmt: skip


# --- one line ---------------------------------------------------------------------------------------------------------


@bp.route("/interviews/<int:interview_id>/notes/<int:line_id>", methods=["GET", "POST"])
@requires("editor")
def edit_line(interview_id: int, line_id: int) -> ResponseReturnValue:
    """Changes a line; how it read before is kept. When another window was faster, nothing is lost.

    Raises: NotFound, also for one that was deleted.
    """
    row = talk_queries.talk_here(session(), interview_id)
    line = talk_queries.line_of(session(), row, line_id)
    if line.deleted_at is not None:
        raise NotFound
    first = {"version": line.version, "text": line.text, "kind": line.kind, "speaker": line.speaker,
             "fact_check": line.fact_check}  # fmt: skip
    named: dict[str, Any] = {"formdata": None, "data": first} if request.method == "GET" else {}
    form = LineForm(**named)
    if request.method == "GET" or not form.validate():
        return _line_page(row, line, form), UNPROCESSABLE if form.errors else 200
    try:
        talk_notes.change(session(), line, _new(form), form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = line.version
        return _line_page(row, line, form, _differences(line)), error.status
    tell("Saved. How it read before is kept with it.")
    return redirect(url_for(".notes", interview_id=row.id, _anchor=f"line-{line.id}"), 303)


def _line_page(row: Interview, line: InterviewNote, form: LineForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template(
        "interviews/note_line.html", talk=row, line=line, form=form, theirs=theirs, when=_when(row, line),
        former=talk_notes.former_words(session(), line), kinds=NOTE_KINDS,
    )  # fmt: skip


def _differences(line: InterviewNote) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    return (("What was said", line.text), ("Whose words", NOTE_KINDS[line.kind]), ("Who said it", line.speaker or "–"))


@bp.post("/interviews/<int:interview_id>/notes/<int:line_id>/remove")
@requires("editor")
def remove_line(interview_id: int, line_id: int) -> ResponseReturnValue:
    """Takes a line out of the notes."""
    row = talk_queries.talk_here(session(), interview_id)
    line = talk_queries.line_of(session(), row, line_id)
    said = "It was deleted already." if line.deleted_at else "Deleted."
    talk_notes.remove(session(), line, by())
    tell(said, undo=url_for(".put_line_back", interview_id=row.id, line_id=line.id))
    return redirect(url_for(".notes", interview_id=row.id, _anchor="lines"), 303)


@bp.post("/interviews/<int:interview_id>/notes/<int:line_id>/put-back")
@requires("editor")
def put_line_back(interview_id: int, line_id: int) -> ResponseReturnValue:
    """Puts a deleted line back. Raises: Refused after 30 days."""
    row = talk_queries.talk_here(session(), interview_id)
    line = talk_queries.line_of(session(), row, line_id)
    talk_notes.put_back(session(), line, by())
    tell("It is back.")
    return redirect(url_for(".notes", interview_id=row.id, _anchor=f"line-{line.id}"), 303)
