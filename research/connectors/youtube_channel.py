"""The organization's YouTube channel, as its keyless Atom feed of the 15 newest videos: talks that name the person.

The channel's number comes from Wikidata (P2397) or from an address that the user gave. The name must stand in the
title or the description. Titles and links only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._page_claims import mention_claims
from research.pages.feeds import read_feed
from research.parse import cite
from research.types import Claim, Document, Identifier, Query, Record, Request, Source

SOURCE = Source(
    key="youtube_channel",
    title="YouTube channel of the organization",
    home="https://www.youtube.com",
    terms="https://www.youtube.com/t/terms",
    access="feed",
    hosts=("www.youtube.com",),
    subjects=frozenset({"person", "organization"}),
    covers=frozenset({"name", "talk", "organization_name", "feed"}),
    trust=0.7,
    names_decide=True,
    keep_for=timedelta(hours=12),
    budget=2,
    wants=frozenset({"youtube"}),
    terms_note="Titles and links of videos are read; the videos stay on YouTube under its terms.",
    attribution="YouTube",
    max_bytes=2_000_000,
)

CHECK = Check(
    Query("organization", "Google", identifiers=(Identifier("youtube", "UCK8sQmJBp8GCxrOtXWBpyEA"),)),
    frozenset({"organization_name", "feed"}),
)

_FEED = "https://www.youtube.com/feeds/videos.xml"
_CHANNEL = re.compile(r"UC[\w-]{22}")
_CHANNEL_ADDRESS = re.compile(r"https?://(?:www\.|m\.)?youtube\.com/channel/(UC[\w-]{22})(?:[/?#].{0,200})?")


def start(query: Query) -> Iterator[Request]:
    """The feeds of the organization's channels, two at most."""
    known = [i.value for i in (*query.organization_identifiers, *query.identifiers) if i.scheme == "youtube"]
    given = [match.group(1) for url in query.urls if (match := _CHANNEL_ADDRESS.fullmatch(url))]
    for number in list(dict.fromkeys([*known, *given]))[:2]:
        if _CHANNEL.fullmatch(number):
            yield Request(_FEED, (("channel_id", number),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Videos that name the person; the channel stands for its organization. Raises: Unreadable."""
    if document.status != 200:
        return
    feed = read_feed(document.body, document.charset)
    if not feed.complete:
        yield Drift("the feed breaks off or is not well formed; its whole items were read")
    if query.kind == "organization":
        yield from _channel(document, feed.title)
        return
    for item in feed.items:
        yield from mention_claims(
            item, document, query, predicate="talk", organization=query.organization or feed.title
        )


def _channel(document: Document, title: str) -> Iterator[Claim]:
    number = _CHANNEL.search(document.url)
    if number and title:
        record = Record(SOURCE.key, number.group(), title, document.url, "organization")
        yield Claim(record, "organization_name", title, cite(document, title, 0.7))
        details = {"scheme": "youtube", "names": "channel"}
        quote = cite(document, title, 0.8)
        yield Claim(record, "organization_identifier", number.group(), quote, details=details)
        yield Claim(record, "feed", document.url, quote)
