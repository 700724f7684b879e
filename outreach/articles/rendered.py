"""An article's text as HTML for the screen: quotations marked with their speaker, facts with their number. Pure.

The Markdown is rendered without HTML, the marks are put in, and nh3 cleans what comes out: nothing that somebody wrote
reaches the page as anything but text, emphasis, lists, headings, quotes and links to http, https and mail.
"""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from markdown_it.token import Token
from markupsafe import Markup, escape

from outreach.articles import article_text
from outreach.articles.versions import Marks, QuoteMeant

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_OPEN, _CLOSE, _MARK, _END, _FILL, _FILLED = (chr(0xE000 + number) for number in range(6))
_MARKED = re.compile(f"{_MARK}(q?)([0-9]{{1,3}}){_END}")

_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "a", "br", "hr", "mark", "sup",
    "small",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "mark": {"class"}, "small": {"class"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]{1,2000}|#(?:fact|quote)-[0-9]{1,3}")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@lru_cache(maxsize=32)
def rendered(body: str, marks: Marks) -> Markup:
    """The text as HTML. Headings begin below the page's own. A mark whose meaning is not known says so."""
    signed = _with_signs(_PRIVATE.sub("", body))
    reader = article_text.markdown(signed)
    tokens = reader.parse(signed)
    _below_the_title(tokens)
    html = str(reader.renderer.render(tokens, reader.options, {}))
    html = html.replace(_OPEN, '<mark class="said">').replace(_CLOSE, "</mark>")
    html = html.replace(_FILL, '<mark class="to-fill">').replace(_FILLED, "</mark>")
    html = _MARKED.sub(lambda found: _shown(found[1], int(found[2]), marks), html)
    return Markup(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, attribute_filter=_kept))  # noqa: S704 (cleaned just now)


def minute_words(quote: QuoteMeant) -> str:
    """Who said it, and where: "Inés Okafor-Lindqvist, minute 12 of the talk on May 12"."""
    if quote.minute is None:
        return f"{quote.speaker}, {quote.told_in}" if quote.told_in else quote.speaker
    where = f" of {quote.told_in}" if quote.told_in else ""
    return f"{quote.speaker}, minute {quote.minute}{where}"


def _with_signs(body: str) -> str:
    """The body with a sign, which no text has, where a quotation begins and ends, where a mark and a gap stand."""
    put: list[tuple[int, int, str]] = []
    for quotation in article_text.quotations(body):
        if quotation.number is not None:
            put += [(quotation.start - 1, 0, _OPEN), (quotation.end + 1, 0, _CLOSE)]
    for mark in article_text.marks(body):
        put.append((mark.start, mark.end - mark.start, f"{_MARK}{'q' if mark.is_quote else ''}{mark.number}{_END}"))
    for gap in article_text.PLACEHOLDER.finditer(body):
        put += [(gap.start(), 0, _FILL), (gap.end(), 0, _FILLED)]
    parts: list[str] = []
    last = 0
    for start, length, sign in sorted(put, key=lambda one: one[0]):
        if start < last:
            continue
        parts += [body[last:start], sign]
        last = start + length
    return "".join([*parts, body[last:]])


def _below_the_title(tokens: list[Token]) -> None:
    """Makes the headings follow one another without a gap, below the page's own heading."""
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    tags = dict(zip(used, (*_HEADINGS, "h6"), strict=False))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = tags[token.tag]


def _shown(letter: str, number: int, marks: Marks) -> str:
    """What stands at a mark. letter: "q" for a quote, "" for a fact."""
    if letter:
        quote = marks.quote(number)
        if quote is None:
            return f'<mark class="to-fill">[q{number}: no such quote]</mark>'
        at = f", minute {quote.minute}" if quote.minute is not None else ""
        return f' <small class="who"><a href="#quote-{number}">{escape(quote.speaker)}{at}</a></small>'
    if marks.fact(number) is None:
        return f'<mark class="to-fill">[{number}: no such fact]</mark>'
    return f'<sup><a href="#fact-{number}">{number}</a></sup>'


def _kept(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or _ADDRESS.fullmatch(value) else None
