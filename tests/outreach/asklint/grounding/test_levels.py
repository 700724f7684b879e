"""A level of honor that is not the confirmed one, and a whole that is confirmed as a part, are found."""

from __future__ import annotations

from outreach.asklint.grounding.levels import level_claims, whole_claims
from outreach.asklint.grounding.line import lines_of
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Ada Merriweather",
    title="Administrator",
    organization="Juniper Flats Hospital",
    facts=(
        "Juniper Flats received a Rural Care gold badge in 2022.",
        "Of its 14 fellows, 9 of whom are nurses, most stayed.",
    ),
)


def found(text: str) -> list[str]:
    lines = list(lines_of(Reading(Message(Kind.THANK_YOU, text, KNOWN))))
    return [
        line.sentence.text[claim.start : claim.end]
        for line in lines
        for claim in (*level_claims(line), *whole_claims(line))
    ]


def test_another_metal_than_the_confirmed_one_is_found() -> None:
    assert found("I have put the silver badge of 2022 into the box.") == ["silver badge"]


def test_the_confirmed_metal_and_the_writers_own_are_left_alone() -> None:
    assert found("I have put the gold badge of 2022 into the box.") == []
    assert found("We hang our bronze medal in the hall.") == []


def test_all_of_a_count_is_found_where_a_fact_tells_of_a_part() -> None:
    assert found("That all 14 of your fellows are nurses is rare.") == ["all 14"]
    assert found("That nine of your 14 fellows are nurses is rare.") == []
