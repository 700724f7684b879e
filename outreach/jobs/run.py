"""The only place where jobs run: claim, call, finish. At least once each; a worker that was given up changes nothing.

A job is claimed by one read of (id, attempts) and one write guarded by the attempts as read; attempts then are the
worker's ticket. The write also moves the due time to the end of the lease before any work is done: a worker that dies
gives its job back by silence, and a job that kills its worker comes to the end of its attempts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from config import Settings
from outreach.db import Database, WorkspaceSession
from outreach.jobs.registry import JobKind, Registry, UnknownJob, call
from outreach.jobs.table import CANCELLED, DEAD, DONE, OPEN, QUEUED, RUNNING, Job, due_ids

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
"""After a failure a job waits 10 s, then four times as long each time, an hour at most."""

Clock = Callable[[], datetime]


class Cancelled(Exception):
    """Somebody stopped the job. It may catch this to put things in order, and then end."""


class Superseded(Exception):
    """The worker was silent too long and another one has the job: what this one did not commit is dropped."""


class TryAgainLater(Exception):
    """The job cannot go on now, through no fault of its own (a source asked to wait): again after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"again in {wait}")
        self.wait = wait


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class JobRun:
    """What a job's function gets: its sessions, its clock, a way to tell progress. One attempt of one job."""

    job_id: int
    ticket: int
    workspace_id: int | None
    kind: JobKind
    database: Database
    settings: Settings
    now: Clock = utc_now

    @contextmanager
    def session(self) -> Iterator[WorkspaceSession]:
        """A writing session for the job's workspace. Its commit also renews the lease, in the same transaction.

        Raises: Superseded at the end, with nothing saved, when another worker has the job.
        """
        with self.database.open_session() as session:
            if self.workspace_id is not None:
                session.enter(self.workspace_id)
            yield session
            session.flush()
            self._renew(session)

    @contextmanager
    def reader(self) -> Iterator[WorkspaceSession]:
        """A reading session for the job's workspace."""
        with self.database.open_reader() as session:
            if self.workspace_id is not None:
                session.enter(self.workspace_id)
            yield session

    def progress(self, done: int, total: int) -> None:
        """Says how far it is, and renews the lease. Raises: Cancelled, Superseded."""
        with self.database.open_session() as session:
            self._renew(session, done=done, total=total)
            asked = session.scalar(select(Job.cancel_asked).where(Job.id == self.job_id))
        if asked:
            raise Cancelled

    def is_cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        with self.database.open_reader() as session:
            return bool(session.scalar(select(Job.cancel_asked).where(Job.id == self.job_id)))

    def _renew(self, session: WorkspaceSession, **values: Any) -> None:
        if not self.write(session, due_at=self.now() + self.kind.lease, **values):
            raise Superseded

    def write(self, session: WorkspaceSession, **values: Any) -> bool:
        """Writes to the job's row if this attempt still has it."""
        mine = (Job.id == self.job_id, Job.attempts == self.ticket, Job.state == RUNNING)
        written: int = session.execute(update(Job).where(*mine).values(**values)).rowcount  # type: ignore[attr-defined]
        return written == 1


class Runner:
    """Runs the jobs of one database. Safe to use from several threads, and beside other processes."""

    def __init__(self, database: Database, jobs: Registry, settings: Settings, clock: Clock = utc_now) -> None:
        self.database = database
        self.jobs = jobs
        self.settings = settings
        self.clock = clock

    def execute(self, job_id: int) -> bool:
        """Runs the job if it is due and nobody else has it; returns whether it ran. Errors end in its row."""
        run = self._claim(job_id)
        if run is None:
            return False
        log.info("event=job_started job=%d name=%s attempt=%d", run.job_id, run.kind.name, run.ticket)
        values = self._outcome(run)
        if values is not None:
            with self.database.open_session() as session:
                values = self._as_cancelled(session, run, values)
                kept = run.write(session, **values)
            state = values["state"] if kept else "superseded"
            log.info("event=job_ended job=%d name=%s state=%s", run.job_id, run.kind.name, state)
        return True

    def run_due(self, now: datetime | None = None) -> int:
        """Runs what is due until nothing is, and returns how many ran. `now` is another moment than the clock's."""
        runner = self if now is None else Runner(self.database, self.jobs, self.settings, lambda: now)
        ran = 0
        while runner.run_one():
            ran += 1
        return ran

    def run_one(self) -> bool:
        """Runs the job that has been due longest among those nobody else has; False when there is none."""
        with self.database.open_reader() as session:
            due = due_ids(session, self.clock())
        return any(self.execute(job_id) for job_id in due)

    def _claim(self, job_id: int) -> JobRun | None:
        now = self.clock()
        due = (Job.id == job_id, Job.state.in_(OPEN), Job.due_at <= now)
        columns = (Job.attempts, Job.name, Job.workspace_id, Job.most_attempts, Job.cancel_asked)
        with self.database.open_reader() as session:
            row = session.execute(select(*columns).where(*due)).one_or_none()
        if row is None:
            return None
        kind, refusal = self._kind_or_refusal(row)
        values: dict[str, Any] = {"state": RUNNING, "attempts": row.attempts + 1, "started_at": now, "error": ""}
        values["due_at"] = now + kind.lease
        if refusal is not None:
            values = {**refusal, "finished_at": now}
        with self.database.open_session() as session:
            guarded = update(Job).where(*due, Job.attempts == row.attempts).values(**values)
            claimed = session.execute(guarded).rowcount == 1  # type: ignore[attr-defined]
        if claimed and refusal is not None:
            log.error("event=job_given_up job=%d name=%s state=%s", job_id, row.name, refusal["state"])
        if not claimed or refusal is not None:
            return None
        return JobRun(job_id, row.attempts + 1, row.workspace_id, kind, self.database, self.settings, self.clock)

    def _kind_or_refusal(self, row: Any) -> tuple[JobKind, dict[str, Any] | None]:
        """The kind of a due job, and how its row ends if it must not run again."""
        try:
            kind = self.jobs.kind(row.name)
        except UnknownJob as error:
            return JobKind(row.name, _nothing), {"state": DEAD, "error": str(error)}
        if row.cancel_asked:
            return kind, {"state": CANCELLED}
        if row.attempts >= (row.most_attempts or kind.most_attempts):
            return kind, {"state": DEAD, "error": f"the worker ended in the middle of it, at attempt {row.attempts}"}
        return kind, None

    def _outcome(self, run: JobRun) -> dict[str, Any] | None:
        """Calls the function; what its row becomes, or None when another worker has the job."""
        with self.database.open_reader() as session:
            job = session.execute(select(Job.ids, Job.most_attempts).where(Job.id == run.job_id)).one()
        most = job.most_attempts or run.kind.most_attempts
        try:
            call(run.kind, run, dict(job.ids))
        except Superseded:
            log.warning("event=job_superseded job=%d name=%s attempt=%d", run.job_id, run.kind.name, run.ticket)
            return None
        except Cancelled:
            return {"state": CANCELLED, "finished_at": self.clock()}
        except TryAgainLater as error:
            due_at = self.clock() + error.wait
            return {"state": QUEUED, "due_at": due_at, "most_attempts": most + 1, "error": str(error)}
        except Exception as error:  # noqa: BLE001 (whatever a job meets ends in its row, and the worker goes on)
            return self._after_failure(run, error, most)
        return {"state": DONE, "finished_at": self.clock()}

    def _after_failure(self, run: JobRun, error: Exception, most: int) -> dict[str, Any]:
        told = f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"[:500].replace("\x00", "")
        log.warning("event=job_failed job=%d name=%s kind=%s", run.job_id, run.kind.name, type(error).__name__)
        log.debug("event=job_trace job=%d", run.job_id, exc_info=error)
        if run.ticket >= most:
            return {"state": DEAD, "finished_at": self.clock(), "error": told}
        return {"state": QUEUED, "due_at": self.clock() + wait_after(run.ticket), "error": told}

    @staticmethod
    def _as_cancelled(session: WorkspaceSession, run: JobRun, values: dict[str, Any]) -> dict[str, Any]:
        """A job that was stopped is not tried again, whatever it met; one that came to its end all the same is done."""
        asked = session.scalar(select(Job.cancel_asked).where(Job.id == run.job_id))
        if not asked or values["state"] == DONE:
            return values
        return {"state": CANCELLED, "finished_at": run.now()}


def wait_after(failures: int) -> timedelta:
    """How long a job waits after so many failed attempts (1 or more)."""
    growth: int = 4 ** min(failures - 1, 10)
    return min(FIRST_WAIT * growth, LONGEST_WAIT)


def _nothing(_run: JobRun) -> None:
    """Stands for the function of a job that nobody knows; it is never called."""
