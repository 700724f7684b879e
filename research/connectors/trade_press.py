"""Feeds of the health-care trade press: items that name the person, or the organization. Never the articles themselves.

The list is `research/trade_press_feeds.txt`, for the user to edit. Article pages are behind walls and metered; title,
summary, date and link are what a feed is published for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from research.connector import Check, Drift
from research.connectors._asked_person import names_organization
from research.connectors._page_claims import PAGE_PREDICATES, item_claims, mention_claims, news_claim
from research.errors import Unreadable
from research.hosts import host_of
from research.pages.feeds import read_feed, web_link
from research.pages.site_map import registered_domain
from research.parse import cite
from research.types import Claim, Document, Query, Record, Request, Source

FEED_LIST = Path(__file__).parents[1] / "trade_press_feeds.txt"


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds of the list as title and address, and a sentence for each line that cannot be used."""

    feeds: tuple[tuple[str, str], ...]
    faults: tuple[str, ...] = ()


@cache
def feed_list(path: Path = FEED_LIST) -> FeedList:
    """The list as it is on disk; a line that cannot be used costs itself only."""
    feeds, faults = [], []
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
        title, _, address = line.strip().partition("\t")
        if not title or title.startswith("#"):
            continue
        if web_link(address):
            feeds.append((title.strip(), web_link(address)))
        else:
            faults.append(f"{path.name}, line {number}: a title, a tab and a web address are needed")
    return FeedList(tuple(feeds), tuple(faults))


def _hosts() -> tuple[str, ...]:
    domains = sorted({registered_domain(host_of(address)) for _, address in feed_list().feeds})
    return tuple(host for domain in domains for host in (domain, f".{domain}")) or ("feeds.invalid",)


SOURCE = Source(
    key="trade_press",
    title="Health-care trade press (feeds)",
    home="https://www.rssboard.org/rss-specification",
    terms="",
    access="feed",
    hosts=_hosts(),
    subjects=frozenset({"person", "organization"}),
    covers=PAGE_PREDICATES | {"mention", "news", "organization_name"},
    trust=0.7,
    names_decide=True,
    keep_for=timedelta(hours=3),
    budget=max(1, len(feed_list().feeds)),
    terms_note="Headlines, a short extract and a link are read; each publisher's terms rule any further use.",
    attribution="The publication named with each item",
    max_bytes=5_000_000,
    timeout_s=15.0,
)

CHECK = Check(Query("organization", "Mayo Clinic"), frozenset({"news"}))

_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9"


def start(query: Query) -> Iterator[Request]:
    """Every feed of the list: a feed cannot be searched."""
    for title, address in feed_list().feeds:
        yield Request(address, accept=_ACCEPT, carry=(("feed", title),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Items that carry the full name of the person, or the name of the organization. Raises: Unreadable."""
    title = document.request.carried("feed")
    if feed_list().feeds[:1] and title == feed_list().feeds[0][0]:
        yield from map(Drift, feed_list().faults)
    if document.status != 200:
        yield Drift(f"the feed of {title} is gone (status {document.status})")
        return
    try:
        feed = read_feed(document.body, document.charset)
    except Unreadable as error:
        said = f"the feed of {title} cannot be read: {error}"
        raise Unreadable(said, fault=error.fault, source=SOURCE.key, url=document.url) from error
    if not feed.complete:
        yield Drift(f"the feed of {title} breaks off or is not well formed; its whole items were read")
    for item in feed.items:
        if query.kind == "person":
            found = list(mention_claims(item, document, query, predicate="mention"))
            yield from found
            if found:
                yield from item_claims(item, document, query)
        elif names_organization(item.text, query.name) and item.title:
            address = item.link or document.url
            record = Record(SOURCE.key, item.link or item.guid or item.title[:80], query.name, address, "organization")
            literal = item.title if names_organization(item.title, query.name) else item.summary
            named = cite(document, literal, 0.7, url=address, published=item.published)
            yield Claim(record, "organization_name", query.name, named)
            yield news_claim(item, document, record)
