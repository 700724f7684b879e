"""The list of sources: all of them, person by person, with whole addresses that lead where they say."""

from __future__ import annotations

import re

from outreach.briefs.pdf.drawing_sources import NONE_CITED, laid_sources_list
from outreach.briefs.pdf.grid import PAPERS
from tests import pdf_reading
from tests.sheet_examples import FOOT, numbered, printed, source

LETTER = PAPERS["letter"]


def test_each_person_has_their_sources_with_numbers_and_whole_addresses():
    long = "https://harrowlake.example/" + "a-part/" * 30 + "?year=2026&page=3"
    people = [numbered("Marisol Núñez", [source(1), source(2, long)]), numbered("Ẹniọlá Ọ̀ṣunbọ̀", [])]
    data = printed(laid_sources_list(people, LETTER, FOOT))
    shown = pdf_reading.squeezed(pdf_reading.words(data))
    for words in ("Marisol Núñez", "1Harrow Lake, page 1.", "2Harrow Lake, page 2.", long, "Ẹniọlá Ọ̀ṣunbọ̀", NONE_CITED):
        assert pdf_reading.squeezed(words) in shown, words
    assert set(pdf_reading.addresses(data)) == {"https://harrowlake.example/1", long}


def test_addresses_that_are_none_of_the_web_are_printed_and_not_linked():
    people = [numbered("Ana", [source(1, "javascript:alert(1)"), source(2, "file:///etc/passwd")])]
    data = printed(laid_sources_list(people, LETTER, FOOT))
    assert "javascript:alert(1)" in pdf_reading.words(data)
    assert pdf_reading.addresses(data) == []


def test_a_hundred_people_go_on_over_columns_and_pages_and_no_source_is_lost():
    people = [numbered(f"Person {place}", [source(one) for one in range(place % 14)]) for place in range(100)]
    pages = laid_sources_list(people, LETTER, FOOT)
    data = printed(pages)
    text = pdf_reading.words(data)
    assert len(pages) > 3
    assert text.count("Harrow Lake, page") == sum(place % 14 for place in range(100))
    assert set(map(int, re.findall(r"Person (\d+)", text))) == set(range(100))
    assert pdf_reading.tags(data)["H1"] == 1


def test_nobody_is_one_page_that_says_what_it_is():
    assert "Sources" in pdf_reading.words(printed(laid_sources_list([], LETTER, FOOT)))
