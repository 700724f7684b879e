"""The pages of question guides: a new one, one of them with what was found, for print, as text to send, deleting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.columns import LARGEST_ID
from outreach.dossiers import uses
from outreach.dossiers.subjects import person_here
from outreach.drafts import confirmed
from outreach.drafts import queries as drafts
from outreach.drafts.models import Draft
from outreach.drafts.operations import may_write_to
from outreach.errors import NotFound, Refused
from outreach.interviews import operations, queries, rules, talk_queries
from outreach.interviews.appointment_times import at_in_words
from outreach.interviews.appointments import zone_of_talk
from outreach.interviews.forms import GuideForm, guide_form
from outreach.interviews.models import QUESTION_KINDS, QuestionGuide
from outreach.interviews.operations import PLACE, NewGuide
from outreach.notices import tell
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects import queries as projects
from outreach.projects.models import Project
from outreach.request_session import now, session
from outreach.security import requires, signed_in

bp = Blueprint("interviews", __name__)

UNPROCESSABLE = 422
USUAL_MINUTES = 20


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_guide(guide_id: int, anchor: str | None = None) -> ResponseReturnValue:
    """Leads to a guide's page after a change."""
    return redirect(url_for("interviews.guide", guide_id=guide_id, _anchor=anchor), 303)


# --- making ---------------------------------------------------------------------------------------------------------


@bp.route("/guides/new", methods=["GET", "POST"])
@requires("editor")
def new_guide() -> ResponseReturnValue:
    """Asks for what and how long, then proposes the questions. Raises: NotFound; Refused."""
    draft = _draft_asked_for()
    number = draft.person_id if draft is not None else number_in(request.args.get("person", ""))
    if number is None:
        raise NotFound
    person = person_here(session(), number)
    allowed = may_write_to(person)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    form = _new_form(person, draft)
    if request.method == "POST" and form.validate():
        made = operations.create(session(), _new(form, person, draft), by())
        tell("Proposed from what is confirmed. Every word can be changed.")
        return to_guide(made.id)
    page = render_template("interviews/new.html", person=person, draft=draft, form=form)
    return page, UNPROCESSABLE if form.errors else 200


def _draft_asked_for() -> Draft | None:
    number = number_in(request.args.get("draft", ""))
    return drafts.draft_here(session(), number) if number is not None else None


def number_in(text: str) -> int | None:
    """An id as it stands in an address; None for none. Raises: NotFound for what can be no id."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID):
        raise NotFound
    return int(text)


def _new_form(person: Person, draft: Draft | None) -> GuideForm:
    today = now().date()
    offered = [(one.id, one.title) for one in projects.open_projects(session())]
    programs = [(one.id, one.name) for one in confirmed.programs(session(), person, today)]
    project = draft.project_id if draft is not None else offered[0][0] if offered else None
    program = draft.program_id if draft is not None else programs[0][0] if programs else None
    minutes = draft.minutes if draft is not None and draft.minutes else USUAL_MINUTES
    first = {"project": str(project or ""), "program": str(program or ""), "minutes": str(minutes)}
    named: dict[str, Any] = {"formdata": None, "data": first} if request.method == "GET" else {}
    return guide_form(_with(offered, draft.project if draft else None), programs, today, **named)


def _with(offered: list[tuple[int, str]], project: Project | None) -> list[tuple[int, str]]:
    """The projects under way, and the one of the letter or guide where that is done meanwhile."""
    if project is None or project.deleted_at is not None or any(number == project.id for number, _ in offered):
        return offered
    return [(project.id, project.title), *offered]


def _new(form: GuideForm, person: Person, draft: Draft | None) -> NewGuide:
    return NewGuide(
        person_id=person.id,
        minutes=form.minutes.read,
        project_id=number_in(form.project.data),
        draft_id=draft.id if draft is not None else None,
        program_id=number_in(form.program.data),
        meets_on=form.meets_on.read,
    )


# --- one ------------------------------------------------------------------------------------------------------------


@bp.get("/guides/<int:guide_id>")
@signed_in
def guide(guide_id: int) -> ResponseReturnValue:
    """A guide: its questions with their times, what they hang on, and what was found."""
    found = queries.guide_here(session(), guide_id)
    lines = queries.lines(session(), found, now().date())
    return render_template(
        "interviews/guide.html",
        guide=found,
        title=queries.title_of(found),
        asked=[one for one in lines if one.question.kind != "reserve"],
        reserve=[one for one in lines if one.question.kind == "reserve"],
        kinds=QUESTION_KINDS,
        review=queries.review_of(session(), found, lines, now().date()),
        bounds=rules.bounds(found.minutes),
        send_by=rules.send_by(found.meets_on) if found.meets_on else None,
        waiting=uses.waiting_at(session(), PLACE, found.id),
        talks=_talks(found),
        today=now().date(),
    )


@dataclass(frozen=True, slots=True)
class TalkOfGuide:
    """A talk that the questions are for."""

    id: int
    when: str


def _talks(found: QuestionGuide) -> list[TalkOfGuide]:
    return [
        TalkOfGuide(row.id, at_in_words(row.starts_at, zone_of_talk(row), now().date()))
        for row in talk_queries.of_guide(session(), found.id)
        if row.state != "canceled"
    ]


@bp.route("/guides/<int:guide_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_guide(guide_id: int) -> ResponseReturnValue:
    """Changes for what the talk is, how long, when. When another window was faster, nothing is lost."""
    found = queries.guide_here(session(), guide_id)
    offered = [(one.id, one.title) for one in projects.open_projects(session())]
    values = _values(found)
    named: dict[str, Any] = {"formdata": None, "data": values} if request.method == "GET" else {}
    form = guide_form(_with(offered, found.project), (), now().date(), was=found.meets_on, **named)
    del form.program
    if request.method == "GET" or not form.validate():
        return _edit_page(found, form), UNPROCESSABLE if form.errors else 200
    new = NewGuide(found.person_id, form.minutes.read, number_in(form.project.data), meets_on=form.meets_on.read)
    try:
        operations.change_guide(session(), found, new, form.version.data, by())
    except ChangedElsewhere as error:
        return _edit_page(found, form, _differences(found)), error.status
    tell("Saved.")
    return to_guide(found.id)


def _values(found: QuestionGuide) -> dict[str, Any]:
    day = found.meets_on.isoformat() if found.meets_on else ""
    project = str(found.project_id) if found.project is not None and found.project.deleted_at is None else ""
    return {"version": found.version, "minutes": str(found.minutes), "meets_on": day, "project": project}


def _edit_page(found: QuestionGuide, form: GuideForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    if theirs:
        form.version.data = found.version
    title = queries.title_of(found)
    return render_template("interviews/edit.html", guide=found, title=title, form=form, theirs=theirs)


def _differences(found: QuestionGuide) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    return (
        ("Minutes", str(found.minutes)),
        ("Day of the talk", found.meets_on.isoformat() if found.meets_on else "not set"),
        ("Project", found.project.title if found.project is not None else "none"),
    )


@bp.post("/guides/<int:guide_id>/propose")
@requires("editor")
def propose_questions(guide_id: int) -> ResponseReturnValue:
    """Puts in a question of each kind that is missing."""
    found = queries.guide_here(session(), guide_id)
    number = operations.propose_missing(session(), found, by())
    tell(f"Put in: {number}. Look them over." if number else "There is a question of every kind already.")
    return to_guide(found.id, "questions")


@bp.post("/guides/<int:guide_id>/looked-at")
@requires("editor")
def looked_at_guide(guide_id: int) -> ResponseReturnValue:
    """Notes that somebody has looked at what changed below the questions."""
    found = queries.guide_here(session(), guide_id)
    uses.looked_at(session(), PLACE, found.id)
    tell("Noted that you have looked at it.")
    return to_guide(found.id)


# --- on paper, and to send ------------------------------------------------------------------------------------------


@bp.get("/guides/<int:guide_id>/print")
@signed_in
def print_guide(guide_id: int) -> ResponseReturnValue:
    """One sheet for the talk: the questions with their times, what they hang on, room to write."""
    found = queries.guide_here(session(), guide_id)
    lines = queries.lines(session(), found, now().date())
    return render_template(
        "interviews/print.html",
        guide=found,
        title=queries.title_of(found),
        asked=[one for one in lines if one.question.kind != "reserve"],
        reserve=[one for one in lines if one.question.kind == "reserve"],
        kinds=QUESTION_KINDS,
    )


@bp.get("/guides/<int:guide_id>/send")
@signed_in
def questions_to_send(guide_id: int) -> ResponseReturnValue:
    """What they will be asked, as plain text; while something has to be fixed, what that is."""
    found = queries.guide_here(session(), guide_id)
    text, reasons = "", tuple[str, ...]()
    try:
        text = operations.text_to_send(session(), found, now().date())
    except Refused as refused:
        reasons = refused.reasons
    return render_template(
        "interviews/send.html",
        guide=found,
        title=queries.title_of(found),
        text=text,
        reasons=reasons,
        send_by=rules.send_by(found.meets_on) if found.meets_on else None,
        today=now().date(),
    )


@bp.get("/guides/<int:guide_id>/questions.txt")
@signed_in
def questions_as_file(guide_id: int) -> ResponseReturnValue:
    """The list of questions as a file of plain text. Raises: Refused while something has to be fixed."""
    found = queries.guide_here(session(), guide_id)
    text = operations.text_to_send(session(), found, now().date())
    headers = {"Content-Disposition": 'attachment; filename="questions.txt"'}
    return Response(text, content_type="text/plain; charset=utf-8", headers=headers)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.get("/guides/<int:guide_id>/delete/ask")
@requires("editor")
def ask_delete_guide(guide_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    found = queries.guide_here(session(), guide_id)
    until = now() + rules.UNDO_FOR
    return render_template("interviews/delete.html", guide=found, title=queries.title_of(found), until=until)


@bp.post("/guides/<int:guide_id>/delete")
@requires("editor")
def delete_guide(guide_id: int) -> ResponseReturnValue:
    """Takes a guide out of every list."""
    found = queries.deleted_or_not(session(), guide_id)
    title = queries.title_of(found)
    said = f"{title}: deleted already." if found.deleted_at else f"Deleted: {title}."
    operations.remove(session(), found, by())
    tell(said, undo=url_for(".bring_guide_back", guide_id=found.id))
    return redirect(url_for("people.person", number=found.person_id), 303)


@bp.post("/guides/<int:guide_id>/bring-back")
@requires("editor")
def bring_guide_back(guide_id: int) -> ResponseReturnValue:
    """Brings a deleted guide back. Raises: NotFound; Refused after 30 days."""
    found = queries.deleted_or_not(session(), guide_id)
    operations.bring_back(session(), found, by())
    tell(f"{queries.title_of(found)}: back again.")
    return to_guide(found.id)
