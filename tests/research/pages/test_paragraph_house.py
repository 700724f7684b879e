import pytest

from research.pages.lines import read_text
from research.pages.people import people_of

ROUND_UP = (
    "Changes at the top\n"
    "Elm Hospital named Ann Roe, MD, as vice president. The hospital also promoted Bo Lim, MD, to associate CMO.\n"
    "Cy Poe, president of Oak Medical Center, has announced his retirement. Poe will be succeeded by "
    "Executive Vice President Di Moe.\n"
    "Ed Fay resigned as CEO of Ash Medical Center. Ash Medical Center has 90 beds, and Ash Medical Center is new.\n"
)


def organizations(text: str) -> dict[str, str]:
    return {person.name: person.organization for person in people_of(read_text(text))}


def test_each_item_of_a_round_up_has_its_own_organization() -> None:
    found = organizations(ROUND_UP)
    assert found["Ann Roe"] == found["Bo Lim"] == "Elm Hospital"
    assert found["Cy Poe"] == found["Di Moe"] == "Oak Medical Center"
    assert found["Ed Fay"] == "Ash Medical Center"


def test_an_item_that_names_no_organization_has_none() -> None:
    found = organizations(ROUND_UP + "Flo Gant, RN, was named chief nursing officer.\n")
    assert found["Flo Gant"] == ""


@pytest.mark.parametrize(
    ("told", "organization"),
    [
        ("The tool was made by Fenwick Systems Inc. “It works,” said Gil Stone, CEO.", ""),
        ("“We care,” said Gil Hart, CEO.", "Elmvale Medical Center"),
    ],
)
def test_a_speaker_is_the_pages_unless_another_house_was_named_last(told: str, organization: str) -> None:
    text = (
        "Elmvale Medical Center opens a clinic\nElmvale Medical Center today announced a new clinic.\n"
        f"{told}\nAbout Elmvale Medical Center\nElmvale Medical Center is a hospital of 90 beds.\n"
    )
    assert list(organizations(text).values()) == [organization]


@pytest.mark.parametrize(
    ("told", "organization"),
    [
        ("Oakdale Hospital has 20 beds. CEO Gil Stone has led it for 17 years.", "Oakdale Hospital"),
        ("The Oakdale Hospital Association has members. CEO Gil Stone thanked them.", "Elmvale Medical Center"),
        (
            (
                "The board of Pine Ridge Health System met on Monday.\n"
                "Board Chair Gil Hart said: “We want to keep Pine Ridge on its path.”"
            ),
            "Pine Ridge Health System",
        ),
        (
            (
                "The board of Pine Ridge Health System met on Monday.\n"
                "Board Chair Gil Hart said: “We at Elmvale Medical Center thank Pine Ridge.”"
            ),
            "Elmvale Medical Center",
        ),
    ],
)
def test_a_paragraph_of_another_house_gives_it_to_its_people(told: str, organization: str) -> None:
    text = (
        "Elmvale Medical Center opens a clinic\nElmvale Medical Center today announced a new clinic.\n"
        f"{told}\nAbout Elmvale Medical Center\nElmvale Medical Center is a hospital of 90 beds.\n"
    )
    assert list(organizations(text).values()) == [organization]
