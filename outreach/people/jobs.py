"""Background work about people: forgetting who was deleted, and which notes."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.people import notes, operations

log = logging.getLogger(__name__)


@job("people.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes people and notes for good that were deleted more than 30 days ago, with all that hangs on them."""
    with run.database.system_session("forgetting deleted people of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
        old = notes.forget_deleted(session, run.now())
    log.info("event=people_forgotten count=%d notes=%d", forgotten, old)
