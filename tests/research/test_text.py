from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from research import text
from research.text import fold, text_from, text_of, visible_in, visible_text, without_markup
from tests.research.documents import a_document

NAME = "Renée Łódź-O’Brien"
CHINESE = "中文醫院 𠀀"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (NAME.encode(), ""),
        (NAME.encode("utf-8-sig"), ""),
        (NAME.encode("utf-16"), ""),
        (NAME.encode("utf-32"), ""),
        (b"\xfe\xff" + NAME.encode("utf-16-be"), "iso-8859-1"),
        (NAME.encode("utf-16-le"), "utf-16"),
        (NAME.encode("utf-16-be"), "utf-16be"),
        (NAME.encode(), "no-such-charset"),
        (NAME.encode(), "nul\x00charset"),
        (NAME.encode(), "utf-16"[:3] + "-7"),
        (NAME.encode(), "punycode"),
        (NAME.encode(), "unicode_escape"),
        (NAME.encode(), "rot13"),
    ],
)
def test_a_name_is_read_whatever_way_it_is_written(body, charset):
    assert text_from(body, charset) == NAME


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("start", ["<", "{", "[", '"'])
def test_wide_characters_without_a_mark_are_noticed(name, start):
    assert text_from((start + NAME).encode(name), "") == start + NAME


@pytest.mark.parametrize("charset", ["gb18030", "gbk", "gb2312", "GB2312"])
def test_chinese_is_read_under_each_of_its_names(charset):
    assert text_from(CHINESE.encode("gb18030"), charset) == CHINESE


@pytest.mark.parametrize("charset", ["", "iso-8859-1", "latin1", "us-ascii", "windows-1252", "utf-8"])
def test_old_western_pages_are_read_whatever_they_declare(charset):
    assert text_from("“René’s” – café".encode("cp1252"), charset) == "“René’s” – café"


@pytest.mark.parametrize(
    "declaration",
    [b'<?xml version="1.0" encoding="windows-1251"?>', b"<meta charset=windows-1251>",
     b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
)  # fmt: skip
def test_a_declaration_in_the_page_is_believed(declaration):
    assert text_from(declaration + "Больница".encode("cp1251"), "").endswith("Больница")


def test_one_broken_byte_does_not_spoil_a_page_in_utf_8():
    assert text_from(NAME.encode() + b"\xff" + NAME.encode(), "") == f"{NAME}\ufffd{NAME}"


@pytest.mark.parametrize("odd", [b"\x00", b"\x07", b"\x1b", b"\x7f"])
def test_what_breaks_databases_and_terminals_is_replaced(odd):
    assert text_from(b"a" + odd + b"b", "") == "a\ufffdb"


def test_half_characters_are_replaced():
    assert "\ufffd" in text_from(b"caf\xc3\xa9 \xed\xa0\x80 \xc3\xa9\xc3\xa9\xc3\xa9", "")


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "utf-16", "gb18030", "iso-2022-jp", "shift_jis", "big5", "x"]),
)
def test_any_bytes_become_text_that_can_be_stored(body, charset):
    found = text_from(body, charset)
    assert found.encode("utf-8").decode("utf-8") == found
    assert not any(ord(character) < 9 or ord(character) == 127 for character in found)


@given(st.text(max_size=200))
@example("a\x85b\u2028c\x1c\x1d")
def test_folded_text_has_single_spaces_only(words):
    folded = fold(words)
    assert folded == fold(folded) == folded.strip()
    assert "  " not in folded
    assert "\n" not in folded


TAGS = [
    *("<p>", "</p>", "<b>", "</b>", "<div class='x'>", "</div>", "<br>", "<li>", "<td>", "<table>", "</table>"),
    *("<title>t</title>", "<template>", "</template>", "<noscript>", "</noscript>", "<a href='/x'>", "<!-- no -->"),
    *("<script>var a = '<p>no</p>'</script>", "<style>p {}</style>"),
]
WORDS = ["word", " and ", "&amp;", "&lt;b&gt;", "é", "1 < 2", "\n", "&nbsp;", "&#8217;"]
PIECES = st.sampled_from(TAGS + WORDS)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25))
def test_what_is_seen_is_what_a_whole_parser_sees(pieces):
    page = "<html><body>" + "".join(pieces)
    soup = BeautifulSoup(page, "lxml")
    for tag in soup(["script", "style", "noscript", "template", "head"]):
        tag.decompose()
    assert visible_in(page.encode(), "utf-8") == fold(soup.get_text(" "))


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_at_as_a_page(body):
    assert "\x00" not in visible_in(body, "")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 200_000 + b"deep",
        b"<b>" * 200_000 + b"deep",
        b"<table><tr><td>" * 20_000 + b"deep",
        b"<p title='" + b"x" * 10_000_000 + b"'>deep",
        b"<p>" + b"word " * 2_000_000 + b"deep",
        b"&amp;" * 1_000_000 + b"deep",
        b"<p>word</p>" * 200_000 + b"deep",
        b"<" * 1_000_000 + b"p>deep",
    ],
    ids=["divs", "bolds", "tables", "attribute", "line", "entities", "paragraphs", "brackets"],
)
@pytest.mark.timeout(20)
def test_a_monstrous_page_is_read_to_its_end(body):
    assert visible_in(body, "").endswith("deep")


def test_scripts_and_the_head_are_not_seen_and_blocks_are_parted():
    page = b"<html><head><title>T</title></head><body><p>Ann<p>Lee<script>x</script><br>CEO</body></html>"
    assert visible_text(a_document(page)) == "Ann Lee CEO"
    assert visible_text(a_document(b"a  <b>\n", "text/plain")) == "a <b>"


def test_markup_inside_a_string_is_taken_out():
    assert without_markup("&lt;p&gt;Chief &amp; <i>Officer</i>&lt;/p&gt; p < 0.05") == "Chief & Officer p < 0.05"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("body", [b"<meta " * 9_000, b"<meta charset " * 4_000, b"<?xml " * 9_000, b"<a" * 25_000])
def test_tags_that_never_close_are_text(body):
    assert text_of(a_document(body)) == body.decode()
    assert without_markup(body.decode()) == body.decode().strip()


def test_texts_are_remembered_within_a_bound():
    memory = text._Memory(limit=10)
    memory.put(("f", b"1", ""), "a" * 6)
    memory.put(("f", b"2", ""), "b" * 6)
    assert memory.get(("f", b"1", "")) is None
    memory.put(("f", b"3", ""), "c" * 50)
    assert memory.get(("f", b"2", "")) is None
    assert memory.get(("f", b"3", "")) == "c" * 50
