"""The pages of watches: how often one person is looked up again, and all who are."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.operations import By, ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.signals import watch_rules, watches
from outreach.signals.forms import WatchForm
from outreach.signals.models import Watch
from outreach.words import day

bp = Blueprint("signals", __name__)

UNPROCESSABLE = 422


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


@bp.route("/people/<int:person_id>/watch", methods=["GET", "POST"])
@requires("editor")
def watch(person_id: int) -> ResponseReturnValue:
    """Says how often a person is looked up again."""
    person = people.person(session(), person_id)
    row = watches.watch_of(session(), person.id)
    form = WatchForm(**_first(row, person.id))
    if request.method == "GET" or not form.validate():
        return _drawn(form, person_id), UNPROCESSABLE if form.errors else 200
    try:
        made = watches.set_watch(session(), person.id, form.every.data, form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = row.version if row is not None else 0
        theirs = (("Look again", watch_rules.EVERY_WORDS[_choice(row)]),)
        return _drawn(form, person_id, theirs), error.status
    _tell(made, person.name)
    return redirect(url_for("people.person", number=person.id, _anchor="changed"), 303)


def _tell(made: Watch | None, name: str) -> None:
    if made is None or not made.is_on:
        tell(f"{name} is not looked up again by itself.")
        return
    held = watches.held(session(), [made.person], today_here()).get(made.person_id)
    next_words = held.words if held is not None else f"Next on {day(made.next_at.date(), today_here())}."
    tell(f"{name} is looked up again {watch_rules.EVERY_WORDS[_choice(made)].lower()}. {next_words}")


def _first(row: Watch | None, person_id: int) -> dict[str, Any]:
    if request.method != "GET":
        return {}
    has_written = row is None and watches.has_written_to(session(), person_id)
    every = _choice(row) if row is not None else watch_rules.usual(has_written=has_written)
    return {"formdata": None, "data": {"every": every, "version": row.version if row is not None else 0}}


def _choice(row: Watch | None) -> str:
    return watch_rules.choice_of(row.every_days) if row is not None and row.is_on else "never"


def _drawn(form: WatchForm, person_id: int, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    person = people.person(session(), person_id)
    held = watches.held(session(), [person], today_here()).get(person.id)
    return render_template("signals/watch.html", person=person, form=form, held=held, theirs=theirs)


@bp.get("/signals/watched")
@signed_in
def watched() -> ResponseReturnValue:
    """Who is looked up again, and when next."""
    page = watches.watched(session(), request.args.get("after"))
    return render_template(
        "signals/watched.html",
        page=page,
        held=watches.held(session(), [row.person for row in page.rows], today_here()),
        every=lambda row: watch_rules.EVERY_WORDS[_choice(row)],
        count=watches.count_watched(session()),
        newer=_address(page.previous_cursor),
        older=_address(page.next_cursor),
    )


def _address(cursor: str | None) -> str:
    return url_for(".watched", after=cursor) if cursor else ""
