"""Credentials are known as letters and spelled out."""

from __future__ import annotations

from outreach.asklint.grounding.credentials import PROFESSIONS, letters_of, spelled_out
from research.names import CREDENTIALS


def test_letters_are_read_without_their_marks() -> None:
    assert [letters_of(text) for text in ("NEA-BC", "Ph.D.", "PharmD")] == ["NEABC", "PHD", "PHARMD"]


def test_a_fellowship_is_spelled_out_and_a_rare_one_is_not() -> None:
    assert "Fellow of the American College of Healthcare Executives" in spelled_out("FACHE")
    assert spelled_out("XYZQ") == ()


def test_every_profession_asks_for_letters_that_are_known() -> None:
    assert set().union(*PROFESSIONS.values()) <= CREDENTIALS
