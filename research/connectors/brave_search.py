"""Brave Search API: pages that mention the person.

Needs the setting BRAVE_API_KEY (header X-Subscription-Token). Titles and descriptions hold <strong> marks. Results
are mentions with a link, never facts of a post.
Terms: https://api-dashboard.search.brave.com/terms-of-service, read 2026-09.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._search_results import SearchHit, hit_claims, search_words
from research.errors import RateLimited, Refused, Unreadable
from research.pages.feeds import written_date
from research.parse import mapping_of, object_of, rows
from research.types import Claim, Document, Query, Request, Secret, Source

SOURCE = Source(
    key="brave_search",
    title="Brave Search",
    home="https://brave.com/search/api/",
    terms="https://api-dashboard.search.brave.com/terms-of-service",
    access="api",
    hosts=("api.search.brave.com",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "mention"}),
    trust=0.4,
    keep_for=timedelta(days=1),
    min_interval_s=1.1,
    budget=1,
    needs=frozenset({"BRAVE_API_KEY"}),
    default_on=False,
    terms_note="A paid service with a monthly credit; check that your plan gives the right to keep results.",
    attribution="Brave Search",
)

CHECK = Check(Query("person", "Atul Gawande", organization="Brigham and Women's Hospital"), frozenset({"mention"}))

_URL = "https://api.search.brave.com/res/v1/web/search"


def start(query: Query) -> Iterator[Request]:
    """One search of the web for the name and the organization."""
    if query.kind != "person":
        return
    yield Request(
        _URL,
        (("q", search_words(query)), ("count", 20), ("country", "US"), ("search_lang", "en")),
        headers=(("X-Subscription-Token", Secret("BRAVE_API_KEY")),),
        accept="application/json",
    )


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Results that name the person. Raises: Refused, RateLimited, Unreadable."""
    answer = object_of(document)
    if answer.get("type") == "ErrorResponse" or "error" in answer:
        said = mapping_of(answer.get("error"))
        if said.get("code") in ("RATE_LIMITED", "QUOTA_LIMITED") or said.get("status") == 429:
            raise RateLimited("Brave Search asks us to wait.", source=SOURCE.key)
        raise Refused(f"Brave Search refused: {str(said.get('detail') or said)[:160]}", source=SOURCE.key)
    if answer.get("type") != "search":
        raise Unreadable("Brave Search answered with another kind of answer", source=SOURCE.key)
    for result in rows(mapping_of(answer.get("web")).get("results"), "results"):
        day = result.take("page_age")
        published = written_date(day) if isinstance(day, str) else None
        hit = SearchHit(result.text("title"), result.text("description"), result.text("url"), published)
        yield from hit_claims(hit, document, query)
