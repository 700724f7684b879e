"""Upkeep of the table of jobs itself."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.jobs.table import CANCELLED, DONE, Job

KEPT_FOR = timedelta(days=30)
"""How long a finished job's row is kept: long enough to look back at a run, and longer than any period but a month."""


@job("jobs.forget_finished", every=timedelta(days=1))
def forget_finished(run: JobRun) -> None:
    """Removes the rows of jobs that ended well long ago. Dead ones stay until somebody has seen to them."""
    with run.session() as session:
        old = Job.finished_at < run.now() - KEPT_FOR
        session.execute(delete(Job).where(Job.state.in_((DONE, CANCELLED)), old))
