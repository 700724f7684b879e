"""Background work about events: forgetting those that were deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.events import operations
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

log = logging.getLogger(__name__)


@job("events.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes events for good that were deleted more than 30 days ago, with all that belongs to them."""
    with run.database.system_session("forgetting deleted events of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=events_forgotten count=%d", forgotten)
