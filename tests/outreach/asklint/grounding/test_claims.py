"""What nothing confirmed carries is found at its exact place, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.examples import BAD, DELACROIX, GOOD, OKAFOR
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Kind, Known, Message
from tests.outreach.asklint.grounding import invented_letters, invented_neighbors


def found(
    text: str, known: Known, kind: Kind = Kind.INTERVIEW_REQUEST, about: Circumstances | None = None
) -> list[str]:
    message = Message(kind, text, known, about or Circumstances())
    return [text[claim.start : claim.end] for claim in ungrounded(Reading(message))]


@pytest.mark.parametrize(("known", "text", "spans"), [*BAD, *invented_letters.BAD, *invented_neighbors.BAD])
def test_every_wrong_place_is_found_and_no_other(known: Known, text: str, spans: tuple[str, ...]) -> None:
    got = found(text, known)
    assert len(got) == len(spans)
    assert [span for span, claim in zip(spans, got, strict=True) if span not in claim] == []


@pytest.mark.parametrize(("known", "text"), [*GOOD, *invented_letters.GOOD, *invented_neighbors.GOOD])
def test_what_is_confirmed_or_not_said_of_the_leader_is_left_alone(known: Known, text: str) -> None:
    assert found(text, known) == []


_WHOLE: dict[str, Any] = json.loads(Path(__file__).with_name("whole_letters.json").read_text(encoding="utf-8"))
LEADERS = [
    Known(each["person"], tuple(each["credentials"]), each["title"], each["organization"], tuple(each["facts"]))
    for each in _WHOLE["leaders"]
]


@pytest.mark.parametrize("letter", _WHOLE["letters"])
def test_in_whole_letters_what_is_wrong_is_found_and_what_is_right_left_alone(letter: dict[str, Any]) -> None:
    got = found(letter["text"], LEADERS[letter["leader"]], Kind.of(letter["kind"]))
    assert bool(got) == bool(letter["wrong"])
    assert [span for span in letter["wrong"] if span not in " ".join(got)] == []


def test_where_nothing_is_known_nothing_is_found() -> None:
    assert found("You cut falls by 90% at Gulf Pines Hospital.", Known()) == []


def test_what_was_said_in_the_interview_carries_a_figure() -> None:
    text = "You said that it took nine months."
    assert found(text, DELACROIX, about=Circumstances(said_in_interview=("It took us nine months.",))) == []


def test_in_a_thank_you_note_what_they_said_is_not_looked_up_without_notes() -> None:
    assert found("You told me that 300 nurses took part.", DELACROIX, Kind.THANK_YOU) == []


def test_names_of_the_writers_own_side_are_left_alone() -> None:
    about = Circumstances(sender_organization="Gulf Pines Hospital", introduced_by=("Anne Colby",))
    assert found("You know Anne Colby of Gulf Pines Hospital.", OKAFOR, about=about) == []


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert all(text[claim.start : claim.end] for claim in ungrounded(Reading(Message(Kind.OTHER, text, OKAFOR))))
