import pytest

from research.pages import extract


def organizations(text: str) -> dict[str, str]:
    return {person.name: person.organization for person in extract(text).people}


def test_a_clause_without_a_body_is_of_the_board_that_the_clause_before_it_names() -> None:
    found = organizations("Ann Vale is chair of the Elm Health board of directors, and Bo Lim is treasurer.")
    assert found["Ann Vale"].startswith("Elm Health")
    assert found["Bo Lim"] == found["Ann Vale"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale is chair of the Oak Ballet board; elsewhere Bo Lim is treasurer.",
        "Ann Vale is chair of the Oak Ballet board, but in another town Bo Lim is treasurer.",
    ],
)
def test_a_seat_told_apart_from_another_does_not_share_its_board(text: str) -> None:
    assert organizations(text).get("Bo Lim", "") == ""


def test_the_person_listed_before_an_organization_is_no_part_of_its_name() -> None:
    text = "Speakers included EHC VP of Provider Services Jo Gale and EHC CEO Ann Vale. Elm Health Care (EHC) grows."
    assert organizations(text)["Ann Vale"] == "EHC"
