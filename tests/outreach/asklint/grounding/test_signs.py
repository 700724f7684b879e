"""A word names the leader, the writer, their article, others, or one who is asked."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.examples import VILLASENOR
from outreach.asklint.grounding.known_text import known_text
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, PIECE, REQUEST, WRITER, Owner, sign_of
from outreach.asklint.grounding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [("You began it", "you", LEADER), ("Would you have time", "you", REQUEST), ("Thank you for it", "you", NOBODY),
     ("your hospital grew", "your", LEADER), ("any day of your calendar", "your", REQUEST), ("I read it", "i", WRITER),
     ("May I call", "i", REQUEST), ("my eye fell on it", "my", NOBODY), ("our clinic", "our", WRITER),
     ("Cedar Basin grew", "cedar", LEADER), ("the article is short", "article", PIECE),
     ("most hospitals wait", "hospitals", OTHERS),
     ("you might have stayed", "you", LEADER), ("how five Ohio hospitals sort", "hospitals", OTHERS),
     ("The CEO came", "ceo", LEADER),
     ("It's for the Review", "it's", PIECE), ("nationally it rose", "nationally", OTHERS),
     ("the wait fell", "wait", NOBODY)],
)  # fmt: skip
def test_a_word_names_whom_it_names(text: str, word: str, sign: Owner) -> None:
    tokens = tokens_of(text)
    at = next(i for i, token in enumerate(tokens) if token.low == word)
    assert sign_of(tokens, at, known_text(VILLASENOR)) is sign
