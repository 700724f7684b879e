"""Which sentence rests on what."""

from __future__ import annotations

from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message
from outreach.drafts.materials import Said
from outreach.drafts.resting import MOST_WORDS, rests

SAID = (
    Said("Inés Okafor-Lindqvist chaired the group that planned the lantern ward.", fact_id=4),
    Said("Boarding at Harrow Lake fell by 31% in six months.", program_id=9),
)
LETTER = "Dear Inés,\n\nBoarding fell by 31% in six months. {}May I ask you for 20 minutes?\n\nSincerely,\nJordan Ellis"


def message(body: str) -> Message:
    return Message(
        Kind.INTERVIEW_REQUEST, body, Known(person="Inés Okafor-Lindqvist", facts=tuple(one.sentence for one in SAID))
    )


def test_a_sentence_is_shown_with_what_it_rests_on_and_the_writers_own_words_with_nothing() -> None:
    found = rests(Reading(message(LETTER.format(""))), SAID)
    assert [(one.sentence, one.grounds) for one in found] == [
        ("Boarding fell by 31% in six months.", (SAID[1],)),
        ("May I ask you for 20 minutes?", ()),
    ]


def test_of_a_text_that_is_no_letter_any_more_nothing_is_shown() -> None:
    assert rests(Reading(message(LETTER.format("Words and more words. " * MOST_WORDS))), SAID) == ()
