"""An article as a PDF: all its words, on both papers, tagged; letters that cannot be printed are told."""

from __future__ import annotations

import pypdfium2
import pytest

from outreach.articles import article_pdf
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.versions import Marks
from outreach.drafts.printed_letter import Unprintable

BODY = (
    "## The keys\n\nThey argued about <font color='red'>keys</font> & chairs.\n\n- Ask Ẹniọlá.\n\n> A quote.\n\n"
    + ("They met at seven and wrote down who was not asked. " * 40 + "\n\n") * 4
)


def shown(body: str = BODY) -> Shown:
    return shown_to("Keys", body, Marks(), Viewer(None, "", "whole", sees_all=True))


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 841))])
def test_every_word_is_on_the_paper(paper: str, size: tuple[int, int]):
    seen = shown()
    file = pypdfium2.PdfDocument(article_pdf.pdf("Keys & chairs", "Jordan Ellis", seen, paper))
    assert tuple(map(int, file[0].get_size())) == size
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())
    assert "Keys & chairs" in text
    assert "<font color='red'>keys</font> & chairs." in text
    assert text.count("who was not asked") == 160
    assert len(file) > 1


def test_it_is_tagged_and_the_same_each_time():
    first = article_pdf.pdf("Keys", "", shown("One."))
    assert first == article_pdf.pdf("Keys", "", shown("One."))
    assert b"StructTreeRoot" in first
    assert b"/Lang (en-US)" in first or b"/Lang" in first


def test_letters_that_the_typeface_lacks_are_told():
    with pytest.raises(Unprintable, match="林"):
        article_pdf.pdf("Keys", "", shown("林 said so."))


def test_an_empty_text_and_a_very_long_word():
    assert article_pdf.pdf("", "", shown("")).startswith(b"%PDF")
    assert article_pdf.pdf("Keys", "", shown("w" * 5_000)).startswith(b"%PDF")
