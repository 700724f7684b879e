"""What rests on contested facts or on figures that are not public is found at its place."""

from __future__ import annotations

from dataclasses import replace

from outreach.asklint.grounding import contested_places, unreleased_places
from outreach.asklint.grounding.examples import DELACROIX
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Kind, Message

DISPUTED = replace(DELACROIX, contested=("Safe Steps saved $2.5 million in its first year.",))
SECRET = Circumstances(unreleased=("Overtime rose by 12% this spring.",))


def test_a_figure_that_only_a_contested_sentence_carries_is_found() -> None:
    text = "Safe Steps reduced falls by 42% and saved $2.5 million."
    places = list(contested_places(Reading(Message(Kind.OTHER, text, DISPUTED))))
    assert [text[place.start : place.end] for place in places] == ["$2.5 million"]


def test_the_same_figure_of_something_else_is_left_alone() -> None:
    text = "Our own clinic has a budget of $2.5 million."
    assert list(contested_places(Reading(Message(Kind.OTHER, text, DISPUTED)))) == []


def test_an_unreleased_figure_is_found_in_words_too() -> None:
    text = "I hear that overtime rose by twelve percent."
    places = list(unreleased_places(Reading(Message(Kind.OTHER, text, DELACROIX, SECRET))))
    assert [text[place.start : place.end] for place in places] == ["twelve percent"]


def test_nothing_held_back_finds_nothing() -> None:
    reading = Reading(Message(Kind.OTHER, "Overtime rose by 12%.", DELACROIX))
    assert (list(contested_places(reading)), list(unreleased_places(reading))) == ([], [])
