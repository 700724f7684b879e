"""What one sentence says."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.leaning_words import says_something, signal_of


@pytest.mark.parametrize(
    ("sentence", "signal"),
    [
        ("I approve.", "approves"),
        ("Does it look good?", "nothing"),
        ("Replace “approved” with “agreed”.", "changes"),
        ("I'd rather not.", "declines"),
        ("I'd rather not use the word crisis.", "changes"),
        ("Do not publish it yet.", "waits"),
        ("I will approve it tomorrow.", "waits"),
        ("I am not sure about it.", "doubts"),
        ("The second paragraph is long.", "remarks"),
        ("Tuesday looks good.", "nothing"),
        ("It was raining.", "nothing"),
    ],
)
def test_a_sentence_says_one_thing(sentence: str, signal: str) -> None:
    assert signal_of(sentence) == signal


def test_programs_say_nothing_and_people_do() -> None:
    assert not says_something("I am out of the office until Monday. For urgent matters call my assistant.")
    assert says_something("I am out of the office, but it looks good: go ahead.")
