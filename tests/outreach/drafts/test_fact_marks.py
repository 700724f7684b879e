"""Marks of facts: which numbers a text refers to, and that nothing of them is left in what leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.drafts.fact_marks import mark, numbers_in, renumbered, taken_out, without_marks

PIECES = st.lists(
    st.sampled_from(["a", " ", "  ", "\n", "[1]", "[2, 3]", "[2024]", "[", "]", ".", "é", "[12]"]), max_size=40
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It opened in May [3].", "It opened in May."),
        ("It opened in May. [3] Boarding fell [4] by a third.", "It opened in May. Boarding fell by a third."),
        ("Boarding fell [1, 4][5] by a third.", "Boarding fell by a third."),
        ("[2] It opened.\n [3] Then it closed.", "It opened.\nThen it closed."),
        ("[2][3] It opened.", "It opened."),
        ("In [2024] it opened [2].", "In [2024] it opened."),
        ("Put in [[one fact about the unit]] here.", "Put in [[one fact about the unit]] here."),
        ("“Mostly about keys.”\u00a0[4] she said", "“Mostly about keys.” she said"),
    ],
)
def test_a_mark_leaves_with_the_blank_that_stood_there_for_it(text: str, left: str) -> None:
    assert without_marks(text) == left


def test_numbers_come_in_the_order_of_the_text_and_once() -> None:
    assert numbers_in("b [7] a [2, 7] c [0] d [999] e [2024]") == (7, 2, 999)


@given(PIECES)
def test_no_text_keeps_a_mark_or_gains_a_blank(pieces: list[str]) -> None:
    text = "".join(pieces)
    left = without_marks(text)
    assert numbers_in(left) == () or "[" in left.replace("[1]", "").replace("[2, 3]", "").replace("[12]", "")
    assert left.count("  ") <= text.count("  ")
    assert len(left) <= len(text)


def test_one_fact_is_taken_out_and_the_others_stay() -> None:
    assert taken_out("a [3] b [1, 3] c [3,4] d [33].", 3) == "a b [1] c [4] d [33]."


def test_marks_take_other_numbers_and_those_without_one_stay() -> None:
    assert renumbered("a [3] b [1, 3] c [9] d [2024] e 3", {3: 1, 1: 2}) == "a [1] b [2, 1] c [9] d [2024] e 3"


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_no_mark_is_made_for_a_number_that_no_fact_can_have(number: int) -> None:
    with pytest.raises(ValueError, match="no fact has the number"):
        mark(number)
