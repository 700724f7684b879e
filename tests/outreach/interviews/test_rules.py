"""The questions of a talk all together: number, time, ground, close, when to send them."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.interviews import rules
from outreach.interviews.rules import Question, review

CLOSE = "What should I have asked? Is there something I could find out or send that would be of use to you?"


def asked(*texts: str, kind: str = "people", minutes: int = 3, has_ground: bool = True) -> list[Question]:
    return [Question(number, kind, text, minutes, has_ground) for number, text in enumerate(texts, start=1)]


def good(number: int = 4) -> list[Question]:
    """So many good questions, the close one of them."""
    words = ("stop", "keep", "change", "leave out", "plan", "learn", "fear", "save", "move")
    close = Question(99, "close", CLOSE, 1, has_ground=False)
    return [*asked(*(f"What did the unit {word}?" for word in words[: number - 1])), close]


def rules_of(found) -> list[str]:
    return [one.rule for one in found]


def test_nothing_is_found_in_a_good_guide() -> None:
    found = review(20, good(5))
    assert found.count == 0
    assert found.planned == 13


@pytest.mark.parametrize(("number", "rule"), [(3, ["too-few"]), (4, []), (6, []), (7, ["too-many"])])
def test_four_to_six_questions_fit_twenty_minutes(number: int, rule: list[str]) -> None:
    assert rules_of(review(20, good(number)).of_all) == rule


def test_two_in_reserve_are_enough_and_take_no_time() -> None:
    two = [Question(50 + n, "reserve", f"What would you do {n} times?", 9, has_ground=True) for n in range(2)]
    three = [*two, Question(60, "reserve", "What came of it?", 9, has_ground=True)]
    assert review(20, [*good(), *two]).of_all == ()
    assert "reserve" in review(20, [*good(), *three]).of_all[0].why


def test_a_talk_that_runs_over_is_told_by_how_much() -> None:
    (found,) = review(10, [*asked("What did they stop?", minutes=11), good()[-1]]).of_all
    assert found.rule == "over-time"
    assert "12 minutes of 10" in found.why


def test_the_first_closed_question_is_noted_and_the_second_is_not_passed_over() -> None:
    found = review(20, [*asked("Did they agree?", "Was it hard?", "What did they stop?"), good()[-1]])
    tones = {number: one.tone for number, of_one in found.remarks.items() for one in of_one if one.rule == "closed"}
    assert tones == {1: "note", 2: "warn"}


def test_a_question_that_hangs_on_nothing_is_told_but_not_the_frame() -> None:
    opening = Question(7, "opening", "May I record this?", 1, has_ground=False)
    found = review(20, [opening, *asked("What did they stop?", has_ground=False), good()[-1]])
    assert {number: rules_of(of_one) for number, of_one in found.remarks.items()} == {7: [], 1: ["no-fact"], 99: []}


def test_what_hangs_on_a_fact_that_does_not_hold_stops() -> None:
    withdrawn = Question(1, "people", "What did they stop?", 3, has_ground=True, trouble="You have withdrawn the fact.")
    found = review(20, [withdrawn, *good()[1:]])
    assert [(one.rule, one.why) for one in found.stopping] == [("changed-fact", "You have withdrawn the fact.")]


def test_a_talk_without_a_close_is_told_and_an_empty_guide_is_only_short() -> None:
    assert rules_of(review(20, good()[:-1]).of_all) == ["too-few", "no-give"]
    assert rules_of(review(20, []).of_all) == ["too-few"]
    assert review(20, []).of_all[0].why == "No question for 20 minutes."


@pytest.mark.parametrize(
    ("meets_on", "by"),
    [
        (date(2026, 11, 20), date(2026, 11, 17)),
        (date(2026, 11, 30), date(2026, 11, 24)),
        (date(2026, 7, 6), date(2026, 6, 30)),
    ],
)
def test_questions_leave_three_working_days_with_holidays_left_out(meets_on: date, by: date) -> None:
    assert rules.send_by(meets_on) == by
    assert review(20, good(), meets_on=meets_on, today=by).of_all == ()


def test_what_is_late_is_told_and_what_is_over_is_not() -> None:
    meets_on = date(2026, 11, 20)
    assert rules_of(review(20, good(), meets_on=meets_on, today=date(2026, 11, 18)).of_all) == ["late"]
    assert review(20, good(), meets_on=meets_on, today=date(2026, 11, 21)).of_all == ()


@pytest.mark.parametrize("minutes", range(5, 91))
def test_bounds_leave_room_for_every_talk(minutes: int) -> None:
    least, most = rules.bounds(minutes)
    assert 2 <= least <= most
