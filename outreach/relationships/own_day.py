"""The user's own day: where they are it may be another one than at the server."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from outreach.accounts import own_mail
from outreach.db import WorkspaceSession
from outreach.once import once


@once
def today_of(session: WorkspaceSession, user_id: int, now: datetime) -> date:
    """Today where a user is; by UTC where they have not said where, or no such zone is known.

    At the edges of the calendar, where the day there would have no date, it is that of UTC.
    """
    name = own_mail.signature_of(session, user_id).time_zone
    if not name:
        return now.astimezone(UTC).date()
    try:
        return now.astimezone(ZoneInfo(name)).date()
    except (KeyError, ValueError, OSError, OverflowError):  # no such zone, or a day before year 1 or after 9999
        return now.astimezone(UTC).date()
