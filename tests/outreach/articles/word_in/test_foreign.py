from __future__ import annotations

import pytest

from outreach.articles.word_in import foreign
from outreach.articles.word_in.foreign import what_it_is
from tests.outreach.articles.word_in.word_files import said, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 ...", foreign.PDF),
        (b"\n\n%PDF-1.4", foreign.PDF),
        (OLE + "WordDocument".encode("utf-16-le"), foreign.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), foreign.PASSWORD),
        (OLE, foreign.OLD_OFFICE),
        (b"{\\rtf1 hello}", foreign.RTF),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", foreign.OPEN_DOCUMENT),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", foreign.EPUB),
        (b"PK\x03\x04" + bytes(26) + b"Index/Document.iwa", foreign.PAGES),
        (b"\x89PNG\r\n", foreign.PICTURE),
        (b'\xef\xbb\xbf<?xml version="1.0"?><pkg:package/>', foreign.FLAT_XML),
        (b"<!DOCTYPE html><p>", foreign.WEB_PAGE),
        (b"From: a@example.org\nSubject: x\n\nHello", foreign.MAIL),
        ("Grüße, and some more words".encode(), foreign.PLAIN_TEXT),
        (b"\x1f\x8b\x08", foreign.OTHER_ARCHIVE),
    ],
)
def test_other_kinds_are_named_with_what_to_do(content: bytes, sentence: str):
    assert what_it_is(content) == sentence
    assert sentence.count(".") >= 2


def test_a_word_file_and_noise_are_no_other_kind():
    assert what_it_is(word_file(said("a"))) == ""
    assert what_it_is(b"\x00\x01\x02" * 50) == ""
    assert what_it_is(b"\xff\xfe\xfd" * 50) == ""
