"""A sentence that rests on a fact is held against all of it, whoever the sentence is about."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

BRANDVOLD = Known(
    person="Astrid Brandvold",
    credentials=("MHA",),
    title="Chief Operating Officer",
    organization="Copper Lake Hospital",
    facts=(
        "Astrid Brandvold, MHA, has been Chief Operating Officer of Copper Lake Hospital since 2017.",
        "Copper Lake Hospital has 264 beds in Ely, Minnesota.",
        "Her Open Hallway project cut falls with harm by 38% over 15 months.",
        "Open Hallway began in May 2019 with four porters and one coach.",
        "Open Hallway costs $310,000 a year.",
        "Turnover among porters fell from 44% to 19% in two years.",
        "Waiting Room Choir has 52 singers, the oldest of them 84.",
        "The hospital's nurse fellowship has kept 88% of its graduates after one year.",
    ),
)


def found(text: str) -> list[str]:
    message = Message(Kind.INTERVIEW_REQUEST, text, BRANDVOLD)
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Open Hallway cut falls with harm by 38% over 12 months.", "12 months"),
        ("I had not known that turnover among porters went from 44% to 29% without a raise.", "29%"),
        ("I read that turnover among porters fell from 41% to 19%.", "41%"),
        ("Open Hallway started with four porters and three coaches, if my notes are right.", "three coaches"),
        ("What I took home is that a project costing $210,000 a year needed no new wards.", "$210,000"),
        ("I've drawn the 61 singers of the Waiting Room Choir as one long line.", "61 singers"),
        ("I never met anybody who took up singing at 91, as your oldest did.", "91"),
        ('Please check the sentence "the fellowship has kept 94% of its graduates after one year".', "94%"),
        ('Please check the sentence "the fellowship has kept 88% of its graduates after three years".', "three years"),
        ("I had it from a leaflet: turnover of the porters was 44% before, 31% after.", "31%"),
    ],
)
def test_a_figure_that_a_fact_tells_otherwise_is_found(text: str, span: str) -> None:
    got = found(text)
    assert [each for each in got if span in each], got


@pytest.mark.parametrize(
    "text",
    [
        "Open Hallway cut falls with harm by 38% over 15 months.",
        "Turnover among porters went from 44% to 19%, and we are still at 41%.",
        "Our own turnover among porters went from 44% to 31%.",
        "I run a home with 88 beds where Open Hallway is much talked about.",
        "I am a porter at a 90-bed hospital that spent $1.2 million on falls last year.",
        "Here is our own count, beside your 38%: at Elm Street 12 of 61 porters left, which is 19.7%.",
        "I work at the Elm Street Home (61 beds, 12% of falls with harm), and I write for its newsletter.",
        "When 88% of graduates stay, I want to ask about the 12%.",
        "We tried a choir: 23 singers, two of them good.",
        "You are one of four people I am asking.",
        "Could we talk about Open Hallway for 20 minutes in the first two weeks of May?",
        "Most hospitals keep fewer than 100 beds open.",
    ],
)
def test_what_a_fact_carries_and_what_is_the_writers_own_is_left_alone(text: str) -> None:
    assert found(text) == []
