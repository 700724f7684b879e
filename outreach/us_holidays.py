"""The eleven holidays of the United States' federal government, and the days on which they are kept.

Rules: 5 U.S.C. 6103(a), with Juneteenth since 2021 (Public Law 117-17). One that falls on a Saturday is kept on the
Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b), Executive Order 11582). Pure.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6

_ON_A_DATE = (
    (1, 1, "New Year’s Day"),
    (6, 19, "Juneteenth"),
    (7, 4, "Independence Day"),
    (11, 11, "Veterans Day"),
    (12, 25, "Christmas Day"),
)
"""Month, day and name."""

_ON_A_WEEKDAY = (
    (1, _MONDAY, 3, "Martin Luther King Jr. Day"),
    (2, _MONDAY, 3, "Washington’s Birthday"),
    (5, _MONDAY, -1, "Memorial Day"),
    (9, _MONDAY, 1, "Labor Day"),
    (10, _MONDAY, 2, "Columbus Day"),
    (11, _THURSDAY, 4, "Thanksgiving Day"),
)
"""Month, day of the week, which one of the month (-1 is the last), and name."""

JUNETEENTH_SINCE = 2021


@lru_cache(maxsize=4096)
def holiday_on(day: date) -> str:
    """The name of the holiday that is kept on a day; "" for none.

    >>> holiday_on(date(2026, 7, 3)), holiday_on(date(2026, 7, 6))
    ('Independence Day', '')
    """
    found = dict(_kept_in(day.year)).get(day, "")
    # New Year's Day of the next year is kept in this one where it falls on a Saturday.
    return found or (dict(_kept_in(day.year + 1)).get(day, "") if day.month == 12 and day.year < date.max.year else "")


def holidays_between(first: date, last: date) -> tuple[date, ...]:
    """The days on which one is kept, from the first day to the last, both included, in order."""
    years = range(max(first.year, 1), min(last.year + 1, date.max.year) + 1)
    kept = {day for year in years for day, _ in _kept_in(year)}
    return tuple(sorted(day for day in kept if first <= day <= last))


@lru_cache(maxsize=16)
def _kept_in(year: int) -> tuple[tuple[date, str], ...]:
    """The holidays of a year, each with the day on which it is kept."""
    dated = [
        (_kept(date(year, month, day)), name)
        for month, day, name in _ON_A_DATE
        if name != "Juneteenth" or year >= JUNETEENTH_SINCE
    ]
    by_weekday = [(_nth(year, month, weekday, which), name) for month, weekday, which, name in _ON_A_WEEKDAY]
    return tuple(sorted([*dated, *by_weekday]))


def _kept(day: date) -> date:
    if day.weekday() == _SATURDAY and day > date.min:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if day.weekday() == _SUNDAY else day


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    """The n-th such day of the week in a month; the last one for -1."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year, month, 31)  # the one such holiday is in May
    return last - timedelta(days=(last.weekday() - weekday) % 7)
