"""On which day to think of whom: between the ideal and the latest day, at most four a day, never into days away. Pure.

    spread(wishes, taken, pace, today)    a day for each who has none yet

A day that was given stays: nothing is shuffled overnight. Who cannot be placed before their latest day is placed after
it, rather than as the fifth of a day; the list says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from outreach.us_holidays import holiday_on
from outreach.words import counted

A_DAY = 4
"""People on one day. Twenty reminders on one morning are none (product.md, demand 7)."""

USUAL_WEEKLY = 5
"""Letters a week where the user has said nothing: one each working day."""

MOST_WEEKLY = 20

SHORTEST, LONGEST = 7, 730
"""Days of an ideal interval: more often than weekly is no rhythm of letters, and after two years nobody waits."""

LATEST_MOST = 1095

AHEAD = timedelta(days=30)
"""How far the list of what is coming looks."""

FARTHEST_SNOOZE = timedelta(days=366)

_SEARCHED = 3 * 366
"""Days after which looking for a free one is given up: then every working day of three years is full."""

WORKING_DAYS = frozenset({1, 2, 3, 4, 5})

USUAL = {
    "close": ("Often", 45, 75),
    "steady": ("Two to four times a year", 90, 180),
    "yearly": ("Once a year", 330, 400),
}
"""What is offered for a new rhythm: words, ideal and latest interval in days (product.md, 5.4: two to four a year)."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How much following up the user wants, and when not. `away` are single days; weekdays: 1 is Monday."""

    weekly_most: int = USUAL_WEEKLY
    weekdays: frozenset[int] = WORKING_DAYS
    away: frozenset[date] = field(default_factory=frozenset)

    def takes(self, day: date) -> bool:
        """Whether anybody is to be written to on a day at all."""
        return day.isoweekday() in self.weekdays and day not in self.away and not holiday_on(day)


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody to think of: not before `ideal_on`, if it can be not after `latest_on`. `key` settles equals."""

    key: int
    ideal_on: date
    latest_on: date


def due_days(counted_from: date, ideal_days: int, latest_days: int) -> tuple[date, date]:
    """The ideal and the latest day after a contact; the last day of the calendar at most."""
    return _later(counted_from, ideal_days), _later(counted_from, latest_days)


def _later(day: date, days: int) -> date:
    return date.max if (date.max - day).days < days else day + timedelta(days=days)


def spread(wishes: Iterable[Wish], taken: Iterable[date], pace: Pace, today: date) -> Mapping[int, date]:
    """A day for each wish: the first free one from its ideal day on, those whose latest day comes first served first.

    `taken` are the days that others have already, one entry each. Whatever the order of the wishes, the outcome is the
    same. Who finds no free day in three years is left out.
    """
    by_day = Counter(taken)
    by_week = Counter(_week(day) for day in by_day.elements())
    found: dict[int, date] = {}
    for wish in sorted(wishes, key=lambda one: (one.latest_on, one.ideal_on, one.key)):
        free = _first_free(max(wish.ideal_on, today), by_day, by_week, pace)
        if free is not None:
            found[wish.key] = free
            by_day[free] += 1
            by_week[_week(free)] += 1
    return found


def _first_free(first: date, by_day: Counter[date], by_week: Counter[tuple[int, int]], pace: Pace) -> date | None:
    for day in _days_from(first):
        if by_day[day] < A_DAY and by_week[_week(day)] < pace.weekly_most and pace.takes(day):
            return day
    return None


def _days_from(first: date) -> Iterator[date]:
    for ahead in range(min(_SEARCHED, (date.max - first).days + 1)):
        yield first + timedelta(days=ahead)


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def at_once(planned: Sequence[date], pace: Pace, today: date) -> int:
    """How many of those that are due are shown today: what was left lying for weeks does not come all at once."""
    if not pace.takes(today):
        return 0
    return min(A_DAY, pace.weekly_most, sum(day <= today for day in planned))


class BadInterval(ValueError):
    """Days that are no rhythm; the sentence stands beside the field."""


def check_interval(ideal_days: int, latest_days: int) -> None:
    """Raises: BadInterval."""
    if not SHORTEST <= ideal_days <= LONGEST:
        raise BadInterval(f"Enter between {SHORTEST} and {LONGEST} days.")
    if not ideal_days <= latest_days <= LATEST_MOST:
        raise BadInterval(f"The latest is after the ideal, and within {LATEST_MOST} days.")


def said(ideal_days: int, latest_days: int) -> str:
    """A rhythm in words: "every 3 months, at the latest after 6 months"."""
    return f"every {_span(ideal_days)}, at the latest after {_span(latest_days)}"


def _span(days: int) -> str:
    if days % 365 == 0:
        return counted(days // 365, "year", "years")
    if days % 30 == 0:
        return counted(days // 30, "month", "months")
    if days % 7 == 0:
        return counted(days // 7, "week", "weeks")
    return counted(days, "day", "days")
