from __future__ import annotations

import pytest

from outreach.articles.word_in.markup import walk
from outreach.articles.word_in.numbering import Counting, Item, Lists, NumberingReader, StyleReader, written
from outreach.articles.word_in.reading import read
from tests.outreach.articles.word_in.word_files import (
    deleted,
    in_list,
    inserted,
    item,
    level,
    numbering,
    paragraph,
    run,
    said,
    whole,
    word_file,
)


def lists_of(*levels: str, more: str = "", styles: str = "") -> Lists:
    lists = Lists()
    part = numbering(*levels).replace("</w:numbering>", more + "</w:numbering>")
    walk([part.encode()], NumberingReader(lists))
    walk([whole("styles", styles).encode()], StyleReader(lists))
    return lists


def labels(lists: Lists, *items: Item) -> list[str]:
    counting = Counting(lists)
    return [counting.label(one) for one in items]


ONE, TWO = Item("1", 0), Item("1", 1)


def test_levels_count_within_one_another():
    lists = lists_of(level(0, "decimal", "%1."), level(1, "lowerLetter", "%1%2)"))
    assert labels(lists, ONE, TWO, TWO, ONE, TWO) == ["1. ", "1a) ", "1b) ", "2. ", "2a) "]


def test_bullets_and_unmarked_levels():
    assert labels(lists_of(level(0, "bullet", "\N{BULLET}"), level(1, "none", "")), ONE, TWO) == ["- ", ""]


def test_a_list_begins_where_it_says_and_again_where_it_is_told_to():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    lists = lists_of(level(0, "decimal", "%1.", start=3), more=again)
    assert labels(lists, ONE, ONE, Item("2", 0), Item("3", 0)) == ["3. ", "4. ", "5. ", "6. "]


def test_a_style_puts_its_paragraphs_in_a_list_unless_they_say_otherwise():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="character" w:styleId="Odd"><w:basedOn w:val="Base"/></w:style>'
    )
    lists = lists_of(level(0, "decimal", "%1."), styles=styles)
    assert labels(lists, Item(style="Mine"), Item("0", 0, "Mine"), Item(style="Odd"), Item(style="None")) == [
        "1. ", "", "", "",
    ]  # fmt: skip


def test_styles_that_rest_on_each_other_in_a_ring_end():
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{two}"/></w:style>'
        for one, two in ("ab", "ba")
    )
    assert labels(lists_of(styles=ring), Item(style="a")) == [""]


def test_the_default_style_counts_for_paragraphs_that_name_none():
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    assert labels(lists_of(level(0, "upperRoman", "%1"), styles=style), Item()) == ["I "]


def test_a_list_takes_its_levels_from_the_style_that_it_is_linked_to():
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>{level(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(lists_of(more=linked), Item("9", 0)) == ["A. "]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (27, "lowerLetter", "aa"), (3, "upperLetter", "C"), (1994, "lowerRoman", "mcmxciv"), (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"), (21, "ordinal", "21st"), (12, "ordinal", "12th"), (5, "none", ""),
        (5, "chineseCounting", "5"), (0, "lowerLetter", "0"), (10**9, "lowerRoman", "1000000000"),
        (10**9, "upperLetter", "1000000000"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_list_says(number: int, kind: str, text: str):
    assert written(number, kind) == text


def test_each_state_of_a_text_counts_its_own_items():
    body = (
        item("alpha")
        + paragraph(inserted("beta"), end="ins", properties=in_list())
        + paragraph(deleted("gamma"), end="del", properties=in_list())
        + item("delta")
    )
    found = read(word_file(body, numbering=numbering(level(0, "decimal", "%1."))))
    assert found.accepted == "1. alpha\n2. beta\n3. delta"
    assert found.rejected == "1. alpha\n2. gamma\n3. delta"


def test_a_paragraph_that_became_an_item_was_none_before():
    change = '<w:pPrChange w:id="1" w:author="Ada Lind"><w:pPr/></w:pPrChange>'
    body = paragraph(run("alpha"), properties=in_list() + change) + said("end")
    found = read(word_file(body, numbering=numbering(level(0, "decimal", "%1."))))
    assert (found.accepted, found.rejected) == ("1. alpha\nend", "alpha\nend")


def test_places_in_a_list_item_count_its_number():
    body = paragraph(run("a "), deleted("b"), properties=in_list())
    found = read(word_file(body, numbering=numbering(level(0, "decimal", "%1."))))
    (change,) = found.changes
    assert found.rejected_paragraphs[0][change.start : change.end] == "b"
