"""When a letter is best sent: in the reader's own morning, in the middle of the week, on no holiday (product.md, R13).

    windows(zone, now)    the next three good mornings
    doubt(zone, moment)   why a moment is not one of them, in words; "" for a good one

A letter that comes at night or on a holiday says that its writer did not look. It is advice and stops nothing. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from outreach.us_holidays import holiday_on, holidays_between

OPENS, CLOSES = time(8), time(11)
"""From when until when on a good day, by the reader's clock."""

_GOOD_DAYS = (1, 2, 3)
_FRIDAY = 4

AT_ONCE = 3
_FARTHEST = 21
"""Days that are looked at: three good mornings are found in them whatever the holidays."""

_HOLIDAYS_AROUND = timedelta(days=120)
"""How far around a day holidays are told to the check: it judges offered dates as well."""


@dataclass(frozen=True, slots=True)
class Window:
    """A good time to send. `starts` and `ends` are moments in the reader's time zone.

    `is_friday`: the last good morning before a weekend, named only where it comes before all others.
    """

    starts: datetime
    ends: datetime
    is_friday: bool = False


def windows(zone: ZoneInfo, now: datetime) -> tuple[Window, ...]:
    """The good mornings from a moment on, the one that is under way with what is left of it.

    Three Tuesdays, Wednesdays or Thursdays; a Friday stands in only where it comes first.
    """
    found: list[Window] = []
    for window in _mornings(zone, now):
        if window.is_friday and found:
            continue
        found.append(window)
        if len(found) == AT_ONCE:
            break
    return tuple(found)


def _mornings(zone: ZoneInfo, now: datetime) -> Iterator[Window]:
    today = now.astimezone(zone).date()
    for ahead in range(_FARTHEST):
        day = today + timedelta(days=ahead)
        if day.weekday() not in (*_GOOD_DAYS, _FRIDAY) or holiday_on(day):
            continue
        starts, ends = datetime.combine(day, OPENS, zone), datetime.combine(day, CLOSES, zone)
        # Compared as moments: in one zone Python compares the hands of the clock, which a change of the clock turns.
        if now < ends.astimezone(UTC):
            yield Window(max(starts, now.astimezone(zone), key=lambda one: one.astimezone(UTC)), ends,
                         day.weekday() == _FRIDAY)  # fmt: skip


def doubt(zone: ZoneInfo, moment: datetime) -> str:
    """Why a moment is not a good one to send, as words that go on from "It is": "Saturday there"; "" for a good one."""
    local = moment.astimezone(zone)
    holiday = holiday_on(local.date())
    if holiday:
        return f"{holiday} there"
    if local.weekday() not in (*_GOOD_DAYS, _FRIDAY):
        return f"{local:%A} there"
    if local.time() < OPENS:
        return "before eight in the morning there"
    return "" if local.time() < CLOSES else "after eleven in the morning there"


def holidays_around(day: date) -> tuple[date, ...]:
    """The holidays some months before and after a day, as the check wants them."""
    return holidays_between(day - _HOLIDAYS_AROUND, day + _HOLIDAYS_AROUND)
