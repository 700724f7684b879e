"""The pages of promises, both ways: made, kept, let go, opened again, corrected, deleted."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.operations import ChangedElsewhere
from outreach.relationships import operations, queries, rules
from outreach.relationships.blueprint import bp, by, status_of, to_person
from outreach.relationships.forms import WHOSE, CloseForm, PromiseForm
from outreach.relationships.models import PROMISE_STATES, Promise
from outreach.relationships.operations import NewPromise
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import day

CLOSES = {"kept": "Kept", "let_go": "Let go"}


@bp.route("/people/<int:person_id>/promises/new", methods=["GET", "POST"])
@requires("editor")
def new_promise(person_id: int) -> ResponseReturnValue:
    """Notes a promise, of the user's or of theirs."""
    person = people.person(session(), person_id)
    whose = request.args.get("whose", "")
    first = {"whose": whose if whose in WHOSE else "mine", "made_on": today_here().isoformat()}
    form = PromiseForm(today=today_here(), **_named(first))
    if request.method == "GET" or not form.validate():
        return render_template("relationships/promise_new.html", person=person, form=form), status_of(form)
    known = now()
    row = operations.promise(session(), _new(form, person.id), by())
    if row.created_at != known:
        tell("That was noted already.", tone="warn")
    else:
        tell("Noted the promise.", undo=url_for("relationships.delete_promise", promise_id=row.id))
    return to_person(person.id, "between")


def _named(first: dict[str, Any]) -> dict[str, Any]:
    return {"formdata": None, "data": first} if request.method == "GET" else {}


def _new(form: PromiseForm, person_id: int) -> NewPromise:
    made_on = form.made_on.read or today_here()
    return NewPromise(person_id, form.whose.data == "mine", form.what.data or "", made_on, form.due_on.read)


@bp.get("/promises/<int:promise_id>")
@signed_in
def promise(promise_id: int) -> ResponseReturnValue:
    """One promise: what was said, by when, and what became of it."""
    row = queries.promise_here(session(), promise_id)
    return _page(row, _close_form(row, formdata=None, data={"on": today_here().isoformat()}))


def _close_form(row: Promise, **named: Any) -> CloseForm:
    return CloseForm(today=today_here(), begun=row.made_on, **named)


def _page(row: Promise, form: CloseForm, status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "relationships/promise.html", promise=row, form=form, states=PROMISE_STATES, today=today_here()
    )
    return page, status


@bp.post("/promises/<int:promise_id>/close")
@requires("editor")
def close_promise(promise_id: int) -> ResponseReturnValue:
    """Notes that it was kept or let go, on which day and how; with "open" that it stands again."""
    row = queries.promise_here(session(), promise_id)
    state = request.form.get("state", "")
    if state not in PROMISE_STATES:
        raise NotFound
    form = _close_form(row)
    if state != "open" and not form.validate():
        return _page(row, form, status_of(form))
    on = form.on.read if state != "open" else None
    operations.close_promise(session(), row, state, on or today_here(), form.words.data or "", by())
    if state == "open":
        tell("It is open again.")
        return redirect(url_for("relationships.promise", promise_id=row.id), 303)
    tell(f"{CLOSES[state]}: {row.what}", undo=url_for("relationships.open_promise_again", promise_id=row.id))
    return to_person(row.person_id, "between")


@bp.post("/promises/<int:promise_id>/open-again")
@requires("editor")
def open_promise_again(promise_id: int) -> ResponseReturnValue:
    """Takes back that it was kept or let go."""
    row = queries.promise_here(session(), promise_id)
    operations.close_promise(session(), row, "open", today_here(), "", by())
    tell("It is open again.")
    return redirect(url_for("relationships.promise", promise_id=row.id), 303)


@bp.route("/promises/<int:promise_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_promise(promise_id: int) -> ResponseReturnValue:
    """Corrects the words and the days. When another window was faster, nothing is lost."""
    row = queries.promise_here(session(), promise_id)
    due = row.due_on.isoformat() if row.due_on else ""
    first = {"version": row.version, "what": row.what, "made_on": row.made_on.isoformat(), "due_on": due}
    form = PromiseForm(today=today_here(), **_named(first))
    del form.whose
    if request.method == "GET" or not form.validate():
        return _edit_page(row, form), status_of(form)
    told = NewPromise(
        row.person_id, row.is_mine, form.what.data or "", form.made_on.read or row.made_on, form.due_on.read
    )
    try:
        operations.change_promise(session(), row, told, form.version.data, by())
    except ChangedElsewhere as error:
        theirs = (("What was promised", row.what), ("By when", day(row.due_on, today_here()) if row.due_on else "–"))
        form.version.data = row.version
        return _edit_page(row, form, theirs), error.status
    except rules.BadDay as error:
        form.made_on.errors = [*form.made_on.errors, str(error)]
        return _edit_page(row, form), status_of(form)
    tell("Corrected.")
    return redirect(url_for("relationships.promise", promise_id=row.id), 303)


def _edit_page(row: Promise, form: PromiseForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template("relationships/promise_edit.html", promise=row, form=form, theirs=theirs)


# --- going and coming back ------------------------------------------------------------------------------------------


@bp.get("/promises/<int:promise_id>/delete/ask")
@requires("editor")
def ask_delete_promise(promise_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = queries.promise_here(session(), promise_id)
    return render_template("relationships/promise_delete.html", promise=row, until=now() + rules.UNDO_FOR)


@bp.post("/promises/<int:promise_id>/delete")
@requires("editor")
def delete_promise(promise_id: int) -> ResponseReturnValue:
    """Takes a promise out of sight."""
    row = queries.promise_or_deleted(session(), promise_id)
    words = "It was deleted already." if row.deleted_at else "Deleted the promise."
    operations.remove_promise(session(), row, by())
    tell(words, undo=url_for("relationships.bring_promise_back", promise_id=row.id))
    return to_person(row.person_id, "between")


@bp.post("/promises/<int:promise_id>/bring-back")
@requires("editor")
def bring_promise_back(promise_id: int) -> ResponseReturnValue:
    """Brings a deleted promise back. Raises: Refused after 30 days."""
    row = queries.promise_or_deleted(session(), promise_id)
    operations.bring_promise_back(session(), row, by())
    tell("The promise is back.")
    return to_person(row.person_id, "between")
