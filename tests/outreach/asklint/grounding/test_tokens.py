"""Sentences become tokens with exact places; addresses, links and times of day are passed over."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from outreach.asklint.grounding.tokens import tokens_of


def words(text: str) -> list[str]:
    return [token.text for token in tokens_of(text) if token.kind != "p"]


def test_numbers_keep_their_commas_and_signs() -> None:
    assert words("1,204 beds, 38% and $4.2 million") == ["1,204", "beds", "38%", "and", "4.2", "million"]


def test_links_addresses_telephones_and_times_are_passed_over() -> None:
    text = "Call 330-555-0142 at 10:30 a.m. or write to jo@example.org, see https://example.org/2019/48 [3]"
    assert words(text) == ["Call", "at", "or", "write", "to", "see"]


def test_the_number_of_a_list_item_is_no_number() -> None:
    assert words("1. How did it begin?") == ["How", "did", "it", "begin"]


def test_a_possessive_and_a_capital_are_told() -> None:
    token = tokens_of("Öhman’s team")[0]
    assert (token.low, token.bare, token.is_capital, token.is_acronym) == ("ohman's", "ohman", True, False)


def test_acronyms_may_have_dots_or_a_plural_s() -> None:
    assert [token.text for token in tokens_of("ANCC and U.S. CMOs met In") if token.is_acronym] == [
        "ANCC",
        "U.S.",
        "CMOs",
    ]


@given(st.text(max_size=300))
def test_every_token_stands_where_it_says(text: str) -> None:
    tokens = tokens_of(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
