import pytest

from research.pages.cards import CardReader
from research.pages.lines import read_text
from research.pages.name_lists import MAX_LIST, board_list, names_listed


def test_names_and_credentials_alone_are_a_list() -> None:
    assert names_listed("Ann Vale, MD, Bo Lim; Cy Moss and Dee Park.") == ("Ann Vale", "Bo Lim", "Cy Moss", "Dee Park")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann Vale and Bo Lim",
        "Ann Vale, Bo Lim and everybody else",
        "Ann Vale, Chair, Bo Lim, Treasurer",
        "quality, safety and risk",
        "Ann Vale, " * MAX_LIST,
    ],
)
def test_two_names_posts_or_ordinary_words_are_none(text: str) -> None:
    assert names_listed(text) == ()


@pytest.mark.parametrize(
    "text", ["Board members: Ann Vale, Bo Lim and Cy Moss", "Board of Directors\nAnn Vale, Bo Lim, Cy Moss"]
)
def test_everybody_of_a_line_under_a_boards_heading_sits_on_it(text: str) -> None:
    found = CardReader(read_text(f"Elm Hospital\n{text}").lines).all().mentions
    assert [(m.name, m.posts[0].title, m.seated) for m in found] == [
        (name, "Board Member", True) for name in ("Ann Vale", "Bo Lim", "Cy Moss")
    ]
    assert all(m.name in m.quote for m in found)


def test_a_list_under_another_heading_seats_nobody() -> None:
    assert board_list("Ann Vale, Bo Lim and Cy Moss", "Our Donors") is None
    assert board_list("Former board members: Ann Vale, Bo Lim and Cy Moss", "") is None


@pytest.mark.timeout(60)
def test_a_line_of_commas_lists_nobody() -> None:
    assert board_list("Board: " + " , and " * 8_000, "") is None
    assert names_listed(" " * 50_000 + ",") == ()
