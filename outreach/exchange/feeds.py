"""The calendar feed: a secret address that shows one user's plans to their own calendar, and nothing to anybody else.

Whoever has the address can read it, so it can be ended or replaced with one press. It is read-only, tells of the coming
half year and the last month, and names people, but never what a letter or a note says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from icalendar import Event
from sqlalchemy import select

from outreach import calendar_entries
from outreach.accounts.models import Membership, User
from outreach.db import WorkspaceSession
from outreach.exchange.models import CalendarFeed
from outreach.people.operations import By
from outreach.security import hash_of, new_token
from outreach.sent_twice import hold
from outreach.waiting import Coming

AHEAD = timedelta(days=183)
"""How far the feed looks."""

OF_A_TIME = (timedelta(days=1), timedelta(minutes=30))
OF_A_DAY = (timedelta(hours=-9),)
"""Alarms before something at a time, and on the morning of a day at nine."""

LONGEST_TOKEN = 60


def standing(session: WorkspaceSession, user_id: int) -> CalendarFeed | None:
    """The feed that answers for a user."""
    mine = select(CalendarFeed).where(CalendarFeed.user_id == user_id, CalendarFeed.ended_at.is_(None))
    return session.scalar(mine)


def begin(session: WorkspaceSession, by: By) -> str:
    """Makes a new address and ends the present one; the secret, which is shown once and kept nowhere."""
    end(session, by)
    token = new_token()
    session.add(CalendarFeed(user_id=by.user_id, token_hash=hash_of(token), created_at=by.now))
    session.flush()
    return token


def end(session: WorkspaceSession, by: By) -> bool:
    """Ends a user's address; whether there was one."""
    hold(session, User.id, by.user_id)
    row = standing(session, by.user_id)
    if row is None:
        return False
    row.ended_at = by.now
    session.flush()
    return True


@dataclass(frozen=True, slots=True)
class Whose:
    """Of whom, and of which workspace, a feed is."""

    user_id: int
    workspace_id: int
    since: datetime


def whose(session: WorkspaceSession, token: str) -> Whose | None:
    """Of whom the feed with this secret is; None for one that was ended, is unknown, or whose user has left.

    `session` sees all workspaces: the secret alone says which.
    """
    if not token or len(token) > LONGEST_TOKEN:
        return None
    stands = select(CalendarFeed).where(CalendarFeed.token_hash == hash_of(token), CalendarFeed.ended_at.is_(None))
    row = session.scalar(stands)
    if row is None:
        return None
    member = select(Membership.user_id).where(
        Membership.user_id == row.user_id, Membership.workspace_id == row.workspace_id
    )
    if session.scalar(member) is None:
        return None
    return Whose(row.user_id, row.workspace_id, row.created_at)


def file(coming: Iterable[Coming], stamp: datetime, site: str, host: str) -> bytes:
    """The feed with these entries. `stamp`: the moment of the answer. Uids are made unique to `host`."""
    entries = [_entry(one, stamp, site, host) for one in coming]
    return calendar_entries.file(entries, name="Groundwork")


def _entry(one: Coming, stamp: datetime, site: str, host: str) -> Event:
    uid = one.uid if "@" in one.uid else f"{one.uid}@{host}"
    alarms = OF_A_TIME if one.at is not None else OF_A_DAY
    return calendar_entries.entry(replace(one, uid=uid), stamp, site=site, alarms=alarms)


def until(today: date) -> date:
    """The last day that a feed of today tells of."""
    return date.max if date.max - today < AHEAD else today + AHEAD
