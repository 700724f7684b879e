"""Figures said of the leader or the place are looked up; the writer's and the request's own are not."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.examples import DELACROIX
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message


def found(text: str, known: Known) -> list[str]:
    message = Message(Kind.INTERVIEW_REQUEST, text, known)
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [("Safe Steps reduced falls by 52%.", ["52%"]), ("Falls went from 80 to 20 a month under you.", ["80 to 20"]),
     ("The wait fell by 29 minutes in your emergency department, from 74.", ["29 minutes"]),
     ("Turnover fell by 42% at Bayou Crossing.", ["42%"]),
     ("I wonder how 5 hospitals and 1,304 beds are run.", ["1,304 beds"]),
     ("Falls on twelve units went down in 2021 with Safe Steps.", ["2021"])],
)  # fmt: skip
def test_a_figure_that_nothing_carries_is_found_exactly(text: str, spans: list[str]) -> None:
    got = found(text, DELACROIX)
    assert len(got) == len(spans)
    assert [span for span, claim in zip(spans, got, strict=True) if span not in claim] == []


@pytest.mark.parametrize(
    "text",
    ["The wait fell by 45 minutes in your emergency department.", "May I have 25 minutes between March 3 and 14?",
     "I run a unit of 30 beds.", "Falls: 42% fewer.", "The 30-day readmissions of your patients interest me.",
     "For a class of 25 people I would like to ask you about Safe Steps.", "Your nurses are there 24 hours a day."],
)  # fmt: skip
def test_other_figures_are_left_alone(text: str) -> None:
    assert found(text, DELACROIX) == []
