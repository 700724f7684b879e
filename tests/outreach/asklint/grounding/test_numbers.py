"""Numbers are read in digits and words; shares and vague ones are marked."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.numbers import number_at
from outreach.asklint.grounding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "value"),
    [("thirty-eight", 38), ("one hundred and five", 105), ("a dozen", 12), ("two dozen", 24), ("half a dozen", 6),
     ("twelve hundred", 1200), ("two thousand three hundred", 2300), ("1.2 million", 1_200_000),
     ("46 thousand", 46_000),
     ("two-thirds", 2 / 3), ("three quarters", 0.75), ("a third", 1 / 3), ("half", 0.5), ("2/3", 2 / 3),
     ("18k", 18_000),
     ("nineteen", 19), ("ninety-nine", 99), ("hundreds", 100)],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    tokens = tokens_of(text)
    number = number_at(tokens, 0)
    assert number is not None
    assert (number.value, number.after) == (pytest.approx(value), len(tokens))


@pytest.mark.parametrize("text", ["a nurse", "hospital", "tenure", "an hour", "second"])
def test_other_words_begin_no_number(text: str) -> None:
    assert number_at(tokens_of(text), 0) is None


def test_the_second_half_of_a_month_is_no_share() -> None:
    assert number_at(tokens_of("the second half of May"), 2) is None
