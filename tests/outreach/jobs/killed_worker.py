"""A worker to be killed: `python -m tests.outreach.jobs.killed_worker URL FILE`. Its job writes to FILE, and waits."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

import config
from outreach.db import Database
from outreach.jobs.embedded import Worker
from outreach.jobs.registry import Registry
from outreach.jobs.run import JobRun, Runner

JOBS = Registry()
LEASE = timedelta(seconds=1.5)


@JOBS.job("tests.wait", lease=LEASE)
def wait(run: JobRun, number: int) -> None:
    """Says that it began, then works until somebody ends it; the second attempt ends by itself."""
    with Path(sys.argv[2]).open("a") as file:
        file.write(f"{number} began, attempt {run.ticket}\n")
    if run.ticket == 1:
        time.sleep(600)
    with Path(sys.argv[2]).open("a") as file:
        file.write(f"{number} ended, attempt {run.ticket}\n")


def main() -> None:
    runner = Runner(Database(sys.argv[1]), JOBS, config.Testing(data=Path(sys.argv[2]).parent))
    worker = Worker(runner, threads=1)
    worker.start()
    worker.wait()


if __name__ == "__main__":
    main()
