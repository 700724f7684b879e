"""What is found in a single question: each rule by questions that it must and must not stop at."""

from __future__ import annotations

import pytest

from outreach.asklint.types import Known
from outreach.interviews.answered import Passage
from outreach.interviews.question_rules import Grounds, closed_in, passages_of, remarks_on

GOOD = (
    "Your report dates Bridge to Home to the winter of 2022. What happened that made it begin then?",
    "Whose support did the unit need that readers would not guess?",
    "What happened to patient flow?",
    "Which case managers took part?",
    "How did the nurses' pay for nights change?",
    "How did you win the trust of the council of patients and families?",
    "Tell me about the case for the unit that you made to the board.",
    "Describe the family council's part.",
    "How did the budget come about?",
    "How hard was the first week?",
    "How did you get the medical director on your side?",
    "How did you reach the executive team that week?",
    "Who was against it?",
)
FOUND = (
    ("leading", "How proud are you of the unit?"),
    ("leading", "It went well, didn't it?"),
    ("leading", "Don't you think that nurses should lead?"),
    ("leading", "Why didn't you ask the night shift?"),
    ("leading", "What made your inspiring turnaround work?"),
    ("leading", "Would you agree that the budget was the problem?"),
    ("two-in-one", "What did you stop and why did you stop it?"),
    ("two-in-one", "What surprised you? Who helped?"),
    ("no-question", "The short-stay unit."),
    ("career", "How did you become CEO?"),
    ("career", "How did you become chief operating officer?"),
    ("career", "How did you get this job?"),
    ("career", "What are current openings in your team?"),
    ("career", "How did your salary change with the program?"),
    ("job-ask", "Are you hiring?"),
    ("patient-detail", "Tell me about a patient who changed your mind."),
    ("patient-detail", "What is the patient's story that you tell most?"),
    ("patient-detail", "What happened to the woman after that?"),
    ("not-public", "How much did the unit cost?"),
    ("not-public", "What do your payer contracts say about it?"),
    ("private-matter", "How does your husband see the long hours?"),
)


@pytest.mark.parametrize("text", GOOD)
def test_nothing_is_found_in_a_good_question(text: str) -> None:
    assert remarks_on("people", text) == ()


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_each_rule_finds_what_it_is_for(rule: str, text: str) -> None:
    found = {one.rule: one for one in remarks_on("people", text)}
    assert rule in found
    assert found[rule].why


def test_what_asks_for_a_job_or_a_patient_stops_and_what_is_clumsy_does_not() -> None:
    stopping = {rule for rule, text in FOUND for one in remarks_on("people", text) if one.rule == rule and one.stops}
    assert stopping == {"career", "job-ask", "patient-detail", "private-matter"}


def test_more_than_25_words_are_too_many_and_25_are_not() -> None:
    words = "What did you leave out of the first plan" + " of that unit" * 5
    assert remarks_on("people", words + " that?") == ()
    (found,) = remarks_on("people", words + " of that?")
    assert found.rule == "long"
    assert "26 words" in found.why


def test_the_frame_may_be_answered_with_yes_and_the_close_asks_two_things() -> None:
    assert remarks_on("opening", "May I record this, so that I quote you exactly?") == ()
    close = "What should I have asked? Is there something I could find out or send that would be of use to you?"
    assert remarks_on("close", close) == ()
    assert closed_in("opening", "May I record this?") == ""
    assert closed_in("people", "Did they agree?") == "Did they agree?"


def test_a_close_without_an_offer_is_told() -> None:
    assert [one.rule for one in remarks_on("close", "What should I have asked?")] == ["no-give"]


def test_what_a_source_answers_is_shown_with_its_words_and_where_it_is_read() -> None:
    said = Passage("The short-stay unit opened on May 3, 2026.", "Lake News, 2026", "/claims/7/source#quote")
    (found,) = remarks_on("origin", "When did the short-stay unit open?", Grounds((said,)))
    assert (found.rule, found.source, found.address) == ("answered", "Lake News, 2026", "/claims/7/source#quote")
    assert "May 3, 2026" in found.why


def test_a_figure_that_no_fact_carries_stops() -> None:
    known = Known(person="Inés Okafor-Lindqvist", facts=("Boarding fell by 31% in six months.",), programs=("Unit",))
    grounds = Grounds(known=known)
    right = remarks_on("result", "Boarding fell by 31%. Which part of that would you not credit to the unit?", grounds)
    wrong = remarks_on("result", "Boarding fell by 52%. Which part of that would you not credit to the unit?", grounds)
    assert right == ()
    assert [(one.rule, one.phrase) for one in wrong] == [("ungrounded", "52%")]


@pytest.mark.parametrize("text", ["\x00", "<script>alert(1)</script>?", "?" * 500, "مرحبا؟", "😀 " * 100, "a" * 500])
def test_hostile_words_are_read_as_words(text: str) -> None:
    assert all(one.why for one in remarks_on("people", text))


def test_a_passage_said_twice_stands_once() -> None:
    assert passages_of([("A", "first", "/1"), ("B", "b", ""), ("A", "second", "/2")]) == (
        Passage("A", "first", "/1"),
        Passage("B", "b", ""),
    )
