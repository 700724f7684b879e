"""Won, or only considered: what a text says of an honor against what the fact on it tells."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.award_standing import standing_claims
from outreach.asklint.grounding.line import lines_of
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

PERDUE = Known(
    person="Odalys Perdue",
    title="President",
    organization="Larkmoor Hospital",
    facts=(
        "The Soft Landing program was shortlisted for the 2024 Amberley Prize.",
        "Larkmoor Hospital won the Tern Award of the Northern Shore Council in 2022.",
    ),
)


def found(text: str) -> list[str]:
    lines = lines_of(Reading(Message(Kind.THANK_YOU, text, PERDUE)))
    return [line.sentence.text[claim.start : claim.end] for line in lines for claim in standing_claims(line)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soft Landing won the Amberley Prize.", "won"),
        ("Your Soft Landing program received the 2024 Amberley Prize.", "received"),
        ("That you were a finalist for the Tern Award is how I learned of you.", "finalist"),
    ],
)
def test_more_or_less_than_the_fact_tells_is_found(text: str, word: str) -> None:
    assert found(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Soft Landing was shortlisted for the Amberley Prize.",
        "You won the Tern Award in 2022.",
        "Soft Landing should have won the Amberley Prize.",
        "Our own unit won the Amberley Prize in 2019.",
        "Your team won over the night shift.",
    ],
)
def test_what_the_fact_tells_and_what_is_of_others_is_left_alone(text: str) -> None:
    assert found(text) == []
