"""Threads that run due jobs: inside the web server's process, or as a process of their own (`flask work`)."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime

from outreach.jobs import periodic
from outreach.jobs.run import Runner
from outreach.jobs.table import next_due_at

log = logging.getLogger(__name__)

LOOK_S = 5.0
"""A worker looks for jobs of other processes at least so often; its own process wakes it at once."""

AFTER_TROUBLE_S = 5.0


class Worker:
    """Some threads that look for due jobs until they are told to stop."""

    def __init__(self, runner: Runner, threads: int) -> None:
        self._runner = runner
        self._count = threads
        self._wake = threading.Condition()
        self._announced = 0
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._start_once = threading.Lock()
        self._looked_at: datetime | None = None

    def start(self) -> None:
        """Starts the threads, once."""
        with self._start_once:
            if self._threads or self._stopping.is_set():
                return
            self._threads = [
                threading.Thread(target=self._loop, name=f"worker-{number}", daemon=True)
                for number in range(self._count)
            ]
            for thread in self._threads:
                thread.start()

    def announce(self, _job_id: int) -> None:
        """Wakes a thread: there is a new job."""
        with self._wake:
            self._announced += 1
            self._wake.notify()

    def ask_to_stop(self) -> None:
        """Lets the threads end after what they are at. Safe to call from a signal's handler: it takes no lock."""
        self._stopping.set()

    def stop(self, wait_s: float = 10.0) -> None:
        """Stops, and waits for the threads so long. What is not done by then runs again later."""
        self._stopping.set()
        with self._wake:
            self._wake.notify_all()
        for thread in self._threads:
            thread.join(wait_s)

    def wait(self) -> None:
        """Waits until somebody stops the worker."""
        while not self._stopping.wait(0.5):
            pass

    def _loop(self) -> None:
        while not self._stopping.is_set():
            try:
                seen = self._announced
                self._write_periodic_jobs()
                if not self._runner.run_one():
                    self._sleep(seen)
            except Exception:  # the database may be away for a while: the worker outlives it
                log.exception("event=worker_trouble")
                self._stopping.wait(AFTER_TROUBLE_S)

    def _write_periodic_jobs(self) -> None:
        now = self._runner.clock()
        if self._looked_at is None or now - self._looked_at >= periodic.LOOK_EVERY or now < self._looked_at:
            self._looked_at = now
            periodic.write_due(self._runner.database, self._runner.jobs, now)

    def _sleep(self, seen: int) -> None:
        """Until a job is announced, the next one is due, or it is time to look again."""
        with self._runner.database.open_reader() as session:
            due_at = next_due_at(session)
        seconds = LOOK_S
        if due_at is not None:
            seconds = min(LOOK_S, max(0.05, (due_at - datetime.now(UTC)).total_seconds()))
        with self._wake:
            if self._announced == seen and not self._stopping.is_set():
                self._wake.wait(seconds)
