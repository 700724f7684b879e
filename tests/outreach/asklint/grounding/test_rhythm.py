"""A day or a rhythm that a fact tells otherwise is found; the writer's own are left alone."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.line import lines_of
from outreach.asklint.grounding.rhythm import rhythm_claims
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Ada Merriweather",
    title="Administrator",
    organization="Juniper Flats Hospital",
    facts=("Her Kitchen Rounds send cooks to the wards every Wednesday.", "The Flats Fund lends money monthly."),
)


def found(text: str) -> list[str]:
    reading = Reading(Message(Kind.THANK_YOU, text, KNOWN))
    return [line.sentence.text[claim.start : claim.end] for line in lines_of(reading) for claim in rhythm_claims(line)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Kitchen Rounds every Friday, rain or shine, would be hard here.", "every Friday"),
        ("Your Kitchen Rounds on Tuesdays bring the cooks to the wards.", "Tuesdays"),
        ("Your Flats Fund lends money weekly.", "weekly"),
    ],
)
def test_another_rhythm_than_the_recorded_one_is_found(text: str, span: str) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Kitchen Rounds every Wednesday would be hard here.",
        "Our cooks go to the wards every Friday, and I wonder about Kitchen Rounds.",
        "I am free every Friday.",
    ],
)
def test_the_recorded_rhythm_and_the_writers_own_are_left_alone(text: str) -> None:
    assert found(text) == []
