"""The page of one's own pace: letters a week, the days to write on, and days away."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.here import today_here
from outreach.followups import pace as operations
from outreach.followups import rhythm_rules
from outreach.followups.rhythm_forms import AwayForm, PaceForm
from outreach.notices import tell
from outreach.people.operations import By
from outreach.relationships.rules import BadDay
from outreach.request_session import now, session
from outreach.security import requires

bp = Blueprint("pace", __name__)

UNPROCESSABLE = 422


def _by() -> By:
    return By(current_user.user_id, now())


@bp.route("/settings/pace", methods=["GET", "POST"])
@requires("editor")
def pace() -> ResponseReturnValue:
    """How many letters a week, and on which days."""
    form = _pace_form()
    if request.method == "POST" and form.validate():
        operations.set_pace(session(), int(form.weekly.data), "".join(form.days.data), _by(), today_here())
        tell("Your pace is kept. Those who are planned were moved where they had to be.")
        return redirect(url_for(".pace"), 303)
    return _page(form, AwayForm(formdata=None)), UNPROCESSABLE if form.errors else 200


def _pace_form() -> PaceForm:
    if request.method == "POST" and request.endpoint == "followups.pace.pace":
        return PaceForm()
    row = operations.own_pace(session(), current_user.user_id)
    weekly, days = (row.weekly_most, row.weekdays) if row else (rhythm_rules.USUAL_WEEKLY, "12345")
    values: dict[str, Any] = {"weekly": str(weekly), "days": list(days)}
    return PaceForm(formdata=None, data=values)


def _page(form: PaceForm, away: AwayForm) -> str:
    times = operations.times_away(session(), current_user.user_id, today_here())
    return render_template("followups/pace.html", form=form, away=away, times=times)


@bp.post("/settings/pace/away")
@requires("editor")
def be_away() -> ResponseReturnValue:
    """Notes days away."""
    form = AwayForm()
    if form.validate():
        try:
            operations.be_away(session(), form.first.read, form.last.read, form.words.data or "", _by(), today_here())
        except BadDay as error:
            form.last.errors = [str(error)]
        else:
            tell("Kept. Nobody is brought up on these days.")
            return redirect(url_for(".pace", _anchor="away"), 303)
    return _page(_pace_form(), form), UNPROCESSABLE


@bp.post("/settings/pace/away/<int:number>/delete")
@requires("editor")
def be_there(number: int) -> ResponseReturnValue:
    """Takes days away back."""
    row = operations.away_here(session(), current_user.user_id, number)
    undo = url_for(".away_again", first=row.first_on.isoformat(), last=row.last_on.isoformat(), words=row.words)
    operations.be_there(session(), row)
    tell("You are there on these days.", undo=undo)
    return redirect(url_for(".pace", _anchor="away"), 303)


@bp.post("/settings/pace/away/again")
@requires("editor")
def away_again() -> ResponseReturnValue:
    """Brings days away back that were taken off."""
    form = AwayForm(formdata=request.args, meta={"csrf": False})
    if form.validate():
        try:
            operations.be_away(session(), form.first.read, form.last.read, form.words.data or "", _by(), today_here())
            tell("These days are kept again.")
        except BadDay as error:
            tell(str(error), tone="warn")
    return redirect(url_for(".pace", _anchor="away"), 303)
