"""Background work about question guides: forgetting those that were deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.interviews import operations
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

log = logging.getLogger(__name__)


@job("interviews.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes guides for good that were deleted more than 30 days ago, with their questions."""
    with run.database.system_session("forgetting deleted question guides of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=guides_forgotten count=%d", forgotten)
