"""The news feed of an organization's own site: what it says of itself and of its leaders, with dates and links.

The feed is the one that the home page or the newsroom declares, or stands at a usual address. Title, summary, date
and link are read, never the article. The feed's own organization counts as the one an item speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urljoin

from research.connector import Check, Drift
from research.connectors._page_claims import PAGE_PREDICATES, item_claims, mention_claims, news_claim
from research.errors import Unreadable
from research.hosts import host_of
from research.pages.feeds import Feed, read_feed
from research.pages.site_map import feed_links, home_of, is_feed_address, links_of, rank, same_site
from research.parse import cite, text_of
from research.types import Claim, Document, Query, Record, Request, Source

SOURCE = Source(
    key="newsroom_feed",
    title="News feed of the organization",
    home="https://www.rssboard.org/rss-specification",
    terms="",
    access="feed",
    hosts=("*",),
    subjects=frozenset({"person", "organization"}),
    covers=PAGE_PREDICATES | {"mention", "news", "feed", "organization_name", "organization_website"},
    trust=0.8,
    names_decide=True,
    keep_for=timedelta(hours=6),
    budget=7,
    wants=frozenset({"website"}),
    attribution="The organization's own news feed",
    terms_note="Headlines, a short extract and a link are read; the publisher's terms rule any further use.",
    max_bytes=5_000_000,
)

CHECK = Check(
    Query("organization", "Mayo Clinic", website="https://newsnetwork.mayoclinic.org"), frozenset({"news", "feed"})
)

_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.5"
_USUAL = ("/feed/", "/rss", "/news/feed/")
_MOST_FEEDS = 2
_MOST_NEWS = 25


def start(query: Query) -> Iterator[Request]:
    """A feed that the user named, else the home page."""
    named = [url for url in query.urls if is_feed_address(url)][:_MOST_FEEDS]
    for url in named:
        yield _feed(url)
    home = home_of(query.website)
    if home and not named:
        yield Request(home, carry=(("step", "home"),))


def _feed(url: str) -> Request:
    return Request(url, accept=_ACCEPT, carry=(("step", "feed"),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Addresses of feeds from a page, claims from a feed. Raises: Unreadable."""
    if document.status != 200:
        return
    step = document.request.carried("step")
    if step in ("home", "newsroom"):
        yield from _page(document, query, step)
        return
    try:
        feed = read_feed(document.body, document.charset)
    except Unreadable:
        if step == "guess":  # a page that says "not found" with status 200
            return
        raise
    if not feed.complete:
        yield Drift("the feed breaks off or is not well formed; its whole items were read")
    yield from _items(document, query, feed)


def _page(document: Document, query: Query, step: str) -> Iterator[Request | Drift]:
    if not same_site(query.website, document.url):
        yield Drift(f"{host_of(query.website)} forwards to another site: {host_of(document.url)}")
        return
    text = text_of(document)
    feeds = [link for link in feed_links(text, document.url) if same_site(link.url, document.url)]
    # A site declares one feed for each of its parts; the one of the newsroom is wanted.
    feeds.sort(
        key=lambda link: not any(word in f"{link.url} {link.words}".lower() for word in ("news", "press", "media"))
    )
    if feeds:
        yield from (_feed(link.url) for link in feeds[:_MOST_FEEDS])
        return
    newsrooms = [page.url for page in rank(links_of(text, document.url), document.url) if page.purpose == "newsroom"]
    if step == "home" and newsrooms:
        yield Request(newsrooms[0], carry=(("step", "newsroom"),), not_found_is_empty=True)
        return
    for path in _USUAL:
        guess = urljoin(document.url, path)
        yield Request(guess, accept=_ACCEPT, carry=(("step", "guess"),), not_found_is_empty=True)


def _items(document: Document, query: Query, feed: Feed) -> Iterator[Claim]:
    if query.kind == "person":
        for item in feed.items:
            found = list(mention_claims(item, document, query, predicate="mention", organization=query.organization))
            if found:
                yield from found
                yield from item_claims(item, document, query)
        return
    record = Record(SOURCE.key, host_of(document.url), feed.title or query.name, document.url, "organization")
    if feed.items and feed.title:
        yield Claim(record, "feed", document.url, cite(document, feed.title, 0.9))
        if same_site(document.url, query.website):
            # Whose feed it is, its place on the site says; its title is "News" as often as a name.
            yield Claim(record, "organization_website", home_of(query.website), cite(document, feed.title, 0.7))
    for item in [item for item in feed.items if item.title][:_MOST_NEWS]:
        yield news_claim(item, document, record)
