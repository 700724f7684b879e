"""What holds of events: how long they may be, how many people are good for them, when one begins to prepare. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from outreach.words import day, in_words

NAME_MAX = 200
PLACE_MAX = 200
ZONE_MAX = 60
AIM_MAX = 200
CARRY_LINES, CARRY_LINE_MAX, CARRY_MAX = 12, 100, 2_000
"""Of what is taken along: lines, characters of a line, and of all of it."""
"""Characters of an aim: it stands on one line of a card that is read in ten seconds (product.md, row 44)."""

UNDO_FOR = timedelta(days=30)
"""How long a deleted event, or a program that was taken over, can be brought back (ux.md, principle 6)."""

MOST_DAYS = 366
"""A series of evenings may take a season; what is longer than a year is a slip of the pen."""

EARLIEST = date(1950, 1, 1)
FARTHEST = timedelta(days=5 * 366)

PREPARE_FROM = timedelta(days=21)
"""How long before an event it is prepared (product.md, 5.5: from -21 days)."""

_GOOD_FOR_THREE_DAYS = 5
_MINUTES_OF_A_DAY = 24 * 60


def days_problem(starts_on: date, ends_on: date, today: date) -> str:
    """Why an event cannot have these days, in a sentence for the form; "" where it can."""
    if ends_on < starts_on:
        return "The last day is before the first. Enter the days in their order."
    if (ends_on - starts_on).days >= MOST_DAYS:
        length = (ends_on - starts_on).days + 1
        return f"That is an event of {length:,} days. It may last a year at most: look at the two days again."
    if not EARLIEST <= starts_on <= _farthest(today):
        return f"Enter a day since {EARLIEST.year}, and within five years from today."
    return ""


def _farthest(today: date) -> date:
    try:
        return today + FARTHEST
    except OverflowError:
        return date.max


def days_words(starts_on: date, ends_on: date, today: date) -> str:
    """ "Thu, Dec 3", or "Thu, Dec 3 to Sat, Dec 5"; the year where it is another one."""
    if starts_on == ends_on:
        return day(starts_on, today)
    same_year = starts_on.year == ends_on.year
    first = day(starts_on, ends_on if same_year else today)
    return f"{first} to {day(ends_on, today)}"


def good_number(days: int) -> int:
    """How many meetings do an event of so many days good: five in three (product.md, 5.5), two in one, ten at most."""
    return min(10, max(2, round(_GOOD_FOR_THREE_DAYS * max(1, days) / 3)))


def number_remark(meetings: int, days: int) -> str:
    """What is said about how many people one means to meet: a remark, never a lock; "" where there is none to say."""
    good = good_number(days)
    if meetings == 0:
        return ""
    said = f"{in_words(good).capitalize()} is a good number for {in_words(days)} {'day' if days == 1 else 'days'}"
    if meetings <= good:
        return f"{said}." if meetings == good else ""
    return f"{said}: there is time to listen. You have {in_words(meetings)}."


def clock_words(minute: int | None) -> str:
    """A minute of the day as clocks say it: "10:40 AM"; "" for none."""
    if minute is None:
        return ""
    hour = minute // 60
    return f"{hour % 12 or 12}:{minute % 60:02d} {'AM' if hour < 12 else 'PM'}"


def span_words(starts_minute: int | None, ends_minute: int | None) -> str:
    """ "10:40 AM to 11:20 AM", "10:40 AM", or "" where no time is known."""
    if starts_minute is None:
        return ""
    until = f" to {clock_words(ends_minute)}" if ends_minute is not None and ends_minute != starts_minute else ""
    return clock_words(starts_minute) + until


def lasts(starts_minute: int, ends_minute: int | None, usual: int) -> int:
    """Minutes from begin to end, over midnight where the end is the smaller; `usual` where no end is known."""
    if ends_minute is None:
        return usual
    return (ends_minute - starts_minute) % _MINUTES_OF_A_DAY or usual


def by_the_clocks_there(instant: datetime, zone: tzinfo) -> tuple[date, int] | None:
    """Day and minute of a moment by the clocks of a zone; None at the two ends of the calendar."""
    try:
        there = instant.astimezone(zone)
    except OverflowError:
        return None
    return there.date(), there.hour * 60 + there.minute


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans of one day, each (first minute, minutes it lasts), are at the same time in part."""
    return one[0] < other[0] + other[1] and other[0] < one[0] + one[1]
