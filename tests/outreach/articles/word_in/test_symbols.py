from __future__ import annotations

import pytest

from outreach.articles.word_in.symbols import UNKNOWN, symbol


@pytest.mark.parametrize(
    ("font", "place", "letter"),
    [
        ("Symbol", "F061", "α"), ("Symbol", "F057", "Ω"), ("Symbol", "F0B3", "≥"), ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "00FC", "✓"), ("Arial", "0041", "A"), ("Wingdings 3", "F022", UNKNOWN), ("", "zz", UNKNOWN),
        ("Arial", "D800", UNKNOWN), ("Arial", "0000", UNKNOWN), ("Arial", "F" * 5_000, UNKNOWN), ("Arial", "", UNKNOWN),
    ],
)  # fmt: skip
def test_a_letter_of_a_symbol_font_is_named_by_its_place(font: str, place: str, letter: str):
    assert symbol(font, place) == letter
