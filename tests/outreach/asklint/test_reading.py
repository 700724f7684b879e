"""Sentences and words with exact places, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Kind, Known, Message


def reading_of(text: str, **known: str) -> Reading:
    return Reading(Message(Kind.OTHER, text, Known(**known)))


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in reading_of(text).body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It rose! Why? So…", ["It fell.", "It rose!", "Why?", "So…"]),
        (
            "Dr. J. Roa of St. Anne wrote No. 5 at 9 a.m. today. Good.",
            ["Dr. J. Roa of St. Anne wrote No. 5 at 9 a.m. today.", "Good."],
        ),
        ("I wonder ... would June suit? Yes.", ["I wonder ... would June suit?", "Yes."]),
        ("It ended... Then it began. Yes.", ["It ended...", "Then it began.", "Yes."]),
        (
            "Questions:\n1. How?\n2. Why?\n- and this\nHe left. She came.",
            ["Questions:", "1. How?", "2. Why?", "- and this\nHe left.", "She came."],
        ),
        (
            "See https://example.org/a.b?c=d. Then call. Yes.",
            ["See https://example.org/a.b?c=d.", "Then call.", "Yes."],
        ),
        ("He said “No.” She left. Yes.", ["He said “No.”", "She left.", "Yes."]),
        ("It fell by 38% [2]. So did I. Yes.", ["It fell by 38% [2].", "So did I.", "Yes."]),
        ("谢谢您。我在写文章。好。", ["谢谢您。", "我在写文章。", "好。"]),
        ("one line\n\nanother line.", ["one line", "another line."]),
        ("The Ph.D. is new. Yes, it is.", ["The Ph.D. is new.", "Yes, it is."]),
    ],
)
def test_sentences_end_where_people_end_them(text, expected):
    assert sentences(text) == expected


def test_each_line_of_a_signature_is_a_sentence():
    found = reading_of("I write.\n\nSincerely,\nJo Park\nOpen to change").sentences
    assert [(one.part, one.text) for one in found][1:] == [
        ("closing", "Sincerely,"),
        ("closing", "Jo Park"),
        ("closing", "Open to change"),
    ]


def test_marks_of_facts_are_no_words():
    assert [word.text for word in reading_of("It fell [12] by 38% [3].").body_words] == ["it", "fell", "by", "38"]


def test_words_are_small_with_straight_apostrophes_and_known_by_halves():
    sentence = reading_of("The nurse’s 43-year-old note.").body[0]
    assert [word.text for word in sentence.words] == ["the", "nurse's", "43-year-old", "note"]
    assert "old" in sentence.vocabulary


def test_letters_whose_small_form_is_longer_keep_their_place():
    reading = reading_of("İzmir has İ. It fell by 38%.")
    assert len(reading.lower) == len(reading.text)
    assert [reading.text[word.start : word.end] for word in reading.body_words] == [
        "İzmir",
        "has",
        "İ",
        "It",
        "fell",
        "by",
        "38",
    ]


def test_a_question_is_known_in_other_scripts():
    assert reading_of("How? Yes.").body[0].is_question
    assert reading_of("怎么?").body[0].is_question
    assert not reading_of("No.").body[0].is_question


def test_what_a_message_brings_is_at_hand():
    message = Message(
        Kind.THANK_YOU, "Thank you. It rests.", Known(person="Luis Fernández-Roa"), Circumstances(sender="Jo")
    )
    reading = Reading(message)
    assert (reading.kind, reading.text, reading.circumstances.sender) == (Kind.THANK_YOU, message.text, "Jo")
    assert reading.reader_names == {"luis", "fernandez", "roa"}
    assert reading.supports == ()
    assert reading.rested == frozenset()


def test_a_sentence_that_uses_a_fact_rests_on_it():
    fact = "The Night Owl program halved delirium on two surgical floors."
    reading = Reading(Message(Kind.OTHER, "I write. Night Owl halved delirium.", Known(facts=(fact,))))
    assert reading.rested == {reading.body[1].start}


TEXTS = st.one_of(
    st.text(max_size=150),
    st.lists(
        st.sampled_from(["Dr. ", "a.m. ", "It fell. ", "…", "... and ", "?\"",
         "\n- ", "\n1. ", "\r\n\r\n", "İ", "谢谢。", "[3]", "U.S. ",
         "🙂 ", "No. 5", "’"]),
        max_size=16,
    ).map("".join),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sentences_cover_their_parts_and_know_their_places(text):
    reading = reading_of(text)
    end = 0
    for sentence in reading.sentences:
        assert sentence.start >= end
        assert text[sentence.start : sentence.end] == sentence.text
        assert len(sentence.lower) == len(sentence.text)
        assert all(sentence.start <= word.start < word.end <= sentence.end for word in sentence.words)
        end = sentence.end
    covered = "".join(sentence.text for sentence in reading.sentences)
    parts = "".join(text[span.start : span.end] for _, span in reading.parts.named())
    assert "".join(covered.split()) == "".join(parts.split())


@pytest.mark.parametrize("piece", ["a. ", "\n", "> a\n", "[3] ", "...", "Dr. ", "1. ", "\n-", "“"])
def test_a_long_text_of_one_shape_is_read(piece):
    text = piece * (9_000 // len(piece))
    assert all(text[one.start : one.end] == one.text for one in reading_of(text).sentences)
