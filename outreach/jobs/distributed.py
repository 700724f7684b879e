"""A queue for a team: ids of jobs go through a broker to workers on several machines. The table stays the truth.

The broker may lose an id or deliver it twice: `sweep` announces again what is due and did not run, and a second
delivery finds the job taken or done. When the broker is away a page is answered all the same; the job waits in its row.

    celery -A outreach.jobs.distributed:queue worker     runs jobs (with `flask work` beside it, which sweeps)
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from outreach.db import Database
from outreach.jobs.run import Clock, utc_now
from outreach.jobs.table import due_ids

log = logging.getLogger(__name__)

TASK = "outreach.execute"
SWEEP_EVERY = timedelta(seconds=30)

Send = Callable[[int], object]
"""Hands one id to the broker; raises when it cannot."""


class Announcer:
    """Hands ids to a broker, and takes its troubles for what they are: a delay until the next sweep."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def __call__(self, job_id: int) -> None:
        """Announces one job."""
        try:
            self._send(job_id)
        except Exception as error:  # noqa: BLE001 (every broker has errors of its own; the row is safe in any case)
            log.warning("event=announce_failed job=%d kind=%s", job_id, type(error).__name__)

    def sweep(self, database: Database, clock: Clock = utc_now) -> int:
        """Announces again every job that is due, and returns how many these were."""
        with database.open_reader() as session:
            due = due_ids(session, clock(), most=500)
        for job_id in due:
            self(job_id)
        return len(due)


def send_by_celery(broker_url: str) -> Send:
    """Sends ids through Celery. Raises: ImportError when Celery is not installed (it comes with the extra `team`)."""
    celery = celery_application(broker_url)
    return lambda job_id: celery.send_task(TASK, (job_id,), ignore_result=True, retry=False)


def celery_application(broker_url: str, execute: Callable[[int], bool] | None = None) -> Any:
    """A Celery application with one task, which runs one job: acknowledged when done, one id at a time."""
    from celery import Celery

    celery = Celery("groundwork", broker=broker_url)
    celery.conf.update(
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_ignore_result=True,
        broker_connection_retry_on_startup=True,
        # A page must not wait for a broker that is away.
        broker_transport_options={"socket_connect_timeout": 2, "socket_timeout": 5, "max_retries": 1},
        task_publish_retry=False,
        worker_hijack_root_logger=False,
    )
    if execute is not None:
        celery.task(name=TASK)(execute)
    return celery
