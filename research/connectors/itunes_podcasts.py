"""Podcast episodes by Apple's iTunes Search API: talks and interviews with the person. JSON, no key.

Guests are named only in an episode's title and description. An episode counts as a talk of the person when the full
name stands there together with the organization or the post; with the name alone it is a mention, to be looked at.
Documentation: https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/, read
2026-11: about 20 calls a minute. The answer is JSON that calls itself text/javascript.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    mention_of,
    stretch_naming,
    web_address,
    words_around,
)
from research.errors import Refused, Unreadable
from research.parse import Row, cite, object_of, without_markup
from research.posts import title_words
from research.types import Citation, Claim, Document, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="itunes_podcasts",
    title="Apple Podcasts (iTunes Search)",
    home="https://podcasts.apple.com",
    terms="https://performance-partners.apple.com/search-api",
    access="api",
    hosts=("itunes.apple.com",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "talk", "mention"}),
    trust=0.7,
    keep_for=timedelta(days=7),
    min_interval_s=3.5,
    budget=1,
    terms_note="Only titles and links are used, to lead to the episode at Apple; no artwork, no audio.",
    attribution="Provided courtesy of iTunes",
)
CHECK = Check(Query("person", "Eric Topol", organization="Scripps Research"), frozenset({"talk", "mention"}))

_SEARCH = "https://itunes.apple.com/search"
_HITS = 50


def start(query: Query) -> Iterable[Request]:
    """Episodes for the name; which of them speak of the person is seen in the answer."""
    name = asked_name(query)
    if query.kind != "person" or not name.given or not name.family:
        return
    params = (
        ("term", f'"{name.given} {name.family}"'),
        ("media", "podcast"),
        ("entity", "podcastEpisode"),
        ("country", "US"),
        ("limit", _HITS),
    )
    yield Request(_SEARCH, params)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The episodes that name the person."""
    check_status(document)
    answer = object_of(document)
    if "errorMessage" in answer:
        raise Refused(f"iTunes refused the question: {answer.text('errorMessage')[:200]}", source=SOURCE.key)
    if "results" not in answer:
        raise Unreadable("iTunes answered without a list of results", source=SOURCE.key)
    for row in answer.rows("results"):
        # In a lookup the first row is the show itself, with an old date.
        if row.get("kind") == "podcast-episode" or row.get("wrapperType") == "podcastEpisode":
            yield from _episode(document, row, query)


def _episode(document: Document, row: Row, query: Query) -> Iterator[Claim]:
    number, url = row.take("trackId"), web_address(row.take("trackViewUrl"))
    title = without_markup(row.text("trackName"))
    about = without_markup(row.text("description") or row.text("shortDescription"))
    if isinstance(number, bool) or not isinstance(number, int) or not url or not title:
        return
    text, name = (title, mention_of(query, title)) if mention_of(query, title) else (about, mention_of(query, about))
    if not name:
        return
    released = date_in(row.take("releaseDate"))
    quote = words_around(text, name)
    if "@" in quote:  # Shows end their descriptions with addresses, which are not kept.
        quote = name
    citation = cite(document, quote, 0.85, url=url, title=title, published=released)
    record = Record(SOURCE.key, str(number), name, url, "person")
    yield Claim(record, "name", name, citation)
    organization = _organization_citation(document, query, citation, title, about)
    if organization:
        yield Claim(record, "affiliation", query.organization, organization, organization=query.organization)
    details: dict[str, Scalar] = {"show": row.text("collectionName"), "minutes": _minutes(row)}
    shown = {key: value for key, value in details.items() if value}
    if organization or _names_post(f"{title} {words_around(about, name)}", query.role):
        yield Claim(record, "talk", title, citation, start=released, details=shown)
        return
    weak = cite(document, quote, 0.4, url=url, title=title, published=released)
    yield Claim(record, "mention", title, weak, start=released, details=shown)


def _organization_citation(
    document: Document, query: Query, citation: Citation, title: str, about: str
) -> Citation | None:
    """The words with the organization, where the episode names it."""
    stretches = (stretch_naming(text, query.organization) for text in (citation.quote, title, about))
    words = next((stretch for stretch in stretches if stretch and "@" not in stretch), "")
    if not words:
        return None
    return cite(document, words, 0.8, url=citation.url, title=title, published=citation.published)


def _names_post(text: str, role: str) -> bool:
    wanted = title_words(role)
    return bool(wanted) and wanted <= title_words(text)


def _minutes(row: Row) -> int:
    length = row.take("trackTimeMillis")
    return round(length / 60_000) if isinstance(length, int) and not isinstance(length, bool) else 0
