from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.pages.wrapping import unwrapped

HEADLINE = "Larkspur Health names Alice Larkin chief nursing officer"
NEWS = (
    "DALE, Ohio - Alice Larkin, DNP, RN, has been named chief nursing officer of Larkspur Health, effective March 2. "
    "She holds a bachelor's degree in nursing from Bellwether State University and a doctorate from Quill College."
)
WORDS = (
    "“My first month will be spent on the wards,” said Larkin. “I want to hear from the people who do the work before "
    "I propose a single change to how they do it, and I will come back with what I have heard.”"
)
RELEASE = [HEADLINE, NEWS, WORDS]


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_broken_paragraphs_are_whole_again(width):
    broken = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in RELEASE)
    assert [line for line in unwrapped(broken).split("\n") if line][1:] == RELEASE[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Alice Larkin\nChief Nursing Officer\n\nBen Roe\nChief Financial Officer\nLarkspur Health",
        "\n".join(RELEASE),
        "- Alice Larkin, chief nursing officer of all of Larkspur Health\n- Ben Roe, chief financial officer of it",
        "",
        "one line",
    ],
)
def test_cards_lists_and_whole_paragraphs_stay_as_they_are(text):
    assert unwrapped(text) == text


@given(st.text(max_size=2000))
def test_no_word_is_lost_or_made(text):
    assert unwrapped(text).split() == text.split()


def test_entries_of_a_list_are_not_joined() -> None:
    text = (
        "Jane Roe, MD, Chief Medical Officer, Elm Health\nTom Finch, Partner at the firm of Elm Law LLP\n"
        "Mary Wills, Vice President of Product, Forge\nCarl Moss, PhD, Professor at Birch University"
    )
    assert unwrapped(text) == text


@pytest.mark.parametrize("indent", ["    ", "  ", "\t"])
def test_the_indent_of_a_paragraph_takes_room_on_its_first_line(indent):
    room = " " * len(indent)
    broken = "\n".join(textwrap.fill(paragraph, 72, initial_indent=room) for paragraph in RELEASE)
    whole = [line for line in unwrapped(broken.replace(room, indent, 3)).split("\n") if line]
    assert "Alice Larkin, DNP, RN, has been named chief nursing officer of Larkspur Health" in "\n".join(whole)


def test_a_margin_of_all_lines_is_no_indent():
    broken = "\n\n".join(textwrap.indent(textwrap.fill(paragraph, 72), " " * 8) for paragraph in RELEASE)
    assert [line for line in unwrapped(broken).split("\n") if line][1:] == RELEASE[1:]


def test_paragraphs_torn_here_and_there_are_sewn_together() -> None:
    torn = [
        "Elm Health has named a president. " * 6,
        "Vale",
        "worked for Elm Health for many years, and she ran the clinics of Oak Health for",
        "five years. She is a nurse.",
        "“We are glad,” said",
        "the trustees of Elm Health, and thanked her. So did the chair of the board, Bo",
        "Lim, who spoke.",
        "Bo Lim",
        "chair of the board",
    ]
    lines = unwrapped("\n".join(torn)).split("\n")
    assert lines[1].startswith("Vale worked for Elm Health")
    assert "the chair of the board, Bo Lim, who spoke." in lines[2]
    assert lines[3:] == ["Bo Lim", "chair of the board"]
