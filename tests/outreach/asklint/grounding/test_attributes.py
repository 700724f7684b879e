"""Ranks, ratings, publishers, towns of meetings, fields of services and honors that a fact tells otherwise."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

OSEI = Known(
    person="Kwabena Osei-Lind",
    credentials=("MPH",),
    title="Administrator",
    organization="Juniper Hollow Veterans Home",
    facts=(
        "Kwabena Osei-Lind, MPH, is Administrator of Juniper Hollow Veterans Home in Salina, Kansas.",
        "He retired from the Army as a lieutenant colonel in 2011.",
        "The state rated the home Outstanding in 2022.",
        "He wrote the book Slow Corridors, published by Marsh Wren Press in 2021.",
        "His Second Supper program feeds residents with dementia at night.",
        "Second Supper was presented at the 2023 Long-Term Care Forum in Wichita.",
        "He received the Prairie Lamp Award in 2020.",
        "Before that he taught at Hollis College.",
    ),
)


def found(text: str) -> list[str]:
    message = Message(Kind.INTERVIEW_REQUEST, text, OSEI)
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("How did a colonel come to run a home?", "colonel"),
        ("You retired as a brigadier general in 2011.", "brigadier general"),
        ("I read that the state rated your home Good in 2022.", "Good"),
        ("Slow Corridors, published by Tall Pine Books in 2021, is on my desk.", "Tall Pine Books"),
        ("I read the slides from the 2023 forum in Topeka again.", "Topeka"),
        ("May I ask you about Second Supper, the cardiac surgery program you began?", "cardiac surgery"),
        ("Congratulations on the medal of 2020.", "medal"),
        ("I should like to ask about the years when you were dean at Hollis College.", "dean"),
        ("As President and CEO of Juniper Hollow you feed people at night.", "President and CEO"),
        ("The Second Breakfast Network is known to me from one line in a report.", "Second Breakfast Network"),
        ("That a Leicester MPH would wash dishes surprised me.", "Leicester"),
        ("It is in Nebraska that your home stands.", "Nebraska"),
    ],
)
def test_what_stands_in_the_place_of_a_confirmed_word_is_found(text: str, span: str) -> None:
    assert [each for each in found(text) if span in each], found(text)


@pytest.mark.parametrize(
    "text",
    [
        "How did a lieutenant colonel come to run a home?",
        "I retired as a captain myself.",
        "The state rated your home Outstanding, and ours Good.",
        "My own book was published by Tall Pine Books.",
        "I speak at our conference in Topeka in May.",
        "Slow Corridors, published by Marsh Wren Press, is on my desk.",
        "You were a teacher at Hollis College.",
        "Our cardiac surgery program has no supper at all.",
    ],
)
def test_what_is_confirmed_or_the_writers_own_is_left_alone(text: str) -> None:
    assert found(text) == []
