"""Texts in lines: where they break, that nothing is lost, what is drawn and what can be pressed."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest

from outreach.pdf import setting
from outreach.pdf.setting import Look, Piece, decorate_line, draw_line, draw_lines, draw_right, line_of, wrapped
from outreach.pdf.tagged_canvas import TaggedCanvas
from outreach.pdf.typefaces import REGULAR, SEMIBOLD

LOOK = Look(REGULAR, 10, 13)
CITED = Look(SEMIBOLD, 7, 9)


def texts(text: str, most: float) -> list[str]:
    return [line.text for line in wrapped([Piece(text, LOOK)], most)]


def test_lines_are_as_wide_as_they_may_be_and_no_wider():
    lines = wrapped([Piece("They met at seven and wrote down who was not asked. " * 9, LOOK)], 200)
    assert all(line.width <= 200.01 for line in lines)
    assert all(line.width > 140 for line in lines[:-1])
    assert " ".join(line.text for line in lines).count("seven") == 9
    assert setting.height(lines) == 13 * len(lines)


def test_a_line_breaks_at_blanks_after_hyphens_and_in_addresses_and_never_at_no_break_spaces():
    assert texts("discharge-lounge", 60) == ["discharge-", "lounge"]
    assert texts("a Nov\u00a06", 28) == ["a", "Nov\u00a06"]
    assert texts("https://a.example/long/path", 80) == ["https://a.example/", "long/path"]
    assert texts("at 10:40–11:00 on 11/12/2026", 62) == ["at 10:40–11:00", "on 11/12/2026"]


def test_a_word_longer_than_a_line_is_broken_and_nothing_is_lost():
    lines = texts("aa " + "x" * 950 + "ọ̀" * 9 + " bb", 100)
    assert "".join(lines).replace(" ", "") == "aa" + "x" * 950 + "ọ̀" * 9 + "bb"
    assert not any(one.startswith("\u0300") for one in lines)


def test_a_raised_number_stays_with_its_word_and_does_not_make_its_line_higher():
    pieces = [Piece("one two three", LOOK), Piece("12", CITED, raised=3.2), Piece(" four", LOOK)]
    lines = wrapped(pieces, setting.width("one two three", LOOK))
    assert [line.text for line in lines] == ["one two", "three12 four"]
    assert {line.height for line in lines} == {13}
    assert line_of(pieces).text == "one two three12 four"


def test_no_words_are_no_lines_and_blanks_alone_are_none():
    assert wrapped([], 100) == wrapped([Piece("", LOOK), Piece(" \n ", LOOK)], 100) == []
    assert setting.line("", LOOK).text == ""


def test_pairs_of_letters_are_kerned():
    assert setting.width("Tomorrow", LOOK) < setting.width("T", LOOK) + setting.width("omorrow", LOOK)


def drawn(draw) -> bytes:
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(300, 200), invariant=1)
    with canvas.element("P"):
        draw(canvas)
    canvas.save()
    return file.getvalue()


def text_of(data: bytes) -> str:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_words_of_two_lines_are_copied_with_a_blank_and_hyphens_without():
    lines = wrapped([Piece("discharge before noon", LOOK)], 60)
    assert len(lines) > 1
    assert (
        " ".join(text_of(drawn(lambda canvas: draw_lines(canvas, lines, 20, 180))).split()) == "discharge before noon"
    )


def test_what_looks_like_markup_is_drawn_as_it_stands():
    hostile = "<b>R&D</b> &amp; <a href=javascript:x>y</a> (\\) %s"
    assert hostile in text_of(drawn(lambda canvas: draw_line(canvas, setting.line(hostile, LOOK), 10, 180)))


def test_pieces_with_an_address_can_be_pressed_and_others_are_drawn_without():
    def draw(canvas: TaggedCanvas) -> None:
        pieces = [
            Piece("See ", LOOK), Piece("Harrow Lake", LOOK, link="https://harrowlake.example/"),
            Piece(" or this", LOOK, link="javascript:alert(1)"),
        ]  # fmt: skip
        draw_lines(canvas, wrapped(pieces, 250), 20, 180)

    data = drawn(draw)
    assert data.count(b"/Subtype /Link") == 1
    assert b"/URI (https://harrowlake.example/)" in data
    assert b"javascript" not in data
    assert text_of(data).strip() == "See Harrow Lake or this"


@pytest.mark.parametrize(("draw", "left"), [(draw_line, 100.0), (draw_right, 60.0), (decorate_line, 100.0)])
def test_a_line_stands_where_it_is_put(draw, left: float):
    one = setting.line("nnnnnnnn", LOOK)
    data = drawn(lambda canvas: draw(canvas, one, 100 if left == 100 else left + one.width, 150))
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    box = page.get_charbox(0)
    assert box[0] == pytest.approx(left, abs=1.5)
    assert 137 < box[1] < 150
