"""The example sentences are many, different, and hold the places that they name."""

from __future__ import annotations

from outreach.asklint.grounding.examples import BAD, GOOD


def test_there_are_enough_and_no_two_are_alike() -> None:
    texts = [text for _, text, _ in BAD] + [text for _, text in GOOD]
    assert len(texts) >= 120
    assert len(set(texts)) == len(texts)


def test_every_place_stands_in_its_sentence() -> None:
    assert [text for _, text, spans in BAD if not spans or any(span not in text for span in spans)] == []
