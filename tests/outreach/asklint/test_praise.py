"""What is good about a message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.asklint import check
from outreach.asklint.praise import MOST_SENTENCES, facts_shown, good_things
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(
    person="Anneke Vandermolen",
    credentials=("MD",),
    organization="Brindle Creek Health",
    facts=("Her Night Owl program halved delirium on two surgical floors.",),
)
LETTER = (
    "Dear Dr. Vandermolen,\n\nI am writing an article for our chapter newsletter on nights in small hospitals. "
    "Night Owl halved delirium on two surgical floors, and I would like to tell readers how the first floor was "
    "won.\n\nMay I interview you for 20 minutes, by phone, between May 11 and June 5? You will have five questions "
    "beforehand and the draft for approval.\n\n"
    "If a colleague is the better person, I would be glad to be redirected.\n\nSincerely,\nJo Park"
)


def good_of(text: str, kind: Kind = Kind.INTERVIEW_REQUEST) -> tuple[str, ...]:
    message = Message(kind, text, KNOWN)
    return good_things(Reading(message), check(message))


def test_a_good_request_is_told_so():
    said = good_of(LETTER)
    assert said[:4] == (
        "One ask, with a length, a form and a window.",
        "It says why Anneke Vandermolen: it rests on 1 confirmed fact.",
        "It promises approval.",
        "Questions come beforehand.",
    )
    assert len(said) <= MOST_SENTENCES


@pytest.mark.parametrize(
    ("known", "whom"),
    [
        (replace(KNOWN, pronouns="she/her"), "her"),
        (replace(KNOWN, pronouns="He / him"), "him"),
        (replace(KNOWN, pronouns="they"), "them"),
        (replace(KNOWN, person="Tom Abara", leader="Anneke Vandermolen"), "Anneke Vandermolen"),
    ],
)
def test_whom_a_request_is_about_is_said_as_recorded_or_by_name(known: Known, whom: str):
    said = good_things(Reading(Message(Kind.INTERVIEW_REQUEST, LETTER, known)))
    assert f"It says why {whom}: it rests on 1 confirmed fact." in said


def test_sentences_that_say_the_same_are_one_fact():
    same = (
        "Her Night Owl program halved delirium on two surgical floors.",
        "Night Owl: delirium on two surgical floors was halved.",
        "Anneke Vandermolen leads Night Owl.",
    )
    other = "In 2019 the hospital opened a hospice garden."
    told = LETTER.replace("how the first", "about the hospice garden of 2019 and how the first")
    known = replace(KNOWN, facts=(*same, other))
    assert facts_shown(Reading(Message(Kind.INTERVIEW_REQUEST, LETTER, known))) == 1
    assert facts_shown(Reading(Message(Kind.INTERVIEW_REQUEST, told, known))) == 2


def test_facts_that_are_marked_count_as_marked():
    reading = Reading(Message(Kind.INTERVIEW_REQUEST, LETTER, KNOWN))
    assert "It says why Anneke Vandermolen: it rests on 3 confirmed facts." in good_things(reading, (), 3)
    assert not any("rests on" in one for one in good_things(reading, (), 0))


def test_nothing_is_praised_that_a_finding_speaks_against():
    said = good_of("Dear Anneke,\n\nCould we talk?\n\nJo Park")
    assert not any("ask" in sentence or "title" in sentence for sentence in said)


def test_thanks_without_an_ask_are_good():
    said = good_of(
        "Dear Dr. Vandermolen,\n\nYou said the porter knew first. No reply is needed.\n\nJo Park", Kind.THANK_YOU
    )
    assert "No ask in this letter." in said
    assert "It asks for no reply." in said


def test_a_note_that_fits_is_told_its_length():
    assert "40 characters: it fits LinkedIn." in good_of("Dr. Vandermolen, I read about Night Owl.", Kind.LINKEDIN_NOTE)


def test_an_empty_text_has_nothing_good():
    assert good_of("") == ()
