"""An article's text as HTML: quotations with their speaker, facts with their number, nothing hostile."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from outreach.articles.rendered import minute_words, rendered
from outreach.articles.versions import FactMeant, Marks, QuoteMeant

MARKS = Marks(
    (QuoteMeant(1, "Inés <b>Okafor", "Nobody had decided.", minute=12, told_in="the talk on May 12, 2026"),),
    (FactMeant(1, "Boarding fell by 31%."),),
)


def test_a_quotation_is_marked_with_its_speaker_and_minute():
    html = str(rendered("“Nobody had decided,”[q1] she said. Fell.[1]", MARKS))
    assert '<mark class="said">“Nobody had decided,”</mark>' in html
    assert "Inés &lt;b&gt;Okafor, minute 12" in html
    assert '<sup><a href="#fact-1" rel="noopener noreferrer">1</a></sup>' in html


def test_a_mark_without_a_meaning_and_a_gap_say_so():
    html = str(rendered("One.[7] “Two three four five six”[q9] [[Nothing yet on cost.]]", MARKS))
    assert "[7: no such fact]" in html
    assert "[q9: no such quote]" in html
    assert '<mark class="to-fill">[[Nothing yet on cost.]]</mark>' in html


def test_headings_begin_below_the_pages_own_without_a_gap():
    html = str(rendered("# One\n\n#### Two\n\n# Three", MARKS))
    assert re.findall(r"<(h\d)>", html) == ["h2", "h3", "h2"]


def test_links_lead_to_pages_and_mail_only():
    html = str(
        rendered("[a](https://a.example) [b](mailto:b@b.example) [c](/sign-out) [d](//d.example) [e](ftp://e)", MARKS)
    )
    assert re.findall(r'href="([^"]+)"', html) == ["https://a.example", "mailto:b@b.example"]


@given(st.text(st.sampled_from("ab <>\"'“”[]q1()*_#>-\n&;:/\ue000\ue002\ue003"), max_size=200))
def test_nothing_but_its_own_tags_comes_out(body):
    html = str(rendered(body, MARKS))
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", html))
    assert tags <= {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "a", "br", "hr",
                    "mark", "sup", "small"}  # fmt: skip
    assert not re.search("[\ue000-\uf8ff]", html)


def test_where_words_were_said_is_told_in_full():
    quote = MARKS.quotes[0]
    assert minute_words(quote) == "Inés <b>Okafor, minute 12 of the talk on May 12, 2026"
    assert minute_words(QuoteMeant(2, "Ana Quill", "x", "source", told_in="annual report 2025")) == (
        "Ana Quill, annual report 2025"
    )
    assert minute_words(QuoteMeant(2, "Ana Quill", "x")) == "Ana Quill"
