"""Working days, US holidays left out, and the good morning on which a note is due. Pure.

    after(day, number)       the day so many working days later
    between(first, last)     how many working days lie after the first day, up to the last
    good_morning(day, zone)  the opening of the first good morning on or after a day, as a moment

A day beyond the calendar is `date.max`; a morning beyond it is None.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from outreach.drafts import send_windows
from outreach.us_holidays import holiday_on

_SATURDAY = 5
_ONE = timedelta(days=1)
_LONGEST = 3_700
"""Days that are counted one by one; nobody asks for more than ten years."""


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday of the federal government."""
    return day.weekday() < _SATURDAY and not holiday_on(day)


@lru_cache(maxsize=2048)  # every page asks of the same days for each ladder under way
def after(day: date, number: int) -> date:
    """The day that is so many working days after another, which itself does not count."""
    left = number
    while left > 0:
        if day == date.max:
            return day
        day += _ONE
        left -= is_working_day(day)
    return day


def between(first: date, last: date) -> int:
    """The working days after the first day, up to and with the last; 0 where that is not later."""
    found, day = 0, first
    for _ in range(min((last - first).days, _LONGEST)):
        day += _ONE
        found += is_working_day(day)
    return found


@lru_cache(maxsize=2048)
def good_morning(day: date, zone: tzinfo) -> datetime | None:
    """When the first good morning on or after a day opens where the reader is (in UTC); None beyond the calendar."""
    try:
        begins = datetime.combine(day, time(), zone)
        found = send_windows.windows(_with_key(zone), begins)
    except OverflowError:
        return None
    return found[0].starts.astimezone(UTC) if found else None


def day_there(moment: datetime, zone: tzinfo) -> date:
    """The day of a moment in a zone; at the two ends of the calendar, that in UTC."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()


def _with_key(zone: tzinfo) -> ZoneInfo:
    """The same zone as `send_windows` takes it: UTC has a name, too."""
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
