"""How a brief names somebody and speaks of them."""

from __future__ import annotations

import pytest

from outreach.briefs.material import Leader
from outreach.briefs.naming import NO_LETTERS, Spoken, shown, spoken_of


def recorded(pronouns: str) -> str:
    return spoken_of(Leader("Ann Roe", pronouns=pronouns)).pronoun


@pytest.mark.parametrize(
    "name", ["Ẹniọlá Ọ̀ṣunbọ̀", "Nguyễn Thị Bảo Trâm", "Kahalepouliʻi", "Þórsdóttir", "Ἑλένη", "Дарья", "O’Neil-Łuk"]
)
def test_names_in_letters_that_the_typefaces_have_stay_as_they_are(name: str) -> None:
    assert shown(Leader(name)).name == name
    assert shown(Leader(name)).note == ""


def test_of_a_name_in_another_script_the_form_in_letters_is_shown_and_that_is_said() -> None:
    for leader in (Leader("李晓明 (Li Xiaoming)"), Leader("李晓明", goes_by="Li Xiaoming")):
        assert shown(leader).name == "Li Xiaoming"
        assert "another script" in shown(leader).note
    assert shown(Leader("李晓明")).name == NO_LETTERS
    assert spoken_of(Leader("李晓明", addressed_as="李晓明")).name == NO_LETTERS


@pytest.mark.parametrize(
    ("pronouns", "said", "told"),
    [
        ("she/her", "Ann Roe has led the unit.", "She has led the unit."),
        ("he/him", "Ann Roe’s public service includes a seat.", "His public service includes a seat."),
        ("they/them", "Ann Roe has led the unit.", "They have led the unit."),
        ("they/them", "Ann Roe spoke on beds.", "They spoke on beds."),
        ("they/them", "Ann Roe welcomes all.", "Ann Roe welcomes all."),
        ("", "Ann Roe led the unit.", "Led the unit."),
        ("", "Ann Roe’s public service includes a seat.", "Public service includes a seat."),
        ("she/her", "The unit of Ann Roe is new.", "The unit of Ann Roe is new."),
        ("xe/xem", "Ann Roe led the unit.", "Led the unit."),
    ],
)
def test_sentences_take_the_recorded_pronoun_or_none(pronouns: str, said: str, told: str) -> None:
    assert Spoken("Ann Roe", recorded(pronouns)).with_pronoun(said) == told


def test_somebody_is_never_told_of_by_the_first_name_alone() -> None:
    assert spoken_of(Leader("Ann Roe", addressed_as="Ann")).name == "Ann Roe"
    assert spoken_of(Leader("Ann Roe", credentials="RN, PhD")).name == "Dr. Roe"
