"""Joins the room to an application: the first page, and putting things off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Flask, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import page_parts
from outreach.accounts.here import today_here
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.page_parts import Here, Part
from outreach.people.queries import is_anybody_here
from outreach.request_session import now, session
from outreach.security import signed_in
from outreach.today import digest_pages, digests, gathering, operations, queries, rules, runs, search_pages
from outreach.today.forms import LaterForm
from outreach.today.gathering import Reader
from outreach.today.models import DIGESTS
from outreach.today.rules import Task
from outreach.words import day

bp = Blueprint("today", __name__)
bp.register_blueprint(search_pages.bp)
bp.register_blueprint(digest_pages.bp)

UNPROCESSABLE = 422


def init_app(app: Flask) -> None:
    """Puts the digest among the settings."""
    page_parts.add(app, "settings", Part("digest", "", "main", 30, "today/_settings.html", _of_settings))


def _of_settings(here: Here) -> Mapping[str, Any]:
    return {"words": DIGESTS[digests.wish_of(here.session, here.user_id).every]}


@dataclass(frozen=True, slots=True)
class Postponed:
    """A task that comes back on a day."""

    task: Task
    until: date


def _reader() -> Reader:
    return Reader(current_user.user_id, now(), today_here(), may_change=current_user.may("editor"))


def _tasks() -> tuple[Task, ...]:
    return gathering.tasks(session(), _reader())


@bp.get("/")
@signed_in
def today() -> ResponseReturnValue:
    """What to do now and how long it takes, what comes later, and what one waits for."""
    away = queries.put_off(session(), current_user.user_id, today_here())
    reader = _reader()
    found = gathering.tasks(session(), reader)
    now_due = tuple(task for task in rules.to_do(found) if task.key not in away)
    ideas = [task for task in rules.ideas(found) if task.key not in away]
    put_off = gathering.in_full(session(), reader, [task for task in found if task.key in away])
    later = [Postponed(task, away[task.key]) for task in put_off]
    later.sort(key=lambda one: (one.until, one.task.words))
    shows_all = request.args.get("all", "") == "1"
    shown = gathering.in_full(session(), reader, now_due if shows_all else now_due[: rules.AT_ONCE])
    expected = gathering.expected(session(), reader)
    coming = gathering.coming(session(), reader, reader.today + gathering.AHEAD)
    # Rooms tell of who is here alone, so it is asked only where they tell of nobody.
    told = (*(one.person_id for one in expected), *(one.person_id for one in coming))
    is_somebody_told = any(number is not None for number in told)
    g.waiting = {"/": min(len(now_due), rules.AT_ONCE)}
    return render_template(
        "today/today.html",
        tasks=shown,
        more=0 if shows_all else max(0, len(now_due) - rules.AT_ONCE),
        summary=rules.summary(shown),
        later=later,
        running=runs.running(session()),
        over=runs.over_lately(session(), now()),
        idea=ideas[0] if ideas else None,
        expected=expected,
        coming=coming,
        most=gathering.MOST,
        moment=now(),
        is_anybody_here=is_somebody_told or is_anybody_here(session()),
    )


@bp.get("/today/running")
@signed_in
def running() -> ResponseReturnValue:
    """The part of the page that tells how far research is."""
    return render_template("today/_running.html", running=runs.running(session()))


@bp.route("/today/later", methods=["GET", "POST"])
@signed_in
def later() -> ResponseReturnValue:
    """Puts a task off: to tomorrow, to Monday, or to another day."""
    task = _task(request.args.get("task", ""))
    form = LaterForm()
    monday = rules.next_monday(today_here())
    if not form.validate_on_submit():
        return _later_page(form, task, monday), UNPROCESSABLE if form.errors else 200
    try:
        until = rules.day_chosen(request.form.get("to", ""), form.day.data or "", today_here())
    except rules.BadDay as error:
        form.day.errors = [str(error)]
        return _later_page(form, task, monday), UNPROCESSABLE
    operations.put_off(session(), current_user.user_id, task.key, until, now())
    tell(f"Put off until {day(until, today_here())}.", undo=url_for(".bring_back", task=task.key))
    return redirect(url_for(".today"), 303)


def _later_page(form: LaterForm, task: Task, monday: date) -> str:
    return render_template("today/later.html", form=form, task=task, monday=monday)


@bp.post("/today/bring-back")
@signed_in
def bring_back() -> ResponseReturnValue:
    """Shows a task again that was put off."""
    task = _task(request.args.get("task", ""))
    operations.bring_back(session(), current_user.user_id, task.key)
    tell(f"It is back: {task.words}.")
    return redirect(url_for(".today"), 303)


def _task(key: str) -> Task:
    """The task of this key, put off or not. Raises: NotFound, also for one that was done in the meantime."""
    found = next((task for task in _tasks() if task.key == key), None)
    if found is None:
        raise NotFound
    return queries.in_full(session(), found, now())
