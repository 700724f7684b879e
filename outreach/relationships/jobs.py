"""Background work about the ledger: forgetting what was deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.jobs.registry import job
from outreach.jobs.run import JobRun
from outreach.relationships import operations

log = logging.getLogger(__name__)


@job("relationships.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes for good what was deleted from ledgers more than 30 days ago."""
    with run.database.system_session("forgetting what was deleted from the ledgers of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=ledger_forgotten count=%d", forgotten)
