"""Speakers as programs list them."""

from __future__ import annotations

import pytest

from outreach.events.agenda_in.speakers import speakers_in, without_contacts


def told(words: str) -> list[tuple[str, str, str, str, str]]:
    people, _ = speakers_in(words)
    return [(one.name, one.credentials, one.title, one.organization, one.part) for one in people]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "Jane Roe, MHA, FACHE, President and CEO, Elm Health",
            [("Jane Roe", "MHA, FACHE", "President and CEO", "Elm Health", "")],
        ),
        ("Ẹniọlá Ọ̀ṣunbọ̀, PhD, Dean, Elm School", [("Ẹniọlá Ọ̀ṣunbọ̀", "PhD", "Dean", "Elm School", "")]),
        ("Jean-Luc d’Arcy, Director, Elm Health", [("Jean-Luc d’Arcy", "", "Director", "Elm Health", "")]),
        (
            "Jane Roe (Elm Health), John Doe (Oak Clinic, co-chair) and Ann Poe",
            [
                ("Jane Roe", "", "", "Elm Health", ""),
                ("John Doe", "", "", "Oak Clinic", "Co-chair"),
                ("Ann Poe", "", "", "", ""),
            ],
        ),
        (
            (
                "Leo Vale, MD, ELM, Ida Fries, PhD, Oak University, and Mai Hale, MD, Ash Medicine. "
                "Moderated by Ike Koh, PhD, Fir School"
            ),
            [
                ("Leo Vale", "MD", "", "ELM", ""),
                ("Ida Fries", "PhD", "", "Oak University", ""),
                ("Mai Hale", "MD", "", "Ash Medicine", ""),
                ("Ike Koh", "PhD", "", "Fir School", "Moderator"),
            ],
        ),
        ("MARY JO SMITH, RN | CNO | Oak Hospital", [("Mary Jo Smith", "RN", "CNO", "Oak Hospital", "")]),
        ("Jane Roe – President, Elm Health", [("Jane Roe", "", "President", "Elm Health", "")]),
        (
            "Ann Lee, RN, Chief Nursing Officer, Birch Medical Center, Harlow, MN",
            [("Ann Lee", "RN", "Chief Nursing Officer", "Birch Medical Center", "")],
        ),
    ],
)
def test_people_are_told_apart_with_what_is_said_of_each(
    words: str, people: list[tuple[str, str, str, str, str]]
) -> None:
    assert told(words) == people


@pytest.mark.parametrize(
    "words",
    ["TBA", "To be announced", "Organizing committee", "Organizers", "Chief Nursing Officer", "Panel Discussion"],
)
def test_nobody_is_made_of_words_that_name_nobody(words: str) -> None:
    assert told(words) == []


def test_a_house_called_after_somebody_is_no_speaker() -> None:
    assert [name for name, *_ in told("Jane Roe, MD, Ann Hopkins, John Doe, PhD, Elm Clinic")] == [
        "Jane Roe",
        "John Doe",
    ]


def test_a_name_of_ordinary_words_is_taken_where_a_column_says_that_it_is_one() -> None:
    assert speakers_in("Mark Hill", told=True)[0][0].name == "Mark Hill"


def test_addresses_and_numbers_are_not_kept() -> None:
    people, _ = speakers_in("Jane Roe, jane@elm.example, (555) 222-3333, CEO, https://elm.example/jane")
    assert [(one.name, one.title) for one in people] == [("Jane Roe", "CEO")]
    assert not any(sign in str(people) for sign in ("@", "555", "https"))
    assert without_contacts("Call +1 555-222-3333 or jane@elm.example").split() == ["Call", "or"]
