"""A worker in a process of its own, forked so that it is there at once, to be killed in the middle of a run."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import config
from outreach.app import rooms_here
from outreach.db import Database
from outreach.dossiers import fetching
from outreach.jobs import registry as jobs
from outreach.jobs.run import Clock, Runner
from tests.outreach.dossiers import invented_sources


def work(url: str, settings: config.Settings, clock: Clock, longest_s: float) -> None:
    """Runs what is due, with sources that each take a while to answer."""
    chosen = (*invented_sources.connectors(), fetching.given())
    fetching.connectors_of = lambda _settings: chosen
    fetching.fetcher_of = lambda _settings, _now: invented_sources.slow(longest_s)
    Runner(Database(url), jobs.load(rooms_here()), settings, clock).run_due()


def start(*arguments: object) -> int:
    """The id of a new process that does `work` with these arguments."""
    child = os.fork()
    if child:
        return child
    try:
        work(*arguments)
    finally:
        os._exit(0)


def kill_when(child: int, has_come: Callable[[], bool], seconds: float) -> None:
    """Ends a process as a power cut would, so long after something has come about."""
    end = time.monotonic() + 300
    while time.monotonic() < end and not has_come():
        time.sleep(0.01)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def wait(child: int) -> None:
    """Waits until a process has come to its own end."""
    os.waitpid(child, 0)
