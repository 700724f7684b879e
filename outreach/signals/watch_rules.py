"""When a watched person is looked up again: how often, at which moment, and how many at once. Pure.

Runs are spread over the hours of the night in the United States, each person at a moment of its own that follows from
its number: sources are asked by a few at a time, and the same watch comes at the same hour each time.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

EVERY = {"month": 30, "quarter": 91, "half_year": 182, "never": 0}
"""What one chooses -> the days between two looks; 0 is not at all."""

EVERY_WORDS = {
    "month": "Every month",
    "quarter": "Every quarter",
    "half_year": "Every half a year",
    "never": "Never",
}
"""What one chooses -> the words on the screen."""

FIRST_HOUR = 2
HOURS = 10
"""Looks are spread over so many hours of UTC from this one on: 9 at night to 7 in the morning in New York."""

MOST_AT_ONCE = 3
"""Runs through all sources that go on at the same time, whoever began them, before a look has to wait."""

MOST_IN_A_ROUND = 20
"""Watches that one round of the scheduler looks at: those that are held up are moved on, the next round takes more."""

FARTHEST = timedelta(days=367)
"""No look lies farther ahead; one that does was planned by a clock that went wrong."""


def choice_of(every_days: int) -> str:
    """The choice that these days are; the nearest one for days that are none of them."""
    return min((key for key in EVERY if EVERY[key]), key=lambda key: abs(EVERY[key] - every_days))


def usual(*, has_written: bool) -> str:
    """What is chosen at first: a quarter for somebody one has written to, else never."""
    return "quarter" if has_written else "never"


def spread(watch_id: int) -> timedelta:
    """Where in the hours a watch has its moment: always the same, and evenly spread."""
    number = int.from_bytes(hashlib.sha256(f"watch {watch_id}".encode()).digest()[:4])
    return timedelta(seconds=number % (HOURS * 3600))


def on_day(watch_id: int, day: date) -> datetime:
    """The moment of a watch on a day."""
    return datetime.combine(day, time(FIRST_HOUR), UTC) + spread(watch_id)


def next_look(watch_id: int, now: datetime, every_days: int) -> datetime:
    """The next moment, counted from now: whatever was missed since is one look and not many."""
    try:
        return on_day(watch_id, now.astimezone(UTC).date() + timedelta(days=every_days))
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
