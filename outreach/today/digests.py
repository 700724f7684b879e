"""The digest by mail: what waits, what is waited for, what is coming and what changed, to the user and to nobody else.

It is one mail for all, at most one a day, and none on a day on which nothing waits. It is claimed before it is sent: a
worker that breaks off in between loses one digest, and never sends two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from outreach.accounts.models import Membership
from outreach.accounts.whereabouts import day_in, zone_of_user
from outreach.db import WorkspaceSession
from outreach.jobs.table import enqueue
from outreach.sent_twice import hold
from outreach.today import digest_rules, gathering, queries, rules
from outreach.today.digest_rules import DAILY, NEVER, WEEKLY
from outreach.today.gathering import Reader
from outreach.today.models import DIGESTS, DigestWish
from outreach.words import day

MOST = 7
"""Lines of each part."""

AHEAD = {DAILY: timedelta(days=3), WEEKLY: timedelta(days=9)}
"""How far a digest looks ahead."""

SPANS = {DAILY: timedelta(days=1), WEEKLY: timedelta(days=7)}
"""How far a digest looks back for what changed."""

_MAY_CHANGE = frozenset({"owner", "editor"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants."""

    every: str
    weekday: int = 1
    hour: int = 7


def wish_of(session: WorkspaceSession, user_id: int) -> Wish:
    """What a user has said; nobody gets a digest who did not ask for it."""
    row = session.scalar(select(DigestWish).where(DigestWish.user_id == user_id))
    return Wish(row.every, row.weekday, row.hour) if row is not None else Wish(NEVER)


def next_of(session: WorkspaceSession, user_id: int) -> datetime | None:
    """When a user's next digest is due."""
    return session.scalar(select(DigestWish.next_at).where(DigestWish.user_id == user_id))


def set_wish(session: WorkspaceSession, user_id: int, wish: Wish, now: datetime) -> DigestWish:
    """Keeps what a user wants. Raises: ValueError for what no form offers."""
    if wish.every not in DIGESTS or not 1 <= wish.weekday <= 7 or not 0 <= wish.hour <= 23:
        raise ValueError("a digest is never, daily or weekly, on a day of the week, at an hour")
    row = session.scalar(select(DigestWish).where(DigestWish.user_id == user_id))
    if row is None:
        row = DigestWish(user_id=user_id, updated_at=now)
        session.add(row)
    row.every, row.weekday, row.hour, row.updated_at = wish.every, wish.weekday, wish.hour, now
    row.next_at = _next(session, row, now)
    session.flush()
    return row


def _next(session: WorkspaceSession, row: DigestWish, after: datetime) -> datetime | None:
    return digest_rules.next_digest(row.every, row.weekday, row.hour, zone_of_user(session, row.user_id), after)


# --- picking --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """A digest whose moment has come."""

    wish_id: int
    workspace_id: int
    next_at: datetime


def due(session: WorkspaceSession, now: datetime, most: int = 500) -> Sequence[Due]:
    """The digests that are due, over all workspaces, the longest due first."""
    columns = select(DigestWish.id, DigestWish.workspace_id, DigestWish.next_at)
    rows = session.execute(columns.where(DigestWish.next_at <= now).order_by(DigestWish.next_at).limit(most))
    return [Due(number, workspace_id, next_at) for number, workspace_id, next_at in rows if next_at is not None]


def pick(session: WorkspaceSession, one: Due, now: datetime) -> bool:
    """Enqueues the mail of a digest, unless another worker has; whether this one did.

    The next moment is counted from now: after a clock that jumped, one comes and not all those it jumped over.
    """
    row = session.get(DigestWish, one.wish_id)
    if row is None:
        return False
    claimed = session.execute(
        update(DigestWish)
        .where(DigestWish.id == one.wish_id, DigestWish.next_at == one.next_at)
        .values(next_at=_next(session, row, now), version=DigestWish.version + 1)
        .execution_options(synchronize_session=False)
    )
    if claimed.rowcount != 1:  # type: ignore[attr-defined]  # a cursor's result has it
        return False
    enqueue(session, "today.mail_digest", at=now, wish_id=one.wish_id)
    return True


def claim(session: WorkspaceSession, wish_id: int, now: datetime) -> tuple[DigestWish, date] | None:
    """Takes today's digest of a wish, if nobody has; None where it was taken, or is not wanted any more."""
    hold(session, DigestWish.id, wish_id)
    row = session.get(DigestWish, wish_id)
    if row is None or row.every == NEVER or not _is_member(session, row.user_id):
        return None
    today = day_in(now, zone_of_user(session, row.user_id))
    if row.sent_for is not None and row.sent_for >= today:
        return None
    row.sent_for = today
    session.flush()
    return row, today


def give_back(session: WorkspaceSession, wish_id: int, today: date) -> None:
    """It was certainly not sent: it may be taken again."""
    row = session.get(DigestWish, wish_id)
    if row is not None and row.sent_for == today:
        row.sent_for = today - timedelta(days=1)
        session.flush()


def _is_member(session: WorkspaceSession, user_id: int) -> bool:
    return session.scalar(select(Membership.user_id).where(Membership.user_id == user_id)) is not None


# --- what it says ---------------------------------------------------------------------------------------------------


def values(session: WorkspaceSession, row: DigestWish, now: datetime, today: date, site: str) -> Mapping[str, Any]:
    """The values of the mail's templates; empty where nothing waits, is coming or has changed."""
    role = session.scalar(select(Membership.role).where(Membership.user_id == row.user_id))
    reader = Reader(row.user_id, now, today, may_change=role in _MAY_CHANGE)
    away = queries.put_off(session, row.user_id, today)
    tasks = [task for task in rules.to_do(gathering.tasks(session, reader)) if task.key not in away]
    shown = gathering.in_full(session, reader, tasks[: rules.AT_ONCE])
    until, since = today + AHEAD[row.every], today - SPANS[row.every]
    found = {
        "tasks": [(one.words, one.reason, site + one.address.partition("#")[0]) for one in shown],
        "more": max(0, len(tasks) - rules.AT_ONCE),
        "expected": [(one.words, one.next_words) for one in gathering.expected(session, reader)][:MOST],
        "coming": [(day(one.on, today), one.words) for one in gathering.coming(session, reader, until)][:MOST],
        "changes": [(one.words, one.quote, one.source, one.idea) for one in gathering.changes(session, reader, since)],
    }
    if not any(found[name] for name in ("tasks", "coming", "changes")):
        return {}
    return {**found, "summary": rules.summary(tasks[: rules.AT_ONCE]), "today": day(today, today), "site": site + "/"}
