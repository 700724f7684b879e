"""Fits a brief to one page of a paper: what is left on it, with its numbers, set and ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from outreach.briefs import fit, notes
from outreach.briefs.model import Block, Brief, Numbered
from outreach.briefs.pdf import grid
from outreach.briefs.pdf.brief_page import LaidPage, laid_frame, laid_page
from outreach.briefs.pdf.grid import PAPERS, Paper
from outreach.briefs.pdf.laid_blocks import laid_block
from outreach.briefs.pdf.left_out_letters import told
from outreach.briefs.pdf.setter import Setter


@dataclass(frozen=True, slots=True)
class FittedPage:
    """A brief as it stands on its page, and the page."""

    numbered: Numbered
    page: LaidPage


def fitted_page(brief: Brief, paper: str) -> FittedPage:
    """The page of a brief. Raises: ValueError for a paper that is not in `grid.PAPERS`."""
    grid_of = PAPERS.get(paper)
    if grid_of is None:
        raise ValueError(f"no such paper: {paper!r}; there are {', '.join(PAPERS)}")
    measuring = _Measuring(grid_of)
    widths = (grid_of.left_width, grid_of.right_width)
    left = fit.fitted(told(brief), measuring.height, measuring.room, widths)
    numbered = notes.numbered(left)
    return FittedPage(numbered, laid_page(numbered, grid_of, measuring.setter.renumbered(numbered.numbers)))


@dataclass(slots=True)
class _Measuring:
    """Measures parts of a brief with the numbers that they would have: `room` is asked before the blocks' heights.

    Every line that was broken once is remembered, so that a brief with an item less costs little.
    """

    paper: Paper
    setter: Setter = field(default_factory=lambda: Setter({}))

    def room(self, brief: Brief) -> float:
        """Points that a column of this brief may take; each block in it brings the space below itself."""
        numbered = notes.numbered(brief)
        self.setter = self.setter.renumbered(numbered.numbers)
        return laid_frame(numbered, self.paper, self.setter).room + grid.BLOCK_APART

    def height(self, block: Block, width: float) -> float:
        """Points of a block in a column of `width`, with the space below it; lines to write on are the fewest."""
        return laid_block(block, self.setter, width, grid.FEWEST_NOTE_LINES).height + grid.BLOCK_APART
