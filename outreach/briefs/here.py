"""Who prints, where they are, and where this installation is found: what every page of the room asks."""

from __future__ import annotations

from datetime import datetime

from flask import current_app
from flask_login import current_user

from outreach.accounts.here import zone_here
from outreach.accounts.models import User
from outreach.people.operations import By
from outreach.request_session import now, session


def user() -> User:
    """The signed-in user."""
    return session().get_one(User, current_user.user_id)


def by() -> By:
    """Who sends this request."""
    return By(current_user.user_id, now())


def now_here() -> datetime:
    """The moment of this request in the zone of the user: its day stands on what is printed."""
    return now().astimezone(zone_here())


def site() -> str:
    """The address of this installation, for the way from paper to the dossier."""
    return str(current_app.extensions["settings"].address)
