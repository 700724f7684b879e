"""Where the signed-in user is, and which day it is there: what every date on a page is said by."""

from __future__ import annotations

from datetime import UTC, date, tzinfo

from flask import g
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from outreach.accounts.whereabouts import day_in, zone_of_user
from outreach.request_session import now, session


def zone_here() -> tzinfo:
    """Where the signed-in user is, read once in a request; UTC for a stranger, and where the database fails.

    Pages of errors ask as well, and those must come whatever has failed.
    """
    known = g.get("zone")
    if isinstance(known, tzinfo):
        return known
    if not getattr(current_user, "is_authenticated", False):
        return UTC
    try:
        here = g.zone = zone_of_user(session(), current_user.user_id)
    except SQLAlchemyError:
        return UTC
    return here


def today_here() -> date:
    """The day of this request, where the signed-in user is."""
    return day_in(now(), zone_here())
