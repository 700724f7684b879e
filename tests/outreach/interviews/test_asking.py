"""What a question asks: where the asking begins, openly or not, one thing or two."""

from __future__ import annotations

import pytest

from outreach.interviews.asking import asked_in, joined_in, plain, sentences_of, words_in

OPEN = (
    "Your report dates Bridge to Home to the winter of 2022 [3]. What happened that made it begin then?",
    "You said that the pharmacists called first [1]. Tell me about the meeting in which that was settled.",
    "The rate fell from 21 to 14 percent [2]; which part of that would you not credit to the program?",
    "Whose support did you need that readers would not guess?",
    "When the unit opened, what surprised you?",
    "You moved the desk, which changed the round; what surprised you?",
    "Could you describe the first week?",
    "I would like to understand how you won agreement.",
    "In what way did Dr. Marsh help?",
    "And how did the night shift take it?",
    "Walk me through the first morning.",
)
CLOSED = (
    "Did the nurses agree?",
    "After that, did the nurses agree?",
    "If you began again tomorrow, would you do the same?",
    "So the nurses agreed?",
    "Was it the budget or the staff?",
    "It went well, didn't it?",
    "Tell me whether the budget held.",
    "Is there a plan for the spring?",
)


@pytest.mark.parametrize("text", OPEN)
def test_a_question_that_takes_telling_is_open(text: str) -> None:
    (asked,) = asked_in(text)
    assert asked.is_open


@pytest.mark.parametrize("text", CLOSED)
def test_a_question_that_yes_or_no_answers_is_closed(text: str) -> None:
    (asked,) = asked_in(text)
    assert not asked.is_open


@pytest.mark.parametrize("text", ["Short-stay unit", "", "   ", "...", "You chaired the group.", "[3]", "？"])
def test_what_asks_nothing_asks_nothing(text: str) -> None:
    assert asked_in(text) == ()


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("When did the unit open?", "date"),
        ("How many beds does the unit have?", "number"),
        ("Who planned it?", "person"),
        ("Where did it begin?", "place"),
        ("What were the results?", "thing"),
        ("Did it open in May?", "yes or no"),
        ("What happened that made it begin then?", ""),
        ("Why did the first plan fail?", ""),
        ("How did the nurses take it?", ""),
    ],
)
def test_what_a_bare_fact_would_answer_is_told(text: str, wants: str) -> None:
    assert asked_in(text)[0].wants == wants


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("What did you stop and why did you stop it?", "and why"),
        ("What changed, who noticed, and how did you respond?", "and how"),
        ("How did it begin, what came next?", ", what"),
        ("How did you decide what to stop and what to keep?", ""),
        ("Tell me who was for it and who was against it.", ""),
        ("What was planned and has since changed?", ""),
        ("Tell me about the budget and the staff.", ""),
    ],
)
def test_a_second_request_in_one_sentence_is_found(text: str, second: str) -> None:
    assert joined_in(asked_in(text)[0]) == second


def test_an_abbreviation_ends_no_sentence_and_marks_are_no_words() -> None:
    assert sentences_of("In what way did Dr. Marsh help? And St. Brendan?") == [
        "In what way did Dr. Marsh help?",
        "And St. Brendan?",
    ]
    assert plain("It fell [3].  Why?") == "It fell. Why?"
    assert words_in("It fell [3] – why?") == 3


@pytest.mark.parametrize(
    "text", ["what " * 200, "?" * 500, ", and what" * 50, "i wonder " * 60, "(" * 500, "who\n" * 100]
)
def test_whatever_stands_there_is_read(text: str) -> None:
    assert isinstance(asked_in(text), tuple)
    assert all(isinstance(joined_in(one), str) for one in asked_in(text))
