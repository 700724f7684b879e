"""The pages of a program's sessions: by day, with stars, with people whom the user keeps; one session."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.here import today_here
from outreach.events import agenda_documents, operations, program_queries, queries, rules
from outreach.events.event_pages import bp, by, zone_words
from outreach.events.models import Event, EventSession
from outreach.events.program_queries import SHOWN
from outreach.notices import tell
from outreach.request_session import session
from outreach.security import requires, signed_in
from outreach.words import day as day_words


@bp.get("/events/<int:event_id>/sessions")
@signed_in
def sessions(event_id: int) -> ResponseReturnValue:
    """The sessions of one page, by day and time. What the address asks for and cannot mean is left out."""
    row = queries.event_here(session(), event_id)
    show = request.args.get("show", "") if request.args.get("show", "") in SHOWN else ""
    day, page = _day(request.args.get("day", "")), _page(request.args.get("page", ""))
    days = program_queries.days(session(), row, show)
    found = program_queries.sessions(session(), row, show, day, page)
    lines = found[: program_queries.PAGE_SIZE]
    return render_template(
        "events/sessions.html",
        event=row,
        zone=zone_words(row),
        show=show,
        shown=[(words, _address(row, key, None, 1)) for key, words in SHOWN.items()],
        here=_address(row, show, None, 1),
        days=_day_links(row, show, days),
        day_here=_address(row, show, day, 1) if day else _address(row, show, None, 1),
        groups=[(_said(on), list(rows)) for on, rows in groupby(lines, key=lambda line: line.row.held_on)],
        total=days.total,
        met=program_queries.met_at(session(), [line.row.id for line in lines]),
        alone=program_queries.alone(session(), row) if not show and page == 1 and day is None else (),
        newer=_address(row, show, day, page - 1) if page > 1 else "",
        older=_address(row, show, day, page + 1) if len(found) > len(lines) else "",
        span=rules.span_words,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.isascii() and len(text) == len("2026-12-03") else None
    except ValueError:
        return None


def _page(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 1
    return min(max(1, number), program_queries.MOST_PAGES)


def _address(row: Event, show: str, day: date | None, page: int) -> str:
    told: dict[str, Any] = {"show": show or None, "day": day.isoformat() if day else None}
    return url_for("events.sessions", event_id=row.id, **told, page=page if page > 1 else None)


def _day_links(row: Event, show: str, days: program_queries.Days) -> list[tuple[str, str]]:
    """(words, address) of each day, where there are several."""
    known = [(on, number) for on, number in days.counts if on is not None]
    if len(known) < 2:
        return []
    links = [(f"{_said(on)} ({number})", _address(row, show, on, 1)) for on, number in known]
    return [("All days", _address(row, show, None, 1)), *links]


def _said(day: date | None) -> str:
    return day_words(day, today_here()) if day is not None else "Without a day"


# --- one session ------------------------------------------------------------------------------------------------------


@bp.get("/events/<int:event_id>/sessions/<int:session_id>")
@signed_in
def event_session(event_id: int, session_id: int) -> ResponseReturnValue:
    """One session: when and where, who speaks, the words of the program."""
    row = queries.event_here(session(), event_id)
    held = queries.session_here(session(), row, session_id)
    document = agenda_documents.document_id_of(session(), held.agenda_id) if held.agenda_id is not None else None
    return render_template(
        "events/session.html",
        event=row,
        held=held,
        when=_when(held),
        zone=zone_words(row),
        speakers=program_queries.speakers_of(session(), [held.id]).get(held.id, ()),
        met=program_queries.met_at(session(), [held.id]).get(held.id, ()),
        listed={one.person_id for one in queries.appearances(session(), row)},
        document_id=document,
    )


def _when(held: EventSession) -> str:
    parts = (_said(held.held_on) if held.held_on else "", rules.span_words(held.starts_minute, held.ends_minute))
    return ", ".join(part for part in parts if part) or "The program names no time."


@bp.post("/events/<int:event_id>/sessions/<int:session_id>/star")
@requires("editor")
def star_session(event_id: int, session_id: int) -> ResponseReturnValue:
    """Gives a session a star, or takes it: starred ones stand in the user's calendar."""
    row = queries.event_here(session(), event_id)
    held = queries.session_here(session(), row, session_id)
    wanted = request.form.get("star", "yes") == "yes"
    (operations.star if wanted else operations.take_star)(session(), held, by())
    tell("Starred. It is in your calendar feed." if wanted and held.held_on else "Starred." if wanted else "No star.")
    if request.form.get("from") == "list":
        return redirect(_address(row, "", held.held_on, 1) + f"#session-{held.id}", 303)
    return redirect(url_for("events.event_session", event_id=row.id, session_id=held.id), 303)
