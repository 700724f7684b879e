"""What a user may be told when something does not work, and the one handler that tells it.

A room raises an `AppError` of its own kind; the handler chooses the page, or for htmx the fragment, rolls the request's
session back (see `request_session`) and logs. What nobody foresaw becomes a page that says so, with the request's id.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, make_response, render_template, request
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

log = logging.getLogger(__name__)


class AppError(Exception):
    """Something that the user is told in words. Each kind sets `status`, `title` and `advice`; a case may say more.

    `detail` is a sentence about this case, shown between title and advice. It is shown to whoever asked.
    """

    status: int = 400
    title: str = "This did not work"
    advice: str = "Nothing was changed."

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.title)
        self.detail = detail


class NotFound(AppError):
    """There is no such thing, or none in this workspace: the answer is the same for both."""

    status = 404
    title = "There is no such page"
    advice = "The address may be mistyped, or what was here has been removed."


class Refused(AppError):
    """A rule does not allow it. `reasons` are printed as a list."""

    status = 422
    title = "This cannot be done yet"
    advice = "Nothing was changed."

    def __init__(self, *reasons: str) -> None:
        super().__init__(reasons[0] if len(reasons) == 1 else "")
        self.reasons = reasons


class Stale(AppError):
    """Somebody else changed it in the meantime."""

    status = 409
    title = "Somebody changed this in the meantime"
    advice = "Your change was not saved, so nothing of theirs is lost. Go back, copy yours, and open the page again."


class Expired(AppError):
    """A link that was good until a day has passed it, or was withdrawn."""

    status = 410
    title = "This link is no longer good"
    advice = "Ask whoever sent it for a new one."


class Busy(AppError):
    """The database or the disk cannot take it now; trying again later is right."""

    status = 503
    title = "Groundwork cannot save at the moment"
    advice = "Nothing was changed. Wait a moment, then send it again; if it stays so, look whether the disk is full."


OF_HTTP = {
    400: ("This request cannot be read", "Go back, and send the form again."),
    404: (NotFound.title, NotFound.advice),
    405: ("This page cannot be asked that way", "Nothing was changed. Go back and use the button on the page."),
    413: (
        "This is too large",
        "It was not kept; what you had saved before is there. Go back, and send less, or only the part that matters.",
    ),
    415: ("This kind of content is not read here", "Nothing was kept."),
    429: ("That was too often", "Wait a little, then try again."),
}
"""Status -> title and advice, where Flask or werkzeug stops a request by itself."""

UNFORESEEN = (
    "Something went wrong on our side",
    "Nothing was changed. Try again; if it happens again, tell whoever runs this Groundwork the number below.",
)


@dataclass(frozen=True)
class Told:
    """What an error page says. `reasons` may be empty; `request_id` finds the line in the log."""

    status: int
    title: str
    detail: str
    advice: str
    reasons: tuple[str, ...]
    request_id: str


def init_app(app: Flask) -> None:
    """Sends every error of a request through `answer`."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """The page for an error; where htmx asked for a part of a page, the fragment.

    In a debugger's run what nobody foresaw is raised on, so that the developer sees it.
    """
    if isinstance(error, RequestRedirect):
        return make_response(error.get_response())
    if isinstance(error, HTTPException) and error.response is not None:
        return make_response(error.response)
    told = what_to_tell(error)
    if told.title == UNFORESEEN[0]:
        if current_app.debug or current_app.config.get("RAISE_UNFORESEEN"):
            raise error
        log.error("event=unforeseen kind=%s", type(error).__name__, exc_info=error)
    elif told.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("event=unavailable kind=%s", type(error).__name__)
    response = make_response(page_of(told), told.status)
    if isinstance(error, HTTPException):
        response.headers.extend(
            (name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After")
        )
    return response


def page_of(told: Told) -> str:
    """The HTML of an error."""
    if request.headers.get("HX-Request") == "true":
        return render_template("errors/fragment.html", error=told)  # the page around it keeps what was typed
    return render_template("errors/page.html", error=told, typed=_typed(told))


def _typed(told: Told) -> Sequence[object]:
    """The text of the form that failed. Of a request that was too large or unreadable nothing is there."""
    read = current_app.extensions.get("typed_text")
    if read is None or request.method != "POST" or told.status in (400, 403, 413):
        return ()
    texts: Sequence[object] = read()
    return texts


def what_to_tell(error: Exception) -> Told:
    """An error in the words that a user may read: never its own text, unless it is an AppError."""
    request_id = g.get("request_id", "")
    if isinstance(error, AppError):
        reasons = error.reasons if isinstance(error, Refused) and len(error.reasons) > 1 else ()
        return Told(error.status, error.title, error.detail, error.advice, reasons, request_id)
    if isinstance(error, HTTPException):
        status = error.code or 500
        title, advice = OF_HTTP.get(status, ("This did not work", "Nothing was changed."))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            title, advice = UNFORESEEN
        return Told(status, title, "", advice, (), request_id)
    if isinstance(error, StaleDataError):
        return Told(Stale.status, Stale.title, "", Stale.advice, (), request_id)
    if isinstance(error, IntegrityError):
        return Told(
            409, "This does not fit what is already here", "",
            "Your change was not saved: something like it exists already, or what it belongs to was removed. "
            "Open the page again to see what is there now.", (), request_id,
        )  # fmt: skip
    if isinstance(error, OperationalError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return Told(Busy.status, Busy.title, "", Busy.advice, (), request_id)
    return Told(500, UNFORESEEN[0], "", UNFORESEEN[1], (), request_id)
