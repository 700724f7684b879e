"""Background work about projects: forgetting those that were deleted, and which venues."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.projects import operations

log = logging.getLogger(__name__)


@job("projects.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes projects for good that were deleted more than 30 days ago, and venues that no project is for."""
    with run.database.system_session("forgetting deleted projects of all workspaces") as session:
        projects, venues = operations.forget_deleted(session, run.now())
    log.info("event=projects_forgotten count=%d venues=%d", projects, venues)
