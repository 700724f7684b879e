"""How letters begin and end, line by line."""

from __future__ import annotations

import pytest

from outreach.asklint.greetings import (
    closing_in_line,
    greeting_end,
    is_closing,
    is_honorific,
    is_name_line,
    is_signature_line,
)

READER = frozenset({"tomas", "quintero", "vale"})


@pytest.mark.parametrize(
    ("line", "greeting"),
    [
        ("Dear Dr. Oyelaran,", "Dear Dr. Oyelaran,"),
        ("Dear Dr. Marguerite Oyelaran, MD, NEA-BC: I write.", "Dear Dr. Marguerite Oyelaran, MD, NEA-BC:"),
        ("Hi there, hope you are well.", "Hi there,"),
        ("Good morning, Dr. Oyelaran, I read it.", "Good morning, Dr. Oyelaran,"),
        ("Good morning, Commissioner Quintero Vale, I read it.", "Good morning, Commissioner Quintero Vale,"),
        ("Good morning, Lakeside Hospital, I read it.", "Good morning,"),
        ("Hello, I am Jo.", "Hello,"),
        ("Hello Marguerite!", "Hello Marguerite!"),
        ("To whom it may concern, I write.", "To whom it may concern,"),
        ("Dear Sir or Madam:", "Dear Sir or Madam:"),
        ("Mr. Quintero-Vale, I am writing.", "Mr. Quintero-Vale,"),
        ("Tomás, I am writing.", "Tomás,"),
        ("Marguerite -", "Marguerite -"),
        ("Dear Ms. Duarte and Dr. Oyelaran, thank you.", "Dear Ms. Duarte and Dr. Oyelaran,"),
        ("Dear Oyelaran I am writing to ask about something for which I have no words at all.", "Dear Oyelaran"),
        ("Dear", "Dear"),
    ],
)
def test_a_greeting_ends_where_the_sentence_begins(line, greeting):
    assert line[: greeting_end(line, READER)] == greeting


@pytest.mark.parametrize(
    "line",
    [
        "Quiet rooms, we learned, help.",
        "I am writing an article.",
        "Yesterday, I read your report.",
        "Dearborn has two hospitals.",
        "",
        "Second, the unit moved.",
    ],
)
def test_a_sentence_is_no_greeting(line):
    assert greeting_end(line, READER) is None


@pytest.mark.parametrize(
    "line",
    [
        "Sincerely,",
        "With thanks for your time,",
        "Best",
        "Kind regards, Jo Park",
        "Thank you,",
        "Respectfully yours,",
        "cheers",
    ],
)
def test_words_of_closing_are_known(line):
    assert is_closing(line)


@pytest.mark.parametrize(
    "line",
    ["Thank you for your time yesterday.", "Best practices spread slowly.", "With two nurses it began", "I write."],
)
def test_a_sentence_is_no_closing(line):
    assert not is_closing(line)


def test_lines_of_a_signature_are_short_and_no_sentences():
    assert is_signature_line("Operations Coordinator, Lakeshore Inc.")
    assert is_signature_line("(555) 010-2030")
    assert not is_signature_line("The draft comes to you first, before it is printed.")
    assert not is_signature_line("• a list")


def test_a_name_is_capitalized_or_alone():
    assert is_name_line("Priya Raman · Operations Coordinator")
    assert is_name_line("jo")
    assert not is_name_line("looking forward to it")
    assert not is_name_line("Questions:")


@pytest.mark.parametrize(
    ("line", "closing"),
    [
        ("You approve the draft. Best, Jo Park", "Best, Jo Park"),
        ("You approve the draft. Jo Park", "Jo Park"),
        ("You approve the draft. — Jo", "— Jo"),
        ("You approve the draft. Thanks!", "Thanks!"),
    ],
)
def test_a_closing_at_the_end_of_the_last_line_is_found(line, closing):
    assert line[closing_in_line(line) :] == closing


@pytest.mark.parametrize("line", ["You approve the draft.", "You approve. It is yours to use", "Jo Park"])
def test_the_end_of_a_sentence_is_no_closing(line):
    assert closing_in_line(line) is None


def test_titles_before_names_are_known():
    assert is_honorific("Dr.")
    assert is_honorific("Mrs")
    assert not is_honorific("Drive")
