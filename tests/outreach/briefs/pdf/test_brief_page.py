"""The page as it is laid: its room is kept, notes fill what is left, the two columns stand beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.briefs.model import Run
from outreach.briefs.pdf import grid
from outreach.briefs.pdf.fitting import fitted_page
from outreach.briefs.pdf.laid_blocks import Ruled, left_out_words
from tests import brief_examples as examples


@pytest.mark.parametrize("paper", grid.PAPERS)
def test_nothing_is_left_out_of_a_brief_that_fits(paper: str):
    brief = examples.marisol()
    fitted = fitted_page(brief, paper)
    assert fitted.numbered.brief == brief
    assert fitted.page.over == 0


@pytest.mark.parametrize("paper", grid.PAPERS)
def test_every_hard_person_fits(paper: str):
    for name, brief in examples.hard_people().items():
        page = fitted_page(brief, paper).page
        assert page.over == 0, name
        assert page.columns_top < page.sources_top <= page.foot_top, name


def test_what_was_left_out_is_counted_at_the_foot_of_its_block():
    fitted = fitted_page(examples.forty_facts(), "letter")
    organization = next(block for block in fitted.numbered.brief.right if block.key == "organization")
    assert organization.left_out == 10 - len(organization.part.items)
    laid = fitted.page.right[0]
    assert laid.left_out.lines[0].text == left_out_words(organization.left_out) == "and 6 more in the dossier"


def test_lines_to_write_on_fill_the_left_column_and_are_three_at_least():
    letter, a4 = (fitted_page(examples.marisol(), paper).page for paper in grid.PAPERS)
    counts = [page.left[-1].body.count for page in (letter, a4)]
    assert counts[0] >= grid.FEWEST_NOTE_LINES
    assert counts[1] > counts[0], "the extra height of A4 goes to the notes"
    for page in (letter, a4):
        assert isinstance(page.left[-1].body, Ruled)
        used = sum(block.height for block in page.left) + grid.BLOCK_APART * (len(page.left) - 1)
        assert page.room - used < grid.NOTE_LINE


def test_without_a_right_column_the_left_one_has_the_whole_width():
    page = fitted_page(examples.no_data(), "letter").page
    assert page.left[0].width == grid.PAPERS["letter"].full_width


def test_even_texts_without_end_leave_one_page():
    endless = "word " * 400
    brief = examples.hostile(endless)
    page = fitted_page(brief, "letter").page
    assert page.over == 0
    assert page.columns_top < page.foot_top


def test_a_long_head_leaves_less_room():
    brief = examples.marisol()
    long = replace(brief, head=replace(brief.head, role_line=(Run(examples.LONG_TITLE),)))
    assert fitted_page(long, "letter").page.room < fitted_page(brief, "letter").page.room
