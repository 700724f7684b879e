"""The pages of an event's program: bringing it, seeing what was read of it, taking it over, taking that back."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts.browser import settings
from outreach.events import agenda_documents, agendas, matches, queries, taking_over
from outreach.events.agenda_forms import ENDINGS, AgendaForm
from outreach.events.agendas import Place
from outreach.events.event_pages import UNPROCESSABLE, bp, by, to_event
from outreach.events.models import AGENDA_FORMATS, Agenda
from outreach.notices import tell
from outreach.request_session import database, session
from outreach.security import requires, signed_in
from outreach.words import counted

CHANGES_SHOWN = 40
SESSIONS_SHOWN = 12


def to_agenda(agenda: Agenda) -> ResponseReturnValue:
    """Leads to the page of a copy of a program."""
    return redirect(url_for("events.agenda", event_id=agenda.event_id, agenda_id=agenda.id), 303)


# --- bringing ---------------------------------------------------------------------------------------------------------


@bp.route("/events/<int:event_id>/programs/new", methods=["GET", "POST"])
@requires("editor")
def bring_agenda(event_id: int) -> ResponseReturnValue:
    """Brings a program as a file, a text or an address; it is read before the database is held."""
    form = AgendaForm(settings().upload_mb * 1_000_000)
    if request.method == "POST" and form.validate():
        reading = agendas.read_given(form, _place_of(event_id))
        if not form.errors:
            row = queries.event_here(session(), event_id)
            return to_agenda(agendas.keep(session(), row, form.given, reading, form.url, by()))
    row = queries.event_here(session(), event_id)
    page = render_template(
        "events/bring.html", event=row, form=form, endings=ENDINGS, upload_mb=settings().upload_mb,
        has_sessions=queries.has_sessions(session(), row),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors else 200


def _place_of(event_id: int) -> Place:
    """The days and zone of an event, read aside: reading a program may take seconds, and nobody should wait for it."""
    with database().reader_for(current_user.workspace_id) as aside:
        return agendas.place_of(queries.event_here(aside, event_id))


# --- one copy ---------------------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>/programs/<int:agenda_id>")
@signed_in
def agenda(event_id: int, agenda_id: int) -> ResponseReturnValue:
    """A copy of a program: what was read of it, what taking it over changes."""
    return render_template("events/agenda.html", **_values(event_id, agenda_id))


@bp.get("/events/<int:event_id>/programs/<int:agenda_id>/state")
@signed_in
def agenda_state(event_id: int, agenda_id: int) -> ResponseReturnValue:
    """The same as a part of the page, asked for again while a page is being fetched."""
    return render_template("events/_agenda.html", **_values(event_id, agenda_id))


def _values(event_id: int, agenda_id: int) -> dict[str, Any]:
    row = queries.event_here(session(), event_id)
    copy = queries.agenda_here(session(), row, agenda_id)
    shown = agendas.preview(session(), row, copy) if copy.state == "read" else None
    return {
        "event": row,
        "agenda": copy,
        "title": copy.source_name or AGENDA_FORMATS[copy.format],
        "format": AGENDA_FORMATS[copy.format],
        "shown": shown,
        "told": agendas.told(shown) if shown else "",
        "changes": agendas.changes_told(shown) if shown else "",
        "changed": agendas.changed_lines(shown, CHANGES_SHOWN) if shown else (),
        "sample": shown.reading.sessions[:SESSIONS_SHOWN] if shown else (),
        "when": queries.when_of,
        "outside": counted(shown.outside, "session lies", "sessions lie") if shown and shown.outside else "",
        "document_id": agenda_documents.document_id_of(session(), copy.id),
        "is_stuck": agendas.is_stuck(session(), copy),
        "page_address": copy.url if copy.url.startswith(("http://", "https://")) else "",
    }


@bp.post("/events/<int:event_id>/programs/<int:agenda_id>/take-over")
@requires("editor")
def take_agenda_over(event_id: int, agenda_id: int) -> ResponseReturnValue:
    """Makes sessions and speakers of a copy. Raises: Refused for one that was not read."""
    row = queries.event_here(session(), event_id)
    copy = queries.agenda_here(session(), row, agenda_id)
    is_new = taking_over.take_over(session(), row, copy, by())
    asked = matches.count_questions(session(), row)
    said = "The program is taken over." if is_new else "The program was taken over already."
    if asked:
        said += f" {counted(asked, 'question', 'questions')} for you: is this somebody you keep?"
    tell(said, undo=url_for("events.take_agenda_back", event_id=row.id, agenda_id=copy.id))
    return to_event(row.id, "questions" if asked else "program")


@bp.post("/events/<int:event_id>/programs/<int:agenda_id>/take-back")
@requires("editor")
def take_agenda_back(event_id: int, agenda_id: int) -> ResponseReturnValue:
    """Puts the program back to what it was before this copy. Raises: Refused, see `taking_over.take_back`."""
    row = queries.event_here(session(), event_id)
    copy = queries.agenda_here(session(), row, agenda_id)
    is_new = taking_over.take_back(session(), row, copy, by())
    kept = " Sessions with a star or a meeting are kept, marked as gone."
    tell(f"The program is taken back.{kept}" if is_new else "This copy was taken back already.")
    return to_event(event_id, "program")


@bp.post("/events/<int:event_id>/programs/<int:agenda_id>/ask-again")
@requires("editor")
def ask_agenda_again(event_id: int, agenda_id: int) -> ResponseReturnValue:
    """Asks a page again that could not be read. Raises: Refused for a copy without an address."""
    row = queries.event_here(session(), event_id)
    copy = queries.agenda_here(session(), row, agenda_id)
    agendas.ask_again(session(), copy, by())
    return to_agenda(copy)
