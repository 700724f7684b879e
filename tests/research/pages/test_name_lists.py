import pytest

from research.pages import extract
from research.pages.cards import CardReader
from research.pages.lines import read_text
from research.pages.name_lists import MAX_LIST, board_list, board_sentence, introduces_board, names_listed


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


@pytest.mark.parametrize(
    "text",
    [
        "We announce the following 16 elected members who will serve on the new board:",
        "The new board, which oversees the hospital, consists of:",
        "It is our duty. The trustees for 2027 are:",
        "The people who were appointed to the hospital board:",
    ],
)
def test_a_sentence_introduces_the_list_of_a_board(text: str) -> None:
    assert introduces_board(text)


@pytest.mark.parametrize(
    "text",
    [
        "The candidates for the board are:",
        "The former members of the board include:",
        "Members of the staff include:",
        "The board met and discussed the following:",
        "The new board consists of six.",
        "The advisory board consists of:",
    ],
)
def test_other_sentences_introduce_no_board(text: str) -> None:
    assert not introduces_board(text)


@pytest.mark.parametrize(
    "text",
    [
        "The new board members are Ana Roe, Bob Doe and Cy Lim, MD. They begin in May.",
        "Elected to the board of trustees were many. Joining the board are Ana Roe, Bob Doe and Cy Lim.",
        "Other trustees are Ana Roe, Bob Doe, and Cy Lim.",
    ],
)
def test_a_sentence_names_who_sits_on_a_board(text: str) -> None:
    told = board_sentence(text)
    assert told is not None
    assert told[1] == ("Ana Roe", "Bob Doe", "Cy Lim")


@pytest.mark.parametrize(
    "text",
    [
        "The outgoing board members are Ana Roe, Bob Doe and Cy Lim.",
        "The board members are Elm Health, Oak Clinic and Vale Hospital.",
        "The board members are Ana Roe and Bob Doe.",
    ],
)
def test_no_seat_is_given_by_other_sentences(text: str) -> None:
    assert board_sentence(text) is None


def test_the_items_under_the_sentence_that_introduces_a_board_sit_on_it_whatever_else_they_do() -> None:
    text = (
        "Elm Hospital grows\n\nThey join Elm Hospital’s seven-member board, whose term began in May:\n\n"
        "* Ann Vale, MD, professor of surgery at Oak University\n* Bo Lim, founder of Oakware\n"
        "* Cy Moss, CEO of Ash Hospital\n"
    )
    seated = [m for m in CardReader(read_text(text).lines).all().mentions if m.source == "event"]
    assert [(m.name, m.posts[0].title, m.seated) for m in seated] == [
        (name, "Board Member", True) for name in ("Ann Vale", "Bo Lim", "Cy Moss")
    ]
    shown = {person.name: (person.title, person.organization) for person in extract(text).people}
    assert shown["Bo Lim"] == ("Board Member", "Elm Hospital")
    assert shown["Cy Moss"] == ("CEO", "Ash Hospital")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["they join a ", "board ", "members serve ", "trustees are A ", "board consists of ", "are A. "]
)
def test_long_lines_introduce_nothing(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert not introduces_board(text + ":")
    assert board_sentence(text) is None


def test_minutes_name_the_members_of_the_board_that_met() -> None:
    text = "Elm Health Board Meeting\n\nMembers present: Ann Vale, Bo Lim and Cy Moss\n\nThe meeting began."
    found = CardReader(read_text(text).lines).all().mentions
    assert [(m.name, m.posts[0].title) for m in found] == [
        (name, "Board Member") for name in ("Ann Vale", "Bo Lim", "Cy Moss")
    ]
    assert board_list("Guests present: Ann Vale, Bo Lim and Cy Moss", "") is None
