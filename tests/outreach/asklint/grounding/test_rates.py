"""How often: a figure worked out from another rate, and one of the wrong rate."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.line import lines_of
from outreach.asklint.grounding.rates import is_rate_of_known, other_rate
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Odalys Perdue",
    organization="Larkmoor Hospital",
    facts=("Larkmoor Hospital's night desk answers 7,300 calls a year.", "The kitchen cooks 900 meals a day."),
)


@pytest.mark.parametrize(
    ("text", "worked_out", "wrong"),
    [
        ("Your desk takes 20 calls a night.", True, False),
        ("Your desk takes 7,900 calls a year.", False, False),
        ("Your desk takes 60 calls a night.", False, False),
        ("Your kitchen cooks 900 meals a week.", False, True),
        ("Your kitchen cooks 900 meals a day.", False, False),
    ],
)
def test_a_rate_is_compared_with_that_of_the_fact(text: str, worked_out: bool, wrong: bool) -> None:
    line = next(lines_of(Reading(Message(Kind.OTHER, text, KNOWN))))
    figure = figures_of(text)[0]
    assert (is_rate_of_known(line, figure), bool(other_rate(line, figure))) == (worked_out, wrong)


def test_a_year_that_is_a_little_wrong_is_not_taken_for_rounded() -> None:
    text = "Your desk takes 7,900 calls a year."
    assert [text[c.start : c.end] for c in ungrounded(Reading(Message(Kind.OTHER, text, KNOWN)))] == ["7,900 calls"]
