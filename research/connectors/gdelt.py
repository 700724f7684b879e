"""GDELT DOC 2.0: news articles of about the last three months that name the person. A bonus.

No key; one question each five seconds is asked for, and since 2026 many are turned away with 429. An empty answer is
`{}`; a question that it dislikes is HTTP 200 with a sentence; its JSON holds illegal escapes. `seendate` is when GDELT
saw the article. Off by default: it often does not answer, and its titles carry little more than a mention.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from research.connector import Check, Drift
from research.connectors._page_claims import mention_claims
from research.connectors._search_results import search_words
from research.errors import RateLimited, Refused, Unavailable, Unreadable
from research.pages.feeds import FeedItem, web_link
from research.parse import Row, rows, shorten, stands_in, text_of
from research.types import Claim, Document, PartialDate, Query, Request, Source

SOURCE = Source(
    key="gdelt",
    title="GDELT Project (news)",
    home="https://www.gdeltproject.org",
    terms="https://www.gdeltproject.org/about.html#termsofuse",
    access="api",
    hosts=("api.gdeltproject.org",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "mention"}),
    trust=0.4,
    keep_for=timedelta(hours=6),
    min_interval_s=5.0,
    budget=1,
    default_on=False,
    terms_note="Free for any use with a citation of and a link to the GDELT Project; it often turns questions away.",
    attribution="The GDELT Project (https://www.gdeltproject.org/)",
    timeout_s=30.0,
)

CHECK = Check(Query("person", "Atul Gawande"), frozenset({"mention"}))

_URL = "https://api.gdeltproject.org/api/v2/doc/doc"
_MOST = 50
_ILLEGAL_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\')


def start(query: Query) -> Iterator[Request]:
    """One question: the person's name with the organization."""
    if query.kind != "person":
        return
    words = search_words(query)
    asked = (("query", f"{words} sourcelang:english"), ("mode", "artlist"), ("format", "json"))
    yield Request(_URL, (*asked, ("maxrecords", _MOST), ("sort", "datedesc"), ("timespan", "3months")))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Articles whose title names the person; a title that cannot be quoted literally is left out.

    Raises: RateLimited, Refused, Unavailable, Unreadable.
    """
    answer = _answer(document)
    for article in rows(answer.get("articles"), "articles"):
        item = _item(article)
        if not item.title or not item.link:
            continue
        if stands_in(document, item.title):
            # The question demanded the organization in the article's text; the title seldom has it.
            yield from mention_claims(item, document, query, predicate="mention")


def _answer(document: Document) -> dict[str, Any]:
    text = text_of(document).strip()
    if not text:
        raise Unavailable("GDELT answered with nothing", source=SOURCE.key)
    if text[0] != "{":
        words = shorten(" ".join(re.sub(r"<[^>]{0,300}>", " ", text[:2000]).split()), 160)
        if re.search(r"limit|too many|5 seconds", words, re.IGNORECASE):
            raise RateLimited(f"GDELT asks us to wait: {words}", retry_after_s=5.0, source=SOURCE.key)
        raise Refused(f"GDELT did not take the question: {words}", source=SOURCE.key)
    try:
        answer = json.loads(_ILLEGAL_ESCAPE.sub(_legal, text), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"GDELT answered with broken data: {error}", source=SOURCE.key) from error
    return answer if isinstance(answer, dict) else {}


def _legal(match: re.Match[str]) -> str:
    return match.group() if len(match.group()) > 1 else " "


def _item(article: Row) -> FeedItem:
    seen = re.fullmatch(r"(\d{4})(\d\d)(\d\d)T\d{6}Z", article.text("seendate"))
    try:
        published = PartialDate(*(int(part) for part in seen.groups())) if seen else None
    except ValueError:
        published = None
    return FeedItem(title=article.text("title"), link=web_link(article.text("url")), published=published)
