"""A worker in a process of its own, to be killed in the middle of a run."""

from __future__ import annotations

import time
from collections.abc import Callable

import config
from outreach.app import rooms_here
from outreach.db import Database
from outreach.dossiers import fetching
from outreach.jobs import registry as jobs
from outreach.jobs.run import Clock, Runner
from tests.outreach import forked
from tests.outreach.dossiers import invented_sources


def work(url: str, settings: config.Settings, clock: Clock, longest_s: float) -> None:
    """Runs what is due, with sources that each take a while to answer."""
    chosen = (*invented_sources.connectors(), fetching.given())
    fetching.connectors_of = lambda _settings: chosen
    fetching.fetcher_of = lambda _settings, _now: invented_sources.slow(longest_s)
    Runner(Database(url), jobs.load(rooms_here()), settings, clock).run_due()


def kill_when(child: int, has_come: Callable[[], bool], seconds: float) -> None:
    """Ends a process as a power cut would, so long after something has come about."""
    end = time.monotonic() + 300
    while time.monotonic() < end and not has_come():
        time.sleep(0.03)
    time.sleep(seconds)
    forked.kill(child)
