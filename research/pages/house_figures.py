"""How large a house is by the words of a text: its beds and the people it employs, where a figure stands at its name.

A release has many figures: of a new wing, of last year, of another house. Taken is only what is said of a name
directly: "Harborpoint Health, a 250-bed system", "the 250-bed Harborpoint Health", "Harborpoint Health employs 2,000".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from research.pages.sentences import folded_sentences
from research.parse import fold, shorten

MAX_LINE = 30_000
"""Characters of one paragraph that are read."""

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3}){1,2}|\d{1,6})"
_BED_KINDS = r"(?:(?:licensed|staffed|inpatient|acute|acute-care|hospital|total)\s){0,2}"
_STAFF = r"(?:employees|team\smembers|staff\smembers|associates|caregivers|people|workers|professionals)"
_FIGURE = re.compile(
    rf"(?<![\w.,$-]){_NUMBER}(?:(?P<bed>[-\s]bed\b|\s{_BED_KINDS}beds\b)|(?P<staff>\s(?:[a-z-]{{2,20}}\s){{0,2}}{_STAFF}\b))"
)
_ABOUT = r"(?:(?:more\sthan|over|nearly|almost|approximately|about|around|some|at\sleast|up\sto)\s)?"
_DESCRIBES = r"(?:an?\s(?:[\w’'&-]{1,30},?\s){0,5})?"
_BEDS_OF_NAME = re.compile(
    rf"\A(?:,|\s[–—-]|\sis|\shas|\soperates|\swith|\sruns|\s\()\s?{_ABOUT}{_DESCRIBES}{_ABOUT}\Z"
)
_STAFF_OF_NAME = re.compile(rf"\A\s(?:and\sits\s|employs\s|has\s){_ABOUT}\Z|\A,\swhich\semploys\s{_ABOUT}\Z")
_LARGEST_HOUSE = 20_000
"""Beds; the largest system of the United States has some 40,000 in all its hospitals, a single house under 3,000."""
_NEAR = 120
"""Characters between a name and its figure that are looked at."""


@dataclass(frozen=True, slots=True)
class HouseFigure:
    """A figure of a house. `predicate` is "beds" or "employees"; `quote` is the sentence that says it."""

    name: str
    predicate: str
    value: int
    quote: str


def figures_of(text: str, names: Iterable[str]) -> tuple[HouseFigure, ...]:
    """The figures that the text says of one of the names, the first of each kind for each name, in the text's order."""
    longest_first = sorted({fold(name) for name in names if len(fold(name)) > 3}, key=len, reverse=True)
    if not longest_first or not _FIGURE.search(text):
        return ()
    found: dict[tuple[str, str], HouseFigure] = {}
    for line in text.splitlines():
        for figure in _in_line(line[:MAX_LINE], longest_first):
            found.setdefault((figure.name, figure.predicate), figure)
    return tuple(found.values())


def _in_line(line: str, names: list[str]) -> Iterator[HouseFigure]:
    if not _FIGURE.search(line):
        return
    for sentence in folded_sentences(line):
        for match in _FIGURE.finditer(sentence):
            value = int(match["number"].replace(",", ""))
            predicate = "beds" if match["bed"] else "employees"
            name = _whose(sentence, match, names)
            if name and value and (predicate == "employees" or value <= _LARGEST_HOUSE):
                yield HouseFigure(name, predicate, value, shorten(sentence))


def _whose(sentence: str, match: re.Match[str], names: list[str]) -> str:
    """The name that the figure is said of: right before it, or for "the 250-bed ..." right behind it."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    for name in names:
        at = before.rfind(name, max(len(before) - len(name) - _NEAR, 0))
        if at >= 0 and not before[at - 1 : at].isalnum() and _ties(before[at + len(name) :], match):
            return name
        if match["bed"] and behind.startswith(" " + name) and not behind[len(name) + 1 : len(name) + 2].isalnum():
            return name
    return ""


def _ties(between: str, match: re.Match[str]) -> bool:
    """Whether the words between a name and a figure say that one has the other. A house has no people: it employs."""
    if match["bed"]:
        return bool(_BEDS_OF_NAME.search(between))
    return bool(_STAFF_OF_NAME.search(between)) and ("employs" in between or not match["staff"].endswith("people"))
