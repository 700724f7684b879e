"""Tables that may go on over pages: heads of columns, rows between hairlines, the first cell of a row as its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.briefs.pdf.drawing_frame import Filler, headed
from outreach.briefs.pdf.laid import Laid
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines
from outreach.pdf import setting
from outreach.pdf.inks import SOFT
from outreach.pdf.setting import Look
from outreach.pdf.typefaces import SEMIBOLD

COLUMN_HEAD = Look(SEMIBOLD, 7.6, 9.6, SOFT)
_BELOW_HEADS = 2.0
ROOMY, TIGHT = (5.5, 8.0), (3.0, 4.5)
"""Points above and below the words of a row."""

_ABOVE_HEADING, _BELOW_TITLE = 16.0, 9.0
_TOGETHER = 2
"""Rows that stay with their heading, where there are so many."""


@dataclass(frozen=True, slots=True)
class Column:
    """`x` from the table's left edge; a column that ends at its right edge is aligned there."""

    head: str
    x: float
    width: float
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row's cells, each of parts one below the other. The cell `head` tells which one the row is about."""

    cells: tuple[tuple[Lines, ...], ...]

    @property
    def height(self) -> float:
        """Of its words alone."""
        return max((sum(part.height for part in cell) for cell in self.cells), default=0.0)


@dataclass(frozen=True, slots=True)
class LaidTable:
    """Rows under the heads of their columns. `head`: the place of the column whose cells are heads of their rows, where
    there is more than one.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    width: float
    pads: tuple[float, float]
    head: int

    @property
    def height(self) -> float:
        """Points it takes."""
        return heads_height() + sum(row_height(row, self.pads) for row in self.rows)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        with pen.element("Table"):
            with pen.element("TR"):
                for column in self.columns:
                    with pen.element("TH", scope="Column"):
                        self._cell(pen, column, (_heading(column),), x, top)
            top += heads_height()
            for row in self.rows:
                self._row(pen, row, x, top)
                top += row_height(row, self.pads)
                pen.hairline(x, top, self.width)

    def _row(self, pen: Pen, row: TableRow, x: float, top: float) -> None:
        # All cells of a row stand on the baseline of the cell with the largest letters.
        drop = max((cell[0].lines[0].drop for cell in row.cells if cell and cell[0].lines), default=0.0)
        with pen.element("TR"):
            for place, (column, cell) in enumerate(zip(self.columns, row.cells, strict=True)):
                below = top + self.pads[0]
                if cell and cell[0].lines:
                    below += drop - cell[0].lines[0].drop
                is_head = place == self.head and len(self.rows) > 1
                with pen.element("TH" if is_head else "TD", scope="Row" if is_head else ""):
                    self._cell(pen, column, cell, x, below)

    def _cell(self, pen: Pen, column: Column, cell: Sequence[Lines], x: float, top: float) -> None:
        for part in cell:
            if column.at_right:
                pen.lines_ending(part.lines, x + column.x + column.width, top)
            else:
                pen.lines(part.lines, x + column.x, top)
            top += part.height


def _heading(column: Column) -> Lines:
    line = setting.line(column.head, COLUMN_HEAD)
    return Lines((line,), line.height)


def heads_height() -> float:
    """Of the heads of the columns."""
    return COLUMN_HEAD.line + _BELOW_HEADS


def row_height(row: TableRow, pads: tuple[float, float]) -> float:
    """Of a row with what stands above and below its words."""
    return row.height + sum(pads)


def put_table(
    filler: Filler, heading: str, rows: Sequence[TableRow], table: Callable[[tuple[TableRow, ...]], LaidTable]
) -> None:
    """Puts a table under its heading, on as many pages as its rows need; a page's part has the heading again.

    A heading never stands alone at the end of a page: it takes two rows with it.
    """
    words = heading
    left = list(rows)
    while left:
        above = 0.0 if filler.is_new else _ABOVE_HEADING
        taken = _fitting(left, table, filler.room - above - _heading_height())
        if taken < min(_TOGETHER, len(left)) and not filler.is_new:
            filler.next_page()
            continue
        if len(left) - taken == 1 and taken > _TOGETHER:
            taken -= 1  # the last row would stand alone on the next page
        taken = taken or 1
        part: Laid = table(tuple(left[:taken]))
        filler.put(headed(words, part, filler.paper.full_width), above=above or _BELOW_TITLE)
        left = left[taken:]
        words = f"{heading}, continued"
        if left:
            filler.next_page()


def _heading_height() -> float:
    return headed("", None, 0.0).height + _BELOW_TITLE


def _fitting(rows: Sequence[TableRow], table: Callable[[tuple[TableRow, ...]], LaidTable], room: float) -> int:
    """How many of the first rows stand in a room."""
    pads = table(()).pads
    used = heads_height()
    for count, row in enumerate(rows):
        used += row_height(row, pads)
        if used > room:
            return count
    return len(rows)
