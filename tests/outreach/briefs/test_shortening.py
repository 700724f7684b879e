"""Texts made to fit by whole sentences."""

from __future__ import annotations

from outreach.briefs.shortening import first_that_fits, whole_sentences


def test_only_whole_sentences_are_left_out() -> None:
    text = "Opened a unit with Dr. Roe. It has 24 beds. It is full."
    assert whole_sentences(text, 44) == "Opened a unit with Dr. Roe. It has 24 beds."
    assert whole_sentences(text, 26) == "", "an abbreviation ends no sentence"
    assert whole_sentences(text, 900) == text


def test_the_first_text_that_is_there_and_fits_is_taken() -> None:
    assert first_that_fits(["", "far too long", "short", "other"], 6) == "short"
    assert first_that_fits(["too long"], 3) == ""
