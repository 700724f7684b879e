import pytest

from research.pages import extract
from research.pages.bracketed_callings import take_bracketed_callings
from research.pages.card_lines import classify
from research.pages.lines import read_text

LIST = (
    "Ann Vale, Chair (Retired: Union Organizer)",
    "Bo Lim (Lawyer, Lim Law Firm)",
    "Cy Moss Finance Chair (Vale Bank - Policy Manager)",
    "Dee Park (Treasurer)",
    "Eli Roe (CEO, Elm Clinic - non-voting member)",
)


def read(*lines: str, sits: bool = True) -> dict[str, list[str]]:
    entries = [classify(number, line) for number, line in enumerate(read_text("\n".join(lines)).lines)]
    take_bracketed_callings(entries, lambda at: sits)
    return {e.name.name: [post.title for post in e.posts] for e in entries if e.name is not None}


def test_what_stands_in_brackets_on_a_boards_list_is_no_post_of_the_board() -> None:
    found = read("Elm Clinic has a board.", *LIST)
    assert found["Ann Vale"] == ["Chair"]
    assert found["Bo Lim"] == []
    assert found["Cy Moss"] == ["Finance Chair"]


def test_an_office_in_brackets_and_a_post_in_the_pages_own_house_stay() -> None:
    found = read("Elm Clinic has a board.", *LIST)
    assert found["Dee Park"] == ["Treasurer"]
    assert "CEO" in found["Eli Roe"]


@pytest.mark.parametrize("lines", [LIST[:2], LIST[1:2]])
def test_one_or_two_lines_make_no_list(lines: tuple[str, ...]) -> None:
    assert read(*lines)["Bo Lim"] == ["Lawyer"]


def test_lines_under_no_boards_heading_are_left_alone() -> None:
    assert read(*LIST, sits=False)["Bo Lim"] == ["Lawyer"]


def test_everybody_of_such_a_list_has_a_seat() -> None:
    page = "Elm Clinic\n\nBoard of Directors\n\n" + "\n\n".join(LIST)
    found = {person.name: (person.title, person.organization) for person in extract(page).people}
    assert found["Bo Lim"] == ("Board of Directors", "Elm Clinic")
    assert found["Cy Moss"] == ("Finance Chair", "Elm Clinic")
    assert found["Eli Roe"][0] == "CEO"
    assert all(person.leader for person in extract(page).people)


def test_a_bracket_never_closed_is_read_as_text() -> None:
    assert "Ann Vale" not in read("Ann Vale (" * 2000, *LIST[1:])
