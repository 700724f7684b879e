"""Professions and ranks in small letters that the facts tell otherwise are found."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.line import lines_of
from outreach.asklint.grounding.professions import profession_claims
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Ada Merriweather",
    title="Administrator",
    organization="Juniper Flats Hospital",
    facts=("She began as a nursing assistant in 1994.", "She left the Coast Guard as a captain."),
)


def found(text: str) -> list[str]:
    reading = Reading(Message(Kind.INTERVIEW_REQUEST, text, KNOWN))
    return [
        line.sentence.text[claim.start : claim.end] for line in lines_of(reading) for claim in profession_claims(line)
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("You began in 1994 as a surgical technologist.", "surgical technologist"),
        ("You left the Coast Guard as a lieutenant commander.", "lieutenant commander"),
        ("You were once a teacher, I read.", "teacher"),
    ],
)
def test_another_profession_than_the_recorded_one_is_found(text: str, span: str) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "You began in 1994 as a nursing assistant.",
        "I began as a surgical technologist, and wonder how you began.",
        "Would you spare twenty minutes for a young engineer?",
    ],
)
def test_recorded_ones_and_the_writers_own_are_left_alone(text: str) -> None:
    assert found(text) == []
