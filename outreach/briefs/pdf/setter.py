"""Breaks the texts of a brief into lines, each once for a width; numbers of sources stand raised behind their words.

setter = Setter({"leaders": 1})
laid = setter.text(row.text, looks.CARD, looks.CARD_STRONG, 452.0)
laid.height, laid.lines
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from outreach.briefs.model import Run, Text
from outreach.briefs.pdf import looks
from outreach.pdf import setting
from outreach.pdf.setting import Line, Look, Piece

NO_BREAK = "\N{NO-BREAK SPACE}"

MOST_LETTERS = 8_000
"""Of a text. A longer one is taller than any page at any width even so and is left out; breaking it takes long."""

_WIDOW = 0.16
"""A last line that is shorter than this share of the width looks lost; the lines above give it a word."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a text, and the height in points that they take."""

    lines: tuple[Line, ...] = ()
    height: float = 0.0

    @property
    def width(self) -> float:
        """Of the widest."""
        return max((line.width for line in self.lines), default=0.0)

    def first(self, most: int) -> Lines:
        """The first lines of a text that must not grow without end."""
        if len(self.lines) <= most:
            return self
        return Lines(self.lines[:most], setting.height(self.lines[:most]))


class Setter:
    """See the module. `numbers`: of sources, by their key; a source without one is not cited."""

    def __init__(self, numbers: Mapping[str, int], kept: dict[object, Lines] | None = None) -> None:
        self.numbers = numbers
        self._kept: dict[object, Lines] = {} if kept is None else kept

    def renumbered(self, numbers: Mapping[str, int]) -> Setter:
        """One with other numbers that remembers what was set before."""
        return Setter(numbers, self._kept)

    def words(self, words: str, look: Look, width: float, link: str = "") -> Lines:
        """Words of one look, which may be a link."""
        key = (words, look, width, link)
        return self._kept.get(key) or self._keep(key, (Piece(words, look, link=link),), width)

    def balanced(self, words: str, look: Look, width: float) -> Lines:
        """The same, on lines of nearly one length: no last line of a single word."""
        key = ("balanced", words, look, width)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = self._balanced(words, look, width)
        return known

    def _balanced(self, words: str, look: Look, width: float) -> Lines:
        words = words[:MOST_LETTERS]
        made = self.words(words, look, width)
        count = len(made.lines)
        if count < 2:
            return made
        low, high = width / 2, width
        while high - low > 4.0:
            middle = (low + high) / 2
            if len(setting.wrapped((Piece(words, look),), middle)) > count:
                low = middle
            else:
                high = middle
        return self.words(words, look, high)

    def text(self, text: Text, look: Look, strong: Look, width: float, lead: str = "") -> Lines:
        """A text with its numbers, after a bold `lead`."""
        marks = tuple(self._mark(run) for run in text)
        key = (text, marks, look, strong, width, lead)
        known = self._kept.get(key)
        if known is not None:
            return known
        pieces = [Piece(lead, strong), Piece(" ", look)] if lead else []
        for run, mark in zip(text, marks, strict=True):
            words = run.text.rstrip() if mark else run.text
            pieces.append(Piece(words, strong if run.strong else look))
            if mark:
                pieces.append(Piece(mark, looks.CITED, raised=looks.RAISED))
                pieces.append(Piece(run.text[len(words) :], look))
        return self._keep(key, tuple(piece for piece in pieces if piece.text), width)

    def _keep(self, key: object, pieces: tuple[Piece, ...], width: float) -> Lines:
        lines = tuple(setting.wrapped(_bounded(pieces), width, least_last=_WIDOW))
        made = self._kept[key] = Lines(lines, setting.height(lines))
        return made

    def _mark(self, run: Run) -> str:
        """ "1 2": the numbers of a run's sources, which stay on one line."""
        cited = dict.fromkeys(self.numbers[one.key] for one in run.sources if one.key in self.numbers)
        return NO_BREAK.join(map(str, sorted(cited)))


def _bounded(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if sum(len(piece.text) for piece in pieces) <= MOST_LETTERS:
        return pieces
    kept, left = [], MOST_LETTERS
    for piece in pieces:
        kept.append(replace(piece, text=piece.text[:left]))
        left -= len(kept[-1].text)
    return tuple(piece for piece in kept if piece.text)
