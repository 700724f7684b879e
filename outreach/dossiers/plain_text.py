"""What a reader sees of a document, as plain text, and where a quotation stands in it. Nothing of it is ever markup.

The engine compares words without the white space between them, and so does this: a quotation that was found in the
document is found in its text again.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from outreach import partial_dates
from research.errors import Unreadable
from research.pages.content import content_of
from research.pages.feeds import FeedItem, read_feed
from research.pages.pdf_text import pdf_text
from research.text import text_from, visible_in, without_markup

MOST_CHARACTERS = 2_000_000
"""Of a longer text the beginning is kept; the longest register that is read whole has 1.5 million."""

AROUND = 6_000
"""Characters shown on each side of a quotation in a long text."""

AROUND_IN_MARKUP = 600
"""The same in a page's markup, which nobody reads for long: the element in which the words stand, and a little more."""

_WORD = re.compile(r"\S+")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>|<[?!][A-Za-z][^<>]{0,200}>")
_HEAD = 2_000
"""A feed says so in its first element; only a prologue and comments stand before it."""


def plain_text(body: bytes, *, media_type: str = "", charset: str = "") -> str:
    """The words of a page, a PDF or a text; JSON with line breaks.

    Raises: Unreadable for what holds no words: empty, locked with a password, a picture, damaged.
    """
    from research.pages.html_lines import read_html  # with what knows names on pages: long to load, and not at a start

    content = content_of(body, media_type=media_type, charset=charset)
    if content.form == "pdf":
        return pdf_text(body)[:MOST_CHARACTERS]
    data = _indented(body, charset)
    if data:
        return data[:MOST_CHARACTERS]
    if content.form == "html":
        text = read_html(content.text).text or visible_in(body, charset)
        if not text.strip():
            raise Unreadable("The page holds no words.", fault="empty")
        return text[:MOST_CHARACTERS]
    return text_from(body, charset)[:MOST_CHARACTERS]


def kept_text(body: bytes, *, media_type: str = "", charset: str = "") -> str:
    """The same for a document that a source has already read: what cannot be shown as words is ""."""
    try:
        return plain_text(body, media_type=media_type, charset=charset)
    except Unreadable:
        return ""


def _indented(body: bytes, charset: str) -> str:
    """JSON on many lines; "" for anything else. Before all, since data may hold so much markup that it looks a page."""
    text = text_from(body, charset).lstrip()
    if text[:1] not in ("{", "["):
        return ""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    except (ValueError, RecursionError):
        return ""


def _cleaned(text: str) -> str:
    """The text without the markup in its words; of data each string by itself, since a lone "<" in one opens no tag."""
    if is_feed(text):
        return without_markup(_CDATA.sub(" ", text))
    if text[:1] not in ("{", "["):
        return without_markup(text)
    try:
        return json.dumps(_cleaned_value(json.loads(text)), ensure_ascii=False, indent=1)
    except (ValueError, RecursionError):
        return without_markup(text)


def _cleaned_value(value: Any) -> Any:
    if isinstance(value, str):
        return without_markup(value) if "<" in value or "&" in value else value
    if isinstance(value, dict):
        return {key: _cleaned_value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned_value(inner) for inner in value]
    return value


# --- feeds ----------------------------------------------------------------------------------------------------------


def is_feed(text: str) -> bool:
    """Whether a stored text is a feed in its own markup, RSS or Atom."""
    return text[:100].lstrip("\ufeff \t\r\n")[:1] == "<" and _FEED.search(text[:_HEAD]) is not None


def readable(text: str) -> str:
    """The text; of a feed what a reader sees of it: its title, and each item's title, date and words.

    Kept are the bytes' own words, since a page that is looked at again is compared with them.
    """
    if not is_feed(text):
        return text
    try:
        feed = read_feed(text)
    except Unreadable:
        return text
    items = ("\n".join(filter(None, (item.title, _day(item), item.summary, item.link))) for item in feed.items)
    return "\n\n".join(part for part in (feed.title, *items) if part) or text


def _day(item: FeedItem) -> str:
    return partial_dates.say(str(item.published)) if item.published else ""


# --- the quotation --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with a part of it marked. `cut_before` and `cut_after`: whether there is more of it on that side."""

    before: str
    marked: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def find(text: str, quote: str) -> tuple[int, int] | None:
    """Begin and end of a quotation in a text, white space not compared; None where it does not stand."""
    wanted = "".join(quote.split())
    if not wanted:
        return None
    begin = "".join(text.split()).find(wanted)
    if begin < 0:
        return None
    last = begin + len(wanted) - 1
    first_place, seen = -1, 0
    for word in _WORD.finditer(text):
        length = word.end() - word.start()
        if first_place < 0 and begin < seen + length:
            first_place = word.start() + begin - seen
        if last < seen + length:
            return first_place, word.start() + last - seen + 1
        seen += length
    return None


def passage_in_markup(body: bytes, charset: str, quote: str) -> Passage | None:
    """The markup of a page around a quotation that its readers do not see, such as the address of its news feed.

    None where the words do not stand in it as they are, and for what is no markup.
    """
    markup = text_from(body, charset)[:MOST_CHARACTERS]
    found = find(markup, quote) if markup.lstrip("\ufeff \t\r\n")[:1] == "<" else None
    return _around(markup, found, AROUND_IN_MARKUP) if found is not None else None


def passage(text: str, quote: str, around: int = AROUND) -> Passage:
    """The text with the quotation marked, cut to `around` characters on each side; unmarked where it is not found.

    Data may hold markup inside its words ("p &lt; 0.05"): if need be it is shown, and looked through, without.
    """
    shown = readable(text)
    found = find(shown, quote)
    text = shown if found else text
    if found is None and ("<" in text or "&" in text):
        plain = _cleaned(text)
        found = find(plain, quote)
        text = plain if found else text
    if found is None:
        text = shown
        return Passage(text[: 2 * around], "", "", cut_after=len(text) > 2 * around)
    return _around(text, found, around)


def _around(text: str, found: tuple[int, int], around: int) -> Passage:
    begin, end = found
    first, last = max(0, begin - around), min(len(text), end + around)
    return Passage(text[first:begin], text[begin:end], text[end:last], first > 0, last < len(text))
