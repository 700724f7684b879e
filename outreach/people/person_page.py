"""The page of one person, and what every page of the room needs."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from wtforms import Form

from outreach import page_parts
from outreach.organizations.views import workplace_hint
from outreach.page_parts import Here
from outreach.people import queries, rules
from outreach.people.forms import ContactForm, NoteForm, NumberForm
from outreach.people.models import CHANNELS, CONTACT_PARTS, IDENTIFIER_SCHEMES, KINDS
from outreach.people.operations import By
from outreach.request_session import now, session
from outreach.security import signed_in

bp = Blueprint("people", __name__)

UNPROCESSABLE = 422
STEPS_SHOWN = 50


def status_of(form: Form) -> int:
    """200 for a form that is shown, 422 for one that was refused."""
    return UNPROCESSABLE if form.errors else 200


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_person(number: int, part: str = "") -> ResponseReturnValue:
    """Leads to a person's page after a change."""
    return redirect(url_for("people.person", number=number, _anchor=part or None), 303)


def hint() -> dict[str, str]:
    """What stands below a field that suggests workplaces."""
    return workplace_hint()


@bp.get("/people/<int:number>")
@signed_in
def person(number: int) -> ResponseReturnValue:
    """One person. The address of somebody who was joined to another leads there."""
    kept = queries.joined_to(session(), number)
    if kept is not None:
        return redirect(url_for(".person", number=kept))
    return draw(number)


def draw(number: int, **refused: Form) -> ResponseReturnValue:
    """The person's page; `refused` is the one form on it that was sent and not taken (note, contact, number_form)."""
    page = queries.person_page(session(), number, request.args.get("notes"))
    here = Here(session(), number, current_user.user_id, now())
    today = now().date()
    own_steps = queries.steps(session(), page, today, STEPS_SHOWN)
    values: dict[str, Any] = {
        "page": page,
        "person": page.person,
        "parts": page_parts.loaded(current_app, "person", here),
        "steps": page_parts.timeline(current_app, "person", here, own_steps, STEPS_SHOWN),
        "local_time": rules.local_time(page.person.time_zone, now()),
        "refused": next(iter(refused.values()), None),
        **words_of_lists(),
        **forms(refused),
    }
    return render_template("people/person.html", **values), UNPROCESSABLE if refused else 200


def words_of_lists() -> dict[str, Any]:
    """The words for what the tables keep as keys."""
    return {"kinds": KINDS, "channels": CHANNELS, "parts_of_contacts": CONTACT_PARTS, "schemes": IDENTIFIER_SCHEMES}


def forms(refused: dict[str, Form]) -> dict[str, Form]:
    """The forms that stand on the page, empty but for the refused one."""
    empty: dict[str, Form] = {
        "note": NoteForm(formdata=None),
        "contact": ContactForm(formdata=None),
        "number_form": NumberForm(formdata=None),
    }
    return {**empty, **refused}
