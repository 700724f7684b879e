"""Frames and the learned judge together: who decides when they agree, and when they do not."""

from __future__ import annotations

from outreach.asklint.career.asks import Frame
from outreach.asklint.career.verdicts import THRESHOLD, Heard, Seen, verdicts


def seen(weight: int, name: str = "offer") -> Seen:
    return Seen(Frame(name, weight, "a post", ()), weight, 2, 8, 0, 3)


def gains(*heard: Heard) -> list[str]:
    return [ask.gain for ask in verdicts(heard)]


def test_a_frame_that_asks_needs_no_more_than_a_neutral_sentence() -> None:
    assert gains(Heard((seen(3),), 0.0, 0, 10)) == ["a post"]


def test_a_frame_that_asks_is_overruled_by_an_ordinary_sentence() -> None:
    assert gains(Heard((seen(3),), -0.5, 0, 10)) == []


def test_a_certain_frame_stands_against_doubt() -> None:
    assert gains(Heard((seen(4),), -0.4, 0, 10)) == ["a post"]


def test_the_learned_judge_decides_alone_where_it_is_sure() -> None:
    assert gains(Heard((), THRESHOLD, 0, 10)) == ["something for yourself"]
    assert gains(Heard((), THRESHOLD - 0.01, 0, 10)) == []


def test_two_hints_in_a_message_are_worth_a_frame_that_asks() -> None:
    one, other = Heard((seen(2),), 0.0, 0, 10), Heard((seen(2, "moving"),), 0.0, 11, 20)
    assert gains(one) == []
    assert gains(one, other) == ["a post", "a post"]


def test_a_label_is_for_the_frames_alone() -> None:
    assert gains(Heard((seen(3),), None, 0, 10)) == ["a post"]
    assert gains(Heard((seen(2),), None, 0, 10), Heard((), None, 11, 20)) == []


def test_the_clause_of_the_frame_is_named_before_that_of_the_sentence() -> None:
    assert [(ask.start, ask.end) for ask in verdicts([Heard((seen(3),), 0.9, 0, 10)])] == [(2, 8)]
