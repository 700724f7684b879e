"""Text set in lines of a width, as text: nothing in it is ever read as markup.

    look = Look(REGULAR, 9.4, 12)
    lines = wrapped([Piece("Harrow Lake moved from 18% to 31%.", look), Piece("3", cited, raised=3.2)], 280)
    y = draw_lines(canvas, lines, 42, 700)       # from the top edge of the first line down; returns the lower edge

Lines break at blanks, after hyphens and dashes, and after slashes in addresses; no-break spaces hold; a word that is
longer than the line is broken where it must be. Letters that no face holds are left out: `runs.left_out` tells which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby

from outreach.pdf.inks import INK
from outreach.pdf.links import linkable
from outreach.pdf.measuring import MOST_LETTERS, Measured, fitting, measured
from outreach.pdf.runs import MOST_REMEMBERED, printable
from outreach.pdf.tagged_canvas import TaggedCanvas

_LEADING = 1.3
_MIDDLE = 0.34
"""How far the middle of letters stands over their baseline, in sizes: half of what capitals are high."""

_CLOSE = 0.01
"""Points that rounding may add to a width."""

_SHORT = 3
"""Words of so many letters are not parted."""

_MAY_BREAK = Measured("", (), 0.0)

_NARROWER = (0.96, 0.91, 0.86, 0.81)
"""Shares of a width, tried one after the other for a paragraph whose last line is too short."""

_PARTS = re.compile(r" |[^ ]+")
_MAY_PART = re.compile(r"[-‐–—/?&=_]")
"""A text without one of these has no place inside a word where a line may break."""
_BREAKS = re.compile(r"(?<=[^\W_][-‐–—/])(?=[^\W\d_])|(?<!//)(?<=[/?&=_])(?=[^\W\d_])|(?<=[^\W\d_][/?&=_])(?=\d)")
"""Between letters, not between digits: 10:40–11:00 and 11/12/2026 stay together."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: a face of `typefaces`, size and distance of lines in points, color "#rrggbb"."""

    face: str
    size: float
    leading: float = 0.0
    """0 takes 1.3 times the size."""
    color: str = INK

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.leading or self.size * _LEADING


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look. `raised`: points above the line (numbers of sources). `link`: where a press leads."""

    text: str
    look: Look
    raised: float = 0.0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line that is drawn in one go: words with blanks between them, `x` from the line's start."""

    piece: Piece
    x: float
    width: float
    words: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text."""

    stretches: tuple[Stretch, ...]
    width: float
    height: float
    size: float
    """The largest of its letters' sizes."""
    blank_after: bool = False
    """Whether a blank parts it from the next line of its paragraph: it is not seen, but read and copied."""

    @property
    def text(self) -> str:
        """What stands in it."""
        return "".join(word.text for stretch in self.stretches for word in stretch.words)

    @property
    def drop(self) -> float:
        """From the line's upper edge to its baseline."""
        return self.height / 2 + self.size * _MIDDLE


_Part = tuple[Piece, Measured, float]
"""A word or a blank of a piece, with its width in points."""


def width(text: str, look: Look) -> float:
    """The width of a text on one line, in points."""
    return measured(printable(text).text, look.face).width * look.size / 1000


def height(lines: Iterable[Line]) -> float:
    """The height of lines one below the other, in points."""
    return sum(line.height for line in lines)


@dataclass(slots=True)
class _Word:
    """Letters that are not parted from each other, their width in points, and the blank before them."""

    blank: _Part | None = None
    parts: list[_Part] = field(default_factory=list)
    width: float = 0.0


def wrapped(pieces: Sequence[Piece], most: float, *, least_last: float = 0.0) -> list[Line]:
    """A paragraph in lines of at most `most` points. No words, no lines.

    least_last: the share of the width that a last line should have, so that no short word stands there alone; where a
    slightly narrower paragraph of as many lines has such a one, it is that.
    """
    words = _words(pieces)
    lines = _lines(words, most)
    if least_last and len(lines) > 1 and lines[-1].width < most * least_last:
        for share in _NARROWER:
            count, last = _measure(words, most * share)
            if count == len(lines) and last >= most * least_last:
                return _lines(words, most * share)
    return lines


def _lines(words: Iterable[_Word], most: float) -> list[Line]:
    lines: list[Line] = []
    current: list[_Part] = []
    used = 0.0
    for word in words:
        blank = word.blank if current else None
        needed = word.width + blank[2] if blank else word.width
        if current and used + needed > most + _CLOSE:
            lines.append(_line(current, blank_after=blank is not None))
            current, used, blank, needed = [], 0.0, None, word.width
        if word.width > most + _CLOSE:
            *full, current = _broken(word, most)
            lines.extend(_line(part) for part in full)
            used = _sum(current)
            continue
        if blank:
            current.append(blank)
        current += word.parts
        used += needed
    if current:
        lines.append(_line(current))
    return lines


def _measure(words: Iterable[_Word], most: float) -> tuple[int, float]:
    """How many lines words take and how wide the last is; (0, 0.0) where a word is wider than a line."""
    count, used = 0, 0.0
    for word in words:
        if word.width > most:
            return 0, 0.0
        needed = word.width
        if word.blank and used:
            needed += word.blank[2]
        if not used or used + needed > most + _CLOSE:
            count, used = count + 1, word.width
        else:
            used += needed
    return count, used


def line(text: str, look: Look) -> Line:
    """A text on one line, however long."""
    return line_of([Piece(text, look)])


def line_of(pieces: Sequence[Piece]) -> Line:
    """Pieces on one line, however long."""
    parts: list[_Part] = []
    for word in _words(pieces):
        if word.blank and parts:
            parts.append(word.blank)
        parts += word.parts
    return _line(parts)


def _words(pieces: Sequence[Piece]) -> list[_Word]:
    """The words of all pieces: a number that is raised behind a word belongs to it."""
    words: list[_Word] = []
    word = _Word()
    for piece in pieces:
        points = piece.look.size / 1000
        blank = _blank(piece)
        remembered = _parts if len(piece.text) <= MOST_REMEMBERED else _parts.__wrapped__
        for part in remembered(piece.text, piece.look.face):
            if part is blank[1]:
                if word.parts:
                    words.append(word)
                    word = _Word(blank)
                elif word.blank is None:
                    word.blank = blank
            elif part is not _MAY_BREAK:
                wide = part.width * points
                word.parts.append((piece, part, wide))
                word.width += wide
            elif word.parts:
                words.append(word)
                word = _Word()
    if word.parts:
        words.append(word)
    return words


@lru_cache(maxsize=2048)
def _parts(text: str, name: str) -> tuple[Measured, ...]:
    """A text in words and blanks; where a line may break inside a word, an empty part stands."""
    words = printable(text).text
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and words else ""
    parts = _PARTS.findall(f"{before}{words}{after}")
    blank = _measured_blank(name)
    if not _MAY_PART.search(words):
        return tuple([blank if part == " " else measured(part, name) for part in parts])
    found: list[Measured] = []
    for part in parts:
        if part == " ":
            found.append(blank)
            continue
        for number, piece in enumerate(_BREAKS.split(part) if len(part) > _SHORT else (part,)):
            if number:
                found.append(_MAY_BREAK)
            found.append(measured(piece, name))
    return tuple(found)


@cache
def _measured_blank(name: str) -> Measured:
    """The blank of a face: one for all time, so that it is known by what it is."""
    return measured(" ", name)


def _blank(piece: Piece) -> _Part:
    blank = _measured_blank(piece.look.face)
    return piece, blank, blank.width * piece.look.size / 1000


def _sum(parts: Iterable[_Part]) -> float:
    return sum(wide for _piece, _word, wide in parts)


def _broken(word: _Word, most: float) -> list[list[_Part]]:
    """A word that is longer than a line, in lines."""
    lines: list[list[_Part]] = [[]]
    left = most
    for piece, whole, _wide in word.parts:
        rest, points, name = whole.text, piece.look.size / 1000, piece.look.face
        while rest:
            part = measured(rest, name) if len(rest) <= MOST_LETTERS else None
            if part is None or part.width * points > left:
                if lines[-1] and left < most / 4:
                    lines.append([])
                    left = most
                    continue
                part = measured(rest[: fitting(rest, name, left / points)], name)
            lines[-1].append((piece, part, part.width * points))
            left -= part.width * points
            rest = rest[len(part.text) :]
            if rest:
                lines.append([])
                left = most
    return lines


def _line(parts: Sequence[_Part], *, blank_after: bool = False) -> Line:
    if not parts:
        return Line((), 0.0, 0.0, 0.0, blank_after)
    stretches: list[Stretch] = []
    words: list[Measured] = []
    of, x, wide = parts[0][0], 0.0, 0.0
    for piece, word, points in parts:
        if piece is not of:
            stretches.append(Stretch(of, x, wide, tuple(words)))
            of, x, wide, words = piece, x + wide, 0.0, []
        words.append(word)
        wide += points
    stretches.append(Stretch(of, x, wide, tuple(words)))
    x += wide
    flat = [one for one in stretches if not one.piece.raised] or stretches
    height = max([one.piece.look.line for one in flat])
    size = max([one.piece.look.size for one in flat])
    return Line(tuple(stretches), x, height, size, blank_after)


def draw_line(canvas: TaggedCanvas, drawn: Line, x: float, y: float) -> None:
    """Draws a line whose upper edge is at y, as text of the element that is open; its links can be pressed."""
    baseline = y - drawn.drop
    for linked, stretches in groupby(drawn.stretches, key=lambda stretch: linkable(stretch.piece.link)):
        together = list(stretches)
        ended = drawn.blank_after and together[-1] is drawn.stretches[-1]
        shown = _drawing(canvas, together, x, baseline, ended=ended)
        if not linked:
            canvas.say(shown)
            continue
        left, right = x + together[0].x, x + together[-1].x + together[-1].width
        words = "".join(word.text for stretch in together for word in stretch.words)
        with canvas.linked(linked, (left, y - drawn.height, right, y), words):
            canvas.say(shown)


def draw_lines(canvas: TaggedCanvas, lines: Iterable[Line], x: float, y: float) -> float:
    """Draws lines one below the other from an upper edge. Returns the lower edge."""
    for drawn in lines:
        draw_line(canvas, drawn, x, y)
        y -= drawn.height
    return y


def draw_right(canvas: TaggedCanvas, drawn: Line, right: float, y: float) -> None:
    """Draws a line that ends at `right`."""
    draw_line(canvas, drawn, right - drawn.width, y)


def decorate_line(canvas: TaggedCanvas, drawn: Line, x: float, y: float) -> None:
    """Draws a line that is seen and not read aloud: a page's number, the foot that all pages share."""
    canvas.decorate(_drawing(canvas, drawn.stretches, x, y - drawn.drop, ended=False))


def _drawing(
    canvas: TaggedCanvas, stretches: Sequence[Stretch], x: float, baseline: float, *, ended: bool
) -> Callable[[], None]:
    def draw() -> None:
        for stretch in stretches:
            piece = stretch.piece
            words = (
                (*stretch.words, _measured_blank(piece.look.face))
                if ended and stretch is stretches[-1]
                else stretch.words
            )
            bits = [bit for word in words for bit in word.bits]
            canvas.draw_glyphs(bits, piece.look.size, piece.look.color, x + stretch.x, baseline + piece.raised)

    return draw
