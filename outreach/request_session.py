"""The database session of the present web request: opened when first asked for, committed once, at the end.

A request that only asks (GET, HEAD, OPTIONS) gets a session that cannot write; every other one a session that writes,
which on SQLite holds the write lock from its first statement on. Work that should not lie under that lock, such as
hashing a password, belongs before the first statement or between two sessions of one's own (`database()`).
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import cast

from flask import Flask, Response, current_app, g, request

from outreach.db import Database, WorkspaceSession

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def database() -> Database:
    """The application's database."""
    return cast("Database", current_app.extensions["database"])


def session() -> WorkspaceSession:
    """The request's session. It belongs to no workspace until `enter` was called, by who knows the user."""
    if "database_session" not in g:
        reads = request.method in _READING
        g.database_session = database().new_reader() if reads else database().new_session()
    return cast("WorkspaceSession", g.database_session)


def commit() -> None:
    """Commits what the request has changed, if it has asked for a session at all."""
    if "database_session" in g and not session().reads_only:
        session().commit()


def roll_back() -> None:
    """Drops what the request has changed."""
    if "database_session" in g:
        session().rollback()


def now() -> datetime:
    """The moment of the present request, the same for all of it; the clock is the application's."""
    known: datetime | None = g.get("now")
    if known is None:
        g.now = known = cast("datetime", current_app.extensions["clock"]())
    return known


def init_app(app: Flask) -> None:
    """Closes the session with the request. Committing is the application's own, in `app.Application`."""
    app.teardown_appcontext(_close)


def _close(_error: BaseException | None) -> None:
    open_session = g.pop("database_session", None)
    if open_session is not None:
        open_session.close()


def finish(response: Response) -> Response:
    """Commits after a view that answered; an answer of 500 or more changes nothing."""
    if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        roll_back()
        return response
    try:
        commit()
    except Exception as error:  # noqa: BLE001 (whatever it is, the answer in hand would be a lie)
        return current_app.make_response(current_app.handle_user_exception(error))
    return response
