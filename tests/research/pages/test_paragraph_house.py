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


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "“It grows,” said Ann Vale, head of nursing of the hospital district, at Oak Nursing Home.",
            "Elm County Hospital District",
        ),
        (
            "Ann Vale, CEO of Oak Medical Center, will serve as the district’s chair-elect.",
            "Elm County Hospital District",
        ),
        ("“It meets the needs of Ash County,” said administrator Ann Vale.", "Elm County Hospital District"),
    ],
)
def test_words_that_point_to_the_house_of_the_page_are_of_it(text: str, house: str) -> None:
    about = "The Elm County Hospital District opened a clinic. Elm County Hospital District patients came.\n"
    assert organizations(about + text + "\n")["Ann Vale"] == house


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


ENTRIES = (
    "Two administrators tell\n"
    "Ann Roe, RN, Elm Surgery Center (Elmtown). Elm Surgery Center is new. Ms. Roe is the executive director.\n"
    "Bo Lim, Oak Surgery Center (Oaktown, Mo.). The center opened in 2003. Mr. Lim has been its administrator since.\n"
)


def test_the_house_behind_the_name_of_an_entry_is_the_persons() -> None:
    assert organizations(ENTRIES) == {"Ann Roe": "Elm Surgery Center", "Bo Lim": "Oak Surgery Center"}


def test_a_quoted_outsiders_house_is_nobody_elses() -> None:
    text = (
        "Change at Elm County Health Department\nThe Elm County Health Department has lost its manager.\n"
        "Ann Roe is the interim nurse manager. The post should be filled, said Bo Lim, Oak Health District director.\n"
    )
    found = organizations(text)
    assert (found["Ann Roe"], found["Bo Lim"]) == ("Elm County Health Department", "Oak Health District")


def test_a_campus_that_opens_an_item_is_where_its_people_are() -> None:
    text = (
        "Boards grow\n1. Elm Health named Cy Poe chair.\n2. Oak Hospital named Ed Fay chair.\n"
        "3. Elm Health–St. Ann Medical Center in Oaktown, Calif., appointed new board members. The new members are "
        "Ann Roe, Bo Lim and Di Moe.\n"
    )
    assert organizations(text)["Bo Lim"] == "Elm Health–St. Ann Medical Center"


def test_where_somebody_was_once_is_not_named_last() -> None:
    text = (
        "Elmvale Hospital seeks a CEO\nElmvale Hospital is searching.\n"
        "It hired Ed Fay, the former CEO of Oak Hospital, who declined.\n“We wait,” said CFO Gil Stone.\n"
    )
    assert organizations(text)["Gil Stone"] == "Elmvale Hospital"


def test_a_sentence_that_puts_the_person_last_names_the_house_without_its_verb() -> None:
    assert organizations("Joining Elm Hospital as chief nurse is Ann Roe, RN.") == {"Ann Roe": "Elm Hospital"}
