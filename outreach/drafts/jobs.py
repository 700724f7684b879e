"""Background work about drafts: forgetting those that were deleted, asking about sendings that were broken off."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.drafts import departures, operations
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

log = logging.getLogger(__name__)


@job("drafts.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes drafts for good that were deleted more than 30 days ago, with their versions and how they left."""
    with run.database.system_session("forgetting deleted drafts of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=drafts_forgotten count=%d", forgotten)


@job("drafts.ask_about_broken_off", every=timedelta(minutes=5))
def ask_about_broken_off(run: JobRun) -> None:
    """Asks users about letters whose handing over was broken off. None is ever sent again here."""
    with run.database.system_session("asking about letters of all workspaces whose sending broke off") as session:
        asked = departures.settle_stale(session, run.now())
    if asked:
        log.warning("event=sendings_broken_off count=%d", asked)
