import pytest

from research.pages.card_boxes import CardBoxes
from research.pages.card_lines import classify
from research.pages.cards import CardReader
from research.pages.html_lines import read_html


def cards(markup: str) -> dict[str, str]:
    mentions = CardReader(read_html(markup).lines).all().mentions
    return {m.name: ", ".join(post.title for post in m.posts) for m in mentions}


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


SIDE_BY_SIDE = row("Mr Bo Marlow", "Chairman") + row("Ana Ferncastle", "Trustee") + row("Cy Oakham", "Secretary")
STACKED = row("<b>Director – Systems</b><br>Di Valeton", "<b>Manager</b><br>Ed Ashby") + row(
    "<b>Finance Controller</b><br>Flo Elmore", "<b>Director – Marketing</b><br>Gil Larch"
)


@pytest.mark.parametrize("order", [(SIDE_BY_SIDE, STACKED), (STACKED, SIDE_BY_SIDE)])
def test_each_table_tells_itself_on_which_side_of_a_name_the_title_stands(order: tuple[str, str]) -> None:
    first, second = order
    assert cards(f"<h2>Trustees</h2><table>{first}</table><h2>Administration</h2><table>{second}</table>") == {
        "Bo Marlow": "Chairman",
        "Ana Ferncastle": "Trustee",
        "Cy Oakham": "Secretary",
        "Di Valeton": "Director – Systems",
        "Ed Ashby": "Manager",
        "Flo Elmore": "Finance Controller",
        "Gil Larch": "Director – Marketing",
    }


def test_a_row_of_a_title_and_then_a_name_is_not_turned_round() -> None:
    table = row("Chair", "Bo Marlow") + row("Treasurer", "Ana Ferncastle") + row("Secretary", "Cy Oakham")
    assert cards(f"<table>{table}</table>") == {
        "Bo Marlow": "Chair",
        "Ana Ferncastle": "Treasurer",
        "Cy Oakham": "Secretary",
    }


def test_plain_text_has_no_rows_and_no_boxes() -> None:
    lines = read_html("<p>Bo Marlow</p><p>Chairman</p>").lines
    boxes = CardBoxes([classify(number, line) for number, line in enumerate(lines)])
    assert not boxes.titled_in_row(0)
    assert boxes.same(0, 1)
