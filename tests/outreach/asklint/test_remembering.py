"""What is kept of a sentence: asked once, told again, and not for texts that would fill the memory."""

from __future__ import annotations

from outreach.asklint.remembering import LONGEST, remembered


def test_a_text_is_worked_out_once_for_each_further_value() -> None:
    asked: list[tuple[str, int]] = []

    @remembered(8)
    def answer(text: str, number: int) -> str:
        asked.append((text, number))
        return text * number

    assert [answer("ab", 2), answer("ab", 2), answer("ab", 3)] == ["abab", "abab", "ababab"]
    assert asked == [("ab", 2), ("ab", 3)]


def test_only_the_last_answers_are_kept() -> None:
    asked: list[str] = []

    @remembered(2)
    def answer(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in ("a", "b", "c", "c", "a"):
        assert answer(text) == 1
    assert asked == ["a", "b", "c", "a"]


def test_an_overlong_text_is_never_kept() -> None:
    asked: list[str] = []

    @remembered(8)
    def answer(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in ("x" * (LONGEST + 1), "x" * (LONGEST + 1), "y" * LONGEST, "y" * LONGEST):
        answer(text)
    assert [len(text) for text in asked] == [LONGEST + 1, LONGEST + 1, LONGEST]
