"""The pages of the advice loop: all advice, one with its steps, a new one, a correction, deleting and coming back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from outreach.accounts.here import today_here as today
from outreach.columns import LARGEST_ID
from outreach.errors import Refused
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import ChangedElsewhere
from outreach.relationships import advice, queries
from outreach.relationships.advice import Done, NewAdvice
from outreach.relationships.advice_forms import AdviceForm, OutcomeForm, SetAsideForm, ToldForm, TriedForm
from outreach.relationships.blueprint import UNPROCESSABLE, bp, by, status_of, to_person
from outreach.relationships.models import TOUCH_CHANNELS, Advice
from outreach.relationships.rules import BadDay
from outreach.request_session import session
from outreach.security import requires, signed_in

SAID_OF_STEP = {
    "tried": "Noted what you tried.",
    "happened": "Noted what came of it.",
    "set_aside": "Set aside. It is kept.",
}


def _to(row: Advice, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("relationships.one_advice", advice_id=row.id, _anchor=anchor), 303)


# --- the list -------------------------------------------------------------------------------------------------------


@bp.get("/advice")
@signed_in
def all_advice() -> ResponseReturnValue:
    """The advice of one list, of everybody or of one person."""
    asked = request.args.get("show", "")
    show = asked if asked in advice.SHOWN else "open"
    person = _person_asked_for()
    page = advice.listed(session(), show, request.args.get("after"), person.id if person is not None else None)
    keep: dict[str, Any] = {"show": show, "person": person.id if person is not None else None}
    return render_template(
        "relationships/advice_list.html",
        page=page,
        show=show,
        person=person,
        lists=[(words, url_for(".all_advice", show=key, person=keep["person"])) for key, (words, _) in
               advice.SHOWN.items()],
        here=url_for(".all_advice", **keep),
        states=advice.STATES,
        state_of=advice.state_of,
        newer=url_for(".all_advice", **keep, after=page.previous_cursor) if page.previous_cursor else "",
        older=url_for(".all_advice", **keep, after=page.next_cursor) if page.next_cursor else "",
    )  # fmt: skip


def _person_asked_for() -> Person | None:
    """The person in the address; None where none is, or nothing that can be one."""
    text = request.args.get("person", "")
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID):
        return None
    return people.person(session(), int(text))


# --- a new one, and a correction ------------------------------------------------------------------------------------


@bp.route("/people/<int:person_id>/advice/new", methods=["GET", "POST"])
@requires("editor")
def new_advice(person_id: int) -> ResponseReturnValue:
    """Notes an advice of a person."""
    person = people.person(session(), person_id)
    form = AdviceForm(today=today())
    if request.method == "GET" or not form.validate():
        return render_template("relationships/advice_new.html", person=person, form=form), status_of(form)
    new = NewAdvice(person.id, form.words.data or "", form.on.read or today(), bool(form.is_exact.data))
    row = advice.note(session(), new, by(), today())
    tell(f"Noted what {person.name} advised.", undo=url_for(".delete_advice", advice_id=row.id))
    return _to(row)


@bp.route("/advice/<int:advice_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_advice(advice_id: int) -> ResponseReturnValue:
    """Corrects what they advised. When another window was faster, both texts are shown and nothing is lost."""
    row = queries.advice_here(session(), advice_id)
    values = {"words": row.words, "is_exact": row.is_exact, "on": row.given_on.isoformat(), "version": row.version}
    named: dict[str, Any] = {"formdata": None, "data": values} if request.method == "GET" else {}
    form = AdviceForm(today=today(), **named)
    if request.method == "GET" or not form.validate():
        return _edit_page(row, form), status_of(form)
    new = NewAdvice(row.person_id, form.words.data or "", form.on.read or today(), bool(form.is_exact.data))
    try:
        advice.correct(session(), row, new, form.version.data, by(), today())
    except BadDay as error:
        form.on.errors = [str(error)]
        return _edit_page(row, form), UNPROCESSABLE
    except ChangedElsewhere as error:
        form.version.data = row.version
        theirs = (("What they advised", row.words), ("When", row.given_on.isoformat()))
        return _edit_page(row, form, theirs), error.status
    tell("Saved.")
    return _to(row)


def _edit_page(row: Advice, form: AdviceForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("relationships/advice_edit.html", advice=row, form=form, theirs=theirs)


# --- one, with its steps --------------------------------------------------------------------------------------------


@bp.get("/advice/<int:advice_id>")
@signed_in
def one_advice(advice_id: int) -> ResponseReturnValue:
    """An advice: what was tried, what came of it, whether they were told; each with its form."""
    return _draw(queries.advice_here(session(), advice_id))


def _draw(row: Advice, *, status: int = 200, theirs: str = "", **refused: Form) -> ResponseReturnValue:
    forms = {**_forms(row), **refused}
    page = render_template(
        "relationships/advice.html",
        advice=row,
        state=advice.state_of(row),
        states=advice.STATES,
        forms=forms,
        refused=next(iter(refused.values()), None),
        theirs=theirs,
        letters=advice.letters_that_may_tell(session(), row) if row.told_on is None else (),
        channels=TOUCH_CHANNELS,
    )
    return page, status


def _forms(row: Advice) -> dict[str, Form]:
    """The forms of the steps, with what stands there."""
    version, day = row.version, today().isoformat()

    def first(**values: Any) -> dict[str, Any]:
        return {"formdata": None, "data": {"version": version, **values}}

    tried_on = row.tried_on.isoformat() if row.tried_on else day
    outcome_on = row.outcome_on.isoformat() if row.outcome_on else day
    return {
        "tried": TriedForm(today=today(), prefix="tried-", **first(words=row.tried, on=tried_on)),
        "happened": OutcomeForm(today=today(), prefix="happened-", **first(words=row.outcome, on=outcome_on)),
        "told": ToldForm(today=today(), prefix="told-", **first(on=day)),
        "set_aside": SetAsideForm(prefix="aside-", **first(why=row.set_aside_words)),
    }


@bp.post("/advice/<int:advice_id>/tried")
@requires("editor")
def tried_advice(advice_id: int) -> ResponseReturnValue:
    """Notes what was tried."""
    row = queries.advice_here(session(), advice_id)
    form = TriedForm(today=today(), begun=row.given_on, prefix="tried-")
    return _step(row, "tried", form, lambda done: advice.set_tried(session(), row, done, by(), today()), row.tried)


@bp.post("/advice/<int:advice_id>/happened")
@requires("editor")
def happened_advice(advice_id: int) -> ResponseReturnValue:
    """Notes what came of it."""
    row = queries.advice_here(session(), advice_id)
    form = OutcomeForm(today=today(), begun=row.given_on, prefix="happened-")
    return _step(row, "happened", form, lambda done: advice.set_outcome(session(), row, done, by(), today()),
                 row.outcome)  # fmt: skip


def _step(row: Advice, step: str, form: Any, make: Callable[[Done], None], before: str) -> ResponseReturnValue:
    """Makes a step of words and a day; what cannot be taken stays in its form."""
    if not form.validate():
        return _draw(row, status=UNPROCESSABLE, **{step: form})
    try:
        make(Done(form.words.data or "", form.on.read or today(), form.version.data))
    except BadDay as error:
        form.on.errors = [str(error)]
        return _draw(row, status=UNPROCESSABLE, **{step: form})
    except ChangedElsewhere as error:
        form.version.data = row.version
        return _draw(row, status=error.status, theirs=before or "(nothing)", **{step: form})
    undo = "" if before else url_for(".take_step_back", advice_id=row.id, step=step)
    tell(SAID_OF_STEP[step], undo=undo)
    return _to(row)


@bp.post("/advice/<int:advice_id>/told")
@requires("editor")
def told_advice(advice_id: int) -> ResponseReturnValue:
    """Notes that they were told; a second press changes nothing."""
    row = queries.advice_here(session(), advice_id)
    if row.told_on is not None:
        tell("That they were told is noted already.")
        return _to(row)
    form = ToldForm(today=today(), begun=row.given_on, prefix="told-")
    if not form.validate():
        return _draw(row, status=UNPROCESSABLE, told=form)
    try:
        advice.tell(session(), row, form.on.read or today(), form.how.data, by(), today())
    except BadDay as error:
        form.on.errors = [str(error)]
        return _draw(row, status=UNPROCESSABLE, told=form)
    except Refused as error:
        form.how.errors = list(error.reasons)
        return _draw(row, status=UNPROCESSABLE, told=form)
    tell(f"Noted that you told {row.person.name}.", undo=url_for(".take_step_back", advice_id=row.id, step="told"))
    return _to(row)


@bp.post("/advice/<int:advice_id>/set-aside")
@requires("editor")
def set_aside_advice(advice_id: int) -> ResponseReturnValue:
    """Notes that it is not going to be tried. Raises: Refused where they were told of it."""
    row = queries.advice_here(session(), advice_id)
    form = SetAsideForm(prefix="aside-")
    if not form.validate():
        return _draw(row, status=UNPROCESSABLE, set_aside=form)
    try:
        advice.set_aside(session(), row, form.why.data or "", form.version.data, by(), today())
    except ChangedElsewhere as error:
        form.version.data = row.version
        return _draw(row, status=error.status, theirs=row.set_aside_words or "(nothing)", set_aside=form)
    tell(SAID_OF_STEP["set_aside"], undo=url_for(".take_step_back", advice_id=row.id, step="set_aside"))
    return _to(row)


@bp.post("/advice/<int:advice_id>/take-back")
@requires("editor")
def take_step_back(advice_id: int) -> ResponseReturnValue:
    """The undo of the step that the address names (`?step=`). Raises: NotFound for no step; Refused."""
    row = queries.advice_here(session(), advice_id)
    advice.take_step_back(session(), row, request.args.get("step", ""), by())
    tell("Taken back.")
    return _to(row)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.post("/advice/<int:advice_id>/delete")
@requires("editor")
def delete_advice(advice_id: int) -> ResponseReturnValue:
    """Takes an advice out of every list, for 30 days. A second press is told that it is gone already."""
    row = advice.here_or_deleted(session(), advice_id)
    said = "Deleted already." if row.deleted_at is not None else f"Deleted what {row.person.name} advised."
    advice.remove(session(), row, by())
    tell(said, undo=url_for(".bring_advice_back", advice_id=row.id))
    return to_person(row.person_id)


@bp.post("/advice/<int:advice_id>/bring-back")
@requires("editor")
def bring_advice_back(advice_id: int) -> ResponseReturnValue:
    """Brings a deleted advice back. Raises: NotFound; Refused after 30 days."""
    row = advice.here_or_deleted(session(), advice_id)
    advice.bring_back(session(), row, by())
    tell("It is back.")
    return _to(row)
