from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.dossiers.models import SOURCE_STATES
from outreach.dossiers.rules import LEASE, QUIET_FOR, is_interrupted, may_be_asked_again
from tests.outreach.dossiers.invented_sources import NOW


def test_a_run_counts_as_interrupted_when_its_worker_was_silent():
    signed = NOW + LEASE
    assert not is_interrupted("running", signed, NOW + QUIET_FOR)
    assert is_interrupted("running", signed, NOW + QUIET_FOR + timedelta(seconds=1))
    assert not is_interrupted("queued", signed, NOW + timedelta(hours=1))


@pytest.mark.parametrize("state", SOURCE_STATES)
def test_only_what_has_not_answered_is_asked_again(state):
    assert may_be_asked_again(state, "") == (state in ("failed", "later", "waiting", "now"))
    assert may_be_asked_again("skipped", "stopped")
