"""The pages of events: the list, a new one, one event, changing, deleting and coming back.

Every page module of the room adds its routes to `bp` and is named in `views.py`. Later rooms put themselves on an
event's page as on any other (`outreach/page_parts.py`, page "event", places next, main, side):

    page_parts.add(app, "event", Part("pack", "Pack", "main", 40, "briefs/_of_event.html", _pack))
    page_parts.add_action(app, "event", 20, _make_the_pack)           # the main button: the first that is not None

A part's template sees its values as `part`, and the row as `event`.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import page_parts
from outreach.accounts.browser import settings
from outreach.accounts.here import today_here
from outreach.accounts.whereabouts import zone_of_user
from outreach.events import agendas, matches, meeting_lines, operations, program_card, queries, rules
from outreach.events.agenda_forms import ENDINGS, NewEventForm, new_event_form
from outreach.events.agenda_in.model import Reading
from outreach.events.agendas import Place
from outreach.events.forms import EventForm, event_form
from outreach.events.models import Event
from outreach.events.operations import EventDetails
from outreach.interviews.appointment_times import name_of
from outreach.notices import tell
from outreach.page_parts import Here
from outreach.people.operations import By, ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires, signed_in
from outreach.time_zones import TIME_ZONES, zone_of
from outreach.words import counted, in_words

bp = Blueprint("events", __name__)

UNPROCESSABLE = 422
QUESTIONS_SHOWN = 3


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def to_event(event_id: int, anchor: str | None = None) -> ResponseReturnValue:
    """Leads to an event's page after a change."""
    return redirect(url_for("events.event", event_id=event_id, _anchor=anchor), 303)


def days_words(row: Any) -> str:
    """The days of an event, or of a line of one, in words."""
    return rules.days_words(row.starts_on, row.ends_on, today_here())


def zone_words(row: Event) -> str:
    """The zone of an event in words: "Central time"."""
    zone = zone_of(row.time_zone)
    return name_of(zone) if zone is not None else row.time_zone


# --- the list ---------------------------------------------------------------------------------------------------------


@bp.get("/events")
@signed_in
def events() -> ResponseReturnValue:
    """The events: those that come, the next one first, and below those that are over."""
    page = queries.past(session(), today_here(), request.args.get("after"))
    return render_template(
        "events/list.html",
        coming=queries.coming(session(), today_here()),
        past=page.rows,
        days=days_words,
        newer=_address(page.previous_cursor),
        older=_address(page.next_cursor),
    )


def _address(cursor: str | None) -> str:
    return url_for("events.events", after=cursor) if cursor else ""


# --- one event --------------------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>")
@signed_in
def event(event_id: int) -> ResponseReturnValue:
    """One event: when and where, whom one will meet, its program, and what other rooms add."""
    row = queries.event_here(session(), event_id)
    lines = meeting_lines.lines(session(), row)
    length = (row.ends_on - row.starts_on).days + 1
    return render_template(
        "events/event.html",
        event=row,
        meetings=lines,
        summary=meeting_lines.summary(lines),
        number_remark=rules.number_remark(len(lines), length),
        good_number=in_words(rules.good_number(length)).capitalize(),
        questions=matches.questions(session(), row, QUESTIONS_SHOWN),
        open_questions=matches.count_questions(session(), row),
        program=program_card.card(session(), row, today_here()),
        days=days_words(row),
        zone=zone_words(row),
        parts=page_parts.loaded(current_app, "event", Here(session(), row.id, current_user.user_id, now())),
    )


# --- making and changing ----------------------------------------------------------------------------------------------


@bp.route("/events/new", methods=["GET", "POST"])
@requires("editor")
def new_event() -> ResponseReturnValue:
    """Adds an event, by its name, place and days."""
    form = _new_form()
    if request.method == "POST" and form.validate():
        reading = _reading(form)
        if not form.errors:
            row = operations.add(session(), _details(form), by())
            tell(f"Added {row.name}.")
            if not form.is_brought:
                return to_event(row.id)
            copy = agendas.keep(session(), row, form.given, reading, form.url, by())
            return redirect(url_for("events.agenda", event_id=row.id, agenda_id=copy.id), 303)
    page = render_template(
        "events/edit.html", form=form, event=None, theirs=(), endings=ENDINGS, upload_mb=settings().upload_mb
    )
    return page, UNPROCESSABLE if form.errors else 200


def _new_form() -> NewEventForm:
    named: dict[str, Any] = {}
    if request.method == "GET":
        named = {"formdata": None, "data": {"zone": _zone_first()}}
    return new_event_form(today_here(), settings().upload_mb * 1_000_000, **named)


def _reading(form: NewEventForm) -> Reading | None:
    """What stands in the program that was brought along; it is read before the database is held."""
    first, last = form.days
    return agendas.read_given(form, Place(first, last, form.zone_name))


def _zone_first() -> str:
    here = str(zone_of_user(session(), current_user.user_id))
    return here if here in TIME_ZONES else ""


def _form(row: Event) -> EventForm:
    named: dict[str, Any] = {"formdata": None, "data": _values_of(row)} if request.method == "GET" else {}
    return event_form(today_here(), row.time_zone, **named)


def _details(form: EventForm) -> EventDetails:
    first, last = form.days
    return EventDetails(
        name=form.name.data, place=form.place.data or "", time_zone=form.zone_name, starts_on=first, ends_on=last,
        website=form.website.read, carry=form.carried,
    )  # fmt: skip


@bp.route("/events/<int:event_id>/edit", methods=["GET", "POST"])
@requires("editor")
def edit_event(event_id: int) -> ResponseReturnValue:
    """Changes an event. When another window was faster, both texts are shown and nothing is lost."""
    row = queries.event_here(session(), event_id)
    form = _form(row)
    if request.method == "GET" or not form.validate():
        page = render_template("events/edit.html", form=form, event=row, theirs=())
        return page, UNPROCESSABLE if form.errors else 200
    try:
        moved = operations.change(session(), row, _details(form), form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = row.version
        return render_template("events/edit.html", form=form, event=row, theirs=_differences(row)), error.status
    tell(_saved_words(row, moved))
    return to_event(row.id)


def _values_of(row: Event) -> dict[str, Any]:
    last = "" if row.ends_on == row.starts_on else row.ends_on.isoformat()
    return {
        "version": row.version, "name": row.name, "place": row.place, "starts_on": row.starts_on.isoformat(),
        "ends_on": last, "zone": row.time_zone, "website": row.website,
        "carry": "\n".join(row.carry),
    }  # fmt: skip


def _saved_words(row: Event, moved: int) -> str:
    if not moved:
        return f"Saved {row.name}."
    told = counted(moved, "session", "sessions")
    return f"Saved {row.name}. {told} moved with the time zone: the program gave their moment. Other times stay."


def _differences(row: Event) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    return (
        ("Name", row.name),
        ("Place", row.place or "none"),
        ("Days", days_words(row)),
        ("Time zone", zone_words(row)),
        ("Website", row.website or "none"),
        ("What to take along", "; ".join(row.carry) or "nothing"),
    )


# --- going and coming back --------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>/delete/ask")
@requires("editor")
def ask_delete_event(event_id: int) -> ResponseReturnValue:
    """Says what deleting does, and until when it can be undone."""
    row = queries.event_here(session(), event_id)
    return render_template("events/delete.html", event=row, until=now() + rules.UNDO_FOR)


@bp.post("/events/<int:event_id>/delete")
@requires("editor")
def delete_event(event_id: int) -> ResponseReturnValue:
    """Takes an event out of every list, so that it can be brought back."""
    row = queries.deleted_or_not(session(), event_id)
    words = f"{row.name} was deleted already." if row.deleted_at else f"Deleted {row.name}."
    operations.remove(session(), row, by())
    tell(words, undo=url_for("events.bring_event_back", event_id=row.id))
    return redirect(url_for("events.events"), 303)


@bp.post("/events/<int:event_id>/bring-back")
@requires("editor")
def bring_event_back(event_id: int) -> ResponseReturnValue:
    """Brings a deleted event back. Raises: NotFound; Refused after 30 days."""
    row = queries.deleted_or_not(session(), event_id)
    operations.bring_back(session(), row, by())
    tell(f"{row.name} is back.")
    return to_event(row.id)
