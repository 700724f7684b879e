"""The pages of single questions: a new one, changing it, up and down, taking it out and putting it back."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.errors import NotFound
from outreach.interviews import operations, queries
from outreach.interviews.forms import QuestionForm, question_form, read_ground
from outreach.interviews.guide_pages import UNPROCESSABLE, bp, by, to_guide
from outreach.interviews.models import QUESTION_KINDS, GuideQuestion, QuestionGuide
from outreach.interviews.operations import QuestionDetails
from outreach.interviews.question_rules import remarks_on
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires

USUAL_MINUTES = 3
_LONGEST_PLACE = 3
"""Digits of a question's number on the page."""


@bp.route("/guides/<int:guide_id>/questions/new", methods=["GET", "POST"])
@requires("editor")
def new_question(guide_id: int) -> ResponseReturnValue:
    """A question of the user's own. Raises: Refused when there are too many."""
    guide = queries.guide_here(session(), guide_id)
    grounds = queries.facts_to_hang_on(session(), guide, now().date())
    ground = grounds[0][0] if grounds else ""
    first = {"kind": "people", "minutes": str(USUAL_MINUTES), "ground": ground}
    named: dict[str, Any] = {"formdata": None, "data": first} if request.method == "GET" else {}
    form = question_form(grounds, **named)
    if request.method == "POST" and form.validate():
        row = operations.add_question(session(), guide, _details(form), by())
        tell("Added.")
        return to_guide(guide.id, f"question-{row.id}")
    return _page(guide, form, None), UNPROCESSABLE if form.errors else 200


@bp.route("/guides/<int:guide_id>/questions/<int:question_id>", methods=["GET", "POST"])
@requires("editor")
def edit_question(guide_id: int, question_id: int) -> ResponseReturnValue:
    """Changes a question. When another window was faster, both texts are shown and nothing is lost.

    Raises: NotFound, also for one that was taken out.
    """
    guide = queries.guide_here(session(), guide_id)
    row = queries.question_of(session(), guide, question_id)
    if row.deleted_at is not None:
        raise NotFound
    grounds = _grounds_of(guide, row)
    named: dict[str, Any] = {"formdata": None, "data": _values(row)} if request.method == "GET" else {}
    form = question_form(grounds, **named)
    if request.method == "GET" or not form.validate():
        return _page(guide, form, row), UNPROCESSABLE if form.errors else 200
    try:
        operations.change_question(session(), row, _details(form), form.version.data, by())
    except ChangedElsewhere as error:
        return _page(guide, form, row, _differences(row, dict(grounds))), error.status
    tell("Saved.")
    return to_guide(guide.id, f"question-{row.id}")


def _grounds_of(guide: QuestionGuide, row: GuideQuestion) -> list[tuple[str, str]]:
    """What it can hang on, and what it hangs on where that is not offered any more."""
    offered = queries.facts_to_hang_on(session(), guide, now().date())
    own = _ground_of(row)
    if not own or own in dict(offered):
        return offered
    words = row.fact.value_words if row.fact is not None else f"The record of {row.program.name if row.program else ''}"
    return [(own, words), *offered]


def _ground_of(row: GuideQuestion) -> str:
    if row.fact_id is not None:
        return f"fact-{row.fact_id}"
    return f"program-{row.program_id}" if row.program_id is not None else ""


def _values(row: GuideQuestion) -> dict[str, Any]:
    told = {"version": row.version, "text": row.text, "kind": row.kind}
    return {**told, "minutes": str(row.minutes), "ground": _ground_of(row)}


def _details(form: QuestionForm) -> QuestionDetails:
    fact_id, program_id = read_ground(form.ground.data)
    return QuestionDetails(form.kind.data, form.text.data or "", form.minutes.read, fact_id, program_id)


def _page(
    guide: QuestionGuide, form: QuestionForm, row: GuideQuestion | None, theirs: tuple[tuple[str, str], ...] = ()
) -> str:
    if theirs and row is not None:
        form.version.data = row.version
    text = (form.text.data or "") if not form.text.errors else ""
    found = remarks_on(form.kind.data, text, queries.grounds_of(session(), guide)) if text else ()
    title = queries.title_of(guide)
    return render_template(
        "interviews/question.html", guide=guide, title=title, form=form, question=row, theirs=theirs, remarks=found
    )


def _differences(row: GuideQuestion, grounds: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    ground = _ground_of(row)
    return (
        ("The question", row.text),
        ("What it is for", QUESTION_KINDS[row.kind]),
        ("Minutes", str(row.minutes)),
        ("Hangs on", grounds.get(ground, "nothing") if ground else "nothing"),
    )


# --- order ----------------------------------------------------------------------------------------------------------


@bp.post("/guides/<int:guide_id>/questions/<int:question_id>/move")
@requires("editor")
def move_question(guide_id: int, question_id: int) -> ResponseReturnValue:
    """Moves a question one up or down. Raises: Refused for another direction."""
    guide = queries.guide_here(session(), guide_id)
    row = queries.question_of(session(), guide, question_id)
    place = request.form.get("place", "")
    seen_at = int(place) if place.isascii() and place.isdigit() and len(place) <= _LONGEST_PLACE else 0
    moved = operations.move(session(), row, request.form.get("to", ""), seen_at, by())
    tell("Moved." if moved else "It stands there already, or was moved in another window.")
    return to_guide(guide.id, f"question-{row.id}")


@bp.post("/guides/<int:guide_id>/questions/<int:question_id>/take-out")
@requires("editor")
def take_question_out(guide_id: int, question_id: int) -> ResponseReturnValue:
    """Takes a question out, until it is put back."""
    guide = queries.guide_here(session(), guide_id)
    row = queries.question_of(session(), guide, question_id)
    said = "It was taken out already." if row.deleted_at else "Taken out."
    operations.take_out(session(), row, by())
    tell(said, undo=url_for(".put_question_back", guide_id=guide.id, question_id=row.id))
    return to_guide(guide.id, "questions")


@bp.post("/guides/<int:guide_id>/questions/<int:question_id>/put-back")
@requires("editor")
def put_question_back(guide_id: int, question_id: int) -> ResponseReturnValue:
    """Puts a question back where it stood."""
    guide = queries.guide_here(session(), guide_id)
    row = queries.question_of(session(), guide, question_id)
    operations.put_back(session(), row, by())
    tell("It is back.")
    return to_guide(guide.id, f"question-{row.id}")
