import pytest

from research.pages.titles import TitleReader
from research.pages.tokens import tokenize


def organization(text: str) -> str:
    return TitleReader(text, tokenize(text)).find()[0].posts[-1].organization


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "medical director of Rehabilitation and Pain Associates, a private practice",
            "Rehabilitation and Pain Associates",
        ),
        ("medical director of Rehabilitation and Pain Care, said", ""),
        ("Vice President of Zonal Outreach and Community Affairs.", ""),
        ("chief executive of EHC Ann Moreland Vale, to the podium", "EHC"),
        ("director of operations at Elm Health", "Elm Health"),
        ("chief executive for its Nevada operations", ""),
    ],
)
def test_a_house_is_told_from_a_duty_a_place_and_a_person(text: str, house: str) -> None:
    assert organization(text) == house


def test_one_word_with_its_town_in_brackets_is_a_chief_executives_house() -> None:
    assert organization("president and CEO, Elmway (Oaktown), joined") == "Elmway"
    assert organization("president and CEO, Monday (again), joined") == ""
