"""What following up tells the first page and the calendar: ladders after requests, and rhythms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from outreach.db import WorkspaceSession
from outreach.followups import rhythm_waiting, sequence_waiting
from outreach.waiting import Coming, Expected, Waiting


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:
    """Notes to decide about, then those whom to think of today."""
    del user_id
    return [*sequence_waiting.tasks(session, now), *rhythm_waiting.tasks(session, today)]


def expected(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Expected]:
    """Requests that wait for an answer."""
    del user_id
    return sequence_waiting.expected(session, now, today)


def coming(session: WorkspaceSession, user_id: int, now: datetime, today: date, until: date) -> Sequence[Coming]:
    """Notes that are planned, and those whom to think of, up to a day."""
    del user_id
    return [*sequence_waiting.coming(session, now, today, until), *rhythm_waiting.coming(session, today, until)]
