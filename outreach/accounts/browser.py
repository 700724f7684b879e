"""What the browser of a request brings and takes: its address, its cookies, the sign-in in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from flask import Response, current_app, g, request, session
from flask_login import current_user, login_user

from config import Settings
from outreach.accounts import sessions
from outreach.accounts.rules import SessionLimits
from outreach.accounts.sessions import Client, NewSession, SignedIn, Visitor
from outreach.request_session import database, now

DEVICE_COOKIE = "groundwork-device"
DEVICE_FOR = timedelta(days=400)
"""As long as browsers keep a cookie at most (RFC 6265bis section 5.5)."""


def limits() -> SessionLimits:
    """How long a sign-in lasts here."""
    chosen = settings()
    return SessionLimits(timedelta(hours=chosen.idle_hours), timedelta(days=chosen.session_days))


def settings() -> Settings:
    """The settings of this application."""
    return cast("Settings", current_app.extensions["settings"])


def can_mail() -> bool:
    """Whether mail to users leaves this server at all."""
    return settings().mail != "off"


def keys() -> Sequence[str]:
    """The server's key, then earlier ones that still count."""
    earlier = current_app.config.get("SECRET_KEY_FALLBACKS") or []
    return [str(current_app.config["SECRET_KEY"]), *map(str, earlier)]


def client() -> Client:
    """Where this request comes from."""
    device = request.cookies.get(_device_cookie(), "")[:200]
    return Client(request.remote_addr or "", str(request.user_agent)[:500], device)


def load_user(token: str) -> SignedIn | None:
    """For flask_login: who is behind the cookie; notes in `g.ended_user_id` whose sign-in has ended."""
    identity = sessions.identify(database(), token, now(), limits())
    g.ended_user_id = identity.ended_user_id
    return identity.signed_in


def ended_user_id() -> int | None:
    """Whose sign-in this browser still carries although it has ended."""
    if current_user.is_authenticated:
        return None
    value: int | None = g.get("ended_user_id")
    return value


def sign_in(user_id: int, workspace_id: int | None = None) -> NewSession:
    """Signs this browser in, under a new session and a new form token, and ends the sign-in it had."""
    _end_present()
    opened = sessions.start(database(), user_id, client(), now(), workspace_id)
    put_token(opened.token)
    return opened


def put_token(token: str) -> None:
    """Lets the cookie hold this sign-in from now on, and nothing of what it held before."""
    clear()
    session.permanent = True
    user = sessions.identify(database(), token, now(), limits()).signed_in
    login_user(user or Visitor())


def clear() -> None:
    """Empties the cookie. The form token goes with it; Flask-WTF keeps it for the request as well, so there too."""
    session.clear()
    g.pop(current_app.config["WTF_CSRF_FIELD_NAME"], None)


def _end_present() -> None:
    if current_user.is_authenticated:
        with database().open_session() as write:
            sessions.end(write, current_user.user_id, current_user.session_id, now())


def remember_device(response: Response, opened: NewSession) -> Response:
    """Lets the browser be known at the next sign-in."""
    response.set_cookie(
        _device_cookie(),
        opened.device_token,
        max_age=DEVICE_FOR,
        secure=_https(),
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def _device_cookie() -> str:
    return f"__Host-{DEVICE_COOKIE}" if _https() else DEVICE_COOKIE


def _https() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
