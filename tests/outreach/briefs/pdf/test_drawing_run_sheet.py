"""The run sheet: who, when, where, why and on which page; on one page for a day, on more for more."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.model import RunSheet
from outreach.briefs.pdf.drawing_run_sheet import laid_run_sheet
from outreach.briefs.pdf.grid import PAPERS
from tests import pdf_reading
from tests.markup_payloads import PAYLOADS
from tests.sheet_examples import PEOPLE, printed, run_sheet

LETTER = PAPERS["letter"]


def pages(sheet: RunSheet, paper: str = "letter") -> list[str]:
    import pypdfium2

    data = printed(laid_run_sheet(sheet, PAPERS[paper]), paper)
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_a_day_is_on_one_page_with_everything_in_order():
    (text,) = pages(run_sheet(carry=("Five copies", "A pen")))
    shown, at = pdf_reading.squeezed(text), 0
    for place, line in enumerate(PEOPLE):
        for words in (*line, str(place + 2)):
            at = shown.find(pdf_reading.squeezed(words), at)
            assert at != -1, words
    assert "Carry" in text
    assert "Five copies" in text
    assert "Write down within the hour" in text
    assert "1 of 1" in text


def test_a_dozen_conversations_and_what_to_carry_stand_on_one_page_of_both_papers():
    sheet = run_sheet(12, carry=["A pen"] * 6)
    assert [len(laid_run_sheet(sheet, paper)) for paper in PAPERS.values()] == [1, 1]


def test_several_days_have_a_heading_each_and_go_on_over_pages_with_nobody_lost():
    days = ("Thu, Nov 12, 2026", "Fri, Nov 13, 2026", "Sat, Nov 14, 2026")
    found = pages(run_sheet(40, days))
    assert len(found) == len(laid_run_sheet(run_sheet(40, days), LETTER)) > 1
    whole = " ".join(found)
    assert all(day in whole for day in days)
    assert sum(whole.count(line[1]) for line in PEOPLE) == 40
    assert all("Prairie Lakes Forum, continued" in page for page in found[1:])
    assert f"{len(found)} of {len(found)}" in found[-1]


def test_of_several_days_those_without_a_day_stand_under_words_of_their_own_and_of_one_day_they_do_not():
    (text,) = pages(run_sheet(4, ("Thu, Nov 12, 2026", "")))
    assert "No day yet" in text
    assert "The day" not in text
    assert "The day" in pages(run_sheet(4, ("",)))[0]


def test_a_table_has_heads_of_columns_and_of_rows():
    tags = pdf_reading.tags(printed(laid_run_sheet(run_sheet(), LETTER)))
    assert (tags["H1"], tags["Table"], tags["TR"], tags["TH"], tags["TD"]) == (1, 1, 6, 5 + 5, 5 * 4)


def test_without_pages_there_is_no_column_of_pages_and_without_people_no_table():
    sheet = run_sheet()
    unpaged = replace(sheet, lines=tuple(replace(line, page=None) for line in sheet.lines))
    assert "Page" not in pages(unpaged)[0]
    empty = pages(run_sheet(0))
    assert len(empty) == 1
    assert "When" not in empty[0]


def test_long_texts_and_markup_stand_as_they_are_and_the_rows_stay_apart():
    sheet = run_sheet(3)
    lines = tuple(
        replace(
            line, name=f"{PAYLOADS[place]} {'Longname' * 30}", role="Vice President, " * 14, aim="Listen well. " * 60
        )
        for place, line in enumerate(sheet.lines)
    )
    found = pages(replace(sheet, lines=lines, name="W" * 300, carry=("x" * 500,) * 40), "a4")
    shown = pdf_reading.squeezed(" ".join(found))
    assert all(pdf_reading.squeezed(payload) in shown for payload in PAYLOADS[:3])
    assert shown.count("x" * 500) == 40
    assert "…" not in shown


def test_the_same_sheet_is_the_same_file():
    assert printed(laid_run_sheet(run_sheet(), LETTER)) == printed(laid_run_sheet(run_sheet(), LETTER))
