"""Proposed questions: nothing invented, short enough to be said, and found good by the rules they are checked with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.interviews.composing import FactGround, ProgramGround, Talk, propose
from outreach.interviews.question_rules import MOST_WORDS
from outreach.interviews.rules import Question, review

UNIT = ProgramGround(
    1, "Short-Stay Unit", "Boarding in the emergency department", "Opened 24 beds for stays under 48 hours",
    "Boarding fell by 31%", "the first six months of 2026", "2026-01", "Chaired the group that planned it",
)  # fmt: skip
LONG = "the desk that nobody had asked for and that everybody had to pass on the way to the old building " * 6
PROGRAMS = (
    UNIT,
    ProgramGround(2, "Quiet Hours", "", "", "lowered overnight alarms by 38%", "2024"),
    ProgramGround(3, "Sepsis bundle", "", "Nurses may call the bundle", "48 percent fewer deaths", "2023"),
    ProgramGround(4, "eICU"),
    ProgramGround(5, LONG[:290], LONG, LONG, LONG, LONG[:90], "2021-05-03", LONG),
    ProgramGround(6, "Caf\u00e9 [3] {{x}} “Sol”", "[1]", "\n\n", "?", "!", "0000", "..."),
    ProgramGround(7, "the", "a", "b", "c", "d", "e", "f"),
)
TALKS = tuple(
    Talk(20, program, (), readers, question, "quotes and facts")
    for program in PROGRAMS
    for readers, question in (
        ("operations staff of smaller hospitals", "you won agreement to the order of events"),
        ("", ""),
        (LONG[:290], LONG),
    )
)


def texts(talk: Talk) -> dict[str, str]:
    return {one.kind: one.text for one in propose(talk) if one.kind != "reserve"}


def test_the_questions_of_twenty_minutes_say_what_the_record_says() -> None:
    found = texts(Talk(20, UNIT, (), "operations staff of smaller hospitals", "", "quotes and facts"))
    assert found["opening"].endswith("You will see what I quote before it is published.")
    assert found["origin"] == "The Short-Stay Unit began in January 2026. What happened that made it begin then?"
    assert found["hard_turn"].startswith("I read that you chaired the group that planned it.")
    assert found["result"].startswith("With the Short-Stay Unit, boarding fell by 31% in the first six months of 2026.")
    assert found["transfer"].startswith("What should operations staff of smaller hospitals leave out")
    assert list(found) == ["opening", "origin", "hard_turn", "people", "result", "transfer", "close"]


def test_what_the_project_wants_to_learn_is_asked() -> None:
    found = texts(Talk(20, UNIT, question="you won agreement to the order of events"))
    assert "how you won agreement to the order of events" in found["hard_turn"]


@pytest.mark.parametrize(("review_of_sources", "promised"), [("whole", True), ("none", False), ("", False)])
def test_only_what_the_venue_allows_is_promised(review_of_sources: str, promised: bool) -> None:
    assert ("You will see" in texts(Talk(20, UNIT, review=review_of_sources))["opening"]) is promised


def test_a_record_without_a_source_gives_its_name_alone() -> None:
    told = " ".join(texts(Talk(20, replace(UNIT, is_sourced=False))).values())
    assert "Short-Stay Unit" in told
    assert not any(words in told for words in ("31%", "2026", "chaired", "Boarding"))


@pytest.mark.parametrize("talk", TALKS)
def test_every_proposal_can_be_said_and_passes_its_own_check(talk: Talk) -> None:
    found = propose(talk)
    assert all(len(one.text.split()) <= MOST_WORDS and len(one.text) <= 500 for one in found)
    assert not any(sign in one.text for one in found for sign in ("[", "{{", "\n"))
    asked = [Question(at, one.kind, one.text, one.minutes, one.program_id is not None) for at, one in enumerate(found)]
    result = review(talk.minutes, asked)
    assert [(asked[at].text, one.rule) for at, of_one in result.remarks.items() for one in of_one] == []
    assert result.of_all == ()


@pytest.mark.parametrize("minutes", [5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 90])
def test_the_times_fill_the_talk_and_no_shorter_one_is_crowded(minutes: int) -> None:
    found = propose(Talk(minutes, UNIT))
    assert sum(one.minutes for one in found) == minutes
    assert all(one.minutes > 0 for one in found if one.kind != "reserve")
    asked = [Question(at, one.kind, one.text, one.minutes, has_ground=True) for at, one in enumerate(found)]
    assert review(minutes, asked).of_all == ()


def test_without_a_program_each_question_hangs_on_a_fact() -> None:
    facts = (FactGround(3, "you received the Copper Kite Award in 2025"), FactGround(4, "you chair the rural council"))
    found = propose(Talk(20, None, facts, "administrators of rural hospitals", "you won agreement"))
    assert [(one.kind, one.fact_id) for one in found] == [
        ("opening", None), ("origin", 3), ("hard_turn", 4), ("transfer", 4), ("close", None),
    ]  # fmt: skip
    assert found[1].text == "I read that you received the Copper Kite Award in 2025. What came before that?"


def test_a_fact_that_cannot_be_said_in_a_breath_is_left_out() -> None:
    found = propose(Talk(20, None, (FactGround(3, f"you {LONG}"),)))
    assert [one.kind for one in found] == ["opening", "close"]


def test_with_nothing_confirmed_there_is_only_the_frame() -> None:
    assert [one.kind for one in propose(Talk(20))] == ["opening", "close"]
