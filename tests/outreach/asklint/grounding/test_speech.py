"""Each clause speaks of somebody, and what goes on speaks of the same."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.examples import VILLASENOR
from outreach.asklint.grounding.known_text import known_text
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, PIECE, REQUEST, WRITER, Owner
from outreach.asklint.grounding.speech import speech_of
from outreach.asklint.grounding.tokens import tokens_of

KNOWN = known_text(VILLASENOR)


@pytest.mark.parametrize(
    ("text", "word", "owner"),
    [("I read that Cedar Basin has 48 beds", "48", LEADER), ("At our clinic 30 beds stand empty", "30", WRITER),
     ("May I call for 20 minutes in May?", "20", REQUEST), ("Your hospital, begun in 1950, has grown", "1950", LEADER),
     ("I write about Home by Noon, which reached 31%", "31%", LEADER),
     ("I write for the blog, which reaches 4,000 people", "4,000", PIECE),
     ("We tried your Home by Noon on two units", "two", WRITER), ("I was struck by your 31% share", "31%", LEADER),
     ("Nationally, 15% leave early", "15%", OTHERS), ("In 2020, your team began", "2020", LEADER),
     ("Home by Noon and its 31% are my subject", "31%", LEADER), ("I told Mama you came in 2016", "2016", LEADER),
     ("Your beds are few; my own clinic has 12", "12", WRITER)],
)  # fmt: skip
def test_what_stands_at_a_word_is_said_of_somebody(text: str, word: str, owner: Owner) -> None:
    tokens = tokens_of(text)
    at = next(i for i, token in enumerate(tokens) if token.text == word)
    assert speech_of(tokens, KNOWN).owner(at) is owner


def test_a_sentence_that_names_nobody_goes_on_about_the_leader() -> None:
    tokens = tokens_of("The share reached 31%.")
    assert set(speech_of(tokens, KNOWN, LEADER).owners) == {LEADER}
    assert set(speech_of(tokens, KNOWN, WRITER).owners) == {NOBODY}


def test_nothing_is_no_error() -> None:
    assert speech_of((), KNOWN).owners == ()
