"""Examples of the jobs that keep the table of jobs."""

from __future__ import annotations

EXAMPLES = {"jobs.forget_finished": lambda database: (None, {})}
