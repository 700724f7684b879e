"""A worker among several, which ends when nothing is due."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import config
from outreach.db import Database
from outreach.jobs.registry import Registry
from outreach.jobs.run import JobRun, Runner


def work(url: str, file: Path) -> None:
    """Runs the jobs `tests.note` that are due, in two threads; each writes its number to the end of the file."""
    jobs = Registry()

    @jobs.job("tests.note")
    def note(run: JobRun, number: int) -> None:
        handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, f"{number}\n".encode())  # one write, which no other comes between
        os.close(handle)

    runner = Runner(Database(url), jobs, config.Testing(data=file.parent))
    threads = [threading.Thread(target=runner.run_due) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
