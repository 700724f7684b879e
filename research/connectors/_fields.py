"""What several connectors to registers of organizations share: quoting neighboring fields, numbers, and dates."""

from __future__ import annotations

import json
import re
from typing import Any

from research.errors import Unreadable
from research.parse import cite, cite_field, fold, text_of
from research.types import QUOTE_LIMIT, Citation, Document, PartialDate

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip

_WIDEST_SPAN = 4 * QUOTE_LIMIT
"""Characters looked at for a quote's end: indentation is folded away before the quote is measured."""

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,40})?", re.ASCII)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def cite_span(
    document: Document, first: tuple[str, Any], last: tuple[str, Any], *, after: str = "", **more: Any
) -> Citation:
    """A citation of the words of a JSON document from one field to another of the same record, both included.

    Where the two stand too far apart for a quote, or not in this order, the last field alone is quoted.
    `after` is text of the same record before them. Raises: Unreadable when the last field is not there.
    """
    text = text_of(document)
    ending = _field(*last)
    for start in _field(*first).finditer(text, max(text.find(after), 0) if after else 0):
        # The last field must follow at once: a farther one belongs to another record.
        end = ending.search(text, start.start(), start.start() + _WIDEST_SPAN)
        words = fold(text[start.start() : end.end()]) if end else ""
        if words and len(words) <= QUOTE_LIMIT:
            return cite(document, words, **more)
    return cite_field(document, *last, after=after, **more)


def field_text(document: Document, key: str, value: Any, *, after: str = "") -> str:
    """The words of the first such field (behind `after`), to be given on as `after` for fields that follow; or ""."""
    text = text_of(document)
    match = _field(key, value).search(text, max(text.find(after), 0) if after else 0)
    return match.group() if match else ""


def _field(key: str, value: Any) -> re.Pattern[str]:
    spellings = sorted({json.dumps(value), json.dumps(value, ensure_ascii=False)})
    # A number must end where it is quoted: 12 is not the beginning of 123.
    return re.compile(
        re.escape(json.dumps(key)) + r"\s{0,20}:\s{0,20}(?:" + "|".join(map(re.escape, spellings)) + r")(?![\w.])"
    )


def number_of(text: Any) -> float | int | None:
    """A number that a source wrote as text ("1,204", "$5", "-0.946480") or as a number; None when it is none."""
    if isinstance(text, bool) or text is None:
        return None
    if isinstance(text, int | float):
        return text if abs(text) < 1e15 else None
    if not isinstance(text, str):
        return None
    plain = text.strip().replace(",", "").replace("$", "")
    if not _NUMBER.fullmatch(plain):
        return None
    return float(plain) if "." in plain else int(plain)


def date_of(text: str) -> PartialDate | None:
    """A date as registers write it, "2018-10-01" or "10/1/2018", a time behind it cut off; None when it is none."""
    text = text.strip()[:10]
    try:
        if _ISO_DATE.fullmatch(text):
            return PartialDate.parse(text)
        match = _US_DATE.fullmatch(text)
        if match:
            month, day, year = (int(part) for part in match.groups())
            return PartialDate(year, month, day)
    except ValueError:
        return None
    return None


def month_words(end: PartialDate) -> str:
    """ "June 2015", for the month in which a year ended; the year alone when no month is known."""
    return f"{MONTHS[end.month - 1]} {end.year}" if end.month else str(end.year)


def ein_of(value: Any) -> str:
    """An employer identification number as nine digits (a source that sends a number loses its zeros); "" if none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    digits = str(value).strip()
    digits = digits[:2] + digits[3:] if digits[2:3] == "-" else digits
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9 or not digits.strip("0"):
        return ""
    return digits.zfill(9)


def refuse_error(document: Document, value: Any) -> None:
    """Raise when a service answers with an object that holds an error in place of what was asked.

    Raises: Unreadable with the service's own words.
    """
    if isinstance(value, dict):
        words = value.get("error") or value.get("message") or value.get("errors")
        if isinstance(words, str) and words.strip():
            raise Unreadable(f"{document.source} answered with an error: {fold(words)[:200]}", source=document.source)
