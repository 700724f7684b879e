"""Which confirmed facts a text uses, sentence by sentence."""

from __future__ import annotations

from outreach.asklint.grounding import rests_on
from outreach.asklint.grounding.examples import OKAFOR
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Message


def facts_of(text: str) -> list[tuple[str, int]]:
    found = rests_on(Reading(Message(Kind.INTERVIEW_REQUEST, text, OKAFOR)))
    return [(text[support.start : support.end], support.fact) for support in found]


def test_a_sentence_rests_on_the_fact_whose_words_and_figures_it_shares() -> None:
    assert facts_of("First Light cut sepsis mortality to 11%. May I call you?") == [
        ("First Light cut sepsis mortality to 11%.", 1)
    ]


def test_a_figure_and_a_word_are_enough() -> None:
    assert facts_of("Your 412 beds are few.") == [("Your 412 beds are few.", 2)]


def test_praise_and_names_rest_on_nothing() -> None:
    assert facts_of("You are amazing, Dr. Okafor-Lindqvist, and so is Harrow Ridge Medical Center.") == []


def test_the_signs_are_told() -> None:
    text = "First Light cut sepsis mortality by seven points."
    support = next(iter(rests_on(Reading(Message(Kind.INTERVIEW_REQUEST, text, OKAFOR)))))
    assert "seven points" in support.shared
    assert {"sepsi", "mortality"} & set(support.shared)
