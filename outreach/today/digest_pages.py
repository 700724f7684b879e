"""The page on which one says whether to get a digest by mail, and how often."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.browser import can_mail
from outreach.accounts.here import zone_here
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import signed_in
from outreach.time_zones import TIME_ZONES
from outreach.today import digests
from outreach.today.digests import Wish
from outreach.today.forms import DigestForm

bp = Blueprint("digest", __name__)

UNPROCESSABLE = 422


@bp.route("/settings/digest", methods=["GET", "POST"])
@signed_in
def digest() -> ResponseReturnValue:
    """Asks how often, on which day and at which hour."""
    wish = digests.wish_of(session(), current_user.user_id)
    values: dict[str, Any] = {"every": wish.every, "weekday": str(wish.weekday), "hour": str(wish.hour)}
    form = DigestForm(formdata=None, data=values) if request.method == "GET" else DigestForm()
    if request.method == "POST" and form.validate():
        chosen = Wish(form.every.data, int(form.weekday.data), int(form.hour.data))
        kept = digests.set_wish(session(), current_user.user_id, chosen, now())
        tell("No digest is sent." if kept.next_at is None else "Kept. On a day on which nothing waits, none is sent.")
        return redirect(url_for(".digest"), 303)
    next_at = digests.next_of(session(), current_user.user_id)
    zone = str(zone_here())
    page = render_template(
        "today/digest.html", form=form, next_at=next_at, can_mail=can_mail(), zone=TIME_ZONES.get(zone, zone),
        email=current_user.email,
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200
