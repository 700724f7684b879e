"""A worker to be killed. Its job writes to a file, and waits."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import config
from outreach.db import Database
from outreach.jobs.embedded import Worker
from outreach.jobs.registry import Registry
from outreach.jobs.run import JobRun, Runner

LEASE = timedelta(seconds=1.5)


def work(url: str, file: Path) -> None:
    """Runs jobs `tests.wait` until somebody ends it."""
    jobs = Registry()

    @jobs.job("tests.wait", lease=LEASE)
    def wait(run: JobRun, number: int) -> None:
        """Says that it began, then works until somebody ends it; the second attempt ends by itself."""
        with file.open("a") as told:
            told.write(f"{number} began, attempt {run.ticket}\n")
        if run.ticket == 1:
            time.sleep(600)
        with file.open("a") as told:
            told.write(f"{number} ended, attempt {run.ticket}\n")

    worker = Worker(Runner(Database(url), jobs, config.Testing(data=file.parent)), threads=1)
    worker.start()
    worker.wait()
