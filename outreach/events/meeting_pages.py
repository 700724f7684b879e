"""The pages of whom one will meet: choosing them, when and where and what for, their order, taking them off."""

from __future__ import annotations

from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.dossiers.subjects import person_here
from outreach.events import aims, card_rows, meeting_lines, meetings, program_queries, queries, rules
from outreach.events.event_pages import UNPROCESSABLE, bp, by, days_words, to_event
from outreach.events.meeting_forms import MeetingForm, meeting_form
from outreach.events.models import Appearance, Event
from outreach.notices import tell
from outreach.people import queries as people
from outreach.people.operations import ChangedElsewhere
from outreach.people.queries import Wanted
from outreach.request_session import now, session
from outreach.search import search
from outreach.security import requires

MOST_FOUND = 20


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


# --- choosing ---------------------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>/meetings/new")
@requires("editor")
def choose_meeting(event_id: int) -> ResponseReturnValue:
    """Whom to meet: those of the user's people who speak there, and whoever a search finds."""
    row = queries.event_here(session(), event_id)
    words = request.args.get("q", "")[:200].strip()
    found = tuple(one.ref_id for one in search(session(), words, kinds=("person",), limit=MOST_FOUND)) if words else ()
    listed = {one.person_id for one in queries.appearances(session(), row)}
    return render_template(
        "events/choose.html",
        event=row,
        q=words,
        found=people.people(session(), Wanted(ids=found)).rows if found else (),
        speaking=[one for one in program_queries.known_speakers(session(), row) if one.person_id not in listed],
        listed=listed,
    )


@bp.post("/events/<int:event_id>/meetings")
@requires("editor")
def add_meeting(event_id: int) -> ResponseReturnValue:
    """Puts somebody on the list. Raises: NotFound for a person or session that is not here."""
    row = queries.event_here(session(), event_id)
    person = person_here(session(), _number(request.form.get("person", "")) or 0)
    held_id = _number(request.form.get("session", ""))
    held = queries.session_here(session(), row, held_id) if held_id is not None else None
    made = meetings.meet(session(), row, person, held, by())
    tell(f"{person.name} is on your list. Say what the meeting is for.")
    return redirect(url_for("events.edit_meeting", event_id=row.id, appearance_id=made.id), 303)


# --- one meeting ------------------------------------------------------------------------------------------------------


@bp.route("/events/<int:event_id>/meetings/<int:appearance_id>", methods=["GET", "POST"])
@requires("editor")
def edit_meeting(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """When, where, what for. When another window was faster, both texts are shown and nothing is lost."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    form = _form(event, row)
    if request.method == "GET" or not form.validate():
        return _meeting_page(event, row, form), UNPROCESSABLE if form.errors else 200
    try:
        meetings.change(session(), row, form.details, form.version.data, by())
    except ChangedElsewhere as error:
        form.version.data = row.version
        return _meeting_page(event, row, form, _differences(row)), error.status
    clash = meeting_lines.clashing(queries.appearances(session(), event)).get(row.id, "")
    tell(f"Saved. {clash}" if clash else f"Saved the meeting with {row.person.name}.", tone="warn" if clash else "good")
    return to_event(event.id, "meetings")


def _form(event: Event, row: Appearance) -> MeetingForm:
    offered = program_queries.sessions_of_person(session(), event, row.person_id, row.session_id)
    choices = [(one.id, f"{queries.when_of(one)}: {one.title}"[:160]) for one in offered]
    named: dict[str, Any] = {"formdata": None, "data": _values(row)} if request.method == "GET" else {}
    return meeting_form((event.starts_on, event.ends_on), choices, **named)


def _values(row: Appearance) -> dict[str, Any]:
    return {
        "version": row.version, "aim": row.aim, "held": str(row.session_id or ""),
        "meets_on": row.meets_on.isoformat() if row.meets_on else "", "starts": rules.clock_words(row.starts_minute),
        "ends": rules.clock_words(row.ends_minute), "meeting_place": row.meeting_place,
        **{key: row.card.get(key, "") for key in meetings.CARD_ROWS},
    }  # fmt: skip


def _meeting_page(event: Event, row: Appearance, form: MeetingForm, theirs: tuple[tuple[str, str], ...] = ()) -> str:
    return render_template(
        "events/meeting.html",
        event=event,
        row=row,
        form=form,
        theirs=theirs,
        days=days_words(event),
        when=meeting_lines.when(row),
        gone=meeting_lines.gone(session(), [row]).get(row.id, ""),
        remark=aims.remark_on(form.aim.data or ""),
        clash=meeting_lines.clashing(queries.appearances(session(), event)).get(row.id, ""),
        rows=meetings.CARD_ROWS,
        printed=card_rows.proposed(current_app, session(), row, current_user.user_id, now()),
    )


def _differences(row: Appearance) -> tuple[tuple[str, str], ...]:
    """What stands there now: (words of the field, text)."""
    return (
        ("What it is for", row.aim or "nothing yet"),
        ("When", meeting_lines.when(row)),
        ("Where", queries.meeting_place(row) or "nothing yet"),
        *((words, row.card[key]) for key, words in meetings.CARD_ROWS.items() if row.card.get(key)),
    )


# --- on the list ------------------------------------------------------------------------------------------------------


@bp.post("/events/<int:event_id>/meetings/<int:appearance_id>/move")
@requires("editor")
def move_meeting(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Moves a meeting one up or down. Raises: Refused for a word that is neither."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    place = _number(request.form.get("place", "")) or 0
    meetings.move(session(), row, request.form.get("to", ""), place, by())
    return to_event(event.id, f"meeting-{row.id}")


@bp.post("/events/<int:event_id>/meetings/<int:appearance_id>/pack")
@requires("editor")
def put_meeting_in_pack(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Says whether the person gets a page in the pack."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    in_pack = request.form.get("in", "yes") == "yes"
    (meetings.put_in_pack if in_pack else meetings.leave_out_of_pack)(session(), row, by())
    tell(f"{row.person.name} {'gets a page in the pack' if in_pack else 'is left out of the pack'}.")
    return to_event(event.id, f"meeting-{row.id}")


@bp.get("/events/<int:event_id>/meetings/<int:appearance_id>/take-off/ask")
@requires("editor")
def ask_take_meeting_off(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Says what goes with a meeting."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    return render_template("events/take_off.html", event=event, row=row)


@bp.post("/events/<int:event_id>/meetings/<int:appearance_id>/take-off")
@requires("editor")
def take_meeting_off(event_id: int, appearance_id: int) -> ResponseReturnValue:
    """Takes somebody off the list; the person stays."""
    event = queries.event_here(session(), event_id)
    row = queries.appearance_here(session(), event, appearance_id)
    name = row.person.name
    meetings.take_off(session(), row)
    tell(f"{name} is off the list.")
    return to_event(event.id, "meetings")
