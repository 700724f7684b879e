"""Putting things off, and bringing them back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import delete, or_

from outreach.db import WorkspaceSession
from outreach.today.models import PutOff


def put_off(session: WorkspaceSession, user_id: int, task_key: str, until: date, now: datetime) -> PutOff:
    """Takes a task out of a user's sight until a day; what has come back since is forgotten on the way."""
    mine, stale = PutOff.user_id == user_id, PutOff.until <= _earliest_today(now)
    session.execute(delete(PutOff).where(mine, or_(PutOff.task_key == task_key, stale)))
    row = PutOff(user_id=user_id, task_key=task_key, until=until, put_off_at=now)
    session.add(row)
    session.flush()
    return row


def _earliest_today(now: datetime) -> date:
    """The day that it is still where the day ends last, 12 hours behind UTC: nobody's today is earlier."""
    return (now - timedelta(hours=12)).date()


def bring_back(session: WorkspaceSession, user_id: int, task_key: str) -> None:
    """Shows a task again."""
    session.execute(delete(PutOff).where(PutOff.user_id == user_id, PutOff.task_key == task_key))
