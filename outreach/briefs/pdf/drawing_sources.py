"""The list of all sources at the end of a pack: person by person, numbered as on their page, with whole addresses.

pages = laid_sources_list(numbered, grid.PAPERS["letter"], foot)
pages[0].draw(pen, page_number=9, pages=9)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.briefs.model import Head, Numbered, Run, Source
from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.drawing_frame import Filler, SheetPage
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.laid import Laid
from outreach.briefs.pdf.laid_head import laid_head
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf import setting
from outreach.pdf.inks import SOFT
from outreach.pdf.links import linkable
from outreach.pdf.setting import Line, Look
from outreach.pdf.typefaces import REGULAR, SEMIBOLD

NAME = Look(SEMIBOLD, 9.4, 12.0)
ADDRESS = Look(REGULAR, 7.2, 9.0, SOFT)

TITLE = "Sources"
SUMMARY = "Person by person, numbered as on their page. Each page was read on the date shown."
NONE_CITED = "Nothing on this page rests on a source that others can read."

_ABOVE_NAME, _BELOW_NAME, _BETWEEN, _COLUMN_GAP = 12.0, 2.0, 2.6, 18.0


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name over their sources; `again` where it is repeated at the head of a column."""

    words: Lines
    again: bool = False

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.words.height + _BELOW_NAME

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("P" if self.again else "H2"):
            pen.lines(self.words.lines, x, top)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with its number; its address below, whole. Without a number it says that there is none."""

    number: Line | None
    words: Lines
    address: Lines

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.words.height + self.address.height + _BETWEEN

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it as an item of the list that is open."""
        with pen.element("LI"):
            if self.number:
                with pen.element("Lbl"):
                    pen.lines((self.number,), x, top)
            with pen.element("LBody"):
                left = x + (grid.SOURCE_NUMBERS if self.number else 0.0)
                pen.lines(self.words.lines, left, top)
                pen.lines(self.address.lines, left, top + self.words.height)


@dataclass(frozen=True, slots=True)
class Entries:
    """Sources of one person that stand in one column."""

    entries: tuple[Entry, ...]

    @property
    def height(self) -> float:
        """Points they take."""
        return sum(entry.height for entry in self.entries)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws them."""
        with pen.element("L", numbering="Decimal"):
            for entry in self.entries:
                entry.draw(pen, x, top)
                top += entry.height


@dataclass(frozen=True, slots=True)
class Column:
    """Names and lists one below the other, each with the points above it."""

    parts: tuple[tuple[float, Laid], ...]

    @property
    def height(self) -> float:
        """Points it takes."""
        return sum(above + part.height for above, part in self.parts)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        for above, part in self.parts:
            part.draw(pen, x, top + above)
            top += above + part.height


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side."""

    columns: tuple[Column, ...]
    step: float

    @property
    def height(self) -> float:
        """Of the longer one."""
        return max((column.height for column in self.columns), default=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws them, the left one first."""
        for place, column in enumerate(self.columns):
            column.draw(pen, x + place * self.step, top)


def laid_sources_list(briefs: Sequence[Numbered], paper: Paper, foot: str) -> tuple[SheetPage, ...]:
    """The pages of the list, one at least; the briefs in the order of the pack."""
    setter = Setter({})
    head = laid_head(Head(name=TITLE, role_line=(Run(SUMMARY),)), setter, paper)
    filler = Filler(paper, head, f"{TITLE}, continued", foot, setter)
    width = (paper.full_width - _COLUMN_GAP) / 2
    columns = _Columns(filler, width + _COLUMN_GAP)
    for numbered in briefs:
        columns.person(
            setter.words(numbered.brief.head.name, NAME, width),
            [_entry(place, source, setter, width) for place, source in enumerate(numbered.sources, 1)]
            or [Entry(None, setter.words(NONE_CITED, ADDRESS, width), Lines())],
        )
    columns.end()
    return filler.pages()


def _entry(number: int, source: Source, setter: Setter, width: float) -> Entry:
    room = width - grid.SOURCE_NUMBERS
    return Entry(
        setting.line(str(number), looks.SOURCE_NUMBER),
        setter.words(source.words, looks.SOURCE, room),
        setter.words(source.address, ADDRESS, room, link=linkable(source.address)),
    )


class _Columns:
    """Fills two columns a page, from the left one to the right one."""

    def __init__(self, filler: Filler, step: float) -> None:
        self._filler, self._step = filler, step
        self._columns: list[Column] = []
        self._parts: list[tuple[float, Laid]] = []
        self._room = filler.room - _ABOVE_NAME

    def person(self, name: Lines, entries: list[Entry]) -> None:
        """A name and its sources, which may go on in the next column under the name again."""
        again = False
        while entries:
            above = _ABOVE_NAME if self._parts else 0.0
            named = Name(name, again)
            room = self._room - above - named.height
            taken = _fitting(entries, room)
            if taken < min(2, len(entries)) and self._parts:
                self._next()
                continue
            taken = max(taken, 1)
            for space, part in ((above, named), (0.0, Entries(tuple(entries[:taken])))):
                self._parts.append((space, part))
                self._room -= space + part.height
            entries, again = entries[taken:], True
            if entries:
                self._next()

    def end(self) -> None:
        """Puts what is left on the page, in two columns of nearly one height where it is less than both hold."""
        if self._parts and not self._columns:
            self._columns = _even(self._parts)
        elif self._parts:
            self._columns.append(Column(tuple(self._parts)))
        if self._columns:
            self._filler.put(Columns(tuple(self._columns), self._step), above=_ABOVE_NAME)

    def _next(self) -> None:
        """The next column, or the next page."""
        self._columns.append(Column(tuple(self._parts)))
        self._parts = []
        if len(self._columns) > 1:
            self._filler.put(Columns(tuple(self._columns), self._step), above=_ABOVE_NAME)
            self._filler.next_page()
            self._columns = []
        self._room = self._filler.room - _ABOVE_NAME


def _even(parts: Sequence[tuple[float, Laid]]) -> list[Column]:
    """Names with their lists in two columns, parted between persons."""
    splits = range(2, len(parts), 2)
    best = min(splits, key=lambda place: max(column.height for column in _parted(parts, place)), default=0)
    return list(_parted(parts, best)) if best else [Column(tuple(parts))]


def _parted(parts: Sequence[tuple[float, Laid]], place: int) -> tuple[Column, Column]:
    (_above, first), *rest = parts[place:]
    return Column(tuple(parts[:place])), Column(((0.0, first), *rest))


def _fitting(entries: Sequence[Entry], room: float) -> int:
    """How many of the first sources stand in a room."""
    used = 0.0
    for count, entry in enumerate(entries):
        used += entry.height
        if used > room:
            return count
    return len(entries)
