"""Dates as precisely as somebody knows them, as a text that sorts: "2019", "2019-01", "2019-01-10", "" for unknown.

read("March 2024", today)     "2024-03"
say("2024-03")                "Mar 2024"
"""

from __future__ import annotations

import re
from datetime import date

from outreach.words import MONTHS
from research.types import PartialDate

EARLIEST_YEAR = 1950
"""Nobody in a working life of today began a post before."""

_YEAR = r"(?P<year>\d{1,9})"
_MONTH_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}-(?P<month>\d{{1,2}})",
        rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})",
        rf"(?P<month>\d{{1,2}})/{_YEAR}",
        rf"(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}",
        rf"{_MONTH_NAME},? {_YEAR}",
        rf"{_MONTH_NAME} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"(?P<day>\d{{1,2}}) {_MONTH_NAME},? {_YEAR}",
    )
)
_FULL_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_LONGEST = 40


def read(text: str, today: date) -> str:
    """The date that somebody typed, as text; "" for nothing. Raises: ValueError with a sentence for the form."""
    text = " ".join(text.split())
    if not text:
        return ""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None) if len(text) <= _LONGEST else None
    if found is None:
        raise ValueError("Write a year, a month or a day, such as 2024, March 2024 or 3/15/2024.")
    parts = found.groupdict()
    year = int(parts["year"])
    if not EARLIEST_YEAR <= year <= today.year + 1:
        raise ValueError(f"Enter a year between {EARLIEST_YEAR} and {today.year + 1}. You wrote {parts['year']}.")
    month = _month(parts)
    day = int(parts["day"]) if parts.get("day") else None
    try:
        return str(PartialDate(year, month, day))
    except ValueError:
        raise ValueError("There is no such day. Write it like 3/15/2024.") from None


def _month(parts: dict[str, str | None]) -> int | None:
    """Raises: ValueError for a word that is no month."""
    if parts.get("month"):
        return int(parts["month"] or 0)
    name = (parts.get("name") or "").casefold()
    if not name:
        return None
    found = [number for number, full in enumerate(_FULL_NAMES, 1) if full == name or full[:3] == name]
    if not found and name == "sept":
        found = [9]
    if not found:
        raise ValueError(f"There is no month {parts['name']}. Write it like March 2024.")
    return found[0]


def say(text: str) -> str:
    """The date for reading: "2024", "Mar 2024", "Mar 15, 2024"; "" for unknown."""
    if not text:
        return ""
    value = PartialDate.parse(text)
    if value.month is None:
        return str(value.year)
    month = MONTHS[value.month - 1]
    return f"{month} {value.year}" if value.day is None else f"{month} {value.day}, {value.year}"


def first_day(text: str) -> date | None:
    """The first day that the date can mean; None for unknown."""
    return PartialDate.parse(text).first_day() if text else None


def last_day(text: str) -> date | None:
    """The last day that the date can mean; None for unknown."""
    return PartialDate.parse(text).last_day() if text else None
