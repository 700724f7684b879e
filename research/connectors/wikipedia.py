"""English Wikipedia: the first words on a person or an organization, and the item at Wikidata. A lead, never proof.

No key; a User-Agent with a contact is demanded, questions come one after another. A missing page is HTTP 200 with
`missing`; a page that lists several bearers of a name carries `pageprops.disambiguation` and says nothing of any.
Text is CC BY-SA 4.0: a quoted extract carries attribution and link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote, unquote

from research.connector import Check, Drift
from research.connectors._asked_person import may_be_meant, may_be_organization, names_organization
from research.connectors._page_claims import PAGE_PREDICATES
from research.errors import RateLimited, Refused, Unreadable
from research.names import parse_name
from research.pages.sentences import sentences
from research.parse import Row, cite, mapping_of, object_of, rows, without_markup
from research.types import Citation, Claim, Document, Query, Record, Request, Source

SOURCE = Source(
    key="wikipedia",
    title="Wikipedia",
    home="https://en.wikipedia.org",
    terms="https://foundation.wikimedia.org/wiki/Policy:Terms_of_Use",
    access="api",
    hosts=("en.wikipedia.org",),
    subjects=frozenset({"person", "organization"}),
    covers=PAGE_PREDICATES | {"organization_name", "characteristic", "website"},
    trust=0.6,
    keep_for=timedelta(days=7),
    budget=3,
    gives=frozenset({"qid"}),
    attribution="Wikipedia, CC BY-SA 4.0",
)

CHECK = Check(Query("organization", "Mayo Clinic"), frozenset({"organization_name"}))

_API = "https://en.wikipedia.org/w/api.php"
_MOST_CANDIDATES = 5
_EXTRACT_LIMIT = 4000
_BEHIND_TITLE = re.compile(r"\s\([^()]{1,80}\)$")
_LIFE = re.compile(
    r"\((?:[^()]{0,80}\b)?(?:born|died|\d{4}\s?[–-]|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
    r"[^()]{0,120}\)"
)
_PAGE = re.compile(r"https?://(?:en\.|en\.m\.)wikipedia\.org/wiki/([^?#\s]{1,250})")


def start(query: Query) -> Iterator[Request]:
    """The page that the user named, else a search."""
    named = [unquote(match.group(1)).replace("_", " ") for url in query.urls if (match := _PAGE.fullmatch(url))]
    if named:
        yield _extracts(named[:_MOST_CANDIDATES])
        return
    asked_name = parse_name(query.name)
    person = f"{asked_name.given} {asked_name.family}".strip() if query.kind == "person" else ""
    words = (person or query.name).replace('"', " ")
    asked = (("action", "query"), ("list", "search"), ("srsearch", words), ("srnamespace", 0))
    yield Request(_API, (*asked, ("srlimit", 10), ("format", "json")))


def _extracts(titles: list[str]) -> Request:
    asked = (("action", "query"), ("prop", "extracts|pageprops|info"), ("exintro", 1), ("explaintext", 1))
    more = (("exlimit", 20), ("ppprop", "disambiguation|wikibase_item"), ("inprop", "url"), ("redirects", 1))
    return Request(_API, (*asked, *more, ("titles", "|".join(titles)), ("format", "json"), ("formatversion", 2)))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Titles of a search, or what the pages say. Raises: Refused, RateLimited, Unreadable."""
    answer = object_of(document)
    if "error" in answer:
        said = mapping_of(answer["error"])
        if said.get("code") in ("ratelimited", "maxlag"):
            raise RateLimited("Wikipedia asks us to wait.", source=SOURCE.key)
        raise Refused(f"Wikipedia refused the question: {str(said.get('info') or said)[:160]}", source=SOURCE.key)
    if "extract" in answer and "title" in answer:  # the REST summary is one page
        yield from _page(document, query, answer)
        return
    found = mapping_of(answer.get("query"))
    if "search" in found:
        titles = [row.text("title") for row in rows(found["search"], "search")]
        meant = [title for title in titles if title and _may_be_about(query, title)][:_MOST_CANDIDATES]
        if meant:
            yield _extracts(meant)
    elif "pages" in found:
        for page in _pages(found["pages"])[:_MOST_CANDIDATES]:
            yield from _page(document, query, page)
    elif "batchcomplete" not in answer:
        raise Unreadable("Wikipedia answered with neither hits nor pages", source=SOURCE.key)


def _may_be_about(query: Query, title: str) -> bool:
    bare = _BEHIND_TITLE.sub("", title)
    if query.kind == "person":
        return may_be_meant(query, bare)
    return may_be_organization(bare, query.name)


def _pages(value: Any) -> list[Row]:
    """The pages, as a list (formatversion 2) or by number (formatversion 1)."""
    return rows(list(value.values()) if isinstance(value, dict) else value, "pages")


def _page(document: Document, query: Query, page: Row) -> Iterator[Claim]:
    title, extract = page.text("title"), page.take("extract")
    properties = mapping_of(page.get("pageprops"))
    if "missing" in page or "invalid" in page or not title or "disambiguation" in properties:
        return
    if page.get("type") == "disambiguation" or not isinstance(extract, str) or not _may_be_about(query, title):
        return
    address = f"https://en.wikipedia.org/wiki/{quote(title.replace(' ', '_'), safe='_(),.:%')}"
    name = _BEHIND_TITLE.sub("", title)
    record = Record(SOURCE.key, str(page.get("pageid") or title), name, address, query.kind)
    person = query.kind == "person"
    citation = cite(document, name, 0.7, url=address, title=title)
    yield Claim(record, "name" if person else "organization_name", name, citation)
    qid = properties.get("wikibase_item") or page.get("wikibase_item")
    if isinstance(qid, str) and re.fullmatch(r"Q[1-9]\d{0,11}", qid):
        details = {"scheme": "qid", "names": query.kind}
        quoted = cite(document, qid, 0.9, url=address, title=title)
        yield Claim(record, "identifier" if person else "organization_identifier", qid, quoted, details=details)
    text = without_markup(extract)[:_EXTRACT_LIMIT] if "<" in extract else extract[:_EXTRACT_LIMIT]
    if person:
        # The organization in the same text is what tells a namesake apart.
        where = query.organization if names_organization(text, query.organization) else ""
        yield Claim(record, "website", address, citation, organization=where)
    yield from _text(document, query, record, text)


def _text(document: Document, query: Query, record: Record, text: str) -> Iterator[Claim]:
    if record.kind == "organization":
        first = next(iter(sentences(text)), "")
        if 20 <= len(first) <= 400:
            citation = cite(document, first, 0.7, url=record.url, title=record.label)
            yield Claim(record, "characteristic", first, citation)
        return
    # Loaded on use: the page readers bring large libraries.
    from research.pages import extract
    from research.pages.claims import claims_of

    # An article has no day of publication: a date that stands in its first words is one of birth.
    found = replace(extract(text, url=record.url), published=None)
    for claim in claims_of(found, replace(document, url=record.url), about=query):
        if may_be_meant(query, claim.record.label) and not _is_nationality(claim):
            yield replace(claim, citation=_without_life(replace(claim.citation, title=record.label)))


def _is_nationality(claim: Claim) -> bool:
    """Whether the organization of a post is the adjective before it: "is an American health-care executive"."""
    words = f"{claim.organization} {claim.value}".lower()
    return (
        bool(claim.organization) and re.search(rf"\ban? {re.escape(words)}", claim.citation.quote.lower()) is not None
    )


def _without_life(citation: Citation) -> Citation:
    """The citation with the longer part of its quote beside the dates of birth and death that stand in brackets."""
    parts = [part.strip(" ,") for part in _LIFE.split(citation.quote)]
    return replace(citation, quote=max(parts, key=len)) if len(parts) > 1 and any(parts) else citation
