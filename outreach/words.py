"""Dates, times and numbers as the pages say them, and the same as filters of the templates.

"Thu, Nov 12" (with the year only when it is not this one), "10:40 AM", "31%", "$318 million", "four things". Days of
the week and months are written out here and not by the system's language, so that a page reads the same everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from jinja2 import Environment

from outreach import record_words

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BELOW_TEN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_BYTES = ("bytes", "kB", "MB", "GB", "TB")


def day(value: date, today: date) -> str:
    """A day as in "Thu, Nov 12"; "Thu, Nov 12, 2025" when it is not in the year of `today`."""
    written = f"{WEEKDAYS[value.weekday()]}, {MONTHS[value.month - 1]} {value.day}"
    return written if value.year == today.year else f"{written}, {value.year}"


def clock(value: datetime, zone: tzinfo) -> str:
    """The time of day in `zone`, as in "10:40 AM". Raises: ValueError for a moment without a time zone."""
    local = _local(value, zone)
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


def clock_there(value: datetime, zone: tzinfo) -> str:
    """The time of an event elsewhere, with the name of its zone: "10:40 AM CST"."""
    return f"{clock(value, zone)} {_local(value, zone).tzname()}"


def moment(value: datetime, zone: tzinfo, today: date) -> str:
    """Day and time in `zone`: "Thu, Nov 12, 10:40 AM". Raises: ValueError for a moment without a time zone."""
    return f"{day(_local(value, zone).date(), today)}, {clock(value, zone)}"


def due(value: date, today: date) -> tuple[str, str]:
    """When something is due, as the words of a task's tag and their tone: ("2 days late", "warn"), ("Today", "warn").

    Up to six days ahead the weekday and the day of the month ("Tue 10"), later the whole date.
    """
    ahead = (value - today).days
    if ahead < 0:
        return (f"{counted(-ahead, 'day', 'days')} late", "warn")
    if ahead == 0:
        return ("Today", "warn")
    if ahead == 1:
        return ("Tomorrow", "plain")
    if ahead < 7:
        return (f"{WEEKDAYS[value.weekday()]} {value.day}", "plain")
    return (day(value, today), "plain")


def number(value: float) -> str:
    """Digits in groups of three, at most one decimal place: "5,432", "4.1"."""
    rounded = round(_finite(value), 1)
    whole = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return "0" if whole == "-0" else whole.replace("-", "−")


def in_words(value: int) -> str:
    """A count in a sentence: words below ten ("no", "four"), digits from 10."""
    return BELOW_TEN[value] if 0 <= value < len(BELOW_TEN) else number(value)


def counted(value: int, one: str, many: str) -> str:
    """A count and its noun, in digits: "1 fact", "17 facts"."""
    return f"{number(value)} {one if value == 1 else many}"


def percent(share: float) -> str:
    """A share of one as a percentage with its digit: 0.31 is "31%", 0.064 is "6.4%"."""
    return f"{number(_finite(share) * 100)}%"


def money(dollars: float) -> str:
    """US dollars: "$412,500", "$318 million", "$1.2 billion"; a loss as "−$4 million"."""
    sign = "−" if _finite(dollars) < 0 else ""
    amount = abs(dollars)
    for scale, name in _SCALES:
        if round(amount / scale, 1) >= 1:
            return f"{sign}${number(amount / scale)} {name}"
    return f"{sign}${round(amount):,}"


def size(count: int) -> str:
    """A size of a file: "900 bytes", "68 kB", "10 MB" (kB of 1,000 bytes)."""
    amount, unit = float(count), 0
    while round(amount, 1) >= 1000 and unit < len(_BYTES) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{number(amount)} {_BYTES[unit]}"


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Several in a sentence: "state", "field and state", "field, state, and employer"."""
    if len(items) < 3:
        return f" {joint} ".join(items)
    return f"{', '.join(items[:-1])}, {joint} {items[-1]}"


def heading(text: str) -> str:
    """The words as a heading, whose first letter is a capital where its first word is an ordinary one.

    >>> heading("director of nursing"), heading("eICU program"), heading("www.larkspur.example")
    ('Director of nursing', 'eICU program', 'www.larkspur.example')
    """
    first = text.split(maxsplit=1)[0].rstrip(",;:.") if text.strip() else ""
    is_word = first.islower() and all(letter.isalpha() or letter in "-'’" for letter in first)
    return text[:1].upper() + text[1:] if is_word else text


def machine_day(value: date) -> str:
    """For the attribute `datetime`: 2026-11-12."""
    return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()


def machine_moment(value: datetime) -> str:
    """For the attribute `datetime`: 2026-11-12T16:40Z. Raises: ValueError for a moment without a time zone."""
    return _local(value, UTC).strftime("%Y-%m-%dT%H:%MZ")


def install(environment: Environment, now: Callable[[], datetime], zone: Callable[[], tzinfo]) -> None:
    """Give the templates these words as filters.

    `now` is the moment of this request, with a time zone; `zone` is where the user is. Both are asked each time a
    filter runs. Filters that take a day accept a moment as well, and say its day where the user is.
    """

    def here(value: date) -> date:
        return _local(value, zone()).date() if isinstance(value, datetime) else value

    def today() -> date:
        return _day_of(now(), zone())

    environment.filters.update(
        day=lambda value: day(here(value), today()),
        due=lambda value: due(here(value), today()),
        clock=lambda value: clock(value, zone()),
        moment=lambda value: moment(value, zone(), today()),
        machine_day=lambda value: machine_day(here(value)),
        machine_moment=machine_moment,
        number=number,
        in_words=in_words,
        counted=counted,
        percent=percent,
        money=money,
        size=size,
        listed=listed,
        heading=heading,
        said=record_words.said,
    )


@lru_cache(maxsize=64)
def _day_of(moment: datetime, zone: tzinfo) -> date:
    """The day that a moment lies in: a page asks it for the moment of its request with every date."""
    return _local(moment, zone).date()


def _local(value: datetime, zone: tzinfo) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {value.isoformat()}")
    return value.astimezone(zone)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be written as a number")
    return value
