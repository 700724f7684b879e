"""Signs of one fact spread over a message."""

from __future__ import annotations

import pytest

from outreach.asklint.reading import Reading
from outreach.asklint.research_shown import shows_research
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Anneke Vandermolen",
    title="Chief Medical Officer",
    organization="Brindle Creek Health",
    facts=(
        "Anneke Vandermolen, MD, is Chief Medical Officer of Brindle Creek Health.",
        "Her Night Owl program halved delirium on two surgical floors, from 12.5% to 6%.",
        "She began there as a porter in 1993, and became its chief in April 2020.",
        "Her vans gave 86,000 vaccinations in 19 months.",
        "A ferry launched in 2018 carries dialysis machines to four islands.",
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "How did Night Owl begin?",
        "From 12.5% to that, in a year.",
        "From porter, in 1993, to this.",
        "You have kept the place calm since April 2020.",
        "A ferry! I read it twice. Dialysis reaches the islands, and I ask how.",
    ],
)
def test_signs_of_one_fact_show_research(text):
    assert shows_research(Reading(Message(Kind.OTHER, text, KNOWN)))


@pytest.mark.parametrize(
    "text",
    [
        "You lead Brindle Creek Health as Chief Medical Officer.",
        "Your program and your patients interest me.",
        "In 2018 I left school.",
        "May I call between June 1 and June 19, for 19 minutes, or on the 19th?",
        "",
    ],
)
def test_what_stands_on_the_envelope_shows_none(text):
    assert not shows_research(Reading(Message(Kind.OTHER, text, KNOWN)))
