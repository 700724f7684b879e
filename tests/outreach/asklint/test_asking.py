"""Requests, lengths, windows and ways out."""

from __future__ import annotations

import pytest

from outreach.asklint import asking
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Kind, Message


def sentence_of(text: str) -> Sentence:
    return Reading(Message(Kind.OTHER, f"Dear Dr. Roa,\n\n{text}\n\nSincerely,\nJo")).body[0]


@pytest.mark.parametrize(
    "text",
    [
        "May I interview you for 20 minutes?",
        "I would be grateful for a conversation in June.",
        "Please send me the slides.",
        "I am asking for half an hour of your time.",
        "Let me know whether June suits you.",
        "got 15 minutes in june?",
        "That is what I'd ask of you.",
    ],
)
def test_a_request_is_known(text):
    assert asking.is_request(sentence_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "If a colleague is the better person, I would be glad to be redirected.",
        "I would like to tell readers how it began.",
        "Readmissions fell from 21% to 14%.",
        "You will have the draft by June 12.",
    ],
)
def test_what_asks_for_nothing_is_no_request(text):
    assert not asking.is_request(sentence_of(text))


@pytest.mark.parametrize(
    "text", ["20 minutes", "15-20 min", "half an hour", "a quarter of an hour", "three questions in writing"]
)
def test_a_length_is_known(text):
    assert asking.names_length(sentence_of(f"It takes {text}."))


@pytest.mark.parametrize(
    "text", ["in June", "on May 4", "in late May", "the week of April 6", "any Tuesday", "this spring", "before Easter"]
)
def test_a_window_is_known(text):
    assert asking.names_window(sentence_of(f"Could we speak {text}?"))


@pytest.mark.parametrize("text", ["May I call you?", "Could we speak some time?", "You may call whenever it suits."])
def test_no_window_is_read_into_a_wish(text):
    assert not asking.names_window(sentence_of(text))


def test_a_way_out_is_known_and_so_is_history():
    assert asking.leaves_way_out(sentence_of("If a colleague is the better person, please say so."))
    assert not asking.leaves_way_out(sentence_of("May I call you in June?"))
    assert asking.is_about_past(sentence_of("In your talk last March you said it."))
    assert not asking.is_about_past(sentence_of("Any week in June would do."))


def test_requests_of_a_text_come_in_order():
    reading = Reading(Message(Kind.OTHER, "I write. May I call? It fell. Please reply soon if you can."))
    assert [one.text[:5] for one in asking.requests(reading)] == ["May I", "Pleas"]
