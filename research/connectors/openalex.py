"""OpenAlex: authors and their works. JSON API, data under CC0.

Since February 2026 a search costs ten times a filter list, and single records are free; without a key the daily
allowance is a handful of searches. So one search of authors, then lists of works only for authors that were at the
organization (or are known by number). Documentation: https://developers.openalex.org, read 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    may_be_meant,
    may_be_organization,
    missing_fields,
    web_address,
)
from research.connectors._publications import Paper, conclusion_in, doi_in, known_orcid, orcid_in, publication, title_of
from research.errors import RateLimited, Refused, Unreadable
from research.parse import Row, cite, cite_field, object_of, text_of
from research.types import Claim, Document, Identifier, Param, PartialDate, Query, Record, Request, Secret, Source

SOURCE = Source(
    key="openalex",
    title="OpenAlex",
    home="https://openalex.org",
    terms="https://openalex.org/OpenAlex_termsofservice.pdf",
    access="api",
    hosts=("api.openalex.org",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "publication", "topic"}),
    # Its author profiles are made by machine and are split and merged wrongly often enough that it publishes a
    # recipe for auditing one.
    trust=0.75,
    keep_for=timedelta(days=14),
    min_interval_s=0.2,
    budget=6,  # three known profiles and their works, or a search and the works of three
    gives=frozenset({"openalex", "orcid"}),
    optional=frozenset({"OPENALEX_API_KEY"}),
    terms_note="Data are free of rights (CC0). Without a free key of your own only a few searches a day are answered.",
    attribution="OpenAlex (openalex.org)",
)
CHECK = Check(
    Query("person", "Jason Priem", identifiers=(Identifier("orcid", "0000-0001-6187-6610"),)),
    frozenset({"publication"}),
)

_API = "https://api.openalex.org"
_AUTHOR_FIELDS = "id,orcid,display_name,affiliations,topics"
_WORK_FIELDS = "id,doi,title,publication_date,type,primary_location,authorships,abstract_inverted_index,is_retracted"
_SEARCH_HITS = 10
_WORKS_PER_AUTHOR = 25
_PROFILES_FOLLOWED = 3
_TOPICS_SHOWN = 5
_MOST_AUTHORS = 100  # Lists cut the authors of a work here.
# What a list of works holds besides works of the person.
_NO_WORKS = frozenset(
    {"paratext", "erratum", "retraction", "peer-review", "dataset", "grant", "supplementary-materials"}
)


def _key() -> tuple[tuple[str, Param], ...]:
    return (("api_key", Secret("OPENALEX_API_KEY")),)


def start(query: Query) -> Iterable[Request]:
    """Known authors by number (free), else one search by name (the only dear request)."""
    if query.kind != "person":
        return
    numbers = [_short(number) for number in query.all_identifiers("openalex")]
    orcid = known_orcid(query)
    known = [*numbers, *([f"orcid:{orcid}"] if orcid and not numbers else [])]
    for number in known[:_PROFILES_FOLLOWED]:
        yield Request(
            f"{_API}/authors/{number}",
            (("select", _AUTHOR_FIELDS), *_key()),
            carry=(("step", "author"), ("asked", number)),
            not_found_is_empty=True,
        )
    name = asked_name(query)
    if not known and name.given and name.family:
        words = " ".join(part for part in (name.given, name.middle, name.family) if part)
        search: tuple[tuple[str, Param], ...] = (
            ("search", words),
            ("per_page", _SEARCH_HITS),
            ("select", _AUTHOR_FIELDS),
            *_key(),
        )
        yield Request(f"{_API}/authors", search, carry=(("step", "authors"),))


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """Authors (name, numbers, affiliations, topics), then the newest works of those worth following."""
    if document.status == 404:
        return
    _check_refusal(document)
    check_status(document)
    answer = object_of(document)
    if document.request.carried("step") == "author":
        yield from _known_author(document, answer)
    elif document.request.carried("step") == "works":
        yield from _works(document, answer)
    else:
        yield from _authors(document, answer, query)


def _check_refusal(document: Document) -> None:
    """Errors come as {"error", "message"}, with status 400, 401, 403 or 429."""
    if '"error"' not in text_of(document)[:200]:
        return
    answer = object_of(document)
    said = f"{answer.text('error')}: {answer.text('message')}"[:200]
    if document.status == 429 or any(word in said.lower() for word in ("rate", "budget", "credit", "limit exceeded")):
        raise RateLimited(f"OpenAlex answers no more today: {said}", source=SOURCE.key)
    raise Refused(f"OpenAlex refused the question: {said}", source=SOURCE.key)


def _results(answer: Row) -> list[Row]:
    if "results" not in answer:
        raise Unreadable("OpenAlex answered without a list of results", source=SOURCE.key)
    return answer.rows("results")


def _authors(document: Document, answer: Row, query: Query) -> Iterator[Claim | Request | Drift]:
    results = _results(answer)
    yield from missing_fields(SOURCE.key, results, _AUTHOR_FIELDS.split(","))
    meant = [row for row in results if may_be_meant(query, str(row.get("display_name") or ""))]
    followed = 0
    for row in meant:
        at_organization = _was_at(row, query)
        only_one = len(meant) == 1 and not query.organization
        number, label = _short(str(row.get("id") or "")), str(row.get("display_name") or "")
        yield from _author(document, row, number)
        if number and (at_organization or only_one) and followed < _PROFILES_FOLLOWED:
            followed += 1
            yield _works_request(number, label)


def _known_author(document: Document, row: Row) -> Iterator[Claim | Request | Drift]:
    if "id" not in row:
        raise Unreadable("OpenAlex answered without an author", source=SOURCE.key)
    yield from missing_fields(SOURCE.key, [row], _AUTHOR_FIELDS.split(","))
    number, label = _short(str(row["id"] or "")), str(row.get("display_name") or "")
    asked = document.request.carried("asked")
    yield from _author(document, row, number)
    if number and label and asked.startswith("A") and asked != number:
        # Asked for a profile that was merged into another: the number that is known stays a number of this one.
        record = _record(number, label)
        citation = cite_field(document, "id", f"https://openalex.org/{number}", url=record.url)
        yield Claim(record, "identifier", asked, citation, details={"scheme": "openalex", "merged_into": number})
    if number and label:
        yield _works_request(number, label)


def _was_at(row: Row, query: Query) -> bool:
    ror = query.organization_identifier("ror") or ""
    for affiliation in Row(row).rows("affiliations"):
        institution = affiliation.row("institution")
        if ror and _short(institution.text("ror")) == _short(ror):
            return True
        if query.organization and may_be_organization(institution.text("display_name"), query.organization):
            return True
    return False


def _short(address: str) -> str:
    """The number at the end of an address: https://openalex.org/A1 -> A1."""
    number = address.rstrip("/").rsplit("/", 1)[-1]
    return number if number.isalnum() else ""


def _record(number: str, label: str) -> Record:
    return Record(SOURCE.key, number, label, f"https://openalex.org/{number}", "person")


def _works_request(number: str, label: str) -> Request:
    params: tuple[tuple[str, Param], ...] = (
        ("filter", f"author.id:{number}"),
        ("sort", "publication_date:desc"),
        ("per_page", _WORKS_PER_AUTHOR),
        ("select", _WORK_FIELDS),
        *_key(),
    )
    return Request(f"{_API}/works", params, carry=(("step", "works"), ("author", number), ("label", label)))


def _author(document: Document, row: Row, number: str) -> Iterator[Claim]:
    label = row.text("display_name")
    if not number or not label:
        return
    record, mark = _record(number, label), f"openalex.org/{number}"
    yield Claim(record, "name", label, cite(document, label, 0.95, url=record.url))
    identity = cite_field(document, "id", f"https://openalex.org/{number}", url=record.url)
    yield Claim(record, "identifier", number, identity, details={"scheme": "openalex"})
    given = row.text("orcid")
    if orcid_in(given):
        # OpenAlex guesses some of these.
        citation = cite_field(document, "orcid", given, 0.75, after=mark, url=record.url)
        yield Claim(record, "identifier", orcid_in(given), citation, details={"scheme": "orcid"})
    # `last_known_institutions` is null in many records whose `affiliations` are full.
    for affiliation in row.rows("affiliations"):
        yield from _affiliation(document, record, affiliation)
    for topic in row.rows("topics")[:_TOPICS_SHOWN]:
        name = topic.text("display_name")
        if name:
            citation = cite(document, name, 0.7, url=record.url)
            yield Claim(record, "topic", name, citation, details=_count(topic))


def _count(topic: Row) -> dict[str, int]:
    count = topic.take("count")
    return {"works": count} if isinstance(count, int) and not isinstance(count, bool) else {}


def _affiliation(document: Document, record: Record, row: Row) -> Iterator[Claim]:
    institution, years = row.row("institution"), row.take("years")
    name, ror = institution.text("display_name"), _short(institution.text("ror"))
    if not name:
        return
    known = sorted(y for y in (years if isinstance(years, list) else []) if isinstance(y, int) and 1900 <= y <= 2100)
    citation = cite(document, name, 0.85, url=record.url)
    yield Claim(
        record, "affiliation", name, citation, organization=name,
        start=PartialDate(known[0]) if known else None, end=PartialDate(known[-1]) if known else None,
        details={"ror": ror} if ror else {},
    )  # fmt: skip


def _works(document: Document, answer: Row) -> Iterator[Claim | Drift]:
    number, label = document.request.carried("author"), document.request.carried("label")
    if not number or not label:
        raise Unreadable("a list of works came without its author", source=SOURCE.key)
    results = _results(answer)
    yield from missing_fields(SOURCE.key, results, _WORK_FIELDS.split(","))
    for row in results:
        title = title_of(row.text("title"))
        if not title or row.text("type") in _NO_WORKS:
            continue
        yield from _work(document, row, title, _record(number, label))


def _work(document: Document, row: Row, title: str, record: Record) -> Iterator[Claim]:
    # `primary_location` and its `source` may each be null.
    journal = row.row("primary_location").row("source").text("display_name")
    authors, position = _authors_of(row, record.id)
    if not position and len(authors) < _MOST_AUTHORS:
        return
    address, doi = row.text("id"), row.text("doi")
    paper = Paper(
        title=title,
        url=web_address(doi) or web_address(address) or record.url,
        authors=authors,
        journal=journal,
        doi=doi_in(doi),
        published=date_in(row.take("publication_date")),
        retracted=row.take("is_retracted") is True,
        conclusion=conclusion_in(_abstract(row.take("abstract_inverted_index"))),
    )
    citation = cite(document, title, 0.9, url=paper.url, title=title, published=paper.published)
    yield publication(record, paper, position, citation)


def _authors_of(row: Row, number: str) -> tuple[tuple[str, ...], int]:
    """The names of the authors, and which of them has this number; 0 when none."""
    labels, position = [], 0
    for place, authorship in enumerate(row.rows("authorships"), start=1):
        author = authorship.row("author")
        labels.append(author.text("display_name"))
        if _short(author.text("id")) == number:
            position = place
    return tuple(labels), position


def _abstract(index: object) -> str:
    """The abstract from OpenAlex's form, word -> places; gaps occur."""
    if not isinstance(index, dict):
        return ""
    placed = [
        (place, word)
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(placed))
