"""Floor mode: the people of an event on the phone, with or without network, and what one presses there.

The page works as plain forms. With script a press goes to the device first and is sent when there is network
(outreach/static/js/floor.js, floorstore.js); the worker answers the page's address while there is none.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from pathlib import Path

from flask import Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from outreach.accounts import leaving
from outreach.briefs import floor_cards, here
from outreach.briefs.pack_pages import bp, number_in
from outreach.errors import Refused
from outreach.events import floor_notes, floor_rules, rules
from outreach.events import queries as events
from outreach.events.floor_notes import WORDS, Answer
from outreach.events.floor_rules import Press
from outreach.events.models import Event
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import POLICY, new_token, requires, signed_in
from outreach.time_zones import zone_of
from outreach.words import clock

TOO_LARGE = 413
UNPROCESSABLE = 422

OWNER = "Groundwork-Floor"
"""Header of the page that says whose cards they are: a phone keeps those of one account at a time."""


def owner() -> str:
    """Whose notes these are: the user, and the workspace that is open."""
    return f"{current_user.user_id}-{current_user.workspace_id}"


@bp.get("/events/<int:event_id>/floor")
@signed_in
def floor(event_id: int) -> ResponseReturnValue:
    """The cards by time, each with its buttons and a box for a note."""
    event = events.event_here(session(), event_id)
    return _page(event)


def _page(event: Event, problem: str = "", typed: str = "", about: int | None = None) -> ResponseReturnValue:
    here_now = here.now_here()
    page = render_template(
        "briefs/floor.html",
        event=event,
        floor=floor_cards.floor_of(session(), event, here.user(), here_now),
        days=rules.days_words(event.starts_on, event.ends_on, here_now.date()),
        made=now(),
        owner=owner(),
        policy=POLICY,
        words=WORDS,
        last_words=floor_cards.LAST,
        short_time=floor_cards.short_time,
        noted=lambda note: clock(note.noted_at, zone_of(event.time_zone) or UTC),
        new_key=lambda: new_token()[:24],
        most=floor_rules.WORDS_MAX,
        problem=problem,
        typed=typed,
        about=about,
    )
    response = make_response(page, UNPROCESSABLE if problem else 200)
    response.headers[OWNER] = owner()
    leaving.remember(response, "floor")
    return response


@bp.post("/events/<int:event_id>/floor")
@requires("editor")
def note_on_floor(event_id: int) -> ResponseReturnValue:
    """Keeps what a plain form sends: a press, a promise, a note. The same form sent twice is one note."""
    event = events.event_here(session(), event_id)
    kind, words = request.form.get("kind", "note"), floor_rules.clean(request.form.get("words", ""))
    about = number_in(request.form.get("appearance", ""))
    problem = floor_rules.problem_of(kind, words)
    if problem:
        return _page(event, problem, words[: 2 * floor_rules.WORDS_MAX], about)
    row = events.appearance_here(session(), event, about) if about is not None else None
    press = Press(_key_of(kind, words), kind, words, now(), row.id if row else None, row.person_id if row else None)
    answer = floor_notes.keep_all(session(), event, [press], here.by())[0]
    note = floor_notes.by_key(session(), answer.key)
    whom = f": {row.person.name}" if row is not None else ""
    undo = url_for("briefs.take_floor_note_back", event_id=event.id, note_id=note.id) if note is not None else ""
    tell(answer.words or f"{WORDS[kind]}{whom}.", undo=undo)
    return _back(event, row.id if row is not None else None)


def _key_of(kind: str, words: str) -> str:
    """The form's own key, and what it says: going back and pressing another button is another note."""
    sent = "|".join((request.form.get("device_key", "")[:100], kind, words))
    return hashlib.sha256(sent.encode("utf-8", "surrogatepass")).hexdigest()[:48]


def _back(event: Event, appearance_id: int | None) -> ResponseReturnValue:
    anchor = f"person-{appearance_id}" if appearance_id is not None else "event-notes"
    return redirect(url_for("briefs.floor", event_id=event.id, _anchor=anchor), 303)


@bp.post("/events/<int:event_id>/floor/notes/<int:note_id>/take-back")
@requires("editor")
def take_floor_note_back(event_id: int, note_id: int) -> ResponseReturnValue:
    """Takes a press or a note back."""
    event = events.event_here(session(), event_id)
    note = floor_notes.note_here(session(), event, note_id)
    floor_notes.take_back(session(), note, here.by())
    undo = url_for("briefs.bring_floor_note_back", event_id=event.id, note_id=note.id)
    tell(f"Taken back: {WORDS[note.kind].lower()}.", undo=undo)
    return _back(event, note.appearance_id)


@bp.post("/events/<int:event_id>/floor/notes/<int:note_id>/bring-back")
@requires("editor")
def bring_floor_note_back(event_id: int, note_id: int) -> ResponseReturnValue:
    """Puts back what was taken back."""
    event = events.event_here(session(), event_id)
    note = floor_notes.note_here(session(), event, note_id)
    floor_notes.bring_back(session(), note, here.by())
    tell(f"It stands again: {WORDS[note.kind].lower()}.")
    return _back(event, note.appearance_id)


# --- for the phone ----------------------------------------------------------------------------------------------------


@bp.get("/events/floor/token")
@signed_in
def floor_token() -> Response:
    """A fresh token for sending, and who is signed in: notes of somebody else are not sent."""
    return jsonify(token=generate_csrf(), owner=owner())


@bp.post("/events/<int:event_id>/floor/notes")
@requires("editor")
def send_floor_notes(event_id: int) -> ResponseReturnValue:
    """Keeps notes that a phone made, each answered by itself. The event may have been deleted since."""
    event = events.deleted_or_not(session(), event_id)
    if (request.content_length or 0) > floor_rules.MOST_BYTES:
        return jsonify(words="That is too much at once. Send fewer notes.", notes=[]), TOO_LARGE
    try:
        sent = floor_rules.read_batch(_json(), now())
    except Refused as error:
        return jsonify(words=str(error.reasons[0]), notes=[]), UNPROCESSABLE
    answers = floor_notes.keep_all(session(), event, sent, here.by())
    return jsonify(notes=[_told(one) for one in answers])


def _json() -> object:
    """What the request says; None for what is no JSON, or is nested deeper than anything we send."""
    try:
        return json.loads(request.get_data(cache=False).decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _told(answer: Answer) -> dict[str, str]:
    return {"key": answer.key, "state": answer.state, "words": answer.words}


@bp.get("/events/<int:event_id>/floor/worker.js")
@signed_in
def floor_worker(event_id: int) -> Response:
    """The script that keeps the page of this event, and answers nothing but it and its files."""
    event = events.event_here(session(), event_id)
    script = Path(str(current_app.static_folder), "worker", "floor.js").read_bytes()
    scope = url_for("briefs.floor", event_id=event.id)
    headers = {"Service-Worker-Allowed": scope, "Cache-Control": "no-cache"}
    return Response(script, mimetype="text/javascript", headers=headers)


# --- before signing out -----------------------------------------------------------------------------------------------


@bp.get("/events/floor/leave")
@signed_in
def leave_floor() -> ResponseReturnValue:
    """Before signing out of a phone on which floor mode was opened: what only it has is sent, or asked about."""
    return render_template("briefs/floor_leave.html", owner=owner(), user_id=current_user.user_id)


leaving.asks("floor", lambda: url_for("briefs.leave_floor"))
