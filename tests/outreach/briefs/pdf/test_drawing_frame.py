"""Pages that are filled from the top down: head, parts, foot, number."""

from __future__ import annotations

from outreach.briefs.model import Head
from outreach.briefs.pdf.drawing_frame import Filler, WritingLines, headed
from outreach.briefs.pdf.grid import PAPERS
from outreach.briefs.pdf.laid_head import laid_head
from outreach.briefs.pdf.setter import Setter
from tests import pdf_reading
from tests.sheet_examples import FOOT, printed

PAPER, SETTER = PAPERS["letter"], Setter({})


def filler(foot: str = FOOT) -> Filler:
    return Filler(PAPER, laid_head(Head(name="A sheet"), SETTER, PAPER), "A sheet, continued", foot, SETTER)


def test_room_is_what_the_parts_leave_and_a_new_page_has_it_again():
    one = filler()
    first = one.room
    assert 600 < first < PAPER.height
    part = headed("Notes", WritingLines(3, 100), 100, "an aside")
    one.put(part, above=10)
    assert first - one.room == part.height + 10
    assert not one.is_new
    one.next_page()
    assert one.is_new
    assert abs(one.room - first) < 30


def test_pages_have_the_head_once_the_line_again_and_their_numbers():
    one = filler()
    one.put(headed("First", None, 100))
    one.next_page()
    one.put(headed("Second", None, 100))
    data = printed(one.pages())
    text = pdf_reading.words(data)
    assert text.count("A sheet") == 2
    assert text.count("A sheet, continued") == 1
    assert "1 of 2" in text
    assert "2 of 2" in text
    assert pdf_reading.tags(data)["H1"] == 1


def test_an_empty_sheet_is_a_page_and_a_long_foot_rises():
    assert len(filler().pages()) == 1
    assert filler(FOOT * 3).room < filler().room
