from collections import Counter

from research.pages.board_cards import take_board_lists, take_listed_names
from research.pages.card_lines import Entry, classify
from research.pages.card_sections import CardSections
from research.pages.lines import read_text


def lists(text: str) -> tuple[list[Entry], CardSections]:
    entries = [classify(number, line) for number, line in enumerate(read_text(text).lines)]
    return entries, CardSections(entries, Counter(entry.line.text for entry in entries), board=True)


def test_names_side_by_side_have_seats_and_their_line_is_used_up() -> None:
    seats = take_board_lists(*lists("Board of Directors\nAnn Vale, Bo Lim, Cy Moss"))
    assert seats.names == ["Ann Vale", "Bo Lim", "Cy Moss"]
    assert seats.used == {1}
    assert all(mention.seated and mention.name in mention.quote for mention in seats.mentions)


def test_a_sentence_that_names_members_leaves_its_line_to_be_read() -> None:
    seats = take_board_lists(*lists("The new board members are Ann Vale, Bo Lim and Cy Moss."))
    assert (len(seats.mentions), seats.used) == (3, set())


def test_a_page_without_lists_gives_no_seats() -> None:
    seats = take_board_lists(*lists("Elm Hospital\nAnn Vale\nCEO"))
    assert (seats.mentions, seats.names, seats.used) == ([], [], set())


def test_lines_of_names_with_employers_become_names_under_a_boards_heading() -> None:
    entries, sections = lists("Board of Directors\n\nAnn Vale - Oak County\n\nBo Lim - Elm Town\n\nCy Moss - Ash, Elm")
    take_listed_names(entries, sections)
    assert [entry.name.name for entry in entries if entry.name is not None] == ["Ann Vale", "Bo Lim", "Cy Moss"]
    assert not any(entry.posts for entry in entries)
