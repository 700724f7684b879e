"""The grid adds up on both papers."""

from __future__ import annotations

import pytest

from outreach.briefs.models import PAPERS as KEPT
from outreach.briefs.pdf import grid


def test_the_papers_are_those_that_printings_keep():
    assert set(grid.PAPERS) == set(KEPT)


@pytest.mark.parametrize("name", grid.PAPERS)
def test_seven_columns_and_five_with_gutters_fill_the_paper(name: str):
    paper = grid.PAPERS[name]
    column = (paper.full_width - 11 * grid.GUTTER) / 12
    assert paper.left_width == pytest.approx(7 * column + 6 * grid.GUTTER, abs=0.1)
    assert paper.right_width == pytest.approx(5 * column + 4 * grid.GUTTER, abs=0.1)
    assert paper.right_x == pytest.approx(paper.side + paper.left_width + grid.GUTTER, abs=0.1)
    assert paper.right_x + paper.right_width == pytest.approx(paper.right_edge, abs=0.1)
