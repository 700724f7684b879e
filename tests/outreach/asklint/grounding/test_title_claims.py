"""Titles, professions and awards said of the leader are looked up; those of others are not."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.examples import DELACROIX, OKAFOR, VILLASENOR
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message


def found(text: str, known: Known) -> list[str]:
    message = Message(Kind.INTERVIEW_REQUEST, text, known)
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(
    ("text", "known", "spans"),
    [("As Cedar Basin's Chief Nursing Officer you see it.", VILLASENOR, ["Chief Nursing Officer"]),
     ("You were named chairman last year.", VILLASENOR, ["chairman"]),
     ("As a physician you see more.", DELACROIX, ["physician"]),
     ("The view of a Chief Financial Officer such as you counts.", DELACROIX, ["Chief Financial Officer"]),
     ("Your award-winning Safe Steps is known.", DELACROIX, ["award-winning"])],
)  # fmt: skip
def test_a_title_that_is_not_confirmed_is_found_exactly(text: str, known: Known, spans: list[str]) -> None:
    assert found(text, known) == spans


@pytest.mark.parametrize(
    ("text", "known"),
    [("As CEO you see it.", VILLASENOR), ("As a nurse you see more.", DELACROIX),
     ("As a physician you see more.", OKAFOR),
     ("Your award-winning First Light is known.", OKAFOR), ("I am a director of nursing.", OKAFOR),
     ("Your chief of surgery was kind on the telephone.", OKAFOR)],
)  # fmt: skip
def test_other_titles_are_left_alone(text: str, known: Known) -> None:
    assert found(text, known) == []
