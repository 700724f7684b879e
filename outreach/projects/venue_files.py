"""Venues that come with Groundwork: one TOML file each, named by its key. Read strictly; an error costs its file alone.

    name = "Lakes Chapter Newsletter"
    kind = "newsletter"
    source_review = "quotes and facts"

    [[pages]]
    url = "https://lakes.example.org/write-for-us"
    read_on = 2026-11-02
    stored_copy = true
    tells = ["length", "source_review"]

What no page told is left out, and the screen says that it is not known. A field that a page told is named by `tells`,
where "length" stands for both counts of words; `stored_copy` says that not the page itself was read but a copy that
somebody keeps, which may be older. Write the rules in words of your own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from outreach.identifiers import web_address
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
    """Names of the fields of `Venue` that it told; "length" is for both counts of words."""
    is_stored_copy: bool = False
    """Whether a copy was read that somebody keeps, which may be older than the page."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where something is published, and its rules. Empty and None mean: not known.

    `longest_words` counts words of a text; `lead_time_days` days from handing in to publication. `source_review` is a
    key of `models.SOURCE_REVIEWS`. Without a name it is one that was chosen and is no longer there: nothing of it is
    known, which is another thing than no venue.
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
    is_deleted: bool = False
    """Whether the user deleted it; projects that were for it keep its rules."""

    @property
    def choice(self) -> str:
        """What a form calls it."""
        return f"own-{self.key}" if self.is_own else self.key


_TEXTS = frozenset({"name", "kind", "readers", "home", "query_rule", "exclusivity", "source_review", "note"})
_COUNTS = frozenset({"shortest_words", "longest_words", "lead_time_days"})
_TOLD = _TEXTS | _COUNTS | {"length"}
_RULES = (
    "shortest_words", "longest_words", "query_rule", "exclusivity", "lead_time_days", "source_review",
)  # fmt: skip
"""What a venue asks for; each is noted with the page that told it."""

_LONGEST_TEXT = {"name": 200, "readers": 300, "query_rule": 500, "exclusivity": 500, "note": 2_000, "home": 2_000}
_LARGEST_COUNT = 1_000_000
_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
_OF_SEVERAL_LINES = re.compile(r'"""[\s\S]{0,5000}?"""|\'\'\'[\s\S]{0,5000}?\'\'\'')


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
            text = path.read_text("utf-8")
            self.values: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise VenueFileError(f"{path.name}: {error}. See another file of the folder for the form.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise VenueFileError(f"{path.name}: cannot be read as UTF-8 text: {error}.") from None
        text = _OF_SEVERAL_LINES.sub(lambda found: "\n" * found[0].count("\n"), text)
        self.blocks = re.split(r"^(?=[ \t]*\[\[)", text, flags=re.MULTILINE)
        """The file's own part and one a page, texts of several lines taken out: what names stand in which lines."""

    def venue(self) -> Venue:
        allowed = _TEXTS | _COUNTS | {"pages"}
        self._refuse_others(self.values, allowed)
        if not _KEY.fullmatch(self.path.stem):
            raise VenueFileError(
                f"{self.path.name}, line 1: name the file with small letters, digits and _, 60 at most, a letter first."
            )
        if not self.values.get("name"):
            raise VenueFileError(f'{self.path.name}, line 1: it has no name. Add a line: name = "...".')
        plain: dict[str, Any] = {key: self._text(key) for key in _TEXTS & self.values.keys()}
        plain |= {key: self._count(key) for key in _COUNTS & self.values.keys()}
        self._one_of("kind", VENUE_KINDS)
        self._one_of("source_review", SOURCE_REVIEWS)
        self._address("home", self.values)
        self._lengths_in_order(plain)
        pages = tuple(self._page(page, block) for block, page in enumerate(self._list("pages"), start=1))
        self._rules_have_a_page(plain, pages)
        return Venue(key=self.path.stem, pages=pages, **plain)

    def _refuse_others(self, values: Mapping[str, Any], allowed: Iterable[str], block: int = 0) -> None:
        for key in values:
            if key not in allowed:
                thing = "a page" if block else "a venue"
                self._fail(key, f"{thing} has no {key!r}; it has {', '.join(sorted(allowed))}", block)

    def _text(self, key: str) -> str:
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            self._fail(key, f"{key} has to be a text in quotation marks; leave the line out where it is not known")
        text = " ".join(value.split())
        most = _LONGEST_TEXT.get(key)
        if most and len(text) > most:
            self._fail(key, f"{key} has {len(text):,} characters; {most:,} are the most")
        if not text.isprintable():
            self._fail(key, f"{key} holds characters that cannot be shown")
        return text

    def _count(self, key: str) -> int:
        value = self.values[key]
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _LARGEST_COUNT:
            self._fail(key, f"{key} has to be a whole number above 0; leave the line out where it is not known")
        return int(value)

    def _one_of(self, key: str, words: Iterable[str]) -> None:
        allowed = [word for word in words if word]
        if key in self.values and self.values[key] not in allowed:
            self._fail(key, f"{key} has to be one of {', '.join(allowed)}")

    def _address(self, key: str, values: Mapping[str, Any], block: int = 0) -> None:
        value = values.get(key)
        try:
            is_good = value is None or web_address(value) == value
        except (ValueError, AttributeError):
            is_good = False
        if not is_good:
            self._fail(key, f"{key} has to be the address of a page, beginning with https://", block)

    def _lengths_in_order(self, plain: Mapping[str, Any]) -> None:
        shortest, longest = plain.get("shortest_words"), plain.get("longest_words")
        if shortest and longest and shortest > longest:
            self._fail("shortest_words", "shortest_words is above longest_words")

    def _list(self, key: str) -> list[Any]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self._fail(key, f"{key} are written as [[{key}]] blocks")
        return value

    def _page(self, page: Any, block: int) -> VenuePage:
        if not isinstance(page, dict):
            self._fail("pages", "pages are written as [[pages]] blocks")
        self._refuse_others(page, ("url", "read_on", "stored_copy", "tells"), block)
        url, read_on, tells = page.get("url", ""), page.get("read_on"), page.get("tells", [])
        stored_copy = page.get("stored_copy", False)
        self._address("url", {"url": url}, block)
        if type(read_on) is not date:
            self._fail("read_on", "read_on has to be a day without quotation marks, as in 2026-11-02", block)
        if not isinstance(stored_copy, bool):
            self._fail("stored_copy", "stored_copy is true or false, without quotation marks", block)
        if not isinstance(tells, list) or not set(map(str, tells)) <= _TOLD:
            self._fail("tells", f"tells lists what the page told, of {', '.join(sorted(_TOLD))}", block)
        return VenuePage(url, read_on, tuple(tells), stored_copy)

    def _rules_have_a_page(self, plain: Mapping[str, Any], pages: Iterable[VenuePage]) -> None:
        """What a venue asks for is told with the page that it was read on, or not at all."""
        told = {name for page in pages for name in page.tells}
        told |= {"shortest_words", "longest_words"} if "length" in told else set()
        for key in _RULES:
            if key in plain and key not in told:
                self._fail(key, f"no page tells {key}; add a [[pages]] block with the page that it was read on")

    def _fail(self, key: str, what: str, block: int = 0) -> NoReturn:
        """Raises: VenueFileError with the line of a name in the file's own part, or in the block of a page."""
        block = min(block, len(self.blocks) - 1)
        before, rest = "".join(self.blocks[:block]), "".join(self.blocks[block:])
        found = re.search(rf"^[ \t\[]*[\"']?{re.escape(key)}\b", rest, re.MULTILINE)
        line = before.count("\n") + rest[: found.start() if found else 0].count("\n") + 1
        raise VenueFileError(f"{self.path.name}, line {line}: {what}.")
