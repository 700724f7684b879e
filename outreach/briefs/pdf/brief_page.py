"""One brief on one page: its parts set to the paper, what room they take, and the page drawn.

page = laid_page(numbered, paper, setter)
page.over            # points by which the fuller column is too high; 0 when all is on the page
page.draw(pen, page_number=3, pages=9)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from outreach.briefs.model import Block, Brief, NoteLines, Numbered
from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.laid_blocks import LaidBlock, Ruled
from outreach.briefs.pdf.laid_card import LaidCard, laid_card
from outreach.briefs.pdf.laid_head import LaidHead, laid_head
from outreach.briefs.pdf.laid_sources import LaidSources, laid_sources
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf import setting

_PAGE_NUMBER = 48.0
"""What the foot leaves to the page's number, at the right."""
_FOOT_LINES = 3

Lay = Callable[[Block, float, int], LaidBlock]
"""Sets a block to a width, with so many lines to write on where it has any."""


@dataclass(frozen=True, slots=True)
class LaidPage:
    """See the module. Columns hold their blocks from the top down."""

    head: LaidHead
    card: LaidCard
    left: tuple[LaidBlock, ...]
    right: tuple[LaidBlock, ...]
    sources: LaidSources
    foot: Lines
    paper: Paper

    @property
    def card_top(self) -> float:
        """Of the card's frame."""
        return self.paper.top + self.head.height + grid.CARD_BELOW_HEAD

    @property
    def columns_top(self) -> float:
        """Of the first rules of the two columns."""
        return self.card_top + self.card.height + grid.COLUMNS_BELOW_CARD

    @property
    def foot_top(self) -> float:
        """Of the rule over the foot, which rises where the foot has several lines."""
        return self.paper.foot_top - max(len(self.foot.lines) - 1, 0) * looks.FOOT.line

    @property
    def sources_top(self) -> float:
        """Of the rule over the sources."""
        below = self.sources.height + grid.SOURCES_TO_FOOT if self.sources.items else 0.0
        return self.foot_top - below

    @property
    def room(self) -> float:
        """Points that each column may take."""
        return self.sources_top - grid.SOURCES_ABOVE - self.columns_top

    @property
    def over(self) -> float:
        """Points by which the page is too full."""
        return max(_height(self.left) - self.room, _height(self.right) - self.room, 0.0)

    def draw(self, pen: Pen, page_number: int, pages: int) -> None:
        """Draws the page."""
        paper = self.paper
        self.head.draw(pen)
        self.card.draw(pen, paper.side, self.card_top)
        for x, column in ((paper.side, self.left), (paper.right_x, self.right)):
            top = self.columns_top
            for block in column:
                block.draw(pen, x, top)
                top += block.height + grid.BLOCK_APART
        self.sources.draw(pen, paper.side, self.sources_top)
        pen.hairline(paper.side, self.foot_top, paper.full_width)
        self._draw_foot(pen, page_number, pages)

    def _draw_foot(self, pen: Pen, page_number: int, pages: int) -> None:
        """The foot, which is read aloud on each page: of whose notes a page is made differs from person to person."""
        paper = self.paper
        baseline = paper.height - paper.foot_line
        if self.foot.lines:
            top = baseline - (len(self.foot.lines) - 1) * looks.FOOT.line - self.foot.lines[0].drop
            with pen.element("P"):
                pen.lines(self.foot.lines, paper.side, top)
        pen.number(setting.line(f"{page_number} of {pages}", looks.FOOT), paper.right_edge, baseline)


def laid_frame(numbered: Numbered, paper: Paper, setter: Setter) -> LaidPage:
    """The page without its columns: the head, the card, the sources and the foot, and the room between them."""
    brief = numbered.brief
    return LaidPage(
        head=laid_head(brief.head, setter, paper),
        card=laid_card(brief.card, setter, paper.full_width),
        left=(),
        right=(),
        sources=laid_sources(numbered.sources, setter, paper.full_width),
        foot=setter.words(brief.foot, looks.FOOT, paper.full_width - _PAGE_NUMBER).first(_FOOT_LINES),
        paper=paper,
    )


def laid_page(frame: LaidPage, brief: Brief, lay: Lay) -> LaidPage:
    """A frame with its columns: lines to write on fill what the left one leaves."""
    paper = frame.paper
    left_width = paper.left_width if brief.right else paper.full_width
    left = tuple(lay(block, left_width, 0) for block in brief.left if not _is_notes(block))
    right = tuple(lay(block, paper.right_width, 0) for block in brief.right)
    page = replace(frame, left=left, right=right)
    notes = next((block for block in brief.left if _is_notes(block)), None)
    if notes is None:
        return page
    above = _height(left) + (grid.BLOCK_APART if left else 0.0) + lay(notes, left_width, 0).body_top
    return replace(page, left=(*left, lay(notes, left_width, note_lines(page.room - above))))


def note_lines(room: float) -> int:
    """How many lines to write on there is room for below their heading; never fewer than are worth having."""
    return max(int((room - Ruled(1, 0.0).height) // grid.NOTE_LINE) + 1, grid.FEWEST_NOTE_LINES)


def _is_notes(block: Block) -> bool:
    return isinstance(block.part, NoteLines)


def _height(column: Sequence[LaidBlock]) -> float:
    return sum(block.height for block in column) + grid.BLOCK_APART * max(len(column) - 1, 0)
