"""Pages that are filled from the top down: a head on the first, a line on the others, a foot on each.

filler = Filler(paper, head, "Prairie Lakes Forum, continued", foot, setter)
filler.put(part, above=12)
filler.pages()        # each: page.draw(pen, page_number=1, pages=3)
"""

from __future__ import annotations

from dataclasses import dataclass

from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.laid import Laid
from outreach.briefs.pdf.laid_head import LaidHead
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf import setting
from outreach.pdf.setting import Line

_PAGE_NUMBER = 48.0
"""What the foot leaves to the page's number, at the right."""
_ABOVE_FOOT = 10.0
_BELOW_HEAD = 12.0


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page whose parts have their places: (x, from the top edge, part). The head stands on the first page only."""

    paper: Paper
    head: LaidHead | None
    again: Lines
    parts: tuple[tuple[float, float, Laid], ...]
    foot: Lines

    def draw(self, pen: Pen, page_number: int, pages: int) -> None:
        """Draws the page."""
        if self.head:
            self.head.draw(pen)
        elif self.again.lines:
            with pen.element("P"):
                pen.lines(self.again.lines, self.paper.side, self.paper.top)
        for x, top, part in self.parts:
            part.draw(pen, x, top)
        draw_foot(pen, self.paper, self.foot, page_number, pages)


class Filler:
    """See the module. `again`: the line at the head of the second page and those after it."""

    def __init__(self, paper: Paper, head: LaidHead, again: str, foot: str, setter: Setter) -> None:
        self.paper = paper
        self._head = head
        self._again = setter.words(again, looks.EVENT, paper.full_width)
        self._foot = set_foot(foot, paper, setter)
        self._made: list[tuple[tuple[float, float, Laid], ...]] = []
        self._parts: list[tuple[float, float, Laid]] = []
        self._top = paper.top + head.height

    @property
    def room(self) -> float:
        """Points that are left on the page."""
        return foot_top(self.paper, self._foot) - _ABOVE_FOOT - self._top

    @property
    def is_new(self) -> bool:
        """Whether nothing stands on the page yet but its head."""
        return not self._parts

    def put(self, part: Laid, above: float = 0.0, x: float | None = None) -> None:
        """A part below what stands there, `above` points from it; whether there is room is for the caller to see."""
        self._top += above
        self._parts.append((self.paper.side if x is None else x, self._top, part))
        self._top += part.height

    def next_page(self) -> None:
        """What is put from now on stands on the next page."""
        self._made.append(tuple(self._parts))
        self._parts = []
        self._top = self.paper.top + self._again.height + (_BELOW_HEAD if self._again.lines else 0.0)

    def pages(self) -> tuple[SheetPage, ...]:
        """All pages, one at least."""
        made = [*self._made, tuple(self._parts)] if self._parts or not self._made else self._made
        return tuple(
            SheetPage(self.paper, None if index else self._head, self._again, parts, self._foot)
            for index, parts in enumerate(made)
        )


@dataclass(frozen=True, slots=True)
class HeadedBlock:
    """A rule, a heading of the second order, perhaps an aside at the right, and a part below them."""

    heading: Line
    aside: Line | None
    part: Laid | None
    width: float
    rule_width: float = 0.0
    """Of the rule and the aside's right edge, where it is not the block's width."""

    @property
    def height(self) -> float:
        """Points it takes."""
        return grid.RULE_TO_TEXT + (self.part.height if self.part else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        wide = self.rule_width or self.width
        pen.rule(x, top, wide, grid.RULE)
        with pen.element("H2"):
            pen.at(self.heading, x, top + grid.HEADING_BASELINE)
        if self.aside:
            with pen.element("P"):
                pen.ending_at(self.aside, x + wide, top + grid.HEADING_BASELINE)
        if self.part:
            self.part.draw(pen, x, top + grid.RULE_TO_TEXT)


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Dotted lines to write on."""

    count: int
    width: float

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.count * grid.NOTE_LINE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws them."""
        pen.dots(x, [top + (number + 0.8) * grid.NOTE_LINE for number in range(self.count)], self.width)


def headed(heading: str, part: Laid | None, width: float, aside: str = "") -> HeadedBlock:
    """A block with its heading in words."""
    return HeadedBlock(
        setting.line(heading, looks.HEADING), setting.line(aside, looks.ASIDE) if aside else None, part, width
    )


def set_foot(words: str, paper: Paper, setter: Setter) -> Lines:
    """The words of a foot beside the page's number."""
    return setter.words(words, looks.FOOT, paper.full_width - _PAGE_NUMBER)


def foot_top(paper: Paper, foot: Lines) -> float:
    """Of the rule over the foot, which rises where the foot has several lines."""
    return paper.foot_top - max(len(foot.lines) - 1, 0) * looks.FOOT.line


def draw_foot(pen: Pen, paper: Paper, foot: Lines, page_number: int, pages: int) -> None:
    """The rule, the words and the page's number."""
    pen.hairline(paper.side, foot_top(paper, foot), paper.full_width)
    baseline = paper.height - paper.foot_line
    if foot.lines:
        above = (len(foot.lines) - 1) * looks.FOOT.line
        with pen.element("P"):
            pen.lines(foot.lines, paper.side, baseline - above - foot.lines[0].drop)
    pen.number(setting.line(f"{page_number} of {pages}", looks.FOOT), paper.right_edge, baseline)
