"""Words are compared without accents, endings and possessives."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.words import stem, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("alarms", "alarm"), ("lowered", "lowers"), ("clinics", "Clinic"), ("families", "family"), ("nurse's", "nurses"),
     ("Fernández", "Fernandez"), ("cutting", "cut"), ("units", "unit")],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bed", "bread"), ("units", "unity"), ("class", "clasp")])
def test_two_words_have_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_telling_words_of_a_text_leave_the_small_ones_out() -> None:
    assert stems_of("The nurses of the unit have lowered their alarms") == {"nurs", "unit", "lower", "alarm"}
