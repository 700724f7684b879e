from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles.word_in import comparing
from outreach.articles.word_in.comparing import Comparison, compare
from outreach.articles.word_in.model import WordFile
from outreach.articles.word_in.reading import read
from tests.outreach.articles.word_in.word_files import deleted, inserted, paragraph, run, said, word_file

SENT = "We opened two units.\n\nNobody waited long.\n\n- One more line."


def compared(*lines: str, sent: str = SENT) -> Comparison:
    return compare(sent, read(word_file("".join(map(said, lines)))), "version 3")


def test_words_that_differ_are_suggestions_with_their_place_in_what_was_sent():
    found = compared("We opened three units.", "Nobody waited long.", "A new paragraph.", "One line.")
    assert [(one.kind, one.before, one.after) for one in found.changes] == [
        ("replacement", "two", "three"), ("insertion", "", "A new paragraph.\n"), ("deletion", "more", ""),
    ]  # fmt: skip
    first = found.changes[0]
    assert (first.paragraph_index, first.start, first.end) == (0, 10, 13)
    assert (first.context_before, first.context_after) == ("We opened ", " units.")
    assert (first.author, first.made_at, first.parts) == ("", None, ())


def test_the_sentence_says_how_the_differences_were_found():
    assert compared("We opened three units.", "Nobody waited long.", "One more line.").sentence == (
        "This file carries no tracked changes; its text was compared with version 3. 1 place differs."
    )
    assert compared("Nobody waited.").sentence.endswith("2 places differ.")


def test_what_word_changes_by_itself_is_no_difference():
    sent = '"It\'s done" - she said...\n\n\n* an item'
    same = compared("“It’s done” – she said…", "an\N{NO-BREAK SPACE}item", "", sent=sent)
    assert same.changes == ()
    assert same.sentence == "This file carries no tracked changes, and its words are those of version 3."


def test_edits_beside_tracked_changes_are_found():
    body = paragraph(run("We opened "), deleted("two"), inserted("three"), run(" wards."))
    found = compare("We opened two units.", read(word_file(body)), "version 3")
    assert [(one.before, one.after) for one in found.changes] == [("units.", "wards.")]
    assert found.sentence == (
        "Besides its tracked changes, the text of this file was compared with version 3: "
        "1 place differs without a mark."
    )
    honest = compare("We opened two wards.", read(word_file(body)), "version 3")
    assert honest.sentence == "Apart from its tracked changes, the text of this file is version 3."


def test_empty_texts_are_compared():
    assert compared(sent="").changes == ()
    assert [one.after for one in compared("New.", sent="").changes] == ["New."]
    assert [one.before for one in compared(sent="Old words.").changes] == ["Old words."]


def test_a_text_far_longer_than_an_article_is_not_compared(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(comparing, "LONGEST", 10)
    assert compared("Much longer than ten letters.").sentence == (
        "This file is far longer than an article and was not compared with version 3."
    )


def test_where_too_much_is_alike_words_that_occur_once_divide_the_texts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(comparing, "MOST_PAIRS", 10)
    sent = "so so so old so so so only so so so so"
    found = compared(sent.replace("old", "new") + " end", sent=sent)
    assert [(one.before, one.after) for one in found.changes][-1][1].endswith("end")
    assert len(found.changes) == 2


WORDS = st.lists(st.sampled_from(["a", "b", "c,", "one\ntwo", "x.\n\ny"]), max_size=12).map(" ".join)


@settings(max_examples=20, deadline=None)
@given(WORDS, WORDS)
def test_with_its_suggestions_taken_what_was_sent_has_the_words_of_the_file(sent: str, came: str):
    lines = tuple(came.split("\n"))
    found = compare(sent, WordFile((), (), lines, lines))
    starts = [0, *(place + 1 for place, letter in enumerate(sent) if letter == "\n")]
    text = sent
    for change in reversed(found.changes):
        begin, end = starts[change.paragraph_index] + change.start, starts[change.end_paragraph] + change.end
        assert sent[begin:end] == change.before
        text = f"{text[:begin]} {change.after} {text[end:]}"
    assert text.split() == came.split()
