"""The table of jobs, a transactional outbox: a job is written with the change that needs it, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from outreach.db import Base, Database, Id, Json, WorkspaceSession

QUEUED, RUNNING, DONE, DEAD, CANCELLED = STATES = ("queued", "running", "done", "dead", "cancelled")
OPEN = (QUEUED, RUNNING)
"""States of which a job may still run. A running one runs again when its lease is over."""


class Job(Base):
    """Work to be done later, by name and ids. `attempts` is also the ticket of the worker that has it."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("(state IN ('queued', 'running')) = (finished_at IS NULL)", name="finished"),
        Index("ix_job_state_due_at", "state", "due_at"),
        Index("ix_job_workspace_id", "workspace_id"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(100))
    ids: Mapped[Any] = mapped_column(Json)
    workspace_id: Mapped[int | None]
    """For whom it works; empty for upkeep. No foreign key: the workers read across all, and see none of the rest."""
    unique_key: Mapped[str | None] = mapped_column(String(200), unique=True)
    """Two jobs with one key cannot be: a periodic job's name and period."""
    state: Mapped[str] = mapped_column(String(20), default=QUEUED)
    due_at: Mapped[datetime]
    """When it may run; while it runs, when its lease ends."""
    attempts: Mapped[int] = mapped_column(default=0)
    most_attempts: Mapped[int | None]
    """The limit where it differs from that of its kind: waiting for a source is no failed attempt."""
    error: Mapped[str] = mapped_column(String(500), default="")
    """What the last attempt met: the kind of error and its first line."""
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    """Progress: so many of so many; 0 of 0 when it does not say."""
    cancel_asked: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


def enqueue(session: WorkspaceSession, name: str, *, at: datetime | None = None, **ids: int) -> Job:
    """Writes a job in the session's transaction, for the session's workspace; announced after the commit.

    at: when it may run; now if left out. Raises: TypeError for what is no id, since a job keeps ids only.
    """
    return _add(session, name, None, at, ids)


def enqueue_once(
    session: WorkspaceSession, name: str, unique_key: str, *, at: datetime | None = None, **ids: int
) -> Job | None:
    """As `enqueue`, unless there is or was a job with this key: then None, also if two try in the same moment."""
    if session.scalar(select(Job.id).where(Job.unique_key == unique_key)) is not None:
        return None
    try:
        with session.begin_nested():
            return _add(session, name, unique_key, at, ids)
    except IntegrityError:
        return None


def _add(session: WorkspaceSession, name: str, unique_key: str | None, at: datetime | None, ids: dict[str, int]) -> Job:
    wrong = [key for key, value in ids.items() if type(value) is not int]
    if wrong:
        raise TypeError(f"a job keeps ids only; {', '.join(wrong)} is none")
    now = datetime.now(UTC)
    job = Job(
        name=name, ids=ids, workspace_id=session.workspace_id, unique_key=unique_key, due_at=at or now, created_at=now
    )
    session.add(job)
    session.flush()
    database: Database = session.info["database"]
    session.when_committed(lambda: database.announce(job.id))
    return job


def cancel(session: WorkspaceSession, job_id: int, now: datetime) -> None:
    """A waiting job never runs; a running one is told at its next step. One that is over, or not ours, stays."""
    ours = (Job.id == job_id, Job.workspace_id == session.workspace_id)
    waiting = update(Job).where(*ours, Job.state == QUEUED).values(state=CANCELLED, finished_at=now)
    if not session.execute(waiting).rowcount:  # type: ignore[attr-defined]
        session.execute(update(Job).where(*ours, Job.state == RUNNING).values(cancel_asked=True))


def try_again(session: WorkspaceSession, job_id: int, now: datetime) -> bool:
    """Gives a dead job of the session's workspace new attempts, at once. False when it is not dead, or not ours."""
    job = session.scalar(select(Job).where(Job.id == job_id, Job.workspace_id == session.workspace_id))
    if job is None or job.state != DEAD:
        return False
    job.state, job.due_at, job.finished_at, job.cancel_asked = QUEUED, now, None, False
    job.most_attempts = job.attempts + 1
    session.flush()
    database: Database = session.info["database"]
    session.when_committed(lambda: database.announce(job_id))
    return True


def job_of(session: WorkspaceSession, job_id: int) -> Job | None:
    """The job, if it works for the session's workspace."""
    return session.scalar(select(Job).where(Job.id == job_id, Job.workspace_id == session.workspace_id))


def dead_jobs(session: WorkspaceSession) -> Sequence[Job]:
    """The jobs of the session's workspace that were given up, latest first; at most 50."""
    ours = (Job.workspace_id == session.workspace_id, Job.state == DEAD)
    return session.scalars(select(Job).where(*ours).order_by(Job.finished_at.desc()).limit(50)).all()


def due_ids(session: WorkspaceSession, now: datetime, most: int = 50) -> Sequence[int]:
    """Ids of jobs that may run now, longest due first."""
    due = select(Job.id).where(Job.state.in_(OPEN), Job.due_at <= now).order_by(Job.due_at, Job.id).limit(most)
    return session.scalars(due).all()


def next_due_at(session: WorkspaceSession) -> datetime | None:
    """When the next job is due, or its lease ends; None when nothing waits."""
    return session.scalar(select(Job.due_at).where(Job.state.in_(OPEN)).order_by(Job.due_at).limit(1))
