"""What a number counts is read from the words behind it."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.tokens import tokens_of
from outreach.asklint.grounding.units import has_things, unit_at


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("48 beds on three floors", "bed"),
        ("48-bed hospital", "bed"),
        ("140 walk-in dental patients a week", "patient"),
        ("90 minutes", "minut"),
        ("12 of them", ""),
    ],
)
def test_the_head_of_what_is_counted_is_named(text: str, unit: str) -> None:
    assert unit_at(tokens_of(text), 1)[0] == unit


def test_things_follow_a_number_but_not_a_verb() -> None:
    assert has_things(tokens_of("three weeks"), 1)
    assert not has_things(tokens_of("three used to leave"), 1)
