"""The card that can be read in ten seconds: a frame over the full width, its title on a strip, its rows below."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.briefs.model import Card
from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.laid import Row, Table
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter

_ABOVE_ROWS, _BELOW_ROWS = 6.6, 7.6
"""With the white of the lines themselves these make the padding: 10 to the letters."""
_TITLE_BASELINE = 12.1
_LABEL_LINES = 2
_TITLE_SHARE, _TITLE_LINES = 0.5, 2
"""What the title may take: of the card's width, and lines."""


@dataclass(frozen=True, slots=True)
class LaidCard:
    """See the module."""

    title: Lines
    aside: Lines
    rows: Table
    width: float

    @property
    def strip(self) -> float:
        """The height of the strip: more than the design's where a title has several lines."""
        more = max(len(self.title.lines), len(self.aside.lines), 1) - 1
        return grid.CARD_STRIP + more * looks.CARD_TITLE.line

    @property
    def height(self) -> float:
        """Of the frame."""
        return self.strip + (_ABOVE_ROWS + self.rows.height + _BELOW_ROWS if self.rows.rows else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        pen.card(x, top, self.width, self.height, self.strip, (grid.CARD_FRAME, grid.CARD_RADIUS))
        inner, baseline = x + grid.CARD_PADDING, top + _TITLE_BASELINE
        if self.title.lines:
            with pen.element("H2"):
                pen.lines(self.title.lines, inner, baseline - self.title.lines[0].drop)
        if self.aside.lines:
            with pen.element("P"):
                right = x + self.width - grid.CARD_PADDING
                pen.lines_ending(self.aside.lines, right, baseline - self.aside.lines[0].drop)
        if self.rows.rows:
            self.rows.draw(pen, inner, top + self.strip + _ABOVE_ROWS)


def laid_card(card: Card, setter: Setter, width: float) -> LaidCard:
    """A card set to `width` points."""
    room = width - 2 * grid.CARD_PADDING
    rows = tuple(
        Row(
            setter.words(row.label, looks.CARD_LABEL, grid.CARD_LABELS - 4.0).first(_LABEL_LINES),
            setter.text(row.text, looks.CARD, looks.CARD_STRONG, room - grid.CARD_LABELS),
            value_x=grid.CARD_LABELS,
        )
        for row in card.rows
    )
    return LaidCard(
        title=setter.words(card.title, looks.CARD_TITLE, room * _TITLE_SHARE).first(_TITLE_LINES),
        aside=setter.words(card.aside, looks.ASIDE, room * (1 - _TITLE_SHARE) - 8.0).first(_TITLE_LINES),
        rows=Table(rows, apart=grid.CARD_BETWEEN_ROWS),
        width=width,
    )
