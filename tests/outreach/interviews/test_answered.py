"""Which questions the stored sources answer, and which only share words with them."""

from __future__ import annotations

import pytest

from outreach.interviews.answered import Passage, answer_in

OPENED = Passage("Harrow Lake opened a 24-bed short-stay unit on September 14, 2026.", "News")
PLANNED = Passage("The Short-Stay Unit was planned by a group under Marisol Quill and Tom Marsh.", "Report")
RESULT = Passage("Short-Stay Unit. Result: Boarding fell by 31% in the first six months of 2026", "Record")
FOUR = Passage("Four medical units took part.", "Report")
LAKE = Passage("The first meeting was held in Harrow Lake.", "Minutes")
PASSAGES = (OPENED, PLANNED, RESULT, FOUR, LAKE)
NAMES = ("Short-Stay Unit", "Harrow Lake Regional", "Marisol Quill")


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("When did the Short-Stay Unit open?", OPENED),
        ("In what year was the Short-Stay Unit launched?", OPENED),
        ("How many beds does the unit have?", OPENED),
        ("Who planned the Short-Stay Unit?", PLANNED),
        ("What were the results of the Short-Stay Unit?", RESULT),
        ("By how much did boarding fall?", RESULT),
        ("Did boarding fall in the first six months?", RESULT),
        ("How many medical units took part?", FOUR),
        ("Where was the first meeting held?", LAKE),
    ],
)
def test_a_bare_fact_that_a_source_says_is_found(question: str, passage: Passage) -> None:
    assert answer_in(question, PASSAGES, NAMES) == passage


@pytest.mark.parametrize(
    "question",
    [
        "What happened that made the Short-Stay Unit begin then?",
        "Boarding fell by 31%. Which part of that would you not credit to the Short-Stay Unit?",
        "Why did boarding fall?",
        "Who was against the Short-Stay Unit?",
        "How many nurses call the unit at night?",
        "What was the hardest part of the Short-Stay Unit?",
        "When did you know that the Short-Stay Unit would work?",
        "Did the nurses agree?",
        "When were you most in doubt?",
        "Who?",
        "What is it?",
        "Tell me about the day on which the unit opened.",
        "",
    ],
)
def test_what_only_the_leader_knows_is_not_taken_for_answered(question: str) -> None:
    assert answer_in(question, PASSAGES, NAMES) is None


def test_without_sources_nothing_is_answered() -> None:
    assert answer_in("When did the Short-Stay Unit open?", (), NAMES) is None


def test_a_passage_without_an_answer_of_the_kind_is_none() -> None:
    undated = Passage("Harrow Lake opened a short-stay unit this fall.", "News")
    assert answer_in("When did the short-stay unit open?", (undated,), NAMES) is None
    assert answer_in("How many beds did the short-stay unit open with?", (undated,), NAMES) is None
