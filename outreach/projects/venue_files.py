"""Venues that come with Groundwork: one TOML file each, named by its key. Read strictly; an error costs its file alone.

    name = "Lakes Chapter Newsletter"
    kind = "newsletter"
    source_review = "quotes and facts"

    [[pages]]
    url = "https://lakes.example.org/write-for-us"
    read_on = 2026-11-02
    tells = ["length", "source_review"]

What no page told is left out, and the screen says that it is not known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from outreach.projects.models import SOURCE_REVIEWS

FOLDER = Path(__file__).with_name("venues")

VENUE_KINDS = {
    "newsletter": "Newsletter",
    "magazine": "Magazine",
    "trade press": "Trade press",
    "journal": "Journal",
    "podcast": "Podcast",
    "own house": "Inside your own organization",
    "class": "Class or seminar",
    "online": "Online",
}
"""Kind of a venue -> the words on the screen."""


class VenueFileError(ValueError):
    """A venue's file cannot be read; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class VenuePage:
    """A page on which something of a venue was read, and when."""

    url: str
    read_on: date | None
    tells: tuple[str, ...] = ()
    """Names of the fields of `Venue` that it told."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where something is published, and its rules. Empty and None mean: not known.

    `longest_words` counts words of a text; `lead_time_days` days from handing in to publication. `source_review` is a
    key of `models.SOURCE_REVIEWS`.
    """

    key: str
    name: str
    kind: str = ""
    readers: str = ""
    home: str = ""
    shortest_words: int | None = None
    longest_words: int | None = None
    query_rule: str = ""
    exclusivity: str = ""
    lead_time_days: int | None = None
    source_review: str = ""
    note: str = ""
    pages: tuple[VenuePage, ...] = ()
    is_own: bool = False
    """Whether the user added it."""


_TEXTS = frozenset({"name", "kind", "readers", "home", "query_rule", "exclusivity", "source_review", "note"})
_COUNTS = frozenset({"shortest_words", "longest_words", "lead_time_days"})
_TOLD = frozenset(field.name for field in fields(Venue)) - {"key", "pages", "is_own"} | {"length"}


def read_venue(path: Path) -> Venue:
    """The venue in a file.

    Raises:
        VenueFileError: the file is no TOML, says something twice or something that a venue does not have, or a value
            is not what it should be.
    """
    return _Reader(path).venue()


@cache
def shipped() -> tuple[Mapping[str, Venue], tuple[str, ...]]:
    """The venues by key, in order of name, and what is wrong with the files that could not be read."""
    return read_folder(FOLDER)


def read_folder(folder: Path) -> tuple[Mapping[str, Venue], tuple[str, ...]]:
    """The venues of a folder by key, in order of name, and what is wrong with the files that could not be read."""
    found, problems = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(read_venue(path))
        except VenueFileError as error:
            problems.append(str(error))
    return {venue.key: venue for venue in sorted(found, key=lambda venue: venue.name.casefold())}, tuple(problems)


class _Reader:
    """One file being read; knows the line of each name for its errors."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text("utf-8")
            self.values: dict[str, Any] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise VenueFileError(f"{path.name}: {error}. See another file of the folder for the form.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise VenueFileError(f"{path.name}: cannot be read as UTF-8 text: {error}.") from None

    def venue(self) -> Venue:
        allowed = _TEXTS | _COUNTS | {"pages"}
        self._refuse_others(self.values, allowed)
        if not self.values.get("name"):
            raise VenueFileError(f'{self.path.name}, line 1: it has no name. Add a line: name = "...".')
        plain: dict[str, Any] = {key: self._text(key) for key in _TEXTS & self.values.keys()}
        plain |= {key: self._count(key) for key in _COUNTS & self.values.keys()}
        self._one_of("kind", VENUE_KINDS)
        self._one_of("source_review", SOURCE_REVIEWS)
        self._lengths_in_order(plain)
        pages = tuple(self._page(page) for page in self._list("pages"))
        return Venue(key=self.path.stem, pages=pages, **plain)

    def _refuse_others(self, values: Mapping[str, Any], allowed: Iterable[str]) -> None:
        for key in values:
            if key not in allowed:
                self._fail(key, f"a venue has no {key!r}; it has {', '.join(sorted(allowed))}")

    def _text(self, key: str) -> str:
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            self._fail(key, f"{key} has to be a text in quotation marks; leave the line out where it is not known")
        return " ".join(value.split())

    def _count(self, key: str) -> int:
        value = self.values[key]
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self._fail(key, f"{key} has to be a whole number above 0; leave the line out where it is not known")
        return int(value)

    def _one_of(self, key: str, words: Iterable[str]) -> None:
        allowed = [word for word in words if word]
        if key in self.values and self.values[key] not in allowed:
            self._fail(key, f"{key} has to be one of {', '.join(allowed)}")

    def _lengths_in_order(self, plain: Mapping[str, Any]) -> None:
        shortest, longest = plain.get("shortest_words"), plain.get("longest_words")
        if shortest and longest and shortest > longest:
            self._fail("shortest_words", "shortest_words is above longest_words")

    def _list(self, key: str) -> list[Any]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self._fail(key, f"{key} are written as [[{key}]] blocks")
        return value

    def _page(self, page: Any) -> VenuePage:
        if not isinstance(page, dict):
            self._fail("pages", "pages are written as [[pages]] blocks")
        self._refuse_others(page, ("url", "read_on", "tells"))
        url, read_on, tells = page.get("url"), page.get("read_on"), page.get("tells", [])
        if not isinstance(url, str) or not url.startswith(("https://", "http://")):
            self._fail("url", "url has to be the address of a page, beginning with https://")
        if type(read_on) is not date:
            self._fail("read_on", "read_on has to be a day without quotation marks, as in 2026-11-02")
        if not isinstance(tells, list) or not set(map(str, tells)) <= _TOLD:
            self._fail("tells", f"tells lists what the page told, of {', '.join(sorted(_TOLD))}")
        return VenuePage(url, read_on, tuple(tells))

    def _fail(self, key: str, what: str) -> NoReturn:
        found = re.search(rf"^[ \t\[]*{re.escape(key)}\b", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.start()) + 1 if found else 1
        raise VenueFileError(f"{self.path.name}, line {line}: {what}.")
