import pytest

from research.pages import extract
from research.pages.person_houses import before_apposition, before_place, house_beside
from research.pages.person_names import find_names
from research.pages.tokens import slice_text, tokenize


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Ann Vale, Elmvale Regional Hospital in Elmtown has served on the board for five years.", "Elmvale Regional"),
        ("Ann Vale, Elmvale Clinic, was chosen.", "Elmvale Clinic"),
        ("• Ann Vale, Elmvale Hospice (Ohio), chair since May.", "Elmvale Hospice"),
        ("Ann Vale, the Elmvale Health Foundation, received the prize.", "Elmvale Health Foundation"),
        ("Ann Vale of Elmvale Hospital agreed.", "Elmvale Hospital"),
        ("Ann Vale, President, has served for years.", ""),
        ("Ann Vale, Director of Elm Clinic, has served.", ""),
        ("Ann Vale, Elmtown, was chosen.", ""),
        ("Said Ann Vale, Elmvale Hospital was built in May.", ""),
        ("Ann Vale, Elmvale Hospital", ""),
    ],
)
def test_the_house_beside_a_name_is_the_person_s(text: str, house: str) -> None:
    tokens = tokenize(text)
    found = house_beside(text, tokens, find_names(tokens)[0])
    assert found.startswith(house) if house else found == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Elmvale Hospital, Elmtown, Ohio, named", "Elmvale Hospital"),
        ("Elmvale Hospital, Elmtown, Calif., named", "Elmvale Hospital"),
        ("Elmvale Hospital in New Elmtown, Ill., named", "Elmvale Hospital"),
        ("Elmvale Hospital, which grows, named", "Elmvale Hospital, which grows,"),
        ("Elmvale Hospital named", "Elmvale Hospital"),
    ],
)
def test_a_place_between_commas_is_no_part_of_who_names_somebody(text: str, kept: str) -> None:
    tokens = tokenize(text)
    assert slice_text(text, tokens, 0, before_place(tokens, len(tokens) - 1)) == kept


AWARDED = """Four trustees of the region were honored by the Poe Hospital Association this week.
Ann Vale, Elmvale Regional Medical Center in Elmtown has served on the board as trustee, secretary and chairperson.
Bo Lim, Oakdale Community Hospital in Oakdale has served on the board for five years and is the current board chairman.
Cy Marlow, Ashford Hospital and Health Systems in Ashford has served as the chair for the last seven years.
"""


def test_each_winner_of_a_list_has_the_own_house() -> None:
    assert {person.name: person.organization for person in extract(AWARDED).people} == {
        "Ann Vale": "Elmvale Regional Medical Center",
        "Bo Lim": "Oakdale Community Hospital",
        "Cy Marlow": "Ashford Hospital and Health Systems",
    }


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Elmvale Medical Center, Elmtown, Calif., named Ann Vale president and CEO.", "Elmvale Medical Center"),
        ("Oakdale Health System, Oakdale, Ohio, has appointed Ann Vale chief nurse.", "Oakdale Health System"),
        ("Ashford Hospice, Ashford, welcomes Ann Vale as executive director.", "Ashford Hospice"),
    ],
)
def test_a_house_with_its_town_names_somebody(text: str, house: str) -> None:
    assert [person.organization for person in extract(text).people] == [house]


def test_a_house_is_led_by_whom_the_words_behind_it_name() -> None:
    text = "Elm Health, led by President and CEO Ann Vale, will merge with Oak Health, which is run by CEO Bo Lim."
    assert {person.name: person.organization for person in extract(text).people} == {
        "Ann Vale": "Elm Health",
        "Bo Lim": "Oak Health",
    }


def test_each_of_a_sentence_is_of_the_house_before_the_name_also_of_a_campus() -> None:
    text = (
        "Two received the award: Oakvale Health Care’s Bo Lim, its chair; and Elm Ash Hospital-Elmtown’s Ana Roe, a "
        "longtime trustee."
    )
    found = {p.name: (p.title, p.organization) for p in extract(text.encode()).people}
    assert found["Ana Roe"] == ("trustee", "Elm Ash Hospital-Elmtown")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Elmvale Corp., a network of clinics, named", "Elmvale Corp"),
        ("Elmvale Corp., which grows, named", "Elmvale Corp., which grows,"),
        ("Elmvale Hospital named", "Elmvale Hospital"),
    ],
)
def test_a_description_between_commas_is_no_part_of_who_names_somebody(text: str, kept: str) -> None:
    tokens = tokenize(text)
    end = before_apposition(tokens, len(tokens) - 1)
    assert slice_text(text, tokens, 0, end).rstrip(".") == kept
