"""Crossref: the publishers' own record of a work. JSON, no key.

People are not searched here: `query.author` ranks and does not filter (asked for one author, seven hits of seven were
by others). So it is asked only for works with a known ORCID iD, which is a true filter, or with a known DOI, and the
authors of every work are checked all the same. Rates since December 2025: 5 a second, one at a time.
Documentation: https://www.crossref.org/documentation/retrieve-metadata/rest-api/, read 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import check_status, fields_in_a_row, missing_fields, name_from_parts
from research.connectors._publications import (
    Author,
    Paper,
    author_claims,
    authors_meant,
    conclusion_in,
    doi_in,
    known_orcid,
    publication,
    title_of,
)
from research.errors import Refused, Unreadable
from research.parse import Row, cite, object_of, without_markup
from research.types import Claim, Document, Identifier, PartialDate, Query, Record, Request, Source

SOURCE = Source(
    key="crossref",
    title="Crossref",
    home="https://www.crossref.org",
    terms="https://www.crossref.org/documentation/retrieve-metadata/rest-api/",
    access="api",
    hosts=("api.crossref.org",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "publication"}),
    trust=0.9,
    keep_for=timedelta(days=30),
    min_interval_s=1.0,
    budget=4,
    wants=frozenset({"orcid", "doi"}),
    gives=frozenset({"orcid"}),
    terms_note="Metadata are free of claims; abstracts may be the publisher's, so only a short extract is kept.",
    attribution="Crossref (crossref.org)",
)
CHECK = Check(
    Query("person", "Carl Boettiger", identifiers=(Identifier("orcid", "0000-0002-1642-628X"),)),
    frozenset({"publication"}),
)

_API = "https://api.crossref.org/works"
_MOST_WORKS = 20
_NO_WORKS = frozenset({"component", "dataset", "peer-review", "grant", "journal", "journal-issue", "journal-volume"})
# The dates by worth: that of the printed or electronic publication, then what Crossref makes of them.
_DATES = ("published-print", "published-online", "issued")


def start(query: Query) -> Iterable[Request]:
    """Works that the publisher ties to the person's ORCID iD; single works by DOI."""
    if query.kind != "person":
        return
    orcid = known_orcid(query)
    if orcid:
        # No `select`: what tells of a retraction (`updated-by`) may not be among the fields that can be selected.
        params = (("filter", f"orcid:{orcid}"), ("rows", _MOST_WORKS), ("sort", "published"), ("order", "desc"))
        yield Request(_API, params, carry=(("step", "works"),))
    for doi in [doi_in(value) for value in query.all_identifiers("doi")][: SOURCE.budget - 1]:
        if doi:
            yield Request(f"{_API}/{doi}", carry=(("step", "work"),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """For each work the author who can be meant: checked by ORCID iD, or by family and given name."""
    if document.status == 404:
        return
    answer = object_of(document) if document.status < 400 or "json" in document.media_type else Row()
    if answer.get("status") == "failed":
        raise Refused(f"Crossref refused the question: {str(answer.get('message'))[:200]}", source=SOURCE.key)
    check_status(document)
    if "message" not in answer:
        raise Unreadable("Crossref answered without a message", source=SOURCE.key)
    message = answer.row("message")
    if document.request.carried("step") == "work":
        yield from _work(document, message, query)
        return
    if "items" not in message:
        raise Unreadable("Crossref answered without a list of works", source=SOURCE.key)
    items = message.rows("items")
    yield from missing_fields(SOURCE.key, items, ("DOI", "title", "author", "type"))
    for item in items:
        yield from _work(document, item, query)


def _first(row: Row, key: str) -> str:
    """The first text of a field that is a list, often an empty one; "" when there is none."""
    value = row.take(key)
    texts = [text for text in value if isinstance(text, str) and text.strip()] if isinstance(value, list) else []
    return texts[0] if texts else ""


def _work(document: Document, row: Row, query: Query) -> Iterator[Claim]:
    doi, title = doi_in(row.text("DOI")), title_of(_first(row, "title"))
    kind = row.text("type")
    # A notice of correction or retraction names the work it is about in `update-to`.
    if not doi or not title or kind in _NO_WORKS or row.rows("update-to"):
        return
    authors = [_author(author, place) for place, author in enumerate(row.rows("author"), start=1)]
    updates = {update.text("type") for update in row.rows("updated-by")}
    paper = Paper(
        title=title,
        url=f"https://doi.org/{doi}",
        authors=tuple(author.label for author in authors),
        journal=without_markup(_first(row, "container-title")),
        doi=doi,
        published=_published(row),
        kind="preprint" if kind == "posted-content" else "",
        retracted="retraction" in updates or title.lower().startswith(("retracted:", "retracted article")),
        conclusion=conclusion_in(without_markup(row.text("abstract").replace("</jats:title>", ": "))),
    )
    citation = cite(document, title, 0.95, url=paper.url, title=title, published=paper.published)
    for author in authors_meant(query, [author for author in authors if author.name.family]):
        record = Record(SOURCE.key, f"{doi}-{author.position}", author.label, paper.url, "person")
        yield from author_claims(document, record, _with_quote(document, author), paper.published)
        yield publication(record, paper, author.position, citation)


def _author(row: Row, position: int) -> Author:
    given, family = row.text("given"), row.text("family")
    affiliations = [affiliation.text("name") for affiliation in row.rows("affiliation")]
    label = f"{given} {family}".strip() or row.text("name")
    return Author(
        name_from_parts(given, family), label, position, tuple(filter(None, affiliations)), row.text("ORCID"),
        quote=family,
    )  # fmt: skip


def _with_quote(document: Document, author: Author) -> Author:
    given = author.label.removesuffix(author.quote).strip()
    quote = fields_in_a_row(document, ("given", given), ("family", author.quote))
    return Author(
        author.name, author.label, author.position, author.affiliations, author.orcid, quote=quote or author.quote
    )


def _published(row: Row) -> PartialDate | None:
    for key in _DATES:
        parts = row.row(key).take("date-parts")
        numbers = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
        found = _date(numbers)
        if found:
            return found
    return None


def _date(numbers: list[object]) -> PartialDate | None:
    """Year, month, day of which the later ones may be missing; [null] is no date."""
    known = [number for number in numbers[:3] if isinstance(number, int) and not isinstance(number, bool)]
    try:
        return PartialDate(*known) if known else None
    except ValueError:
        return None
