"""What can be printed of a text, in which face, and what is told as left out."""

from __future__ import annotations

import pytest

from outreach.pdf.runs import Printable, Span, clusters, left_out, parted, printable
from outreach.pdf.typefaces import FALLBACK, REGULAR

WHOLE = (
    "Ẹniọlá Ọ̀ṣunbọ̀", "Nguyễn Thị Bảo Trâm", "Łukasz Żółć", "Ingrid Þórsdóttir", "Đặng Đorđe", "Kahalepouliʻi",
    "Şerife Çelik", "Αλέξης Παπάς", "Нина Ёлкина", "■ ✓ → ≥ − ½", "⚕ ☎ ✗", "<b>R&D</b> &amp; 'x' \\ %s {y}",
)  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_what_a_face_holds_is_printed_whole(text: str):
    assert printable(text) == Printable(text)
    assert "".join(span.text for span in parted(text, REGULAR)) == text


def test_scripts_that_no_face_holds_are_left_out_and_told_once_each():
    assert printable("Li Wei 李伟李") == Printable("Li Wei", ("李", "伟"))
    assert left_out("Ana", "عمر Omar", "👍👍") == ("ع", "م", "ر", "👍")


def test_brackets_that_lost_all_their_letters_go_with_them():
    assert printable("Li Wei (李伟), chair").text == "Li Wei, chair"
    assert printable("Li Wei [李 / 伟]").text == "Li Wei"
    assert printable("call() and (李 x)").text == "call() and ( x)"


def test_letters_are_composed_and_what_is_not_seen_is_left_out_silently():
    assert printable("Ine\u0301s\u200b \u00ad\u202eand\ufe0f\x00\ud800 co") == Printable("Inés and co")


def test_blanks_are_one_blank_and_those_that_hold_together_stay():
    assert printable(" a\t\n b\u2003c\u2028 ").text == "a b c"
    assert printable("Nov\u00a06 10\u202fAM").text == "Nov\u00a06 10\u00a0AM"


def test_a_letter_and_its_marks_stay_in_one_face():
    assert parted("aọ̀b", REGULAR) == (Span(REGULAR, "a"), Span(REGULAR, "ọ̀", shaped=True), Span(REGULAR, "b"))
    assert parted("a ⚕", REGULAR) == (Span(REGULAR, "a "), Span(FALLBACK, "⚕"))
    assert clusters("ọ̀a") == ["ọ̀", "a"]


def test_marks_without_a_letter_or_in_towers_are_told():
    assert printable("\u0300a").left_out == ("\u0300",)
    assert printable(" q\u0300\u0301\u0302\u0303\u0304").text == "q\u0300\u0301\u0302"


def test_private_letters_and_noncharacters_are_told():
    assert left_out("a\ue000b\U000fffff") == ("\ue000", "\U000fffff")


def test_long_texts_are_printed_as_short_ones_and_what_is_emptied_takes_no_time():
    assert printable("á (李) " * 9_000).text == " ".join(["á"] * 9_000)
    assert printable("(李 ,;" * 9_000).text.startswith("( ,;( ,;")
