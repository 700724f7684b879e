"""What is confirmed is read once: figures, what follows from two of them, names and titles."""

from __future__ import annotations

from outreach.asklint.grounding.examples import OKAFOR
from outreach.asklint.grounding.known_text import known_text
from outreach.asklint.types import Known

CHANGE = Known(facts=("The Lamp Room cut the wait from 80 to 20 minutes.", "It trained 14 fellows, 9 of whom stayed."))


def test_a_change_gives_its_difference_its_percent_and_its_factor() -> None:
    parts = {of.part: of.figure.value for of in known_text(CHANGE).figures if of.is_derived and of.part}
    assert parts == {"difference": 60, "change": 75, "left": 25, "times": 0.25}


def test_some_of_a_number_give_a_share() -> None:
    shares = [
        round(of.figure.value) for of in known_text(CHANGE).figures if of.figure.kind == "percent" and not of.part
    ]
    assert 64 in shares


def test_programs_and_names_are_anchors_and_places_are_not() -> None:
    anchors = known_text(OKAFOR).anchors
    assert {"okafor", "harrow", "first", "light"} - {"first"} <= anchors
    assert not {"duluth", "minnesota", "iowa", "center"} & anchors


def test_the_same_known_is_read_once() -> None:
    assert known_text(OKAFOR) is known_text(OKAFOR)


def test_nothing_known_is_no_error() -> None:
    assert known_text(Known()).figures == ()
