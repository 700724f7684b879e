from __future__ import annotations

import itertools
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.reading import read
from tests.needs import is_missing, shared_folder
from tests.outreach.articles.word_in.word_files import (
    about,
    comment,
    deleted,
    inserted,
    mark,
    old_run,
    paragraph,
    parts_of,
    run,
    said,
    whole,
    word_file,
    zipped,
)


def test_an_insertion_a_deletion_and_a_comment_come_in_the_order_of_the_text():
    body = paragraph(run("We opened "), deleted("two"), inserted("three"), run(" units "), about(7, run("last year")))
    found = read(word_file(body + said("End."), comments=whole("comments", comment(7, "Was it?"))))
    assert [(change.kind, change.before, change.after, change.comment) for change in found.changes] == [
        ("replacement", "two", "three", ""),
        ("comment", "last year", "last year", "Was it?"),
    ]
    assert [(one.kind, one.text, one.author) for one in found.marks] == [
        ("deletion", "two", "Ada Lind"), ("insertion", "three", "Ada Lind"),
    ]  # fmt: skip
    assert found.accepted == "We opened three units last year\nEnd."
    assert found.rejected == "We opened two units last year\nEnd."


def test_a_change_tells_where_it_stands_and_what_is_around_it():
    found = read(word_file(said("First.") + paragraph(run("We opened "), deleted("two "), run("units in spring."))))
    (change,) = found.changes
    assert (change.paragraph_index, change.start, change.end_paragraph, change.end) == (1, 10, 1, 14)
    assert (change.context_before, change.context_after) == ("We opened ", "units in spring.")
    assert change.made_at is not None
    assert change.made_at.isoformat() == "2026-03-04T05:06:07+00:00"


def test_a_footnote_is_read_where_it_is_referred_to_and_stays_beside_the_text():
    separator = f'<w:footnote w:type="separator" w:id="-1">{said("---")}</w:footnote>'
    note = separator + f'<w:footnote w:id="2">{paragraph(run("Source "), inserted("A"))}</w:footnote>'
    body = paragraph(inserted("one "), run("text"), '<w:r><w:footnoteReference w:id="2"/></w:r>', inserted(" two"))
    found = read(word_file(body, footnotes=whole("footnotes", note)))
    assert [change.after for change in found.changes] == ["one ", "A", " two"]
    assert found.changes[1].place == "footnote"
    assert found.accepted == "one text two"
    assert [(aside.place, aside.accepted, aside.rejected) for aside in found.asides] == [
        ("footnote", "Source A", "Source ")
    ]


def test_headers_come_after_the_running_text():
    found = read(word_file(paragraph(inserted("b")), header=whole("hdr", paragraph(inserted("a")))))
    assert [(change.after, change.place) for change in found.changes] == [("b", "text"), ("a", "header")]
    assert found.accepted == "b"


def test_a_comment_without_a_place_in_the_text_is_told_last():
    told = whole("comments", comment(1, "Lost?") + comment(2, "Placed."))
    found = read(word_file(paragraph(about(2, run("here"))), comments=told))
    assert [change.comment for change in found.changes] == ["Placed.", "Lost?"]
    assert found.changes[1].paragraph_index is None


def test_a_comment_on_deleted_words_tells_them():
    body = paragraph(run("a "), mark("del", about(1, old_run("gone"))), run(" z"))
    change = next(
        change
        for change in read(word_file(body, comments=whole("comments", comment(1, "Why?")))).changes
        if change.kind == "comment"
    )
    assert (change.before, change.after) == ("gone", "")


def test_what_was_not_read_is_told():
    body = paragraph(run("a"), "<w:r><w:drawing/></w:r>") + '<w:altChunk r:id="r9"/>' + said("b")
    assert read(word_file(body)).notes == (
        "The file includes a text of another format, which was not read.",
        "Pictures are not part of the text that was read.",
    )


def test_the_strict_form_of_the_namespaces_is_read_alike():
    body = paragraph(run("a "), inserted("b"))
    strict = whole("document", f"<w:body>{body}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    found = read(zipped({**parts_of(""), "word/document.xml": strict}))
    assert (found.accepted, found.rejected) == ("a b", "a ")


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(content: bytes):
    with pytest.raises(Refused) as told:
        read(content)
    assert str(told.value).endswith(".")


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_file_with_bytes_changed_is_read_or_refused(data: st.DataObject):
    content = bytearray(word_file(paragraph(run("one "), inserted("two"), deleted("three")) + said("four")))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(Refused):  # and nothing else is raised
        read(bytes(content))


# --- texts by construction ------------------------------------------------------------------------------------------

STATES = ("plain", "ins", "del", "moveFrom", "moveTo")
Piece = tuple[str, str]
PIECES = st.lists(st.tuples(st.sampled_from(STATES), st.text("abc é&<", min_size=1, max_size=6)), max_size=5)
PARAGRAPHS = st.lists(st.tuples(PIECES, st.sampled_from(STATES)), min_size=1, max_size=6)
ONLY_ACCEPTED, ONLY_REJECTED = ("ins", "moveTo"), ("del", "moveFrom")


def expected(told: list[tuple[list[Piece], str]], gone: tuple[str, ...]) -> str:
    """The text of one state: pieces and paragraph ends of the `gone` kinds left out; the last end always stands."""
    text = ""
    for number, (pieces, end) in enumerate(told):
        text += "".join(words for state, words in pieces if state not in gone)
        if number < len(told) - 1 and end not in gone:
            text += "\n"
    return text


def written(state: str, words: str) -> str:
    if state == "plain":
        return run(words)
    return mark(state, old_run(words) if state == "del" else run(words))


@settings(max_examples=20, deadline=None)
@given(PARAGRAPHS)
def test_both_states_are_what_was_written(told: list[tuple[list[Piece], str]]):
    told = [*told, ([("plain", "end")], "plain")]
    body = "".join(
        paragraph(*itertools.starmap(written, pieces), end="" if end == "plain" else end) for pieces, end in told
    )
    found = read(word_file(body))
    assert found.accepted == expected(told, ONLY_REJECTED)
    assert found.rejected == expected(told, ONLY_ACCEPTED)
    marked = [state for pieces, end in told for state in (*(state for state, _ in pieces), end) if state != "plain"]
    kinds = {"ins": "insertion", "del": "deletion", "moveFrom": "moved away", "moveTo": "moved here"}
    assert [one.kind for one in found.marks] == [kinds[state] for state in marked]
    assert sum(len(change.parts) for change in found.changes) == len(marked)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(("plain", "ins", "del")), st.text("abc d", min_size=1, max_size=5)), max_size=8)
)
def test_the_place_of_a_change_holds_its_words(pieces: list[Piece]):
    found = read(word_file(said("before") + paragraph(*itertools.starmap(written, pieces)) + said("after")))
    for change in found.changes:
        assert change.paragraph_index == 1
        assert found.rejected_paragraphs[1][change.start : change.end] == change.before


# --- files of other programs ----------------------------------------------------------------------------------------


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def recorded() -> list[Path]:
    folder = shared_folder() / "recordings-files" / "docx"
    if not folder.is_dir():
        is_missing("shared", "the Word files are not in the folder of recordings")
    return sorted(folder.glob("*.json"))


def test_texts_of_files_from_many_programs_are_those_that_two_tools_agree_on():
    compared = 0
    for told in recorded():
        truth = json.loads(told.read_text("utf-8"))
        found = read(told.with_suffix(".docx").read_bytes())
        for state, text in (("accepted", found.accepted), ("rejected", found.rejected)):
            tools = truth[state]
            if tools["libreoffice"] is None or letters(tools["pandoc"]) == letters(tools["libreoffice"]):
                assert letters(text) == letters(tools["pandoc"]), (told.name, state)
                compared += 1
            if tools.get("line_by_line") and tools["libreoffice"] and letters(text) == letters(tools["libreoffice"]):
                lines = [letters(line) for line in tools["libreoffice"].split("\n") if letters(line)]
                assert [letters(line) for line in text.split("\n") if letters(line)] == lines, (told.name, state)
    assert compared > 40


def test_comments_that_another_tool_finds_are_found():
    for told in recorded():
        found = read(told.with_suffix(".docx").read_bytes())
        comments = [change for change in found.changes if change.kind == "comment"]
        texts = {
            letters(text) for change in comments for text in (change.comment, *(one.text for one in change.replies))
        }
        wanted = {letters(one["text"]) for one in json.loads(told.read_text("utf-8"))["comments_by_pandoc"]}
        assert wanted <= texts, told.name
