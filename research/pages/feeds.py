"""RSS and Atom feeds: bytes in, plain items out. Titles, short summaries, links and dates only; never article bodies.

feedparser cleans and forgives; what it does not do is done here: nothing is opened by name, entities that a feed
defines are refused, a date stays the day that the publisher wrote, and a feed that breaks off is flagged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from research.characters import harmless
from research.errors import Unreadable
from research.hidden_markup import is_hidden
from research.pages.late_regex import late_regex
from research.parse import fold, shorten, text_from
from research.types import PartialDate

SUMMARY_LIMIT = 1500
"""Longest summary that is kept, in characters: some feeds put the whole article into it."""

ITEM_LIMIT = 300
"""Most items read of one feed; feeds hold 10 to 50, an archive of a podcast some hundreds."""

TEXT_LIMIT = 2_000_000
"""Longest feed that is read, in characters; a longer one is read up to there and counts as broken off."""

_DECLARATION = late_regex(r"(?:(?<!\s)\s{1,200}+)?<\?xml[^>]{0,300}\?>")
_ITEM_ENDS = late_regex(r"</(?:\w{1,20}:)?(?:item|entry)\s{0,20}>", re.IGNORECASE)
_TRACKING = frozenset({"fbclid", "gclid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi"})
_BLOCK = late_regex(r"<(?=/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|blockquote|figure)\b)", re.IGNORECASE)
_MARKUP_LIMIT = 30_000
"""Longest markup of one title or summary that is read: far more than the text that is kept of it."""
# What feedparser reports though every item was read: a charset or media type other than declared.
_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item. `summary` is plain text, at most `SUMMARY_LIMIT` characters; `link` is http(s) or ""."""

    title: str
    summary: str = ""
    link: str = ""
    published: PartialDate | None = None
    author: str = ""
    guid: str = ""

    @property
    def text(self) -> str:
        """Title and summary, a line each."""
        return "\n".join(part for part in (self.title, self.summary) if part)


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. `complete` is False when it breaks off or is no well-formed XML; its whole items are still there."""

    title: str
    link: str
    items: tuple[FeedItem, ...]
    complete: bool = True


def read_feed(body: bytes | str, charset: str = "") -> Feed:
    """The items of an RSS or Atom feed, newest first as the feed has them, at most `ITEM_LIMIT`.

    Raises: Unreadable when it is empty, a web page, no feed at all, or defines entities.
    """
    text = (text_from(body, charset) if isinstance(body, bytes) else body).lstrip("\ufeff \t\r\n")
    _refuse_what_is_no_feed(text)
    text = _first_items(text[:TEXT_LIMIT])
    parsed = _parsed(text)
    if not parsed.get("version") and not parsed.entries:
        raise Unreadable("this is no feed", fault="no-feed")
    items = [_item(entry) for entry in parsed.entries[:ITEM_LIMIT]]
    complete = not parsed.bozo or type(parsed.get("bozo_exception")).__name__ in _HARMLESS
    if not complete and len(_ITEM_ENDS.findall(text)) < len(parsed.entries) <= ITEM_LIMIT:
        items = items[:-1]  # the last one breaks off, maybe in the middle of a word
    return Feed(
        title=plain_text(dict.get(parsed.feed, "title") or ""),
        link=web_link(dict.get(parsed.feed, "link") or ""),
        items=tuple(item for item in items if item.title or item.summary),
        complete=complete,
    )


def _first_items(text: str) -> str:
    """The feed without the items behind the first `ITEM_LIMIT`: what is not read need not be taken apart."""
    ends = [match.end() for match in _ITEM_ENDS.finditer(text)]
    return text[: ends[ITEM_LIMIT - 1]] + text[ends[-1] :] if len(ends) > ITEM_LIMIT else text


def _refuse_what_is_no_feed(text: str) -> None:
    if not text:
        raise Unreadable("the feed is empty", fault="empty")
    if "<!entity" in text[:200_000].lower():
        raise Unreadable("the feed defines entities", fault="xml-entities")
    start = text[:500].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise Unreadable("a web page came instead of a feed", fault="html-for-feed")
    if not start.startswith("<"):
        raise Unreadable("this is no feed", fault="no-feed")


def _parsed(text: str) -> Any:
    import feedparser  # loaded on use: most pages are no feed

    # A stream, since feedparser would open a file or an address that is given to it as text. Without the XML
    # declaration, since the text is UTF-8 now whatever it says.
    stream = BytesIO(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    try:
        return feedparser.parse(stream, response_headers={"content-type": "application/xml; charset=utf-8"})
    except Exception as error:  # its parsers raise whatever they like on hostile input
        raise Unreadable(f"the feed cannot be read: {type(error).__name__}") from error


def _item(entry: Any) -> FeedItem:
    # dict.get: the mapping's own look-up warns of names that it maps to others.
    got = {key: dict.get(entry, key) or "" for key in ("title", "summary", "link", "author", "id")}
    author = plain_text(str(got["author"]))
    return FeedItem(
        title=plain_text(str(got["title"])),
        summary=shorten(_without_footer(plain_text(str(got["summary"]))), SUMMARY_LIMIT),
        link=web_link(str(got["link"])),
        published=written_date(str(dict.get(entry, "published") or dict.get(entry, "updated") or "")),
        author="" if "@" in author else author,
        guid=str(got["id"])[:500],
    )


def _without_footer(summary: str) -> str:
    """WordPress ends each summary with a sentence about itself."""
    begin = summary.rfind("The post ")
    if begin >= 0 and " appeared first on " in summary[begin:]:
        return summary[:begin].rstrip()
    return summary


def plain_text(markup: str) -> str:
    """The text that a reader sees of a title or summary with HTML in it, white space folded."""
    if "<" not in markup:
        return fold(harmless(unescape(markup)))
    from bs4 import BeautifulSoup  # loaded on use: 0.2 s

    # A blank before each block, since the words of two blocks are not one word.
    spaced = _BLOCK.sub(" <", markup[:_MARKUP_LIMIT])
    soup = BeautifulSoup(f"<div>{spaced}</div>", "lxml")
    for tag in soup(["script", "style", "noscript", "template", "iframe", "object"]):
        tag.extract()
    for tag in [tag for tag in soup.find_all() if is_hidden(tag.name, _attributes(tag))]:
        tag.extract()
    return fold(harmless(soup.get_text()))


def _attributes(tag: Any) -> dict[str, str]:
    return {key: value if isinstance(value, str) else " ".join(value) for key, value in tag.attrs.items()}


def web_link(address: str) -> str:
    """The address without parameters that only count visitors; "" unless it is http or https with a host.

    One with a blank or a character that prints nothing is none either: no reader could follow it.
    """
    address = address.strip()
    if not address.isprintable() or " " in address:
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or any(c.isspace() for c in parts.netloc):
        return ""
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not key.lower().startswith("utm_") and key.lower() not in _TRACKING]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, query, ""))


def written_date(text: str) -> PartialDate | None:
    """The day that is written, in the writer's own zone: ISO 8601 or RFC 822 (zone names too); None otherwise."""
    text = text.strip()[:80]
    try:
        if re.match(r"\d{4}(-\d\d){0,2}(?:$|T| )", text):
            return PartialDate.parse(text)
        found = parsedate(text)
        return PartialDate.of(date(*found[:3])) if found else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
