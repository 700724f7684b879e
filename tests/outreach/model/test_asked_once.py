"""Equal questions are asked once; faults are not kept; only a few questions are under way at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from outreach.model import asked_once
from outreach.model.asked_once import KEPT_S, MOST_AT_ONCE, AskedOnce
from outreach.model.endpoint import NotAnswered


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_second_press_is_given_the_first_answer_for_a_while():
    clock, calls = Seconds(), []
    asked = AskedOnce(clock)

    def ask() -> str:
        calls.append(1)
        return f"answer {len(calls)}"

    assert [asked.answer("q", ask), asked.answer("q", ask)] == ["answer 1", "answer 1"]
    assert asked.answer("another", ask) == "answer 2"
    clock.now = KEPT_S + 1
    assert asked.answer("q", ask) == "answer 3"


def test_a_second_press_waits_for_the_first_answer():
    asked, begun, go = AskedOnce(), threading.Event(), threading.Event()
    calls = []

    def slowly() -> str:
        calls.append(1)
        begun.set()
        assert go.wait(10)
        return "the answer"

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(asked.answer, "q", slowly)
        assert begun.wait(10)
        second = pool.submit(asked.answer, "q", slowly)
        go.set()
        assert (first.result(10), second.result(10)) == ("the answer", "the answer")
    assert calls == [1]


def test_a_fault_is_not_kept():
    asked = AskedOnce()

    def fail() -> str:
        raise NotAnswered("no")

    with pytest.raises(NotAnswered):
        asked.answer("q", fail)
    assert asked.answer("q", lambda: "yes") == "yes"


def test_more_than_a_few_at_once_are_asked_to_wait():
    asked, go = AskedOnce(), threading.Event()
    begun = [threading.Event() for _ in range(MOST_AT_ONCE)]

    def slowly(event: threading.Event) -> str:
        event.set()
        assert go.wait(10)
        return "late"

    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        under_way = [
            pool.submit(asked.answer, number, lambda event=event: slowly(event)) for number, event in enumerate(begun)
        ]
        assert all(event.wait(10) for event in begun)
        with pytest.raises(NotAnswered, match="answering others"):
            asked.answer("one more", lambda: "no")
        go.set()
        assert [one.result(10) for one in under_way] == ["late"] * MOST_AT_ONCE
    assert asked.answer("one more", lambda: "now") == "now"


def test_answers_do_not_pile_up(monkeypatch):
    monkeypatch.setattr(asked_once, "MOST_KEPT", 3)
    asked = AskedOnce()
    for number in range(20):
        asked.answer(number, lambda: "x")
    assert len(asked._known) <= 3
