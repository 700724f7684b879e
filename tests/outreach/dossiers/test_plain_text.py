"""Every document is shown as words, and the cited ones are found in it again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers.plain_text import AROUND, MOST_CHARACTERS, find, kept_text, passage, plain_text, readable
from research.errors import Unreadable
from tests.outreach.dossiers.documents import locked_pdf, pdf

TEXT = "Jane Q. Roe opened a unit\n  of twelve beds.\n\nNobody complained."


def test_white_space_does_not_keep_a_quotation_from_being_found():
    begin, end = find(TEXT, "a unit of twelve beds.")
    assert TEXT[begin:end] == "a unit\n  of twelve beds."
    assert find(TEXT, "unitof") == find(TEXT, "unit of")
    assert find(TEXT, "thirteen") is None
    assert find(TEXT, "  ") is None


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 50))
def test_any_part_of_a_text_is_found_in_it(text, begin, length):
    quote = text[begin : begin + length]
    found = find(text, quote)
    if quote.strip():
        assert "".join(text[found[0] : found[1]].split()) == "".join(quote.split())


def test_a_long_text_is_cut_around_the_quotation():
    text = "a " * 50_000 + "HERE" + " b" * 50_000
    shown = passage(text, "HERE")
    assert shown.marked == "HERE"
    assert shown.cut_before
    assert shown.cut_after
    assert len(shown.before) == AROUND
    whole = passage(text, "HERE", MOST_CHARACTERS)
    assert whole.before + whole.marked + whole.after == text
    assert not whole.cut_before
    assert not whole.cut_after


def test_a_quotation_that_is_not_there_marks_nothing():
    assert passage(TEXT, "thirteen").marked == ""
    assert passage("x" * 3 * AROUND, "y").cut_after


def test_markup_inside_the_words_of_data_does_not_hide_them():
    shown = passage('{"title": "Falls at night: <i>p</i> &lt; 0.05"}', "Falls at night: p < 0.05")
    assert "".join(shown.marked.split()) == "Fallsatnight:p<0.05"
    assert passage("<b>Falls</b>", "nothing").before == "<b>Falls</b>"


@pytest.mark.timeout(60)
def test_two_megabytes_are_looked_through_to_the_end():
    text = "word " * 400_000
    assert find(text, "not there at all") is None
    assert find(f"{text}here", "word here") == (len(text) - 5, len(text) + 4)


def test_a_page_a_pdf_a_text_and_json_are_words():
    page = b"<html><body><script>alert(1)</script><p>Jane &amp; the unit</p></body></html>"
    assert plain_text(page) == "Jane & the unit"
    assert "Jane Q. Roe" in plain_text(pdf("Jane Q. Roe"))
    assert plain_text("Łukasik".encode()) == "Łukasik"
    shown = plain_text(json.dumps({"beds": "41", "name": "Łukasik"}).encode(), media_type="application/json")
    assert shown.splitlines()[1] == ' "beds": "41",'
    assert find(shown, '"beds":"41"')
    assert find(shown, "Łukasik")


def test_data_that_holds_markup_is_data_still():
    body = json.dumps({"text": "<p>One</p><p>Two</p><p>Three</p><p>Four</p>", "beds": 41}).encode()
    assert plain_text(body).splitlines()[2] == ' "beds": 41'
    assert plain_text(b"[1] Roe J. Twelve beds.") == "[1] Roe J. Twelve beds."


@pytest.mark.parametrize("body", [b"", b"\x89PNG\r\n", b"<html><body> </body></html>", locked_pdf("x")])
def test_what_holds_no_words_is_refused_or_empty(body):
    with pytest.raises(Unreadable):
        plain_text(body)
    assert kept_text(body) == ""


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Larkspur News</title><link>https://larkspur.example/</link>
<item><title>Roe &amp; Vale open the night clinic</title><link>https://larkspur.example/1</link>
<pubDate>Mon, 04 May 2026 09:00:00 GMT</pubDate>
<description><![CDATA[<p>Jane Q. Roe said <b>nobody</b> had to wait.</p><script>alert(1)</script>]]></description>
</item>
<item><title>Twelve beds more</title><link>https://larkspur.example/2</link></item>
</channel></rss>"""


def test_a_feed_is_shown_as_its_items_with_the_quotation_marked():
    kept = plain_text(FEED.encode(), media_type="application/rss+xml")
    shown = passage(kept, "Jane Q. Roe said nobody had to wait.")
    assert shown.marked == "Jane Q. Roe said nobody had to wait."
    assert shown.before == "Larkspur News\n\nRoe & Vale open the night clinic\nMay 4, 2026\n"
    assert shown.after.endswith("Twelve beds more\nhttps://larkspur.example/2")
    assert passage(kept, "Roe & Vale open the night clinic").marked == "Roe & Vale open the night clinic"


def test_of_a_feed_no_markup_is_shown_even_where_the_quotation_is_not_found():
    for quote in ("nothing of the kind", "GMT"):
        shown = passage(FEED, quote)
        assert "Twelve beds more" in shown.before + shown.after
        assert not any(sign in shown.before + shown.marked + shown.after for sign in ("<", "CDATA", "]]"))
    assert "<" not in readable(FEED)


def test_what_is_no_feed_or_a_broken_one_is_left_as_it_is():
    for text in (
        "Larkspur <feed> of beds",
        "<p>words</p>",
        "",
        "<rss>",
        '<!DOCTYPE x [<!ENTITY a "b">]><rss version="2.0">',
    ):
        assert readable(text) == text
