"""The file that was handed in, compared with a version: what Word changes by itself is none, every other word is."""

from __future__ import annotations

import hashlib
import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles import handed_files, manuscripts, word_out
from outreach.articles.models import ArticleVersion
from outreach.errors import Refused

BODY = """## The problem

Two doors stood open.[1] “We wrote it down on paper first,”[q1] says Inés.

- Ask who holds the *key*.
- Walk the path.
"""


def version(body: str = BODY, title: str = "Ninety days") -> ArticleVersion:
    return ArticleVersion(number=2, title=title, body=body)


def test_every_file_made_of_a_version_says_what_it_says():
    for ending in ("docx", "txt", "md"):
        made = manuscripts.manuscript(version(), ending)
        found = handed_files.compared(made.name, made.content, version())
        assert (found.is_same, found.is_made_here) == (True, ending == "docx"), ending
        assert found.digest == hashlib.sha256(made.content).hexdigest()


def test_a_word_file_saved_elsewhere_is_the_same_text_with_other_bytes():
    document = Document()
    for line in manuscripts.text_of(version()).split("\n"):
        document.add_paragraph(line.replace("“", '"').replace("”", '"'))
    file = io.BytesIO()
    document.save(file)
    found = handed_files.compared("a.docx", file.getvalue(), version())
    assert (found.is_same, found.is_made_here) == (True, False)


def test_each_word_that_differs_is_told():
    other = word_out.manuscript("Ninety days", BODY.replace("Two doors", "Three doors").replace("Walk", "Map"))
    found = handed_files.compared("a.docx", other, version())
    assert [(one.before, one.after) for one in found.differences] == [("Two", "Three"), ("Walk", "Map")]
    assert found.words == "2 passages differ"
    title = word_out.manuscript("Ninety nights", BODY)
    assert [one.after for one in handed_files.compared("a.docx", title, version()).differences] == ["nights"]


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12), st.integers(0, 5))
def test_a_word_put_in_anywhere_is_found(word, at):
    lines = manuscripts.text_of(version()).split("\n")
    at = min(at, len(lines) - 1)
    lines[at] = f"{lines[at]} xx{word}xx"
    found = handed_files.compared("a.txt", "\n\n".join(lines).encode(), version())
    assert not found.is_same


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"{\\rtf1 x", b"\xff\xfe", b"a\0b", b"PK\x03\x04", b"x" * 10_000_001, b"ab " * 900_000],
)
def test_what_is_no_text_is_refused_in_words(content):
    with pytest.raises(Refused, match=r"Nothing was kept|Nothing was read"):
        handed_files.compared("a.docx", content, version())
