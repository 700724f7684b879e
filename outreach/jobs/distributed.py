"""A queue for a team: ids of jobs go through a broker to workers on several machines. The table stays the truth.

The broker may lose an id or deliver it twice: `sweep` announces again what is due and did not run, and a second
delivery finds the job taken or done. When the broker is away a page is answered all the same; the job waits in its row.

Each `flask work` is then one of Celery's workers, and sweeps.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from outreach.db import Database
from outreach.jobs import periodic
from outreach.jobs.run import Clock, Runner, utc_now
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
        run_one = execute

        @celery.task(name=TASK)  # type: ignore[untyped-decorator]  # Celery has no types
        def _execute(job_id: int) -> None:
            run_one(job_id)

    return celery


class Sweeper:
    """A thread that announces again what was lost, and writes what comes round."""

    def __init__(self, runner: Runner, announcer: Announcer) -> None:
        self._runner = runner
        self._announcer = announcer
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="sweeper", daemon=True)

    def start(self) -> None:
        """Starts it."""
        self._thread.start()

    def stop(self) -> None:
        """Ends it, and waits for that."""
        self._stopping.set()
        self._thread.join(10)

    def _loop(self) -> None:
        while not self._stopping.is_set():
            try:
                periodic.write_due(self._runner.database, self._runner.jobs, self._runner.clock())
                self._announcer.sweep(self._runner.database, self._runner.clock)
            except Exception:  # the database may be away for a while
                log.exception("event=sweeper_trouble")
            self._stopping.wait(SWEEP_EVERY.total_seconds())


def work(runner: Runner, announcer: Announcer, broker_url: str, threads: int) -> None:
    """Is one of Celery's workers until it is told to stop, and sweeps meanwhile."""
    sweeper = Sweeper(runner, announcer)
    sweeper.start()
    # Threads and not processes: a forked process must not go on with its parent's connections.
    options = [
        "--pool=threads",
        f"--concurrency={threads}",
        "--loglevel=WARNING",
        "--without-gossip",
        "--without-mingle",
    ]
    try:
        celery_application(broker_url, runner.execute).worker_main(["worker", *options])
    finally:
        sweeper.stop()
