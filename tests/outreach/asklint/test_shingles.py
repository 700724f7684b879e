"""How alike texts are."""

from __future__ import annotations

from outreach.asklint.shingles import likeness, shingles


def test_the_same_words_are_wholly_alike():
    assert likeness("You let the aides draw.", "you LET the aides — draw") == 1.0


def test_other_words_are_not_alike_and_short_texts_are_like_nothing():
    assert likeness("You let the aides draw.", "The draft comes in June.") == 0.0
    assert likeness("Thank you.", "Thank you.") == 0.0


def test_half_of_the_runs_in_common_is_a_half_or_less():
    assert 0 < likeness("one two three four five", "one two three six seven") <= 0.5


def test_runs_have_three_words():
    assert shingles("One two, three four") == {("one", "two", "three"), ("two", "three", "four")}
