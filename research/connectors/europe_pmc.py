"""Europe PMC: articles of the life sciences, all of MEDLINE among them, by author and affiliation. JSON, no key.

The default source for publications: one answer holds authors with their affiliations, ORCID iDs and abstracts.
Documentation: https://europepmc.org/RestfulWebService, read 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    fields_in_a_row,
    missing_fields,
    name_from_parts,
    quoted_term,
)
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
from research.types import Claim, Document, PartialDate, Query, Record, Request, Source

SOURCE = Source(
    key="europe_pmc",
    title="Europe PMC",
    home="https://europepmc.org",
    terms="https://europepmc.org/Copyright",
    access="api",
    hosts=("www.ebi.ac.uk",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "publication"}),
    trust=0.85,
    keep_for=timedelta(days=14),
    min_interval_s=0.5,
    budget=3,
    gives=frozenset({"orcid"}),
    terms_note="Citations are free to use; abstracts may be the publisher's, so only a short extract is kept.",
    attribution="Europe PMC (europepmc.org)",
)
CHECK = Check(Query("person", "Russ B. Altman", organization="Stanford University"), frozenset({"publication"}))

_SEARCH = "https://www.ebi.ac.uk/europepmc/webservices/rest/search"
_PAGE_SIZE = 25
_MOST_PAGES = 2
_NOTICES = frozenset(
    {"published erratum", "retraction of publication", "retraction-of-publication", "correction", "retraction",
     "expression of concern", "expression-of-concern", "corrected-article"}
)  # fmt: skip


def start(query: Query) -> Iterable[Request]:
    """Articles by ORCID iD when it is known, else by name and affiliation; never by the name alone."""
    if query.kind != "person":
        return
    orcid, name = known_orcid(query), asked_name(query)
    if orcid:
        yield _request(f'AUTHORID:"{orcid}"', "*", 1)
        return
    organization = quoted_term(query.organization)
    if not organization or not name.given or not name.family:
        return
    family, given = quoted_term(name.family), quoted_term(name.given)
    initials = given[:1] + name.middle[:1]
    spellings = dict.fromkeys((f"{family} {given}", f"{family} {given[:1]}", f"{family} {initials}"))
    authors = " OR ".join(f'AUTH:"{spelling}"' for spelling in spellings)
    yield _request(f'({authors}) AND AFF:"{organization}"', "*", 1)


def _request(words: str, cursor: str, page: int) -> Request:
    params = (
        ("query", f"{words} sort_date:y"),
        ("format", "json"),
        ("resultType", "core"),
        ("pageSize", _PAGE_SIZE),
        ("cursorMark", cursor),
    )
    return Request(_SEARCH, params, carry=(("words", words), ("cursor", cursor), ("page", str(page))))


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """For each article the author who can be meant, with the affiliations that the article gives this author."""
    check_status(document)
    answer = object_of(document)
    if "errCode" in answer or "errMsg" in answer:
        raise Refused(f"Europe PMC refused the question: {answer.text('errMsg')[:200]}", source=SOURCE.key)
    if "resultList" not in answer:
        raise Unreadable("Europe PMC answered without a list of results", source=SOURCE.key)
    results = answer.row("resultList").rows("result")
    yield from missing_fields(SOURCE.key, results, ("id", "source", "title", "authorList", "firstPublicationDate"))
    for row in results:
        yield from _article(document, row, query)
    yield from _next_page(document, answer, found=bool(results))


def _next_page(document: Document, answer: Row, *, found: bool) -> Iterator[Request]:
    following, request = answer.text("nextCursorMark"), document.request
    page = int(request.carried("page") or _MOST_PAGES)
    words = request.carried("words")
    # A page that repeats its mark is the last one.
    if found and words and following and following != request.carried("cursor") and page < _MOST_PAGES:
        yield _request(words, following, page + 1)


def _article(document: Document, row: Row, query: Query) -> Iterator[Claim]:
    number, collection, title = row.text("id"), row.text("source"), title_of(row.text("title"))
    kinds = {kind.lower() for kind in _texts(row.row("pubTypeList").take("pubType"))}
    if not number or not title or kinds & _NOTICES:
        return
    authors = [_author(author, place) for place, author in enumerate(_author_rows(row), start=1)]
    paper = _paper(row, f"https://europepmc.org/article/{collection}/{number}", title, authors, kinds)
    citation = cite(document, title, url=paper.url, title=title, published=paper.published)
    for author in authors_meant(query, [author for author in authors if author.name.family]):
        record = Record(SOURCE.key, f"{collection}-{number}-{author.position}", author.label, paper.url, "person")
        named = replace(author, quote=_name_quote(document, author) or author.quote)
        yield from author_claims(document, record, named, paper.published)
        yield publication(record, paper, author.position, citation)


def _paper(row: Row, url: str, title: str, authors: list[Author], kinds: set[str]) -> Paper:
    journal = row.row("journalInfo")
    return Paper(
        title=title,
        url=url,
        authors=tuple(author.label for author in authors),
        journal=Row(journal).row("journal").text("title"),
        doi=doi_in(row.text("doi")),
        pmid=row.text("pmid"),
        published=_published(row, journal),
        kind="preprint" if "preprint" in kinds else "",
        retracted="retracted publication" in kinds or "retracted-article" in kinds,
        conclusion=conclusion_in(without_markup(row.text("abstractText").replace("</h4>", ": "))),
    )


def _published(row: Row, journal: Row) -> PartialDate | None:
    """The first date of publication; one made up from "2026 Mar" keeps the month only."""
    first, printed = date_in(row.take("firstPublicationDate")), date_in(journal.take("printPublicationDate"))
    precision = len(journal.text("dateOfPublication").split())
    if first and first == printed and 0 < precision < 3:
        return PartialDate(first.year, first.month if precision == 2 else None)
    return first or date_in(row.take("pubYear"))


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _author_rows(row: Row) -> list[Row]:
    return row.row("authorList").rows("author")


def _author(row: Row, position: int) -> Author:
    given, family = row.text("firstName") or row.text("initials"), row.text("lastName")
    short, orcid = row.text("fullName"), row.row("authorId")
    label = f"{given} {family}".strip() or row.text("collectiveName")
    details = row.row("authorAffiliationDetailsList").rows("authorAffiliation")
    affiliations = [detail.text("affiliation") for detail in details] or [row.text("affiliation")]
    return Author(
        name_from_parts(given, family),
        label,
        position,
        tuple(filter(None, affiliations)),
        orcid.text("value") if orcid.text("type").upper() == "ORCID" else "",
        short,
    )


def _name_quote(document: Document, author: Author) -> str:
    """First name and surname as they stand in the answer; the short form is less than a name."""
    given = author.label.removesuffix(author.name.family).strip()
    return fields_in_a_row(document, ("firstName", given), ("lastName", author.name.family))
