"""Bytes as text, whatever set is named."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.charsets import decoded


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("Está".encode(), "utf-8", "Está"),
        ("Está".encode("latin-1"), "iso-8859-1", "Está"),
        ("“x”".encode("cp1252"), "iso-8859-1", "“x”"),
        ("Está".encode(), "iso-8859-1", "Está"),
        ("Está".encode(), "", "Está"),
        ("あ".encode("cp932"), "shift_jis", "あ"),
        ("스".encode("cp949"), "ks_c_5601-1987", "스"),
        ("Ж".encode("koi8-r"), "koi8-r", "Ж"),
        (b"a\0b", "utf-8", "a\ufffdb"),
    ],
)
def test_the_letters_are_those_that_were_meant(content: bytes, charset: str, text: str) -> None:
    assert decoded(content, charset) == (text, "")


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "idna", "zip", "x-nothing", "undefined", "\0", "x" * 900])
def test_a_set_that_is_none_is_said_and_the_words_are_kept(charset: str) -> None:
    text, note = decoded(b"Est\xe1", charset)
    assert text == "Está"
    assert note or not charset.strip("\0")
