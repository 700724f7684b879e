"""Work that comes round: each period's job is written once, whoever writes it first.

The key of a periodic job is its name and the number of its period since 1970, so two processes, or a process started
again, do not double it; and a clock set back writes nothing a second time.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from outreach.db import Database
from outreach.jobs.registry import JobKind, Registry
from outreach.jobs.table import enqueue_once

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

LOOK_EVERY = timedelta(seconds=60)
"""How often a worker looks whether a new period has begun."""


def period_key(kind: JobKind, now: datetime) -> str:
    """The key of the period that this moment lies in. Raises: ValueError for a job that does not come round."""
    if kind.every is None:
        raise ValueError(f"{kind.name} does not come round")
    return f"{kind.name} {(now - _EPOCH) // kind.every}"


def write_due(database: Database, jobs: Registry, now: datetime) -> int:
    """Writes the jobs of the periods that have begun, and returns how many were new."""
    written = 0
    for kind in jobs:
        if kind.every is not None:
            with database.open_session() as session:
                written += enqueue_once(session, kind.name, period_key(kind, now), at=now) is not None
    return written
