"""When the next digest is due. Pure: a wish, a place and a moment in, a moment out.

A daily one comes on working days of the United States' calendar, a weekly one on the chosen day of the week, at the
chosen hour by the clock where the user is. What a clock jumps over comes with the next one: never two for a day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from outreach.us_holidays import holiday_on

NEVER, DAILY, WEEKLY = "never", "daily", "weekly"

_SEARCHED = 15
"""Days that are looked at: a working day is found in fewer, and each day of the week in seven."""


def next_digest(every: str, weekday: int, hour: int, zone: tzinfo, after: datetime) -> datetime | None:
    """The first moment after `after` at which a digest is due; None where none is wanted.

    weekday: 1 is Monday; counts for weekly ones only. At the end of the calendar there is none.
    """
    if every == NEVER:
        return None
    first = after.astimezone(zone).date()
    for ahead in range(_SEARCHED):
        if (date.max - first).days <= ahead + 1:
            return None
        day = first + timedelta(days=ahead)
        if not _takes(day, every, weekday):
            continue
        moment = datetime.combine(day, time(hour), zone).astimezone(UTC)
        if moment > after:
            return moment
    return None


def _takes(day: date, every: str, weekday: int) -> bool:
    if every == WEEKLY:
        return day.isoweekday() == weekday
    return day.isoweekday() <= 5 and not holiday_on(day)
