"""The measures of health care are known by their words, verbs apart."""

from __future__ import annotations

from outreach.asklint.grounding.measures import measures_in
from outreach.asklint.grounding.tokens import tokens_of


def test_a_measure_is_known_by_any_of_its_words() -> None:
    assert measures_in(tokens_of("fewer alerts")) == measures_in(tokens_of("overnight alarms"))


def test_a_verb_is_no_measure() -> None:
    assert measures_in(tokens_of("numbers fall when nurses experience less")) == frozenset()
