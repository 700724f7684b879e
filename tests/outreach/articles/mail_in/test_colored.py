"""Answers within quoted text, in capitals or colors."""

from __future__ import annotations

from outreach.articles.mail_in.answer import MailAnswer
from outreach.articles.mail_in.colored import with_marked_answers
from outreach.articles.mail_in.html_text import HtmlText
from outreach.articles.mail_in.quoting import split

BELOW = "From: Sam\nSent: Monday\nTo: Jane\nSubject: Text\n\nWe have 120 beds.\nIT IS 140 BEDS.\nWe opened in 2019."


def test_lines_in_capitals_are_answers_when_the_writer_says_so() -> None:
    parts = split(f"See my comments in CAPS below.\n\n{BELOW}", "")
    answer = with_marked_answers(MailAnswer("answer", "", text=parts.text), parts, HtmlText(""))
    assert [(pair.answer, pair.quoted) for pair in answer.pairs] == [("IT IS 140 BEDS.", "We have 120 beds.")]
    assert answer.text.endswith("IT IS 140 BEDS.")


def test_lines_in_capitals_are_none_without_such_words() -> None:
    parts = split(f"Approved.\n\n{BELOW}", "")
    assert with_marked_answers(MailAnswer("answer", "", text=parts.text), parts, HtmlText("")).pairs == ()
