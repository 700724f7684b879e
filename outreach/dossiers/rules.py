"""What holds of runs: when a worker counts as gone, which sources may be asked once more. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

LEASE = timedelta(seconds=20)
"""A worker that was killed gives a run back after so long at most; the page says meanwhile that it was interrupted."""

QUIET_FOR = timedelta(seconds=5)
"""After so long without a sign of its worker, of which one comes every two seconds, a run counts as interrupted."""


def is_interrupted(job_state: str, job_due_at: datetime, now: datetime) -> bool:
    """Whether the worker that has a job gave no sign for so long that it must have ended.

    job_due_at: when its lease ends, which each sign moves on.
    """
    return job_state == "running" and now - (job_due_at - LEASE) > QUIET_FOR


def may_be_asked_again(source_state: str, fault: str) -> bool:
    """Whether a source may answer where it has not."""
    return source_state in ("failed", "later", "waiting", "now") or fault == "stopped"
