"""A runner with jobs of the test's own, on each database in turn."""

from __future__ import annotations

import pytest

import config
from outreach.jobs.registry import Registry
from outreach.jobs.run import Runner


@pytest.fixture
def jobs() -> Registry:
    """Jobs of this test only."""
    return Registry()


@pytest.fixture
def runner(database, jobs, settings: config.Settings, clock) -> Runner:
    return Runner(database, jobs, settings, clock)
