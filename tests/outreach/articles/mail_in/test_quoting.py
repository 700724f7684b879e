"""Lines shared out."""

from __future__ import annotations

from outreach.articles.mail_in.quoting import head_length, points_below, split


def test_a_quoted_line_that_a_program_broke_is_still_quoted() -> None:
    quoted = "> " + "word " * 13 + "and then"
    parts = split(f"On 3/3/2025 10:11 AM, Sam wrote:\n{quoted}\nthe rest of it\n> goes on\n\nYes.", "")
    assert parts.text == "Yes."


def test_an_answer_below_the_whole_quotation_is_no_pair() -> None:
    parts = split("On 3/3/2025 10:11 AM, Sam wrote:\n> One?\n> Two?\n\nYes.", "")
    assert (parts.text, parts.pairs) == ("Yes.", ())


def test_the_passage_of_a_pair_is_the_paragraph_above() -> None:
    parts = split("> Not this.\n>\n> May we\n> print it?\n\nYes.\n\n> Bye?\n\nBye.", "")
    assert [(pair.quoted, pair.passage) for pair in parts.pairs] == [
        ("print it?", "May we\nprint it?"),
        ("Bye?", "Bye?"),
    ]


def test_a_postscript_after_the_signature_is_not_lost() -> None:
    parts = split("Fine.\n\nBest,\nJane Marsh\n\nPS: please change my title.", "")
    assert parts.text == "Fine.\n\nPS: please change my title."
    assert parts.signature == "Best,\nJane Marsh"


def test_the_head_of_a_message_below_is_measured() -> None:
    assert head_length(["-----Original Message-----", "From: A", "Sent: B", "To: C", "Subject: D", "", "Hi"], 0) == 5
    assert head_length(["Hello"], 0) == 0


def test_words_that_point_below_are_known() -> None:
    assert points_below("Please see my comments in red")
    assert not points_below("Approved.")
