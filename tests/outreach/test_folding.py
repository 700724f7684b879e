from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outreach.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Marisol Núñez-Łukasik", "marisol nunez lukasik"),
        ("LUKASIK", "lukasik"),
        ("Nguyễn Thị Bảo Trâm", "nguyen thi bao tram"),
        ("Đặng", "dang"),
        ("Ẹniọlá Ọ̀ṣunbọ̀", "eniola osunbo"),
        ("Şerife Çelik", "serife celik"),
        ("Yıldız İpek", "yildiz ipek"),
        ("Þórsdóttir", "thorsdottir"),
        ("Großmann-Ødegård", "grossmann odegard"),
        ("Kahalepouliʻi O'Shea D’Arcy", "kahalepoulii oshea darcy"),
        ("St. Brendan's  Medical Center, Inc.", "st brendans medical center inc"),
        ("Αθηνά Παπαδοπούλου", "αθηνα παπαδοπουλου"),
        ("Ирина Йорданова", "ирина иорданова"),
        ("李 小龍", "李 小龍"),
        ("김지우", "김지우"),
        ("अनिता देशपांडे", "अनिता देशपांडे"),
        ("ﬁrst", "first"),
        ("under_score", "under score"),
        ("— ! …", ""),
        ("", ""),
    ],
)
def test_a_text_is_folded_to_plain_words(written: str, folded: str):
    assert fold(written) == folded


@given(st.text())
@example("0:_0")
def test_folding_twice_changes_nothing_more(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcxyzłøđńéüßþı ÅÖ'-", max_size=20))
def test_capitals_make_no_difference_in_latin_letters(text: str):
    assert fold(text.lower()) == fold(fold(text))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("worst", "folded"),
    [
        ("-" * 50_000, ""),
        ("\u0301" * 50_000, ""),
        ("_ " * 25_000, ""),
        ("a\u0301-" * 16_000, " ".join("a" * 16_000)),
    ],
    ids=["hyphens", "accents", "lines", "letters"],
)
def test_signs_and_marks_without_end_are_laid_aside(worst: str, folded: str):
    assert fold(worst) == folded
