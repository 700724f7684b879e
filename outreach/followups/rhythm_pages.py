"""The pages of rhythms: the next thirty days, how often for one person, putting off, groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here
from outreach.errors import NotFound
from outreach.followups import rhythm_plan, rhythm_rules, rhythms
from outreach.followups.models import Rhythm, RhythmGroup
from outreach.followups.rhythm_forms import OWN, GroupForm, PutOffForm, RhythmForm, rhythm_form
from outreach.followups.rhythm_plan import Line
from outreach.followups.rhythms import Interval
from outreach.notices import tell
from outreach.partial_dates import read_day
from outreach.people import queries as people
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships.rules import BadDay
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.words import counted, day

bp = Blueprint("rhythms", __name__)

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Planned:
    """A day with those who are planned on it."""

    on: date
    lines: Sequence[Line]


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


# --- the next thirty days -------------------------------------------------------------------------------------------


@bp.get("/rhythm")
@signed_in
def coming() -> ResponseReturnValue:
    """Whom to think of on which day, the groups, and how many letters a month it comes to."""
    today = today_here()
    lines = rhythm_plan.planned(session(), today, today + rhythm_rules.AHEAD)
    late = [line for line in lines if line.planned_on <= today]
    ahead = groupby((line for line in lines if line.planned_on > today), key=lambda line: line.planned_on)
    return render_template(
        "followups/rhythm.html",
        due=rhythm_plan.due_lines(session(), today),
        waiting=len(late),
        days=[Planned(on, tuple(of_day)) for on, of_day in ahead],
        groups=rhythms.groups(session()),
        load=rhythm_plan.letters_a_month(session()),
        said=rhythm_rules.said,
        today=today,
    )


# --- one person -----------------------------------------------------------------------------------------------------


@bp.route("/people/<int:number>/rhythm", methods=["GET", "POST"])
@requires("editor")
def rhythm(number: int) -> ResponseReturnValue:
    """Says how often one wants to be in touch with a person."""
    person = people.person(session(), number)
    row = rhythms.rhythm_of(session(), person.id)
    named: dict[str, Any] = {"formdata": None, "data": _values(row)} if request.method == "GET" else {}
    form = rhythm_form(rhythms.groups(session()), **named)
    if request.method == "POST" and form.validate():
        made = rhythms.set_rhythm(session(), person.id, _interval(form), by(), today_here())
        if made.planned_on is None:
            tell("The rhythm is kept. Nothing is planned while this relationship is paused or rests.")
        else:
            tell(f"The rhythm is kept. Next: {day(made.planned_on, today_here())}.")
        return redirect(url_for("people.person", number=person.id, _anchor="rhythm"), 303)
    page = render_template("followups/rhythm_of.html", person=person, row=row, form=form)
    return page, UNPROCESSABLE if form.errors else 200


def _values(row: Rhythm | None) -> dict[str, str]:
    if row is None:
        return {"how": "steady"}
    if row.group_id is not None:
        return {"how": f"group-{row.group_id}"}
    kinds = (kind for kind, (_, *days) in rhythm_rules.USUAL.items() if days == [row.ideal_days, row.latest_days])
    kind = next(kinds, OWN)
    return {"how": kind, "ideal": str(row.ideal_days), "latest": str(row.latest_days)}


def _interval(form: RhythmForm) -> Interval:
    how = str(form.how.data)
    if how.startswith("group-"):
        return Interval(group_id=int(how.removeprefix("group-")))
    if how == OWN:
        return Interval(ideal_days=form.ideal.read, latest_days=form.latest.read)
    _, ideal_days, latest_days = rhythm_rules.USUAL[how]
    return Interval(ideal_days=ideal_days, latest_days=latest_days)


def _rhythm_here(number: int) -> Rhythm:
    person = people.person(session(), number)
    row = rhythms.rhythm_of(session(), person.id)
    if row is None:
        raise NotFound
    return row


@bp.post("/people/<int:number>/rhythm/end")
@requires("editor")
def end(number: int) -> ResponseReturnValue:
    """Ends a rhythm: nobody is brought up by it any more. A second press is led on as the first was."""
    row = rhythms.rhythm_of(session(), people.person(session(), number).id)
    if row is None:
        return redirect(url_for("people.person", number=number), 303)
    name = row.person.name
    was = rhythms.end_rhythm(session(), row)
    undo = url_for(".begin_again", number=number, group=was.group_id, ideal=was.ideal_days, latest=was.latest_days)
    tell(f"{name} is not brought up by a rhythm any more.", undo=undo)
    return redirect(url_for("people.person", number=number), 303)


@bp.post("/people/<int:number>/rhythm/again")
@requires("editor")
def begin_again(number: int) -> ResponseReturnValue:
    """Brings an ended rhythm back as it was."""
    was = Interval(_of_address("group"), _of_address("ideal"), _of_address("latest"))
    try:
        rhythms.set_rhythm(session(), number, was, by(), today_here())
    except rhythm_rules.BadInterval:
        raise NotFound from None
    tell("The rhythm is back.")
    return redirect(url_for("people.person", number=number, _anchor="rhythm"), 303)


def _of_address(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


@bp.route("/people/<int:number>/rhythm/later", methods=["GET", "POST"])
@requires("editor")
def later(number: int) -> ResponseReturnValue:
    """Puts somebody off: to in a week, in a month, or to a day."""
    row = _rhythm_here(number)
    form = PutOffForm()
    today = today_here()
    if not form.validate_on_submit():
        return _later_page(form, row), UNPROCESSABLE if form.errors else 200
    try:
        until = _day_meant(request.form.get("to", ""), form.day.data or "", today)
        rhythms.snooze(session(), row, until, by(), today)
    except (BadDay, ValueError) as error:
        form.day.errors = [str(error)]
        return _later_page(form, row), UNPROCESSABLE
    tell(f"Put off until {day(until, today)}.", undo=url_for(".wake", number=number))
    return redirect(url_for(".coming"), 303)


def _later_page(form: PutOffForm, row: Rhythm) -> str:
    return render_template("followups/rhythm_later.html", form=form, person=row.person)


_SPANS = {"week": 7, "month": 30}


def _day_meant(word: str, typed: str, today: date) -> date:
    """The day of a button, or the one that was typed. Raises: ValueError in words."""
    if word in _SPANS:
        return date.fromordinal(today.toordinal() + _SPANS[word])
    read = read_day(typed)
    if read is None:
        raise ValueError("Choose a day, such as 2026-11-30.")
    return read


@bp.post("/people/<int:number>/rhythm/wake")
@requires("editor")
def wake(number: int) -> ResponseReturnValue:
    """Takes a putting off back."""
    row = rhythms.wake(session(), _rhythm_here(number), by(), today_here())
    tell(f"{row.person.name} is back in the list.")
    return redirect(url_for(".coming"), 303)


# --- groups ---------------------------------------------------------------------------------------------------------


@bp.route("/rhythm/groups/new", methods=["GET", "POST"])
@requires("editor")
def new_group() -> ResponseReturnValue:
    """Adds a group."""
    _, ideal, latest = rhythm_rules.USUAL["steady"]
    named: dict[str, Any] = {"formdata": None, "data": {"ideal": str(ideal), "latest": str(latest)}}
    form = GroupForm(**(named if request.method == "GET" else {}))
    if request.method == "POST" and form.validate():
        made = rhythms.add_group(session(), form.name.data, form.ideal.read or 0, form.latest.read or 0, by())
        tell(f"The group {made.name} is there. Choose it on a person’s page.")
        return redirect(url_for(".coming"), 303)
    return _group_page(form, None), UNPROCESSABLE if form.errors else 200


@bp.route("/rhythm/groups/<int:group_id>", methods=["GET", "POST"])
@requires("editor")
def group(group_id: int) -> ResponseReturnValue:
    """Changes a group. When another window was faster, nothing is lost."""
    found = rhythms.group_here(session(), group_id)
    named: dict[str, Any] = {"formdata": None, "data": _values_of(found)} if request.method == "GET" else {}
    form = GroupForm(**named)
    if request.method == "GET" or not form.validate():
        return _group_page(form, found), UNPROCESSABLE if form.errors else 200
    numbers = (form.ideal.read or 0, form.latest.read or 0)
    try:
        rhythms.change_group(session(), found, form.name.data, *numbers, form.version.data, by(), today_here())
    except ChangedElsewhere:
        theirs = [("Name", found.name), ("Days", rhythm_rules.said(found.ideal_days, found.latest_days))]
        form.version.data = found.version
        return _group_page(form, found, theirs), ChangedElsewhere.status
    tell("The group is saved, and its people are planned anew.")
    return redirect(url_for(".coming"), 303)


def _values_of(found: RhythmGroup) -> dict[str, Any]:
    return {
        "version": found.version, "name": found.name, "ideal": str(found.ideal_days), "latest": str(found.latest_days),
    }  # fmt: skip


def _group_page(form: GroupForm, found: RhythmGroup | None, theirs: Sequence[tuple[str, str]] = ()) -> str:
    return render_template("followups/rhythm_group.html", form=form, group=found, theirs=theirs)


@bp.post("/rhythm/groups/<int:group_id>/delete")
@requires("editor")
def delete_group(group_id: int) -> ResponseReturnValue:
    """Takes a group away; its people keep its rhythm as their own."""
    found = rhythms.group_here(session(), group_id)
    members = rhythms.remove_group(session(), found, by())
    kept = f" {counted(members, 'person keeps', 'people keep')} the rhythm." if members else ""
    tell(f"The group {found.name} is gone.{kept}", undo=url_for(".group_again", group_id=group_id))
    return redirect(url_for(".coming"), 303)


@bp.post("/rhythm/groups/<int:group_id>/again")
@requires("editor")
def group_again(group_id: int) -> ResponseReturnValue:
    """Brings a group back."""
    found = session().get(RhythmGroup, group_id)
    if found is None:
        raise NotFound
    rhythms.bring_group_back(session(), found, by())
    tell(f"The group {found.name} is back.")
    return redirect(url_for(".coming"), 303)
