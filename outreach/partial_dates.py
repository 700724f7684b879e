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
    parts = _parts(text)
    if parts is None:
        raise ValueError("Write a year, a month or a day, such as 2024, March 2024 or 3/15/2024.")
    year = int(parts["year"] or 0)
    if not EARLIEST_YEAR <= year <= today.year + 1:
        raise ValueError(f"Enter a year between {EARLIEST_YEAR} and {today.year + 1}. You wrote {parts['year']}.")
    month = _month(parts)
    typed_day = parts.get("day")
    day = int(typed_day) if typed_day else None
    try:
        return str(PartialDate(year, month, day))
    except ValueError:
        raise ValueError("There is no such day. Write it like 3/15/2024.") from None


def read_day(text: str) -> date | None:
    """The day that somebody typed, in any of the forms that name one; None for nothing.

    Raises: ValueError with a sentence for the form.
    """
    text = " ".join(text.split())
    if not text:
        return None
    parts = _parts(text)
    if parts is not None and parts.get("day") and len((parts["year"] or "").lstrip("0")) in (1, 2):
        raise ValueError("Write the year with four digits, such as 2/1/2027.")
    try:
        if parts is not None and parts.get("day"):
            return date(int(parts["year"] or 0), _month(parts) or 0, int(parts["day"] or 0))
    except ValueError:
        pass
    raise ValueError("Enter a day as year, month and day, such as 2026-11-30.")


def _parts(text: str) -> dict[str, str | None] | None:
    """The parts of a date by their names; None for what has no form of a date."""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None) if len(text) <= _LONGEST else None
    return found.groupdict() if found is not None else None


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
