"""A worker among several: `python -m tests.outreach.jobs.claiming_worker URL FILE`; ends when nothing is due."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import config
from outreach.db import Database
from outreach.jobs.registry import Registry
from outreach.jobs.run import JobRun, Runner

JOBS = Registry()


@JOBS.job("tests.note")
def note(run: JobRun, number: int) -> None:
    """Writes its number, by one write, to the end of the file."""
    handle = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{number}\n".encode())
    os.close(handle)


def main() -> None:
    runner = Runner(Database(sys.argv[1]), JOBS, config.Testing(data=Path(sys.argv[2]).parent))
    threads = [threading.Thread(target=runner.run_due) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
