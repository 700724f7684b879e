"""The list of sources at the foot: two columns in the order of first citation, each a link where it has an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.briefs.model import Source
from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.laid import Item
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Setter
from outreach.pdf import setting
from outreach.pdf.links import linkable

HEADING, ASIDE = "Sources", "each page was read on the date shown"
_LIST_TOP = 17.4
"""From the rule to the first line."""
_MOST_LINES = 4
"""Of one source."""


@dataclass(frozen=True, slots=True)
class LaidSources:
    """See the module. The first `split` items stand in the left column."""

    items: tuple[Item, ...]
    split: int
    width: float

    @property
    def height(self) -> float:
        """From the rule to the end of the longer column; 0 without sources."""
        if not self.items:
            return 0.0
        return _LIST_TOP + max(_height(self.items[: self.split]), _height(self.items[self.split :]))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        if not self.items:
            return
        pen.rule(x, top, self.width, grid.RULE)
        baseline = top + grid.HEADING_BASELINE
        with pen.element("H2"):
            pen.at(setting.line(HEADING, looks.HEADING), x, baseline)
        with pen.element("P"):
            pen.ending_at(setting.line(ASIDE, looks.ASIDE), x + self.width, baseline)
        second = x + (self.width + grid.GUTTER) / 2
        with pen.element("L", numbering="Decimal"):
            for left, column in ((x, self.items[: self.split]), (second, self.items[self.split :])):
                below = top + _LIST_TOP
                for item in column:
                    item.draw(pen, left, below)
                    below += item.height + grid.SOURCE_BETWEEN


def laid_sources(sources: Sequence[Source], setter: Setter, width: float) -> LaidSources:
    """Sources set in two columns that are as even as their order allows."""
    room = (width - grid.GUTTER) / 2 - grid.SOURCE_NUMBERS
    items = tuple(_item(source, setter, room) for source in sources)
    return LaidSources(items, _split(items), width)


def _split(items: Sequence[Item]) -> int:
    """How many items the left column takes for the least height."""
    left, right = 0.0, sum(item.height + grid.SOURCE_BETWEEN for item in items)
    for count, item in enumerate(items):
        if left >= right:
            return count
        height = item.height + grid.SOURCE_BETWEEN
        if left + height > right and max(left + height, right - height) > right:
            return count
        left, right = left + height, right - height
    return len(items)


def _item(source: Source, setter: Setter, room: float) -> Item:
    number = setting.line(str(setter.numbers[source.key]), looks.SOURCE_NUMBER)
    words = setter.words(source.words, looks.SOURCE, room, link=linkable(source.address)).first(_MOST_LINES)
    return Item(words, grid.SOURCE_NUMBERS, number)


def _height(items: Sequence[Item]) -> float:
    return sum(item.height for item in items) + grid.SOURCE_BETWEEN * max(len(items) - 1, 0)
