"""The scorer says what the weights of all features say, and gives each kind of token its own number."""

from __future__ import annotations

import pytest

from outreach.asklint.career.features import features
from outreach.asklint.career.learned import Learned
from outreach.asklint.career.scoring import Scorer

WEIGHTS = {
    "join": 120, "team": -30, "^_i": 40, "join_team": 11, "i__team": 7, "i___?": 5, "?": -9, "f:I": 3, "f:JOIN": -21,
    "I>JOIN": 60, "I>>TEAM": -14, "JOIN>TEAM": 33, "no:PURPOSE": 17, "long:0": -4,
}  # fmt: skip
FIELDS = {"": (), "a": ("I",), "b": ("JOIN",), "c": ("TEAM", "PURPOSE"), ";": (";",)}


def both(words: list[str], marks: list[str], *, is_question: bool) -> tuple[float, float]:
    learned = Learned(WEIGHTS, -13, "")
    written = features(words, [FIELDS[of_token] for of_token in marks], is_question=is_question)
    scorer = Scorer(learned, FIELDS.__getitem__)
    scorer.score(words, marks, is_question=is_question)  # what was kept must not change what is said
    return scorer.score(words, marks, is_question=is_question), learned.score(written)


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        (["i", "join", "team"], ["a", "b", "c"]),
        (["i", "team", "join", "i", "i", "team"], ["a", "c", "", "b", "a", ";", "c"]),
        (["far", "i", "and", "farther", "away", "team"], ["", "a", "", "", "", "c"]),
        ([], []),
    ],
)
@pytest.mark.parametrize("is_question", [True, False])
def test_a_score_is_that_of_the_features_written_out(words: list[str], marks: list[str], is_question: bool) -> None:
    reckoned, written = both(words, marks, is_question=is_question)
    assert reckoned == written


def test_the_order_of_words_and_of_fields_counts() -> None:
    assert both(["i", "join", "team"], ["a", "b"], is_question=False) != both(
        ["team", "join", "i"], ["b", "a"], is_question=False
    )


def test_marks_of_the_same_fields_weigh_the_same() -> None:
    scorer = Scorer(Learned(WEIGHTS, 0, ""), lambda marks: ("I",) if marks else ())
    assert scorer.score(["x"], ["a", "x"], is_question=False) == scorer.score(["x"], ["i", "y"], is_question=False)
