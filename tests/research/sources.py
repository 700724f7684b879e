"""Made-up sources for tests of fetching."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from research.types import Source

MADE_UP = Source(
    key="made_up",
    title="The Made-up Register",
    home="https://register.example/",
    terms="",
    access="api",
    hosts=("127.0.0.1",),
    subjects=frozenset({"person"}),
    covers=frozenset(),
    trust=0.5,
    keep_for=timedelta(0),
    min_interval_s=0.0,
)


def a_source(**changes) -> Source:
    """The made-up source, on 127.0.0.1, unpaced and never fresh, with these changes."""
    return replace(MADE_UP, **changes)
