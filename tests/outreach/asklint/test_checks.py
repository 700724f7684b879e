"""The makers of checks."""

from __future__ import annotations

from outreach.asklint.checks import compiled_phrase, found_in, pattern, phrase_index, phrases, whole
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Message, Severity


def reading_of(text: str) -> Reading:
    return Reading(Message(Kind.OTHER, text))


def spans(text: str, check) -> list[str]:
    return [text[hit.start : hit.end] for hit in check(reading_of(text))]


def test_an_expression_is_found_in_the_parts_it_is_about():
    text = "Subject: A demo\n\nA Demo, and a demo.\n\nSincerely,\nDemo"
    assert spans(text, pattern(r"\bdemo\b")) == ["demo", "Demo", "demo"]
    assert spans(text, pattern(r"\bdemo\b", parts=("closing",))) == ["Demo"]


def test_a_gap_stands_for_a_few_words():
    gap = compiled_phrase(r"\bi <2>admire\b")
    assert gap.search("i really do admire")
    assert not gap.search("i really do most certainly admire")
    assert not gap.search("i know. they admire")


def test_an_expression_is_tried_only_where_its_word_stands():
    check = phrases(
        (
            ("sick", r"\byou are \w+"),
            ("old well-worn", r"\b\w+ shoes"),
        )
    )
    assert spans("You are here. You are sick. Well-worn shoes. Old shoes.", check) == [
        "You are sick",
        "worn shoes",
        "Old shoes",
    ]


def test_the_halves_of_a_word_with_a_hyphen_count():
    assert spans("A 43-year-old came.", phrases((("old", r"\d+-year-old"),))) == ["43-year-old"]


def test_a_sentence_with_an_exception_is_left_alone():
    check = phrases((("urgent", r"\burgent\b"),), unless=r"\bnot urgent\b")
    assert spans("It is urgent. It is not urgent.", check) == ["urgent"]


def test_a_condition_has_to_hold():
    check = phrases((("it", r"\bit\b"),), when=lambda _, sentence: sentence.is_question)
    assert spans("It fell. Did it fall?", check) == ["it"]


def test_the_first_place_in_a_sentence_is_told():
    index = phrase_index((("fell rose", r"\brose\b"), ("fell", r"\bfell\b")))
    assert found_in(reading_of("It fell and rose.").body[0], index) == (3, 7)
    assert found_in(reading_of("It stood.").body[0], index) is None


def test_a_hit_on_a_sentence_covers_all_of_it():
    sentence = reading_of("It fell. It rose.").body[1]
    hit = whole(sentence, "why", Severity.NOTE)
    assert (hit.start, hit.end, hit.message, hit.severity) == (9, 17, "why", Severity.NOTE)
