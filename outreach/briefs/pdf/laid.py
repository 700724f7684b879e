"""Parts of a page that are set and measured, waiting for their place: each has a height and can be drawn.

`draw(pen, x, top)` draws a part with its upper left corner there, `top` measured down from the page's upper edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from outreach.briefs.pdf import grid
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines
from outreach.pdf.setting import Line


class Laid(Protocol):
    """A part of a page."""

    @property
    def height(self) -> float:
        """Points it takes."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text by itself."""

    words: Lines

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.words.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("P"):
            pen.lines(self.words.lines, x, top)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: a label or a square to tick, and the words `indent` points to the right of it."""

    words: Lines
    indent: float = 0.0
    label: Line | None = None
    ticked: bool = False

    @property
    def height(self) -> float:
        """Points it takes."""
        return max(self.words.height, self.label.height if self.label else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("LI"):
            if self.ticked:
                pen.square(x, top + (self.words.lines[0].drop if self.words.lines else grid.TICK), grid.TICK)
            if self.label:
                with pen.element("Lbl"):
                    pen.beside((self.label,), self.words.lines, x, top)
            with pen.element("LBody"):
                pen.lines(self.words.lines, x + self.indent, top)


@dataclass(frozen=True, slots=True)
class Listing:
    """Items one below the other, `apart` points between them."""

    items: tuple[Item, ...]
    apart: float
    numbering: str = "None"
    """How a reading program counts them: ISO 32000-1, table 347."""

    @property
    def height(self) -> float:
        """Points it takes."""
        return sum(item.height for item in self.items) + self.apart * max(len(self.items) - 1, 0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("L", numbering=self.numbering):
            for item in self.items:
                item.draw(pen, x, top)
                top += item.height + self.apart


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with a head at its left. `ends_at`: where its value is aligned at the right, or None for a value
    that begins at `value_x`."""

    label: Lines
    value: Lines
    value_x: float
    ends_at: float | None = None

    @property
    def height(self) -> float:
        """Points it takes."""
        return max(self.label.height, self.value.height)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("TR"):
            with pen.element("TH", scope="Row"):
                pen.beside(self.label.lines, self.value.lines, x, top)
            with pen.element("TD"):
                if self.ends_at is None:
                    pen.lines(self.value.lines, x + self.value_x, top)
                else:
                    pen.lines_ending(self.value.lines, x + self.ends_at, top)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows one below the other, `apart` points between them."""

    rows: tuple[Row, ...]
    apart: float = 0.0

    @property
    def height(self) -> float:
        """Points it takes."""
        return sum(row.height for row in self.rows) + self.apart * max(len(self.rows) - 1, 0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("Table"):
            for row in self.rows:
                row.draw(pen, x, top)
                top += row.height + self.apart


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts one below the other: each with the points above it."""

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


def stacked(parts: Sequence[Laid], apart: float) -> Stack:
    """Parts with the same distance between them."""
    return Stack(tuple((apart if number else 0.0, part) for number, part in enumerate(parts)))
