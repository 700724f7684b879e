"""The sentences of a message, each with what judging it needs."""

from __future__ import annotations

from datetime import date

from outreach.asklint.grounding.examples import OKAFOR
from outreach.asklint.grounding.line import lines_of, touches_facts
from outreach.asklint.grounding.signs import LEADER
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Kind, Known, Message

TEXT = "Subject: First Light\n\nDear Dr. Okafor-Lindqvist,\n\nYou cut sepsis. The mortality fell.\n\nJo Park"


def test_only_subject_and_body_are_judged_and_what_goes_on_is_kept() -> None:
    message = Message(Kind.INTERVIEW_REQUEST, TEXT, OKAFOR, Circumstances(today=date(2026, 5, 1)))
    lines = list(lines_of(Reading(message)))
    assert [line.sentence.text for line in lines] == ["First Light", "You cut sepsis.", "The mortality fell."]
    assert lines[2].before is LEADER
    assert lines[2].today == date(2026, 5, 1)
    assert touches_facts(lines[2], tuple(t for line in lines[1:] for t in line.tokens))


def test_nothing_known_gives_no_lines() -> None:
    assert list(lines_of(Reading(Message(Kind.OTHER, TEXT, Known())))) == []


def test_a_sentence_longer_than_anybody_writes_is_read_in_pieces() -> None:
    text = "your hospital and " * 600 + "your 77 beds"
    reading = Reading(Message(Kind.INTERVIEW_REQUEST, text, OKAFOR))
    lines = list(lines_of(reading))
    assert "".join(line.sentence.text for line in lines) == text
    assert all(text[line.sentence.start : line.sentence.end] == line.sentence.text for line in lines)
    assert len(lines) > 1
