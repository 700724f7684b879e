"""Words as glyphs: kerned letter by letter, letters with marks placed, widths once found."""

from __future__ import annotations

import re

from outreach.pdf.measuring import fitting, measured
from outreach.pdf.typefaces import BOLD, FALLBACK, REGULAR, face


def test_each_letter_is_its_own_glyph_and_copied_as_itself():
    word = measured("office", REGULAR)
    assert [bit.text for bit in word.bits] == ["office"]
    assert bytes.fromhex("".join(re.findall("<(.*?)>", word.bits[0].codes))).decode("utf-16-be") == "office"
    assert word.bits[0].glyphs == ()


def test_a_letter_with_marks_is_spoken_as_one_and_its_marks_stand_over_it():
    first, mark = measured("x\u0302", REGULAR).bits[0], measured("Ọ̀ṣun", BOLD).bits[0]
    assert first.text == "x\u0302"
    assert mark.text == "Ọ̀"
    assert abs(mark.width - face(BOLD).advance(face(BOLD).glyph("O"))) < 30
    assert any(glyph.rise > 0 or glyph.before < 0 for glyph in mark.glyphs)


def test_letters_that_the_first_face_lacks_are_of_the_fallback():
    assert [bit.face for bit in measured("a⚕b", REGULAR).bits] == [REGULAR, FALLBACK, REGULAR]


def test_a_word_is_measured_once_and_no_break_spaces_are_as_wide_as_blanks():
    assert measured("Tom", REGULAR) is measured("Tom", REGULAR)
    assert measured("\u00a0", REGULAR).width == measured(" ", REGULAR).width > 0


def test_what_fits_of_a_word_is_at_least_one_letter_and_keeps_marks():
    wide = measured("nnnnn", REGULAR).width
    assert fitting("n" * 2000, REGULAR, wide + 1) == 5
    assert fitting("nnn", REGULAR, 1) == 1
    assert fitting("ọ̀ọ̀", REGULAR, 1) == 2
