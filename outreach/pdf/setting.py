"""Text set in lines of a width, as text: nothing in it is ever read as markup.

    look = Look(REGULAR, 9.4, 12)
    lines = wrapped([Piece("Harrow Lake moved from 18% to 31%.", look), Piece("3", cited, raised=3.2)], 280)
    y = draw_lines(canvas, lines, 42, 700)       # from the top edge of the first line down; returns the lower edge

Lines break at blanks, after hyphens and dashes, and after slashes in addresses; no-break spaces hold; a word that is
longer than the line is broken where it must be. Letters that no face holds are left out: `runs.left_out` tells which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from outreach.pdf.inks import INK
from outreach.pdf.links import linkable
from outreach.pdf.measuring import Measured, fitting, measured
from outreach.pdf.runs import printable
from outreach.pdf.tagged_canvas import TaggedCanvas

_LEADING = 1.3
_MIDDLE = 0.34
"""How far the middle of letters stands over their baseline, in sizes: half of what capitals are high."""

_CLOSE = 0.01
"""Points that rounding may add to a width."""

_PARTS = re.compile(r" |[^ ]+")
_BREAKS = re.compile(r"(?<=[^\W_][-‐–—/])(?=[^\W\d_])|(?<=[/?&=_])(?=[^\W_])|(?<=[a-z])(?=\.[a-z]{3,}/)")


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


def width(text: str, look: Look) -> float:
    """The width of a text on one line, in points."""
    return measured(printable(text).text, look.face).width * look.size / 1000


def height(lines: Iterable[Line]) -> float:
    """The height of lines one below the other, in points."""
    return sum(line.height for line in lines)


@dataclass(slots=True)
class _Word:
    """Letters that are not parted from each other, with the blank before them."""

    parts: list[tuple[Piece, Measured]]
    blank: Piece | None

    @property
    def width(self) -> float:
        return sum(word.width * piece.look.size for piece, word in self.parts) / 1000


def wrapped(pieces: Sequence[Piece], most: float) -> list[Line]:
    """A paragraph in lines of at most `most` points. No words, no lines."""
    lines: list[Line] = []
    current: list[tuple[Piece, Measured]] = []
    used = 0.0
    for word in _words(pieces):
        blank = _blank(word.blank) if word.blank and current else None
        wide = word.width
        needed = wide + (_sum((blank,)) if blank else 0.0)
        if current and used + needed > most + _CLOSE:
            lines.append(_line(current, blank_after=blank is not None))
            current, used, blank, needed = [], 0.0, None, wide
        if wide > most + _CLOSE:
            *full, current = _broken(word, most)
            lines.extend(_line(part) for part in full)
            used = _sum(current)
            continue
        if blank:
            current.append(blank)
        current.extend(word.parts)
        used += needed
    if current:
        lines.append(_line(current))
    return lines


def line(text: str, look: Look) -> Line:
    """A text on one line, however long."""
    return line_of([Piece(text, look)])


def line_of(pieces: Sequence[Piece]) -> Line:
    """Pieces on one line, however long."""
    parts: list[tuple[Piece, Measured]] = []
    for word in _words(pieces):
        if word.blank and parts:
            parts.append(_blank(word.blank))
        parts.extend(word.parts)
    return _line(parts)


def _words(pieces: Sequence[Piece]) -> Iterator[_Word]:
    """The words of all pieces: a number that is raised behind a word belongs to it."""
    word = _Word([], None)
    for piece in pieces:
        words = printable(piece.text).text
        before = " " if piece.text[:1].isspace() else ""
        after = " " if piece.text[-1:].isspace() and words else ""
        for part in _PARTS.findall(f"{before}{words}{after}"):
            if part == " ":
                if word.parts:
                    yield word
                    word = _Word([], piece)
                elif word.blank is None:
                    word.blank = piece
                continue
            first, *more = _BREAKS.split(part) if len(part) > 3 else (part,)
            word.parts.append((piece, measured(first, piece.look.face)))
            for rest in more:
                yield word
                word = _Word([(piece, measured(rest, piece.look.face))], None)
    if word.parts:
        yield word


def _blank(piece: Piece) -> tuple[Piece, Measured]:
    return piece, measured(" ", piece.look.face)


def _sum(parts: Iterable[tuple[Piece, Measured]]) -> float:
    return sum(word.width * piece.look.size for piece, word in parts) / 1000


def _broken(word: _Word, most: float) -> list[list[tuple[Piece, Measured]]]:
    """A word that is longer than a line, in lines."""
    lines: list[list[tuple[Piece, Measured]]] = [[]]
    left = most
    for piece, whole in word.parts:
        rest, size, name = whole.text, piece.look.size, piece.look.face
        while rest:
            part = measured(rest, name) if len(rest) <= 400 else None
            if part is None or part.width * size / 1000 > left:
                if lines[-1] and left < most / 4:
                    lines.append([])
                    left = most
                    continue
                part = measured(rest[: fitting(rest, name, left * 1000 / size)], name)
            lines[-1].append((piece, part))
            left -= part.width * size / 1000
            rest = rest[len(part.text) :]
            if rest:
                lines.append([])
                left = most
    return lines


def _line(parts: Sequence[tuple[Piece, Measured]], *, blank_after: bool = False) -> Line:
    stretches: list[Stretch] = []
    x = 0.0
    for piece, word in parts:
        wide = word.width * piece.look.size / 1000
        if stretches and stretches[-1].piece is piece:
            last = stretches[-1]
            stretches[-1] = replace(last, width=last.width + wide, words=(*last.words, word))
        else:
            stretches.append(Stretch(piece, x, wide, (word,)))
        x += wide
    flat = [piece for piece, _word in parts if not piece.raised] or [piece for piece, _word in parts]
    high = max((piece.look.line for piece in flat), default=0.0)
    return Line(tuple(stretches), x, high, max((piece.look.size for piece in flat), default=0.0), blank_after)


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
                (*stretch.words, measured(" ", piece.look.face))
                if ended and stretch is stretches[-1]
                else stretch.words
            )
            bits = [bit for word in words for bit in word.bits]
            canvas.draw_glyphs(bits, piece.look.size, piece.look.color, x + stretch.x, baseline + piece.raised)

    return draw
