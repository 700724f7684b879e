"""Background work about organizations: the directory of hospitals, and forgetting what was deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from outreach.jobs.registry import job
from outreach.jobs.run import JobRun, TryAgainLater
from outreach.organizations import directory, operations, queries
from outreach.organizations.directory import NoDirectory
from outreach.organizations.models import DirectoryLoad
from research.connectors.cms_hospitals import SOURCE

log = logging.getLogger(__name__)

TRY_AGAIN_AFTER = timedelta(minutes=15)
"""A source that did not answer is asked again after this."""


@job("organizations.load_directory", every=timedelta(days=1), lease=timedelta(minutes=5))
def load_directory(run: JobRun) -> None:
    """Fetches the directory of hospitals when there is none, or when it is a month old; a file when it has changed.

    Raises: TryAgainLater when the source does not answer; until then the page says so and names are written by hand.
    """
    if not _is_wanted(run):
        return
    begun = run.now()
    try:
        loaded = directory.read(run.settings, begun)
    except NoDirectory as error:
        with run.session() as session:
            operations.note_failure(session, _load(run, "failed", error=str(error)[:500]))
        log.info("event=directory_not_loaded reason=%r", str(error)[:200])
        raise TryAgainLater(TRY_AGAIN_AFTER) from error
    with run.session() as session:
        load = _load(run, "done", sha256=loaded.sha256, skipped=loaded.skipped, retrieved_at=loaded.retrieved_at)
        operations.keep_directory(session, load, loaded.rows)
    log.info("event=directory_loaded hospitals=%d skipped=%d", len(loaded.rows), loaded.skipped)


def _is_wanted(run: JobRun) -> bool:
    with run.reader() as session:
        latest = queries.latest_load(session)
    if latest is None or latest.origin != directory.origin_of(run.settings):
        return True
    if run.settings.hospitals:
        return latest.sha256 != directory.file_sha256(run.settings)
    return not queries.is_fresh(latest, run.now(), SOURCE.keep_for)


def _load(run: JobRun, state: str, **values: object) -> DirectoryLoad:
    origin = directory.origin_of(run.settings)
    return DirectoryLoad(state=state, origin=origin, started_at=run.now(), finished_at=run.now(), **values)


@job("organizations.forget_deleted", every=timedelta(days=1))
def forget_deleted(run: JobRun) -> None:
    """Removes organizations for good that were deleted more than 30 days ago."""
    with run.database.system_session("forgetting deleted organizations of all workspaces") as session:
        forgotten = operations.forget_deleted(session, run.now())
    log.info("event=organizations_forgotten count=%d", forgotten)
