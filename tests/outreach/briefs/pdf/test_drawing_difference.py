"""The difference sheet: what stood, what stands now, on which page, and where that comes from."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.model import Difference, DifferenceSheet, Run
from outreach.briefs.pdf.drawing_difference import laid_difference
from outreach.briefs.pdf.grid import PAPERS
from tests import pdf_reading
from tests.markup_payloads import PAYLOADS
from tests.sheet_examples import FOOT, printed, source

MOVED = Difference(
    "Marisol Núñez", "time", "Her session moved to 2:30 PM.", "2:00 PM", (Run("2:30 PM", sources=(source(1),)),), 3
)
WITHDRAWN = Difference("Şerife Çelik", "fact_withdrawn", "Its source no longer says so.", "CFO since 2019", (), 5)
PLACE = Difference("", "place", "The second day is elsewhere.", "Old hall", (Run("New hall"),))


def sheet(*differences: Difference) -> DifferenceSheet:
    return DifferenceSheet("Prairie Lakes Forum", "since your print of Friday", "So much.", differences, FOOT)


def text(of: DifferenceSheet, paper: str = "letter") -> str:
    return pdf_reading.words(printed(laid_difference(of, PAPERS[paper]), paper))


def test_each_change_says_what_stood_and_what_stands_now_and_its_source_is_listed():
    data = printed(laid_difference(sheet(MOVED, WITHDRAWN, PLACE), PAPERS["letter"]))
    shown, at = pdf_reading.squeezed(pdf_reading.words(data)), 0
    for words in (
        "Since your print of Friday", "So much.", "Before", "Now", "Page", "Marisol Núñez", "Her session moved",
        "2:00 PM", "2:30 PM1", "3", "Şerife Çelik", "CFO since 2019", "5", "The event", "Old hall", "New hall",
        "Sources", "Harrow Lake, page 1.",
    ):  # fmt: skip
        at = shown.find(pdf_reading.squeezed(words), at)
        assert at != -1, words
    assert pdf_reading.addresses(data) == ["https://harrowlake.example/1"]


def test_columns_that_no_change_fills_are_left_out():
    shown = text(sheet(replace(PLACE, before="")))
    assert "Before" not in shown
    assert "Page" not in shown


def test_nothing_changed_is_a_page_that_says_so_and_many_changes_go_on():
    assert "Notes" not in text(sheet())
    assert len(laid_difference(sheet(), PAPERS["a4"])) == 1
    many = laid_difference(sheet(*[MOVED, WITHDRAWN, PLACE] * 20), PAPERS["a4"])
    assert len(many) > 1
    assert pdf_reading.words(printed(many, "a4")).count("Her session moved") == 20


def test_markup_stands_as_it_is_and_changes_no_structure():
    def tags(words: str):
        return pdf_reading.tags(printed(laid_difference(sheet(replace(MOVED, words=words)), PAPERS["letter"])))

    innocent = tags("x")
    for payload in PAYLOADS[::6]:
        assert tags(payload[:60]) == innocent, payload
