"""The page of a reviewer, who has no account: read, say yes, change something, say no, take it back.

Looking never decides anything, since mail scanners open links; only a form that was sent does. No cookie is set, no
script is needed, nothing from elsewhere is loaded, and the address is told to nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from outreach.accounts import throttle
from outreach.accounts.rules import Limit
from outreach.accounts.throttle import Counted
from outreach.articles import answers, decisions, links, opened
from outreach.articles.approval_models import ApprovalRequest
from outreach.articles.article_pages import bp
from outreach.articles.opened import Found, Opened
from outreach.articles.public_words import PublicWords
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.request_session import database, now
from outreach.security import by_secret_link
from outreach.sent_twice import hold

GUESSES = Limit(30, timedelta(hours=1))
"""Addresses of this kind that open nothing, from one place. A hospital's people share an address, and some links are
old; a guess has one chance in 2^256."""

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

_OURS = re.compile(r"/{1,9}a/")

Decide = Callable[[WorkspaceSession, Opened, dict[str, str]], object]
Change = Callable[[WorkspaceSession, Found, str, Opened], BaseResponse]

POLICY = (
    "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self'; object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)


@bp.get("/a/<token>")
@by_secret_link
def approval(token: str) -> ResponseReturnValue:
    """The text and the question; or what was answered; or that the link opens nothing."""
    if not links.is_token(token):
        return _at_its_address(token)

    def show(page: Opened) -> BaseResponse:
        if page.decision is not None:
            return _page("done", token, page)
        return _page("page", token, page, only_quotes=request.args.get("only") == "quotes")

    return _seen(token, show)


@bp.get("/a/<token>/change")
@by_secret_link
def approval_change(token: str) -> ResponseReturnValue:
    """Each quotation in a field of its own, and one for anything else."""
    return _form_page(token, "change")


@bp.get("/a/<token>/no")
@by_secret_link
def approval_no(token: str) -> ResponseReturnValue:
    """Asks whether it shall not be published."""
    return _form_page(token, "no")


@bp.get("/a/<token>/done")
@by_secret_link
def approval_done(token: str) -> ResponseReturnValue:
    """The receipt: what was answered, when, about which text; until a day it can be taken back."""

    def show(page: Opened) -> BaseResponse:
        if page.decision is None:
            return redirect(url_for(".approval", token=token), 303)
        return _page("done", token, page)

    return _seen(token, show)


@bp.post("/a/<token>/yes")
@by_secret_link
def approval_yes(token: str) -> ResponseReturnValue:
    """Records a yes to exactly the text that was shown."""
    return _answer(token, "page", lambda session, page, form: answers.say_yes(
        session, page, _who(page, form), now()
    ))  # fmt: skip


@bp.post("/a/<token>/change")
@by_secret_link
def approval_ask_changes(token: str) -> ResponseReturnValue:
    """Records the changes that are wished."""
    return _answer(token, "change", lambda session, page, form: answers.ask_for_changes(
        session, page, _who(page, form), form, now()
    ))  # fmt: skip


@bp.post("/a/<token>/no")
@by_secret_link
def approval_say_no(token: str) -> ResponseReturnValue:
    """Records a no."""
    return _answer(token, "no", lambda session, page, form: answers.say_no(
        session, page, _who(page, form), answers.something_else(form), now()
    ))  # fmt: skip


@bp.post("/a/<token>/take-back")
@by_secret_link
def approval_take_back(token: str) -> ResponseReturnValue:
    """Ends what was answered, so that another answer can be given."""
    return _changed(token, _take_back)


@bp.route("/a/<path:token>", methods=METHODS)
@by_secret_link
def approval_elsewhere(token: str) -> ResponseReturnValue:
    """What no other address of these is: the address of a form that was typed in, or one with a sign behind it.

    It is here for the log as well, in which an address that is nobody's would stand with its secret.
    """
    return _at_its_address(token)


def _at_its_address(address: str) -> ResponseReturnValue:
    """Leads to the page of the link that an address begins with; where there is none, it opens nothing."""
    token = links.cut_out(address)
    if token is None or request.method not in {"GET", "HEAD"} or _find(token) is None:
        return _gone()
    return _private(redirect(url_for(".approval", token=token), 303))


def _take_back(session: WorkspaceSession, _found: Found, token: str, page: Opened) -> BaseResponse:
    try:
        answers.take_back(session, page, now())
    except Refused as error:
        return _page("done", token, page, problem=_words(error), status=422)
    return redirect(url_for(".approval", token=token), 303)


# --- the same for all -------------------------------------------------------------------------------------------------


def _answer(token: str, shown_again: str, decide: Decide) -> ResponseReturnValue:
    """Records an answer; where it cannot be, the page that it came from comes back with what was written."""
    form = request.form.to_dict()
    # What they wrote is on the page that says why it was not recorded.
    lost = {"written": answers.written(form)}

    def answer(session: WorkspaceSession, found: Found, token: str, page: Opened) -> BaseResponse:
        try:
            decide(session, page, form)
        except decisions.Decided:
            there = opened.open_link(session, found.request_id, now()) or page
            return _page("done", token, there, was_late=True, status=409, **lost)
        except decisions.NewerVersion as error:
            return _page("page", token, page, problem=_words(error), typed=form, status=409, **lost)
        except Refused as error:
            return _page(shown_again, token, page, problem=_words(error), typed=form, status=422)
        return redirect(url_for(".approval_done", token=token), 303)

    return _changed(token, answer)


def _changed(token: str, change: Change) -> ResponseReturnValue:
    """Does what was sent, in a session of its own that is committed before the answer leaves."""
    found = _find(token)
    if found is None:
        return _gone()
    with database().session_for(found.workspace_id) as session:
        page = _held(session, found)
        answer = change(session, found, token, page) if page is not None else None
    return _private(answer) if answer is not None else _gone()


def _held(session: WorkspaceSession, found: Found) -> Opened | None:
    """What a link opens once nobody else is changing it: it may be ended while this answer is on its way."""
    page = opened.open_link(session, found.request_id, now())
    if page is None:
        return None
    hold(session, ApprovalRequest.id, page.request.id)
    session.expire_all()
    return opened.open_link(session, found.request_id, now())


def _seen(token: str, show: Callable[[Opened], BaseResponse]) -> ResponseReturnValue:
    """Shows what a link opens, in a session that cannot write."""
    found = _find(token)
    if found is None:
        return _gone()
    with database().reader_for(found.workspace_id) as session:
        page = opened.open_link(session, found.request_id, now())
        answer = show(page) if page is not None else None
    return _private(answer) if answer is not None else _gone()


def _form_page(token: str, name: str) -> ResponseReturnValue:
    def show(page: Opened) -> BaseResponse:
        if page.decision is not None:
            return redirect(url_for(".approval_done", token=token), 303)
        return _page(name, token, page)

    return _seen(token, show)


def _find(token: str) -> Found | None:
    """Where a link belongs; None for one that never was."""
    with database().system_reader("finding which request of which workspace a link belongs to") as reader:
        return opened.find(reader, token)


def _page(name: str, token: str, page: Opened, *, status: int = 200, **values: object) -> BaseResponse:
    given: dict[str, Any] = {
        "problem": "",
        "typed": {},
        "only_quotes": False,
        "was_late": False,
        "written": (),
        "told": PublicWords(page),
        **values,
    }
    given["typed"] = defaultdict(str, given["typed"])
    shown = render_template(f"articles/public/{name}.html", token=token, page=page, **given)
    return make_response(shown, status)


def _gone() -> BaseResponse:
    """The same words, length and status for a link that has ended and one that never was."""
    counted = [Counted("approval link", request.remote_addr or "", GUESSES)]
    place = throttle.take(database(), counted, now())
    written = answers.written(request.form.to_dict()) if request.method == "POST" else ()
    shown = render_template("articles/public/gone.html", too_many=place.wait is not None, written=written)
    if place.wait is None:
        return _private(make_response(shown, 404))
    answer = make_response(shown, 429)
    answer.headers["Retry-After"] = str(int(place.wait.total_seconds()) + 1)
    return _private(answer)


@bp.after_app_request
def _keep_private(answer: Response) -> Response:
    """The same for what is answered before or instead of a page: too large, from another site, the database is busy."""
    if _OURS.match(request.path):
        _private(answer)
    return answer


def _private(answer: BaseResponse) -> BaseResponse:
    """Adds what keeps the address and the text to the reader."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


def _who(page: Opened, form: dict[str, str]) -> answers.Answerer:
    return answers.answerer(form, page.reviewer.name)


def _words(error: Refused) -> str:
    return " ".join(error.reasons) or str(error)
