"""A state that stands where a confirmed one belongs is found."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

ODEGAARD = Known(
    person="Solveig Odegaard",
    title="Director",
    organization="Cinder Creek Hospice",
    facts=(
        "Solveig Odegaard is Director of Cinder Creek Hospice in Elko, Nevada.",
        "The hospice serves 4 counties in Nevada and Idaho.",
    ),
)


def found(text: str) -> list[str]:
    return [
        text[claim.start : claim.end] for claim in ungrounded(Reading(Message(Kind.INTERVIEW_REQUEST, text, ODEGAARD)))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "How did a hospice in Elko, Utah, begin?",
        "It is in Utah that your hospice stands.",
        "I read that you serve all 4 counties of Utah.",
    ],
)
def test_another_state_is_found(text: str) -> None:
    assert "Utah" in " ".join(found(text))


@pytest.mark.parametrize(
    "text", ["How did a hospice in Elko, Nevada, begin?", "I work at a clinic in Utah.", "My readers are in Utah."]
)
def test_a_confirmed_state_and_the_writers_own_are_left_alone(text: str) -> None:
    assert found(text) == []
