"""The words before a figure or a date that are wrong with it belong to the claim."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.spans import start_of
from outreach.asklint.grounding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("You came here since 2014 or so.", "since 2014"),
        ("It has more than 40 beds.", "more than 40 beds"),
        ("That all 14 fellows stayed is rare.", "all 14 fellows"),
        ("It began in the spring of 2019.", "in the spring of 2019"),
        ("Falls went down by 12%.", "12%"),
        ("There are up to 300 nurses.", "up to 300 nurses"),
    ],
)
def test_the_phrase_begins_at_its_first_telling_word(text: str, phrase: str) -> None:
    figure = figures_of(text)[0]
    assert text[start_of(tokens_of(text), figure) : figure.end] == phrase
