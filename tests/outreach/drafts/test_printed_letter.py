"""A printed letter, read back from its PDF."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from outreach.drafts.printed_letter import Sheet, Unprintable, pdf, written_day

SENDER = ("Jordan Ellis, MHA", "12 Alder Street", "", "jordan@harborpoint.example.org")
READER = ("Inés Okafor-Lindqvist, RN", "Chief Operating Officer", "Northfield Health")


def sheet(text: str = "Dear Inés,\n\nMay I ask?\n\nSincerely,\nJordan", **named) -> Sheet:
    usual = {"sender": SENDER, "reader": READER, "day": date(2026, 11, 22), "subject": "A question", "text": text,
             "title": "Letter to Inés"}  # fmt: skip
    return Sheet(**{**usual, **named})


def pages(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


def test_a_letter_has_its_heads_its_date_and_its_text_in_order():
    (page,) = pages(pdf(sheet()))
    assert page == (
        "Jordan Ellis, MHA 12 Alder Street jordan@harborpoint.example.org November 22, 2026 "
        "Inés Okafor-Lindqvist, RN Chief Operating Officer Northfield Health A question "
        "Dear Inés, May I ask? Sincerely, Jordan"
    )


def test_what_looks_like_markup_is_printed_as_it_stands():
    hostile = "R&D <Board> chair, <b>unclosed, &amp; <img src='http://127.0.0.1/x'> (\\) %s {x}"
    assert hostile in pages(pdf(sheet(hostile)))[0]


def test_a_long_letter_goes_on_and_its_later_pages_are_numbered():
    found = pages(pdf(sheet("\n\n".join(["Boarding fell by 31% in six months. " * 12] * 20))))
    assert len(found) > 2
    assert " ".join(found).count("Boarding") == 240
    assert ["2" in found[1].split(), "1" in found[0].split()] == [True, False]


def test_accents_typed_in_two_parts_are_one_letter():
    assert "Inés Nguyễn" in pages(pdf(sheet("Ine\u0301s Nguye\u0302\u0303n\u200b")))[0]


def test_letters_that_cannot_be_printed_are_told_and_nothing_is_made():
    with pytest.raises(Unprintable) as told:
        pdf(sheet("Dear 李, 👍"))
    assert told.value.letters == ("李", "👍")


def test_the_same_letter_is_the_same_file():
    assert pdf(sheet()) == pdf(sheet())


def test_a_word_longer_than_a_line_is_parted_and_nothing_is_lost():
    assert "".join(pages(pdf(sheet("x" * 950)))[0].split()).count("x" * 950) == 1


def test_signs_that_the_usual_face_lacks_come_from_the_other_one():
    assert "⚕ Ọ̀ṣun" in pages(pdf(sheet("⚕ Ọ̀ṣun")))[0]


def test_a_day_is_written_in_full():
    assert written_day(date(2026, 3, 1)) == "March 1, 2026"
