"""What is asked before somebody signs out of a device that keeps something of theirs.

A later room may keep pages or notes on a device, and `accounts` knows nothing of them. So the room remembers on the
device that it did (`remember`), and says where it is asked about (`asks`), as its module is loaded:

    leaving.asks("floor", lambda: url_for("briefs.leave_floor"))
    leaving.remember(response, "floor")

Signing out leads there first; the form on that page says `now=1`, and `cleared=1` where its script has cleared the
device itself. Where it has not, the browser is told to drop all that this site has stored.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from flask import Response, current_app, request

KEPT_FOR = timedelta(days=60)
"""Longer than any page is kept on a device."""

_pages: dict[str, Callable[[], str]] = {}


def asks(name: str, page: Callable[[], str]) -> None:
    """Says which page asks about what the device keeps; the same name once more takes the place of itself."""
    _pages[name] = page


def remember(response: Response, name: str) -> None:
    """Notes on the device that it keeps something."""
    response.set_cookie(
        _cookie(name), "1", max_age=KEPT_FOR, secure=_https(), httponly=True, samesite="Lax", path="/"
    )  # fmt: skip


def first_page() -> str:
    """Where signing out leads first; "" where nothing is kept, or it was asked about already."""
    if request.form.get("now") == "1":
        return ""
    return next((page() for name, page in _pages.items() if request.cookies.get(_cookie(name))), "")


def forget(response: Response) -> None:
    """Lets the device forget that it kept something, and all that it kept where no script has cleared it."""
    kept = [name for name in _pages if request.cookies.get(_cookie(name))]
    for name in kept:
        response.delete_cookie(_cookie(name), path="/", secure=_https(), httponly=True, samesite="Lax")
    if kept and request.form.get("cleared") != "1":
        response.headers["Clear-Site-Data"] = '"storage"'


def _cookie(name: str) -> str:
    return f"__Host-groundwork-{name}" if _https() else f"groundwork-{name}"


def _https() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
