from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from research import parse
from research.errors import Unreadable
from research.parse import (
    Row,
    cite,
    cite_field,
    csv_rows,
    first_text,
    fold,
    json_of,
    mapping_of,
    object_of,
    rows,
    shorten,
    stands_in,
    text_of,
    visible_text,
    xml_of,
)
from research.types import QUOTE_LIMIT
from tests.research.documents import URL, a_document

BEDS = b'{"name": "Invented Hospital", "beds": 41, "rate": 0.5, "head": "Ren\\u00e9e O\\u2019Hara", "site": "a\\/b"}'


def data(body: bytes | str):
    return a_document(body, "application/json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_data_comes_back_as_it_was_sent(value, ascii_only):
    sent = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "replace")
    plain = json.dumps(value)
    if any(f"\\u00{number:02x}" in plain for number in (*range(32), 127)) or "\\ud" in plain or "\x7f" in str(value):
        json_of(data(sent))  # such characters are replaced: it must be read, not be the same
    else:
        assert json_of(data(sent)) == value


@given(st.binary(max_size=200))
@example(b'{"a": "\\ud800"}')
@example(b"\xff\xfe[\x00]\x00")
def test_any_bytes_are_data_or_unreadable(body):
    try:
        value = json_of(data(body))
    except Unreadable:
        return
    json.dumps(value, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("escaped", "read"),
    [
        (r"a\ud800b", "a\ufffdb"),
        (r"a\udc00\ud800b", "a\ufffd\ufffdb"),
        (r"\ud83d\ude00", "😀"),
        (r"a\u0000b\u007f", "a\ufffdb\ufffd"),
        (r"C:\\ud800", "C:\\ud800"),
        (r"tab\u0009line\u000a", "tab\tline\n"),
        (r"\\\ud800", "\\\ufffd"),
        (r"\u00e9", "é"),
    ],
)
def test_escapes_bring_no_half_characters_and_no_nul(escaped, read):
    assert json_of(data(f'["{escaped}"]')) == [read]


def test_a_quote_with_a_replaced_character_still_stands_in_the_data():
    document = data(r'{"head": "Ann\u0000Lee \ud800 CEO"}')
    assert cite(document, object_of(document).text("head")).quote == "Ann\ufffdLee \ufffd CEO"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!doctype html><p>log in", "html-for-json"),
        (b"\xef\xbb\xbf<html>", "html-for-json"),
        (b"%PDF-1.7 \x00\xff", "unreadable"),
        (b'{"cut": [1, 2', "unreadable"),
        (b"[" * 200_000, "unreadable"),
        (b'["' + b"x" * 2_100_000 + b'",' + b"[" * 200_000, "unreadable"),
        (b'{"n": ' + b"9" * 5_000 + b"}", "unreadable"),
    ],
    ids=["nothing", "spaces", "page", "page-with-mark", "pdf", "cut", "deep", "deep-late", "long-number"],
)
def test_what_is_no_data_is_named(body, fault):
    with pytest.raises(Unreadable) as problem:
        json_of(data(body))
    assert problem.value.fault == fault


def test_data_in_every_unicode_is_read():
    for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert json_of(data('{"a": "Łódź"}'.encode(name))) == {"a": "Łódź"}
    assert json_of(a_document('{"a": "中文"}'.encode("gb18030"), "application/json", "gb18030")) == {"a": "中文"}


def test_an_object_is_an_object():
    assert object_of(data(BEDS)).take("beds") == 41
    with pytest.raises(Unreadable, match="list"):
        object_of(data(b"[]"))


def test_a_record_is_read_field_by_field_until_nothing_is_left():
    row = object_of(data(b'{"a": " x  y ", "n": 3, "none": null, "old": 1, "list": [{"b": 1}], "one": {"c": 2}}'))
    assert row.text("a") == "x y"
    assert row.text("n") == "3"
    assert row.text("none") == row.text("absent") == ""
    assert row.take("new", "old") == 1
    assert [inner.take("b") for inner in row.rows("list")] == [1]
    assert row.nothing_left() == "unread fields: ['one']"
    assert row.row("one").take("c") == 2
    assert row.nothing_left() == ""
    assert row.row("absent") == {}
    assert row.rows("absent") == []


@pytest.mark.parametrize("value", [True, [], {}])
def test_a_field_of_another_kind_is_not_taken_for_text(value):
    with pytest.raises(Unreadable):
        Row(a=value).text("a")


def test_lists_of_anything_but_records_are_unreadable():
    for value in ("text", [1], {"a": 1}):
        with pytest.raises(Unreadable):
            rows(value)
    with pytest.raises(Unreadable):
        Row(a=[1]).row("a")


def test_fields_that_are_known_and_not_wanted_are_ignored():
    row = Row(a=1, b=2)
    row.ignore("a", "b", "c")
    assert row.nothing_left() == ""


def test_a_citation_says_where_its_words_stand():
    document = a_document("<p>Ann\n  <b>Lee</b>, CEO since 2019</p>")
    citation = cite(document, "Ann Lee,   CEO", title=" The  board ")
    assert (citation.quote, citation.url, citation.title) == ("Ann Lee, CEO", URL, "The board")
    assert (citation.document, citation.retrieved_at) == (document.sha256, document.retrieved_at)


def test_words_that_do_not_stand_there_are_not_cited():
    for words in ("Ann Lee, CFO", "", "   "):
        with pytest.raises(Unreadable):
            cite(a_document("<p>Ann Lee, CEO</p>"), words)


def test_words_of_another_format_are_cited_from_its_text():
    document = a_document(b"%PDF-1.7", "application/pdf")
    assert cite(document, "Ann Lee", extra_text="by Ann\nLee").quote == "Ann Lee"


@given(st.text(min_size=1, max_size=400), st.text(max_size=50), st.text(max_size=50))
def test_any_words_of_a_text_can_be_cited(words, before, after):
    if not fold(words):
        return
    document = a_document((before + words + after).encode("utf-8", "replace"), "text/plain", "utf-8")
    present = text_of(document)[len(text_of(document)) // 3 :]
    if fold(present):
        assert len(cite(document, present).quote) <= QUOTE_LIMIT


@given(st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(min_size=1, max_size=30))
def test_any_field_of_data_can_be_cited_in_its_own_characters(value):
    document = data(json.dumps({"first": 0, "field": value}))
    try:
        citation = cite_field(document, "field", json_of(document)["field"])
    except Unreadable:
        assert isinstance(value, str)
        assert not fold(value) or "\\u" in json.dumps(value, ensure_ascii=False)
        return
    assert stands_in(document, citation.quote)


def test_a_field_is_cited_from_the_right_record():
    document = data('[{"id": "1", "beds": 7}, {"id": "2", "beds": 7, "name": "x"}]')
    assert cite_field(document, "beds", 7, after='"id": "2"').quote == '"beds": 7'
    assert cite_field(data(BEDS), "head", "Renée O’Hara").quote == '"head": "Ren\\u00e9e O\\u2019Hara"'
    assert cite_field(data(BEDS), "site", "a/b").quote == '"site": "a\\/b"'
    with pytest.raises(Unreadable, match="beds"):
        cite_field(data(BEDS), "beds", 42)


@given(st.text(max_size=400), st.integers(1, 300))
def test_shortened_text_is_a_beginning_that_fits(words, limit):
    short = shorten(words, limit)
    assert len(short) <= limit
    assert words.startswith(short)


def test_text_is_cut_at_the_end_of_a_word():
    assert shorten("one two three", 9) == "one two"
    assert shorten("x" * 20, 9) == "x" * 9


@pytest.mark.parametrize(
    "body",
    [
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        b"<!DOCTYPE a [" + b"<!-- " + b"x" * 100_000 + b" --><!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode("utf-16"),
        b"<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/x.dtd'> %p;]><a/>",
    ],
    ids=["plain", "late", "utf-16", "parameter"],
)
def test_xml_that_defines_entities_is_refused(body):
    with pytest.raises(Unreadable):
        xml_of(a_document(body, "text/xml"))


@pytest.mark.parametrize("body", [b"", b"not xml", b"<a>" * 200_000, b"<a></b>", b"<a>\x00</a>", b"<html><br></html>"])
def test_broken_xml_is_unreadable(body):
    with pytest.raises(Unreadable):
        xml_of(a_document(body, "text/xml"))


def test_xml_is_read():
    root = xml_of(a_document("\ufeff\n<?xml version='1.0'?><a><b>Łódź</b></a>", "text/xml"))
    assert root.findtext("b") == "Łódź"


def test_a_table_is_read_with_its_columns():
    found = list(csv_rows(' name ,beds\r\n"Inv, Hospital",41\r\nOther,\r\n', ["name"]))
    assert [row.text("name") for row in found] == ["Inv, Hospital", "Other"]
    with pytest.raises(Unreadable, match="town"):
        list(csv_rows("name,beds\n", ["town"]))
    with pytest.raises(Unreadable):
        list(csv_rows("", ["name"]))


@pytest.mark.parametrize("text", ["name\n" + "x" * 200_000, 'name\n"never closed' + "\nmore" * 60_000])
def test_a_broken_table_is_unreadable(text):
    with pytest.raises(Unreadable, match="broken"):
        list(csv_rows(text, ["name"]))


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_unreadable(text):
    try:
        for row in csv_rows("name\n" + text, ["name"]):
            assert isinstance(row, Row)
    except Unreadable:
        pass


def test_small_readers_take_what_is_there():
    assert first_text([None, 3, " ", " a  b "]) == "a b"
    assert first_text([]) == ""
    assert mapping_of(None) == mapping_of([1]) == {}
    assert mapping_of({"a": 1}) == {"a": 1}


def test_words_between_the_markup_of_a_string_stand_there():
    document = data(r'{"abstract": "<p>The <i>program</i> cut falls &amp; costs<\/p>"}')
    assert stands_in(document, "program cut falls & costs")
    feed = a_document("<rss><d>&lt;p&gt;Ann &lt;b&gt;Lee&lt;/b&gt;, CEO&lt;/p&gt;</d></rss>", "application/rss+xml")
    assert stands_in(feed, "Ann Lee, CEO")


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "application/json"])
def test_a_large_document_is_made_ready_once_for_all_its_searches(media_type, monkeypatch):
    document = a_document(b'["' + b"word " * 100_000 + b'needle here"]', media_type)
    assert stands_in(document, "needle here")
    squeeze, squeezed = parse._squeezed, []
    monkeypatch.setattr(parse, "_squeezed", lambda words: squeezed.append(words) or squeeze(words))
    for _ in range(30):
        assert stands_in(document, "needle here")
    assert squeezed == ["needle here"] * 30


def test_a_page_and_its_source_are_both_its_words():
    page = a_document("<p title='Ann Lee'>CEO</p>")
    assert stands_in(page, "Ann Lee")
    assert visible_text(page) == "CEO"
