"""Dates, windows and periods as letters say them, in the style of the United States. Pure.

>>> window(date(2026, 5, 11), date(2026, 6, 5), date(2026, 4, 14)), in_time("2018-03"), period_phrase("2022 to 2024")
('between May 11 and June 5', 'in March 2018', 'from 2022 to 2024')
"""

from __future__ import annotations

import re
from datetime import date, datetime

from outreach.drafts.letter_grammar import clause

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date, today: date) -> str:
    """ "May 11"; with the year where it is not this one and not within half a year: "May 11, 2027"."""
    near = value.year == today.year or abs((value - today).days) < 183
    return f"{MONTHS[value.month - 1]} {value.day}" + ("" if near else f", {value.year}")


def weekday_and_day(value: date, today: date) -> str:
    """ "Tuesday, May 12"."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value, today)}"


def clock(value: datetime) -> str:
    """ "10:00 AM"."""
    return f"{value.hour % 12 or 12}:{value.minute:02d} {'AM' if value.hour < 12 else 'PM'}"


def partial(text: str) -> str:
    """A partial date in full: "2018", "March 2018", "March 1, 2018"; "" for one that is none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?.{0,20}", text.strip())
    if not match:
        return ""
    year, month, number = match[1], match[2], match[3]
    if not month or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {int(number)}, {year}" if number and 1 <= int(number) <= 31 else f"{name} {year}"


def in_time(text: str) -> str:
    """ "in 2018", "in March 2018", "on March 1, 2018"; "" for no date."""
    said = partial(text)
    return f"{'on' if ',' in said else 'in'} {said}" if said else ""


def window(begin: date | None, end: date | None, today: date) -> str:
    """ "between May 11 and June 5", "from May 11 on", "before June 5"; "" where neither is known."""
    if begin and end:
        return f"between {day(begin, today)} and {day(end, today)}"
    if begin:
        return f"from {day(begin, today)} on"
    return f"before {day(end, today)}" if end else ""


def period_phrase(period: str) -> str:
    """The period of a result as it goes on in its sentence: "in the first six months", "from 2022 to 2024"."""
    words = clause(period)
    if not words:
        return ""
    first = words.split()[0].lower()
    if first in _BEGINS_A_PERIOD:
        return words
    if re.fullmatch(r"\d{4} ?(?:to|[-–—]) ?\d{4}", words):
        begin, end = re.findall(r"\d{4}", words)
        return f"from {begin} to {end}"
    if re.fullmatch(r"(?:" + "|".join(MONTHS) + r") \d{1,2}(?:, \d{4})?", words):
        return f"on {words}"
    if first in ("first", "last", "second", "same"):
        return f"in the {words}"
    if re.match(r"(?:\d{4}$|fiscal|FY|the\b|its\b|one\b|an?\b|" + "|".join(MONTHS) + ")", words):
        return f"in {words}"
    if re.match(r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", words):
        return f"within {words}"
    return f"({words})"


_BEGINS_A_PERIOD = frozenset(
    "in from over since during within between by after until through throughout for as at on before across".split()
)
