"""A SearXNG search service of the user's own: pages that mention the person.

The setting SEARXNG_URL names the service, e.g. https://search.example.org. Its settings must allow JSON, else it
answers 403; public services mostly do not. Results are mentions with a link, never facts of a post.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._search_results import SearchHit, hit_claims, search_words
from research.errors import Unreadable
from research.pages.feeds import written_date
from research.parse import object_of
from research.types import Claim, Document, Query, Request, Secret, Source

SOURCE = Source(
    key="searxng",
    title="SearXNG (your own search service)",
    home="https://docs.searxng.org",
    terms="https://docs.searxng.org/own-instance.html",
    access="api",
    hosts=("*",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "mention"}),
    trust=0.4,
    keep_for=timedelta(days=1),
    min_interval_s=2.0,
    budget=1,
    needs=frozenset({"SEARXNG_URL"}),
    default_on=False,
    terms_note="It asks other search engines in your name, so their terms apply to you; use a service of your own.",
    attribution="SearXNG",
    timeout_s=30.0,
)

CHECK = Check(Query("person", "Atul Gawande", organization="Brigham and Women's Hospital"), frozenset({"mention"}))


def start(query: Query) -> Iterator[Request]:
    """One search of the web for the name and the organization."""
    if query.kind != "person":
        return
    asked = (("q", search_words(query)), ("format", "json"), ("categories", "general"), ("language", "en"))
    # The host is a setting: the name in angle brackets stands for its value until the request is sent.
    yield Request(f"https://{Secret('SEARXNG_URL')}/search", (*asked, ("pageno", 1)))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Results that name the person. Raises: Unreadable."""
    answer = object_of(document)
    if not isinstance(answer.get("results"), list):
        raise Unreadable("SearXNG answered without results", source=SOURCE.key)
    silent = answer.take("unresponsive_engines")
    if isinstance(silent, list) and silent:
        yield Drift(f"search engines that did not answer: {len(silent)}")
    for result in answer.rows("results"):
        day = result.take("publishedDate", "pubdate")
        published = written_date(day) if isinstance(day, str) else None
        hit = SearchHit(result.text("title"), result.text("content"), result.text("url"), published)
        yield from hit_claims(hit, document, query)
