"""What a user brings is told by its content, named so that one text is one document, and refused in words."""

from __future__ import annotations

import pytest

from outreach.dossiers.given import NotUsable, checked_address, pasted, uploaded
from research.types import Citation
from tests.outreach.dossiers.documents import locked_pdf, pdf
from tests.outreach.dossiers.invented_sources import NOW


def test_a_pasted_text_is_one_document_however_often_it_is_pasted():
    once, again = pasted("Jane Q. Roe spoke.\nShe said so."), pasted("Jane Q. Roe spoke.\nShe said so.", "Sentinel")
    assert (once.sha256, once.url) == (again.sha256, again.url)
    assert (once.title, again.title) == ("Jane Q. Roe spoke.", "Sentinel")
    assert pasted("Another.").url != once.url


@pytest.mark.parametrize("name", ["a report.pdf", "C:\\x\\résumé.pdf", "../../etc/passwd", "", "<b>.txt", "\x00"])
def test_a_file_s_name_is_only_its_title_and_its_address_can_be_cited(name):
    given = uploaded(name, b"Jane Q. Roe spoke.", 18, 1000)
    assert "/" not in given.title
    assert "\\" not in given.title
    Citation("given_pages", given.url, NOW, "spoke", 0.9, given.sha256)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (pdf("Jane Q. Roe"), "application/pdf"),
        (b"<html><body><p>Jane Q. Roe</p></body></html>", "text/html"),
        (b"Jane Q. Roe", "text/plain"),
    ],
)
def test_a_file_is_what_it_holds_and_not_what_it_is_called(body, media_type):
    given = uploaded("photo.png", body, len(body), 1_000_000)
    assert given.media_type == media_type
    assert "Jane Q. Roe" in given.text


@pytest.mark.parametrize(
    ("body", "size", "words"),
    [
        (b"", 5_000_000, "5.0 MB; at most 1 MB"),
        (b"  ", 2, "empty"),
        (locked_pdf("x"), 900, "save it without the password"),
        (b"GIF89a....", 10, "Send a PDF, a web page or a text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(body, size, words):
    with pytest.raises(NotUsable, match=words):
        uploaded("x", body, size, 1_000_000)


def test_an_address_is_completed_and_judged():
    assert checked_address(" harborpoint.example.org/a b ") == "https://harborpoint.example.org/a%20b"
    for address in ("http://10.0.0.1/", "http://[::1]/", "http://localhost", "http://x:99999/", "javascript:alert(1)"):
        with pytest.raises(NotUsable):
            checked_address(address)
