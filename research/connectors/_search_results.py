"""From the results of a search service to claims: mentions with title, snippet and link, never facts of a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from research.connectors._page_claims import mention_claims
from research.hosts import host_of
from research.names import parse_name
from research.pages.feeds import FeedItem, plain_text, web_link
from research.pages.site_map import registered_domain
from research.types import Claim, Document, PartialDate, Query

# Never used: behind log-ins, or collections of private data (the project's rules of what may be gathered).
_LEFT_OUT = frozenset(
    {"linkedin.com", "facebook.com", "instagram.com", "x.com", "twitter.com", "tiktok.com", "threads.net",
     "whitepages.com", "spokeo.com", "beenverified.com", "radaris.com", "intelius.com", "mylife.com",
     "truepeoplesearch.com", "fastpeoplesearch.com", "peekyou.com", "zoominfo.com", "rocketreach.co",
     "signalhire.com", "apollo.io", "contactout.com", "lusha.com", "zillow.com", "redfin.com", "opensecrets.org",
     "legacy.com", "ancestry.com"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result as the service gives it; title and snippet may hold markup."""

    title: str
    snippet: str
    url: str
    published: PartialDate | None = None


def search_words(query: Query) -> str:
    """The person's name and the organization, each in quotation marks."""
    parts = [parse_name(query.name).display or query.name, query.organization]
    return " ".join(f'"{quotable(part)}"' for part in parts if part)


def quotable(words: str) -> str:
    """The words without signs that mean something to a search service."""
    return " ".join(re.sub(r"[^\w.&' -]", " ", words).split())


def hit_claims(hit: SearchHit, document: Document, query: Query) -> Iterator[Claim]:
    """A mention of the person, when the result's own words name the person."""
    address = web_link(hit.url)
    if address and registered_domain(host_of(address)) not in _LEFT_OUT:
        item = FeedItem(plain_text(hit.title), plain_text(hit.snippet), address, hit.published)
        yield from mention_claims(item, document, query, predicate="mention")
