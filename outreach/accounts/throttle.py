"""How often somebody may guess: counted in the database, so that it holds exactly for all threads and processes.

A guess takes its place *before* it is looked at, in one short transaction of its own. Right ones give their place back;
giving back never frees more than what that one guess took, so a right guess at one's own account buys no wrong ones
elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from outreach.accounts.models import LoginAttempt
from outreach.accounts.rules import Limit, wait_of, within
from outreach.db import Database, WorkspaceSession


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and how much of it is let through."""

    kind: str
    name: str
    limit: Limit

    @property
    def bucket(self) -> str:
        """The name under which it is stored."""
        return hashlib.sha256(f"{self.kind}\0{self.name}".encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """A guess that was let through (`wait` is None), or how long to wait until one is."""

    wait: timedelta | None
    at: float


def take(database: Database, counted: Sequence[Counted], now: datetime) -> Place:
    """Takes one place in each of these, or in none of them if one is full."""
    at = now.timestamp()
    with database.open_session() as session:
        rows = _locked(session, counted, now)
        waits = [wait_of(one.limit, rows[one.bucket].times, at) for one in counted if _is_full(one, rows, at)]
        if waits:
            session.rollback()  # so that a refused flood of invented accounts leaves no rows
            return Place(max(waits), at)
        for one in counted:
            row = rows[one.bucket]
            row.times = [*within(one.limit, row.times, at), at]
            row.updated_at = now
    return Place(None, at)


def give_back(database: Database, counted: Sequence[Counted], place: Place, now: datetime) -> None:
    """Frees what `take` took, after the guess was right."""
    with database.open_session() as session:
        for row in _locked(session, counted, now).values():
            times = list(row.times)
            if place.at in times:
                times.remove(place.at)
                row.times = times


def forget_old(session: WorkspaceSession, now: datetime, after: timedelta = timedelta(days=2)) -> int:
    """Removes what no limit counts any more and returns how many rows."""
    result = session.execute(delete(LoginAttempt).where(LoginAttempt.updated_at < now - after))
    return int(getattr(result, "rowcount", 0))


def _is_full(one: Counted, rows: dict[str, LoginAttempt], at: float) -> bool:
    return len(within(one.limit, rows[one.bucket].times, at)) >= one.limit.guesses


def _locked(session: WorkspaceSession, counted: Sequence[Counted], now: datetime) -> dict[str, LoginAttempt]:
    """The rows, made where they are lacking, held against others until the transaction ends.

    In one order, so that two guesses cannot wait for each other. SQLite has one writer at a time anyway.
    """
    buckets = sorted({one.bucket for one in counted})
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    rows = [{"bucket": bucket, "times": [], "updated_at": now} for bucket in buckets]
    session.execute(insert(LoginAttempt).on_conflict_do_nothing(), rows)
    query = select(LoginAttempt).where(LoginAttempt.bucket.in_(buckets)).order_by(LoginAttempt.bucket).with_for_update()
    return {row.bucket: row for row in session.scalars(query.execution_options(populate_existing=True))}
