"""Word files of an article: what a reviewer is shown, a paragraph each, with changes tracked; equal bytes each time."""

from __future__ import annotations

import io
import zipfile
from types import SimpleNamespace
from typing import Any

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles import word_out
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.versions import Marks, QuoteMeant

BODY = """## The keys

“Nobody had decided who could open the room on a Sunday,”[q1] says Ẹniọlá Ọ̀ṣunbọ̀. <b>&amp; more</b>

- Ask who holds the key.

> They argued about keys.
"""
MARKS = Marks((QuoteMeant(1, "Inés", "Nobody had decided who could open the room on a Sunday", person_id=1),))
VERSION: Any = SimpleNamespace(number=3)


def shown(title: str = "Keys & <chairs>", body: str = BODY) -> Shown:
    return shown_to(title, body, MARKS, Viewer(1, "Inés", "whole"))


def lines(content: bytes) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in Document(io.BytesIO(content)).paragraphs]


def test_a_copy_holds_what_is_shown_with_their_words_marked_and_changes_tracked():
    content = word_out.copy_for(VERSION, shown())
    assert lines(content) == [
        ("Title", "Keys & <chairs>"), ("Heading 2", "The keys"),
        ("Normal", "“Nobody had decided who could open the room on a Sunday,” says Ẹniọlá Ọ̀ṣunbọ̀. <b>& more</b>"),
        ("List Bullet", "Ask who holds the key."), ("Quote", "They argued about keys."),
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "<w:trackRevisions/>" in archive.read("word/settings.xml").decode()
        assert archive.read("word/document.xml").decode().count("w:highlight") == 1


def test_a_manuscript_has_no_marks_and_tracks_nothing():
    content = word_out.manuscript("Keys", BODY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "trackRevisions" not in archive.read("word/settings.xml").decode()
        assert "highlight" not in archive.read("word/document.xml").decode()
    assert "[q1]" not in " ".join(text for _, text in lines(content))


def test_the_same_text_makes_the_same_bytes_without_names_or_times():
    first = word_out.copy_for(VERSION, shown())
    assert first == word_out.copy_for(VERSION, shown())
    properties = Document(io.BytesIO(first)).core_properties
    assert (properties.author, properties.comments, properties.created.year) == ("", "", 2000)


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_makes_a_file_that_opens(title: str, body: str):
    assert lines(word_out.copy_for(VERSION, shown(title, body)))[0][0] == "Title"
