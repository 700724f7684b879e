"""What the text of an article says: paragraphs with the place of each letter, marks, quotations, the hash."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.articles import article_text
from outreach.articles.article_text import (
    clean,
    hash_of,
    is_heading,
    is_traced,
    marks,
    paragraphs,
    placeholders,
    plain,
    quotations,
    without_marks,
    word_count,
)

BODY = """## The problem

Patients *waited* in the hallway
for nine hours.[1]

> “Nobody had decided,”[q2] she said.

1. Ask the [night shift](https://example.org/shift).
2. Count the keys.
"""

WRITTEN = st.text(st.sampled_from('ab é.,\n#*_>-1[]()q“”"\\&<'), max_size=300)


def test_a_reader_reads_paragraphs_headings_items_and_quotes():
    assert [(one.kind, one.level, one.text) for one in paragraphs(BODY)] == [
        ("heading", 2, "The problem"),
        ("text", 0, "Patients waited in the hallway for nine hours."),
        ("quote", 0, "“Nobody had decided,” she said."),
        ("item", 0, "Ask the night shift."),
        ("item", 0, "Count the keys."),
    ]
    assert plain("One.\n\nTwo.[3]") == "One.\n\nTwo."
    assert word_count("One two [[Nothing yet on cost.]] three.[1]") == 3


@given(WRITTEN)
def test_each_letter_stands_where_it_says(body):
    for paragraph in paragraphs(body):
        assert not paragraph.at or len(paragraph.at) == len(paragraph.text)
        assert list(paragraph.at) == sorted(set(paragraph.at))
        for letter, spot in zip(paragraph.text, paragraph.at, strict=False):
            assert body[spot] == letter or (letter == " " and body[spot] in "\n\t ")


@given(st.lists(st.sampled_from(["ab", "cd.", "e,", "fé"]), min_size=1, max_size=12), st.data())
def test_marks_vanish_from_what_is_read_and_count_nothing_in_the_hash(words, data):
    written = ""
    for word in words:
        mark = data.draw(st.sampled_from(["", "[3]", " [12]", "[q2]", " [q999]"]))
        written += f"{word}{mark} "
    bare = " ".join(words)
    assert plain(written) == bare
    assert hash_of("T", written) == hash_of("T", bare)
    assert marks(without_marks(written)) == ()


@given(WRITTEN)
def test_the_hash_is_that_of_the_cleaned_text_and_another_word_is_another_hash(body):
    assert hash_of("Title", body) == hash_of(" Title\n", clean(body))
    assert hash_of("Title", body) != hash_of("Title", body + "\n\nmore")
    assert clean(clean(body)) == clean(body)


def test_what_is_a_mark_and_what_is_none():
    found = marks("Fell.[3] Said [q2], [link](http://a.example) [4](x) [2024] [0] [1000] [[5]]")
    assert [(one.is_quote, one.number) for one in found] == [(False, 3), (True, 2), (False, 5)]


def test_quotations_are_told_from_terms_by_length_or_mark():
    body = 'The “golden hour”. “Nobody had decided who could open,”[q1] and "they argued about keys,” “short”[q3].'
    assert [(one.words, one.number) for one in quotations(body)] == [
        ("Nobody had decided who could open,", 1), ("short", 3),
    ]  # fmt: skip
    first = quotations(body)[0]
    assert body[first.start : first.end] == "Nobody had decided who could open,"
    assert quotations("“One two three four five [q7]”")[0].number == 7
    assert quotations("“One two three\n\nfour five six”") == ()
    assert quotations('"Straight marks quote words too," she said.[2]')[0].number is None


EXACT = "Nobody had decided who could open the room on a Sunday, and it took us a month."


@pytest.mark.parametrize(
    ("words", "is_word_for_word"),
    [
        ("Nobody had decided who could open the room on a Sunday,", True),
        ("nobody had decided who could open the room", True),
        ("Nobody had decided … and it took us a month.", True),
        ("Nobody [on the board] had decided", True),
        ("it took us a month ... Nobody had decided", False),
        ("Nobody had decided who should open the room", False),
        ("Nobody had decided it took us", False),
        ("", False),
        ("...", False),
    ],
)
def test_words_are_traced_word_for_word_and_in_order(words, is_word_for_word):
    assert is_traced(words, EXACT) is is_word_for_word


def test_gaps_and_headings_are_told():
    assert placeholders("One. [[Nothing yet on\tcost.]] [[a]] [[]] [not one]") == ("Nothing yet on cost.", "a")
    assert is_heading("## What changed")
    assert not is_heading("##What changed")
    assert not is_heading("    ## code")


def test_letters_are_composed_and_control_characters_go():
    assert clean("e\u0301\r\nb\x00\x07  \n\n") == "é\nb"
    assert clean("\ue000x\ud800") == "x"


def test_hostile_markdown_is_text():
    body = "<script>alert(1)</script>\n\n```\ncode\n```\n\n![x](y)\n\n" + ">" * 300 + "deep\n\n[a](javascript:x)"
    read = plain(body)
    assert "<script>alert(1)</script>" in read
    assert "[a](javascript:x)" in read
    many = "[" * (article_text.MOST_SIGNS + 1) + "*a* [b](https://c.example)"
    assert plain(many).endswith("*a* [b](https://c.example)"), (
        "links and emphasis are text where nobody writes like this"
    )
    assert len(paragraphs("a " * 50_000)) == 1


def test_a_paragraph_whose_place_is_not_clear_has_none():
    entity = paragraphs("a &amp; b")[0]
    assert entity.text == "a & b"
    assert not entity.at or re.match("a", "a &amp; b"[entity.at[0]])
