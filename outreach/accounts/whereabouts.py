"""Where users are, and which day it is there. In a request `accounts.here` says it of who is signed in."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

from sqlalchemy import bindparam, select

from outreach.accounts.models import SenderProfile
from outreach.db import WorkspaceSession
from outreach.kept_statements import kept_statement
from outreach.once import once
from outreach.time_zones import zone_of


@once
def zone_of_user(session: WorkspaceSession, user_id: int | None) -> tzinfo:
    """Where a user is, as they said under Settings, Your signature; UTC where nobody has said it."""
    said = session.scalar(_SAID, {"user": user_id}) if user_id is not None else None
    return (zone_of(said) if said is not None else None) or UTC


_SAID = kept_statement(select(SenderProfile.time_zone).where(SenderProfile.user_id == bindparam("user")))


def today_of(session: WorkspaceSession, user_id: int | None, now: datetime) -> date:
    """The day that it is where a user is."""
    return day_in(now, zone_of_user(session, user_id))


def day_in(moment: datetime, zone: tzinfo) -> date:
    """The day of a moment in a zone; at the two ends of the calendar, that in UTC."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()
