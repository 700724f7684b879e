"""Joins the room to an application: who is signed in, the door, the pages, the commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError

from outreach import errors
from outreach.accounts import member_pages, sender_pages, settings_pages
from outreach.accounts.browser import load_user, settings
from outreach.accounts.commands import group
from outreach.accounts.door import at_the_door, bp, form_out_of_date
from outreach.accounts.sessions import Visitor

__all__ = ["at_the_door", "bp", "init_app", "member_pages", "sender_pages", "settings_pages"]

_COOKIE_AFTER_ITS_SESSION = timedelta(days=30)
"""The cookie outlives the sign-in, so that a form sent too late is known to be whose it is."""


def init_app(app: Flask) -> None:
    """Adds to `app` how it knows who is signed in, and the commands. Its settings are in place already."""
    logins = LoginManager()
    logins.session_protection = None  # sign-ins are rows here; a telephone changes its address all day
    logins.anonymous_user = Visitor
    logins.user_loader(load_user)
    logins.init_app(app)
    with app.app_context():
        days = settings().session_days
    app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=days) + _COOKIE_AFTER_ITS_SESSION
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False
    app.register_error_handler(CSRFError, _answer_csrf_error)
    app.cli.add_command(group)


def _answer_csrf_error(_error: CSRFError) -> Any:
    try:
        return form_out_of_date()
    except errors.AppError as told:
        return errors.answer(told)
