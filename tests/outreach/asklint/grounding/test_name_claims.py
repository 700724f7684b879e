"""Names said of the leader or the place are looked up; where the writer works, studies and publishes is not."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.examples import VILLASENOR
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message


def found(text: str, known: Known) -> list[str]:
    message = Message(Kind.INTERVIEW_REQUEST, text, known)
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [("Open Doors raised discharges before noon from 9% to 31%.", ["Open Doors"]), ("You trained at Duke.", ["Duke"]),
     ("Cedar Basin, honored by the Joint Commission, grew.", ["Joint Commission"]),
     ("May I interview you about Open Doors?", ["Open Doors"]),
     ("Your hospital in Reno has 48 beds.", ["Reno"]), ("As a graduate of Kellogg you know figures.", ["Kellogg"]),
     ("Like you, I studied at Duke University.", ["Duke University"])],
)  # fmt: skip
def test_a_name_that_is_not_confirmed_is_found_exactly(text: str, spans: list[str]) -> None:
    assert found(text, VILLASENOR) == spans


@pytest.mark.parametrize(
    "text",
    ["I studied at Duke University.", "It is for the Western Health Review.",
     "Dana Whitfield of Lakeside Clinic gave me your name.",
     "This is Jo Park calling for Mr. Villaseñor.", "I met you at the conference in Reno.", "I work in Reno, Nevada.",
     "You asked for two names: Anne Colby and Sam Ortiz."],
)  # fmt: skip
def test_other_names_are_left_alone(text: str) -> None:
    assert found(text, VILLASENOR) == []
