"""The pages of learning from a leader: the plan, and what they recommended."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here as today
from outreach.errors import Refused
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.relationships import learning, queries
from outreach.relationships.blueprint import UNPROCESSABLE, bp, by, status_of, to_person
from outreach.relationships.learning import Kept, NewRecommendation, Plan
from outreach.relationships.learning_forms import PlanForm, RecommendationForm
from outreach.relationships.models import LearningPlan, Recommendation
from outreach.relationships.rules import BadDay
from outreach.request_session import session
from outreach.security import requires
from outreach.words import day

PART = "learning"
"""The anchor of the part on the person's page."""


# --- the plan -------------------------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/learning", methods=["GET", "POST"])
@requires("editor")
def learning_plan(person_id: int) -> ResponseReturnValue:
    """Writes what is to be learned, and the questions on the way."""
    person = people.person(session(), person_id)
    row = learning.plan_of(session(), person.id)
    named: dict[str, Any] = {"formdata": None, "data": _values(row)} if request.method == "GET" else {}
    form = PlanForm(**named)
    if request.method == "GET" or not form.validate():
        return _plan_page(person, form), status_of(form)
    plan = Plan(form.wants.data or "", form.last_question.data or "", form.last_asked_on.read,
                form.next_question.data or "")  # fmt: skip
    try:
        learning.save_plan(session(), person.id, plan, form.version.data, by(), today())
    except BadDay as error:
        form.last_asked_on.errors = [str(error)]
        return _plan_page(person, form), UNPROCESSABLE
    except ChangedElsewhere as error:
        form.version.data = row.version if row is not None else 0
        return _plan_page(person, form, _differences(row)), error.status
    tell("Saved what you want to learn.")
    return to_person(person.id, PART)


def _values(row: LearningPlan | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "version": row.version, "wants": row.wants, "next_question": row.next_question,
        "last_question": row.last_question,
        "last_asked_on": row.last_asked_on.isoformat() if row.last_asked_on else "",
    }  # fmt: skip


def _differences(row: LearningPlan | None) -> tuple[tuple[str, str], ...]:
    values = _values(row)
    words = {"wants": "To learn", "next_question": "Next question", "last_question": "Last question"}
    return tuple((said, values.get(name) or "(empty)") for name, said in words.items())


def _plan_page(person: Person, form: PlanForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("relationships/learning_plan.html", person=person, form=form, theirs=theirs)


@bp.post("/people/<int:person_id>/learning/asked")
@requires("editor")
def asked_next_question(person_id: int) -> ResponseReturnValue:
    """Notes that the next question was asked today. A press from an older page, or a second one, changes nothing."""
    person = people.person(session(), person_id)
    row = learning.plan_of(session(), person.id)
    text = request.form.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0
    try:
        if row is None:
            raise Refused("There is no next question yet. Write it down first.")
        learning.asked(session(), row, version, by(), today())
    except (ChangedElsewhere, Refused):
        tell("This was noted or changed already. Look at the questions as they stand now.", tone="warn")
        return to_person(person.id, PART)
    tell(f"Noted that you asked it, {day(today(), today())}. What is the next question?")
    return to_person(person.id, PART)


# --- recommendations ------------------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/recommendations/new", methods=["GET", "POST"])
@requires("editor")
def new_recommendation(person_id: int) -> ResponseReturnValue:
    """Notes what a person recommended."""
    person = people.person(session(), person_id)
    form = RecommendationForm(today=today())
    del form.read_on, form.thoughts, form.told_on
    if request.method == "GET" or not form.validate():
        return _new_page(person, form), status_of(form)
    new = NewRecommendation(person.id, form.title.data or "", form.recommended_on.read or today(), form.url.read)
    try:
        row = learning.recommend(session(), new, by(), today())
    except BadDay as error:
        form.recommended_on.errors = [str(error)]
        return _new_page(person, form), UNPROCESSABLE
    tell(f"Noted what {person.name} recommended.", undo=url_for(".delete_recommendation", recommendation_id=row.id))
    return to_person(person.id, PART)


def _new_page(person: Person, form: RecommendationForm) -> str:
    return render_template("relationships/recommend_new.html", person=person, form=form)


@bp.route("/recommendations/<int:recommendation_id>", methods=["GET", "POST"])
@requires("editor")
def recommendation(recommendation_id: int) -> ResponseReturnValue:
    """Something that was recommended: when it was read, what the user took from it, whether they were told."""
    row = queries.recommendation_here(session(), recommendation_id)
    named: dict[str, Any] = {"formdata": None, "data": _shown(row)} if request.method == "GET" else {}
    form = RecommendationForm(today=today(), **named)
    if request.method == "GET" or not form.validate():
        return _page(row, form), status_of(form)
    kept = Kept(form.title.data or "", form.url.read, form.recommended_on.read or today(), form.read_on.read,
                form.thoughts.data or "", form.told_on.read)  # fmt: skip
    try:
        learning.keep(session(), row, kept, form.version.data, by(), today())
    except BadDay as error:
        _field_of(form, kept).errors = [str(error)]
        return _page(row, form), UNPROCESSABLE
    except ChangedElsewhere as error:
        form.version.data = row.version
        return _page(row, form, _saved_there(row)), error.status
    tell("Saved.")
    return to_person(row.person_id, PART)


def _shown(row: Recommendation) -> dict[str, Any]:
    days = {name: getattr(row, name) for name in ("recommended_on", "read_on", "told_on")}
    said = {name: value.isoformat() if value else "" for name, value in days.items()}
    return {"version": row.version, "title": row.title, "url": row.url, "thoughts": row.thoughts, **said}


def _saved_there(row: Recommendation) -> tuple[tuple[str, str], ...]:
    values = _shown(row)
    words = {"title": "What", "url": "Where", "read_on": "Read", "thoughts": "What you took from it", "told_on": "Told"}
    return tuple((said, values[name] or "(empty)") for name, said in words.items())


def _field_of(form: RecommendationForm, kept: Kept) -> Any:
    """The field whose day is wrong: the first in their order beyond which the days do not stand."""
    for field, shorter in (
        (form.recommended_on, Kept("", "", kept.recommended_on, None, "", None)),
        (form.read_on, Kept("", "", kept.recommended_on, kept.read_on, "", None)),
    ):
        try:
            learning.check_days(shorter, today())
        except BadDay:
            return field
    return form.told_on


def _page(row: Recommendation, form: RecommendationForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("relationships/recommendation.html", one=row, form=form, theirs=theirs)


@bp.post("/recommendations/<int:recommendation_id>/read")
@requires("editor")
def read_recommendation(recommendation_id: int) -> ResponseReturnValue:
    """Notes that it was read today, and asks what the user took from it."""
    row = queries.recommendation_here(session(), recommendation_id)
    learning.read_it(session(), row, by(), today())
    tell("Noted that you read it. What did you take from it?", undo=_undo(row, "read"))
    return redirect(url_for(".recommendation", recommendation_id=row.id, _anchor="thoughts"), 303)


@bp.post("/recommendations/<int:recommendation_id>/told")
@requires("editor")
def told_of_recommendation(recommendation_id: int) -> ResponseReturnValue:
    """Notes that they were told that it was read. Raises: Refused before it was."""
    row = queries.recommendation_here(session(), recommendation_id)
    learning.told(session(), row, by(), today())
    tell(f"Noted that you told {row.person.name}.", undo=_undo(row, "told"))
    return to_person(row.person_id, PART)


def _undo(row: Recommendation, step: str) -> str:
    return url_for(".take_back_of_recommendation", recommendation_id=row.id, step=step)


@bp.post("/recommendations/<int:recommendation_id>/take-back")
@requires("editor")
def take_back_of_recommendation(recommendation_id: int) -> ResponseReturnValue:
    """The undo of the step that the address names (`?step=`). Raises: NotFound for no step."""
    row = queries.recommendation_here(session(), recommendation_id)
    learning.take_step_back(session(), row, request.args.get("step", ""), by())
    tell("Taken back.")
    return to_person(row.person_id, PART)


@bp.post("/recommendations/<int:recommendation_id>/delete")
@requires("editor")
def delete_recommendation(recommendation_id: int) -> ResponseReturnValue:
    """Takes a recommendation out of every list, for 30 days."""
    row = learning.here_or_deleted(session(), recommendation_id)
    said = "Deleted already." if row.deleted_at is not None else "Deleted."
    learning.remove(session(), row, by())
    tell(said, undo=url_for(".bring_recommendation_back", recommendation_id=row.id))
    return to_person(row.person_id)


@bp.post("/recommendations/<int:recommendation_id>/bring-back")
@requires("editor")
def bring_recommendation_back(recommendation_id: int) -> ResponseReturnValue:
    """Brings a deleted recommendation back. Raises: NotFound; Refused after 30 days."""
    row = learning.here_or_deleted(session(), recommendation_id)
    learning.bring_back(session(), row, by())
    tell("It is back.")
    return to_person(row.person_id, PART)
