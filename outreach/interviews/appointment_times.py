"""The time of an appointment: read as people write it, by the clock where it was agreed, and said in words. Pure.

    moment_of(day, read_clock("2:30 PM"), ZoneInfo("America/Chicago"))     in UTC

Once a year an hour is left out there and once it comes twice. Neither is guessed: `NoSuchTime` and `TwiceThatNight` say
it in words.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from outreach import words
from outreach.time_zones import TIME_ZONES
from outreach.us_holidays import holiday_on

QUESTIONS_BEFORE = timedelta(days=7)
"""How long before a talk its questions are sent (product.md, 5.4: accepted, -7)."""

LONGEST_TEXT = 20
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s{0,3}(a|p|am|pm|a\.m\.?|p\.m\.?)?", re.IGNORECASE)
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_HOURS_OF_A_HALF = 12


class NoSuchTime(ValueError):
    """Clocks go forward over it that night; the words say so."""


class TwiceThatNight(ValueError):
    """Clocks go back that night, so that it comes twice; the words ask which one is meant."""


def read_clock(text: str) -> time:
    """A time of day: "10:40 AM", "2 pm", "14:30", "noon". Raises: ValueError with a sentence for the form."""
    plain = " ".join(text.split()).casefold()
    if plain in _NAMED:
        return _NAMED[plain]
    found = _CLOCK.fullmatch(plain) if plain.isascii() and len(plain) <= LONGEST_TEXT else None
    if found is None:
        raise ValueError("Enter a time such as 10:40 AM or 2 pm.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half and not 1 <= hour <= _HOURS_OF_A_HALF:
        raise ValueError("Enter a time such as 10:40 AM or 2 pm.")
    if not half and found[2] is None:
        raise ValueError(f"Say whether you mean {hour} AM or {hour} PM.")
    hour = hour % _HOURS_OF_A_HALF + (_HOURS_OF_A_HALF if half == "p" else 0) if half else hour
    try:
        return time(hour, minute)
    except ValueError:
        raise ValueError("Enter a time such as 10:40 AM or 2 pm.") from None


def moment_of(on: date, at: time, zone: ZoneInfo, which: str = "") -> datetime:
    """The moment in UTC at which clocks in a zone say this. `which`: "first" or "second" of an hour that comes twice.

    Raises: NoSuchTime; TwiceThatNight; OverflowError at the two ends of the calendar.
    """
    first, second = (datetime.combine(on, at, zone).replace(fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != first.replace(tzinfo=None):
            raise NoSuchTime(_left_out(first, zone))
        if which not in ("first", "second"):
            raise TwiceThatNight(_twice(first, second, zone))
    return (second if which == "second" else first).astimezone(UTC)


def _left_out(local: datetime, zone: ZoneInfo) -> str:
    after = local.astimezone(UTC).astimezone(zone)
    return (
        f"On {words.day(local.date(), local.date())}, clocks in {name_of(zone)} go forward over {_said(local)}: there "
        f"is no such time that night. The same moment would be {_said(after)}; enter that, or another time."
    )


def _twice(first: datetime, second: datetime, zone: ZoneInfo) -> str:
    return (
        f"On {words.day(first.date(), first.date())}, clocks in {name_of(zone)} go back, so that {_said(first)} comes "
        f"twice. Choose the first ({first.tzname()}) or the second ({second.tzname()}) below."
    )


def _said(local: datetime) -> str:
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


# --- in words ---------------------------------------------------------------------------------------------------------


def name_of(zone: ZoneInfo) -> str:
    """A zone in words: "Central time", "Tokyo time", else its name."""
    said = TIME_ZONES.get(str(zone), "")
    return f"{said} time" if said else str(zone)


def at_in_words(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """ "Tue, Dec 1, 9:30 AM Central time"."""
    there = moment.astimezone(zone)
    return f"{words.day(there.date(), today)}, {_said(there)} {name_of(zone)}"


def clock_in_words(moment: datetime, zone: ZoneInfo) -> str:
    """ "9:30 AM"."""
    return _said(moment.astimezone(zone))


# --- days before ------------------------------------------------------------------------------------------------------


def working_day_before(day: date) -> date:
    """The last day before this one on which people work; at the beginning of the calendar, its first day.

    >>> working_day_before(date(2026, 11, 30))  # the Monday after Thanksgiving
    datetime.date(2026, 11, 27)
    """
    before = day
    while before > date.min:
        before -= timedelta(days=1)
        if before.weekday() < 5 and not holiday_on(before):
            break
    return before


def questions_due(day: date, made_on: date) -> date:
    """By when the questions of a talk go out: a week before it, or at once where it was agreed later than that."""
    try:
        return max(day - QUESTIONS_BEFORE, made_on)
    except OverflowError:
        return made_on
