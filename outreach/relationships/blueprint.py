"""What every page of the room needs: the blueprint, who sends the request, where a change leads to."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from wtforms import Form

from outreach.people.operations import By
from outreach.request_session import now

bp = Blueprint("relationships", __name__)

UNPROCESSABLE = 422


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def status_of(form: Form) -> int:
    """200 for a form that is shown, 422 for one that was refused."""
    return UNPROCESSABLE if form.errors else 200


def to_person(person_id: int, part: str = "") -> ResponseReturnValue:
    """Leads to a person's page after a change."""
    return redirect(url_for("people.person", number=person_id, _anchor=part or None), 303)
