"""Background work about articles: forgetting those that were deleted; `answer_jobs` mails what was answered."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.articles import answer_jobs, operations, received
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

__all__ = ["answer_jobs", "forget_deleted"]

log = logging.getLogger(__name__)


@job("articles.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes articles, and answers that came in, for good that were deleted more than 30 days ago."""
    with run.database.system_session("forgetting deleted articles of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
        received.forget_deleted(session, run.now())
    log.info("event=articles_forgotten count=%d", forgotten)
