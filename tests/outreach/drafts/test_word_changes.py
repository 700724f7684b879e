"""Words that differ: exact in what stays, right for words that come often, and never slow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.drafts.word_changes import words_apart

TEXTS = st.lists(st.sampled_from(["the ", "unit ", "opened", ".", "\n\n", "é ", "[3]", " "]), max_size=60).map("".join)


def test_only_the_words_that_differ_are_told() -> None:
    parts = words_apart("May I ask you for 30 minutes by phone?", "May I ask you for 20 minutes by phone?")
    assert parts == (
        ("same", "May I ask you for"), ("removed", " 30"), ("added", " 20"), ("same", " minutes by phone?")
    )  # fmt: skip


def test_words_that_come_often_are_not_taken_for_changed() -> None:
    old = "the unit " * 300
    parts = words_apart(old, old + "opened")
    assert parts == (("same", old[:-1]), ("removed", " "), ("added", " opened")) or parts[0][1].startswith("the unit")
    assert sum(len(text) for kind, text in parts if kind == "removed") <= 1


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_parts(old: str, new: str) -> None:
    parts = words_apart(old, new)
    assert "".join(text for kind, text in parts if kind != "removed") == new
    removed_and_same = "".join(text for kind, text in parts if kind != "added")
    assert removed_and_same == old


def test_two_texts_of_one_word_again_and_again_are_compared_by_lines() -> None:
    parts = words_apart("a " * 20_000, "a " * 20_000 + "b")
    assert "".join(text for kind, text in parts if kind != "removed") == "a " * 20_000 + "b"
