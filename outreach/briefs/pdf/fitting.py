"""Fits a brief to one page of a paper: what is left on it, with its numbers, set and ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.briefs import fit, notes
from outreach.briefs.model import Block, Brief, NoteLines, Numbered
from outreach.briefs.pdf import grid
from outreach.briefs.pdf.brief_page import LaidPage, laid_frame, laid_page
from outreach.briefs.pdf.grid import PAPERS, Paper
from outreach.briefs.pdf.laid_blocks import LaidBlock, laid_block
from outreach.briefs.pdf.left_out_letters import told
from outreach.briefs.pdf.setter import Setter


@dataclass(frozen=True, slots=True)
class FittedPage:
    """A brief as it stands on its page, and the page."""

    numbered: Numbered
    page: LaidPage


def fitted_page(brief: Brief, paper: str) -> FittedPage:
    """The page of a brief. Raises: ValueError for a paper that is not in `grid.PAPERS`."""
    on = paper_named(paper)
    measuring = _Measuring(on)
    widths = (on.left_width, on.right_width)
    left = fit.fitted(told(brief), measuring.height, measuring.room, widths)
    return measuring.page(left)


def paper_named(name: str) -> Paper:
    """The grid of a paper. Raises: ValueError for one that is not in `grid.PAPERS`."""
    paper = PAPERS.get(name)
    if paper is None:
        raise ValueError(f"no such paper: {name!r}; there are {', '.join(PAPERS)}")
    return paper


class _Measuring:
    """Measures parts of a brief with the numbers that they would have: `room` is asked before the blocks' heights.

    Lines that were broken once and blocks that were set are kept, so that a brief with an item less costs little.
    """

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._setter = Setter({})
        self._numbered: Numbered | None = None
        self._frame: LaidPage | None = None
        self._blocks: dict[tuple[int, float, int], tuple[Block, LaidBlock]] = {}

    def room(self, brief: Brief) -> float:
        """Points that a column of this brief may take; each block in it brings the space below itself."""
        return self._framed(brief).room + grid.BLOCK_APART

    def height(self, block: Block, width: float) -> float:
        """Points of a block in a column of `width`, with the space below it; lines to write on are the fewest."""
        return self._laid(block, width, grid.FEWEST_NOTE_LINES).height + grid.BLOCK_APART

    def page(self, brief: Brief) -> FittedPage:
        """The page of a brief that fits."""
        page = laid_page(self._framed(brief), brief, self._laid)
        assert self._numbered is not None, "the frame was made with its numbers"
        return FittedPage(self._numbered, page)

    def _framed(self, brief: Brief) -> LaidPage:
        if self._frame is None or self._numbered is None or self._numbered.brief is not brief:
            numbered = notes.numbered(brief)
            if numbered.numbers != self._setter.numbers:
                self._setter = self._setter.renumbered(numbered.numbers)
                self._blocks = {}
            self._numbered = numbered
            self._frame = laid_frame(numbered, self._paper, self._setter)
        return self._frame

    def _laid(self, block: Block, width: float, note_lines: int) -> LaidBlock:
        note_lines = note_lines if isinstance(block.part, NoteLines) else 0
        key = (id(block), width, note_lines)
        known = self._blocks.get(key)
        if known is None:
            # the block is kept with its picture, so that no other can take its place in memory
            known = self._blocks[key] = (block, laid_block(block, self._setter, width, note_lines))
        return known[1]
