"""The calendar feed: the page on which its address is made, replaced and ended, and the address itself."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach import calendar_entries, waiting_rooms
from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.exchange import feeds
from outreach.exchange.feeds import Whose
from outreach.mail import link
from outreach.notices import tell
from outreach.people.operations import By
from outreach.relationships import queries as ledger
from outreach.request_session import database, now, session
from outreach.security import public, signed_in
from outreach.waiting import Coming

bp = Blueprint("exchange", __name__)


def _by() -> By:
    return By(current_user.user_id, now())


def _site() -> str:
    return link(current_app.extensions["settings"].address, "")


@bp.get("/settings/calendar")
@signed_in
def calendar() -> ResponseReturnValue:
    """Says what the feed is, since when there is one, and how it is made."""
    return _page("")


def _page(address: str) -> str:
    feed = feeds.standing(session(), current_user.user_id)
    return render_template("exchange/calendar.html", feed=feed, address=address)


@bp.post("/settings/calendar/new")
@signed_in
def new_feed() -> ResponseReturnValue:
    """Makes a new address, and shows it this once."""
    token = feeds.begin(session(), _by())
    return _page(_site() + url_for(".feed", token=token))


@bp.post("/settings/calendar/end")
@signed_in
def end_feed() -> ResponseReturnValue:
    """Ends the address: calendars that have it learn nothing new."""
    tell("The address answers no more." if feeds.end(session(), _by()) else "There is no address.")
    return redirect(url_for(".calendar"), 303)


@bp.get("/calendar/<token>.ics")
@public()
def feed(token: str) -> ResponseReturnValue:
    """The feed of whoever has this secret. Raises: NotFound, the same for an ended one and one that never was."""
    with database().system_reader("finding whose calendar feed an address is") as reader:
        found = feeds.whose(reader, token)
    if found is None:
        raise NotFound
    with database().reader_for(found.workspace_id) as reader:
        coming = _coming(reader, found, now())
    host = urlsplit(_site()).hostname or "groundwork"
    answer = Response(feeds.file(coming, _stamp(found), _site(), host), content_type=calendar_entries.CONTENT_TYPE)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Content-Disposition"] = 'inline; filename="groundwork.ics"'
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.add_etag()
    return answer.make_conditional(request)


def _stamp(found: Whose) -> datetime:
    """The same for the same plans, so that a calendar which has them already is told so."""
    return found.since


def _coming(reader: WorkspaceSession, found: Whose, moment: datetime) -> list[Coming]:
    today: date = today_of(reader, found.user_id, moment)
    paused = ledger.paused_people(reader, today)
    told = waiting_rooms.told("coming", reader, found.user_id, moment, today, feeds.until(today))
    return sorted((one for one in told if one.person_id not in paused), key=lambda one: (one.on, one.uid))
