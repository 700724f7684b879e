"""Requests for change, in the words that were written."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.answer import Pair
from outreach.articles.mail_in.change_requests import (
    asks_for_change,
    change_requests,
    is_logistics,
    names_change,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "form", "old", "new"),
    [
        ('Please replace "cut" with "reduced".', "replace", "cut", "reduced"),
        ("Change 'CEO' to 'President and CEO'.", "replace", "CEO", "President and CEO"),
        ('"120 beds" should read "140 beds".', "replace", "120 beds", "140 beds"),
        ("Reemplace “gerente” por “directora”.", "replace", "gerente", "directora"),
        ("Bitte ersetzen Sie „Klinik“ durch „Krankenhaus“.", "replace", "Klinik", "Krankenhaus"),
        ("Please delete the last sentence.", "delete", "", ""),
        ("Please add that it began in 2021.", "add", "", ""),
    ],
)
def test_a_request_keeps_its_words_and_the_texts_that_it_names(text: str, form: str, old: str, new: str) -> None:
    (request,) = change_requests(text)
    assert (request.words, request.form, request.old, request.new) == (text, form, old, new)


def test_items_of_a_numbered_list_are_requests_each() -> None:
    found = change_requests("A few comments:\n\n1. Title is President\n2. Delete the photo\n3. OK")
    assert [(request.words, request.sure) for request in found] == [
        ("1. Title is President", False),
        ("2. Delete the photo", True),
    ]


def test_an_answer_under_a_quoted_line_is_a_request_unless_it_agrees() -> None:
    pairs = (Pair("Yes.", "First.", "First."), Pair("Remove this.", "Second.", "Second."))
    found = change_requests("Yes.\n\nRemove this.", pairs)
    assert [(request.words, request.quoted) for request in found] == [("Remove this.", "Second.")]


@pytest.mark.parametrize(
    "sentence", ["No changes needed.", "You need not change a thing.", "Please add me to the thread."]
)
def test_what_asks_for_nothing_in_the_text_is_no_request(sentence: str) -> None:
    assert not asks_for_change(sentence)


def test_meetings_and_lists_are_told_from_the_text() -> None:
    assert is_logistics("Please move the meeting.")
    assert not is_logistics("Please fix the quote before the meeting.")


def test_words_that_name_a_change_are_known() -> None:
    assert names_change("the photo is removed")
    assert not names_change("the sun shines")


def test_sentences_end_where_they_end_and_not_at_titles() -> None:
    assert list(sentences("Dr. Marsh approves. Go\nahead now.\n\n1. One\n2. Two")) == [
        "Dr. Marsh approves.",
        "Go ahead now.",
        "1. One",
        "2. Two",
    ]
