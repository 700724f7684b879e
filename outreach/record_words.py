"""What a record of a register says, in words: `"CITY": "ELMSFORD", "STATE": "AL"` -> City: ELMSFORD; State: AL.

A quote is kept as it stands in the source, and of JSON and XML that is markup. Readers are shown field and value; the
stored copy shows the source as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

_KEY = re.compile(r'"[^"\\<>]{1,80}"\s{0,9}:')
"""What a quotation out of JSON begins with: the name of a field."""
_ELEMENT = re.compile(r"<([A-Za-z][\w.:-]{0,80})>([^<>]{0,300})(</|$)")
_WORDS = re.compile(r"[A-Z]{2,12}(?![a-z])|[A-Z]?[a-z]{1,40}|[A-Z]|\d{1,12}")
_ENDS = {"Nm": "name", "Txt": "", "Amt": "", "Cnt": "", "Ind": "", "Desc": "", "Cd": "code", "Dt": "date", "Yr": "year"}
"""Ends of the names of elements in forms of the IRS -> in words (IRS Publication 4163 names elements so)."""
_LETTERS = frozenset({"ccn", "npi", "ein", "cik", "id", "orcid", "sic", "ror", "fmv", "url"})
"""Names of numbers that are said by letter."""
_NAMELESS = frozenset({"value", "val", "content", "text", "label"})
"""Fields whose names say nothing: the value stands alone."""


def said(quote: str) -> str:
    """A quote as it is shown: fields and values of a record, or else the words in quotation marks."""
    fields = "; ".join(f"{name}: {value}" if name else value for name, value in fields_of(quote))
    return f"The record says: {fields}" if fields else f"“{quote}”"


def fields_of(quote: str) -> tuple[tuple[str, str], ...]:
    """Names and values of the fields that a quote consists of, empty ones left out; () for one that is plain words."""
    text = quote.lstrip("{[ ,")
    if _KEY.match(text):
        found: Iterable[tuple[str, str]] = _of_json(text)
    elif _ELEMENT.match(text):
        found = ((match[1], unescape(match[2])) for match in _ELEMENT.finditer(text))
    else:
        return ()
    return tuple((_name(key), " ".join(value.split())) for key, value in found if value.strip())


def _of_json(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a piece of JSON that may begin and end anywhere between two fields, or end within the last one."""
    decoder = json.JSONDecoder()
    at = 0
    while (match := _KEY.search(text, at)) is not None:
        at = match.end()
        key = match[0].rpartition(":")[0].strip()[1:-1]
        begin = at + len(text[at:]) - len(text[at:].lstrip())
        try:
            value, at = decoder.raw_decode(text, begin)
        except ValueError:
            yield key, _cut(text[begin:])
            return
        yield key, ", ".join(_values(value))


def _cut(rest: str) -> str:
    """The beginning of a value whose end the quote does not hold."""
    words = rest.strip().lstrip('"{[').rstrip("\\")
    return f"{words} …" if words else ""


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif value not in (None, ""):
        yield str(value)


def _name(key: str) -> str:
    """A field's name in words: "facility_name" and "FacilityNm" are "Facility name"."""
    words = _WORDS.findall(key)
    said_words = [_ENDS.get(word, word) if place else word for place, word in enumerate(words)]
    lower = [word.casefold() for word in said_words if word]
    name = " ".join(word.upper() if word in _LETTERS else word for word in lower)
    return "" if name in _NAMELESS else name[:1].upper() + name[1:]
