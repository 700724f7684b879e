"""Background work about question guides and talks: forgetting what was deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.interviews import appointments, operations
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

log = logging.getLogger(__name__)


@job("interviews.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes guides, talks and lines of notes for good that were deleted more than 30 days ago, with all in them."""
    with run.database.system_session("forgetting deleted question guides and talks of all workspaces") as session:
        guides = operations.forget_deleted(session, run.now())
        talks = appointments.forget_deleted(session, run.now())
    log.info("event=guides_forgotten count=%d talks=%d", guides, talks)
