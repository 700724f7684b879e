"""Pocket cards: four a sheet, each of its size, shortened by sentences and never in type."""

from __future__ import annotations

from outreach.briefs.pdf.drawing_cards import HEIGHT, TOO_LONG, laid_cards
from outreach.briefs.pdf.grid import PAPERS
from tests import pdf_reading
from tests.sheet_examples import ROWS, card, printed

LETTER = PAPERS["letter"]


def words(*cards) -> str:
    return pdf_reading.words(printed(laid_cards(cards, LETTER)))


def test_all_rows_stand_on_a_card_in_the_order_in_which_they_are_said():
    shown, at = pdf_reading.squeezed(words(card())), 0
    for part in (
        "10:40 AM · Coffee bar",
        "Marisol Núñez-Łukasik",
        "COO, Harrow Lake",
        *(w for row in ROWS for w in row),
    ):
        at = shown.find(pdf_reading.squeezed(part), at)
        assert at != -1, part


def test_four_cards_are_a_sheet_and_no_cards_are_none():
    assert [len(laid_cards([card()] * count, LETTER)) for count in (0, 1, 4, 5, 9)] == [0, 1, 1, 2, 3]
    assert pdf_reading.page_sizes(printed(laid_cards([card()] * 5, PAPERS["a4"]), "a4")) == [(595.28, 841.89)] * 2


def test_long_texts_lose_whole_sentences_and_the_type_stays():
    long = [(label, f"First of {label}. " + "Another sentence that goes on for a while. " * 9) for label, _ in ROWS]
    data = printed(laid_cards([card(rows=long)], LETTER))
    text = pdf_reading.words(data)
    assert all(f"First of {label}." in " ".join(text.split()) for label, _ in ROWS)
    assert text.count("Another") == text.count("while.") > 0
    assert {size for _, _, size in pdf_reading.letters(data)} == {8.6, 10.5, 16.0}


def test_a_text_that_cannot_be_shortened_gives_way_and_is_told_and_room_it_leaves_is_used():
    rows = [("Who", "One. Two. Three."), ("Ask", "a clause without an end, " * 90)]
    text = words(card(rows=rows))
    assert TOO_LONG in text
    assert "One. Two. Three." in text
    assert "without" not in text


def test_every_card_keeps_its_size_whatever_it_holds():
    hard = [
        card("Wolfeschlegel" * 12, [(label, "w" * 700) for label, _ in ROWS], "President, " * 30 + "Harrow Lake"),
        card("Ana", []), card("Ọ̀ṣun", [("Who", "")]), card("李", [("Who", "李伟")]),
    ]  # fmt: skip
    (page,) = laid_cards(hard, LETTER)
    assert all(one.height <= HEIGHT for one in page.cards)
    assert "Harrow Lake" in words(*hard)


def test_names_are_headings_and_rows_a_list():
    tags = pdf_reading.tags(printed(laid_cards([card()] * 2, LETTER)))
    assert (tags["H1"], tags["L"], tags["Lbl"], tags["LBody"]) == (2, 2, 10, 10)
