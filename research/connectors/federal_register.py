"""The Federal Register: notices that name somebody as a member of a federal committee. JSON, no key, public domain.

The search is for words anywhere in a document; what counts is an excerpt with the full name that speaks of a seat in
a committee, commission or the like. Orders against a person are left out, and so are the officials who are named as
contacts (with their telephones).
Documentation: https://www.federalregister.gov/developers/documentation/api/v1, read 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    mention_of,
    missing_fields,
    quoted_term,
    stretch_naming,
    web_address,
    words_around,
)
from research.errors import Refused, Unreadable
from research.parse import Row, cite, object_of, without_markup
from research.types import Claim, Document, Param, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="federal_register",
    title="Federal Register",
    home="https://www.federalregister.gov",
    terms="https://www.federalregister.gov/reader-aids/developer-resources/rest-api",
    access="api",
    hosts=("www.federalregister.gov",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "public_service"}),
    trust=0.9,
    keep_for=timedelta(days=7),
    min_interval_s=1.0,
    budget=1,
    terms_note="U.S. government work, free to use.",
    attribution="Federal Register, Office of the Federal Register",
)
CHECK = Check(Query("person", "Lawrence Tabak"), frozenset({"public_service"}))

_SEARCH = "https://www.federalregister.gov/api/v1/documents.json"
_FIELDS = ("title", "type", "abstract", "document_number", "html_url", "publication_date", "agencies", "excerpts")
_HITS = 20
_BODY = re.compile(
    r"\b(?:advisory|committee|commission|council|task force|working group|governing board|board of|panel)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:appoint\w{0,6}|members?|chair\w{0,7}|nominat\w{0,4}|serv(?:e|es|ed|ing)|designat\w{0,4}|"
                   r"commissioners?|trustees?|directors?)\b", re.IGNORECASE)  # fmt: skip
_AGAINST = re.compile(
    r"decision and order|debar|exclu(?:sion|ded)|suspen(?:sion|ded)|revocation|revoked|misconduct|denial of|settlement|"
    r"consent (?:order|decree)|forfeit|sanction|convict|show cause|penalt|indict|plea|disqualif|complaint|v\. ",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"further information|contact|designated federal official|@|\(\d{3}\) ?\d{3}|\b\d{3}[-.]\d{3}[-.]\d{4}\b",
    re.IGNORECASE,
)


def start(query: Query) -> Iterable[Request]:
    """Documents with the name as a phrase, with and without the middle initial."""
    name = asked_name(query)
    if query.kind != "person" or not name.given or not name.family:
        return
    given, middle, family = (quoted_term(part) for part in (name.given, name.middle[:1], name.family))
    # A phrase does not skip over an initial; "|" is the search's own word for "or".
    phrases = [f'"{given} {family}"', *([f'"{given} {middle}. {family}"'] if middle else [])]
    params: tuple[tuple[str, Param], ...] = (
        ("conditions[term]", " | ".join(phrases)),
        ("per_page", _HITS),
        ("order", "newest"),
        *(("fields[]", field) for field in _FIELDS),
    )
    yield Request(_SEARCH, params)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The documents whose own words name the person in connection with a seat."""
    check_status(document)
    answer = object_of(document)
    if "errors" in answer:
        raise Refused(f"The Federal Register refused the question: {str(answer['errors'])[:200]}", source=SOURCE.key)
    if "count" not in answer:
        raise Unreadable("The Federal Register answered without a count", source=SOURCE.key)
    # With nothing found the list may be missing altogether.
    results = answer.rows("results")
    yield from missing_fields(SOURCE.key, results, _FIELDS)
    for row in results:
        yield from _notice(document, row, query)


def _notice(document: Document, row: Row, query: Query) -> Iterator[Claim]:
    number, url = row.text("document_number"), web_address(row.take("html_url"))
    title, abstract, excerpt = (without_markup(row.text(key)) for key in ("title", "abstract", "excerpts"))
    # The excerpt first: it is there because the words were found in it.
    for text in (excerpt, abstract, title):
        name = mention_of(query, text)
        quote = words_around(text, name) if name else ""
        if name and number and url and title and _tells_of_a_seat(quote, title):
            published = date_in(row.take("publication_date"))
            record = Record(SOURCE.key, number, name, url, "person")
            citation = cite(document, quote, 0.8, url=url, title=title, published=published)
            yield Claim(record, "name", name, citation)
            if stretch_naming(quote, query.organization):
                yield Claim(record, "affiliation", query.organization, citation, organization=query.organization)
            yield Claim(record, "public_service", title, citation, start=published, details=_details(row, number))
            return


def _tells_of_a_seat(quote: str, title: str) -> bool:
    if _AGAINST.search(title) or _AGAINST.search(quote) or _CONTACT.search(quote):
        return False
    return bool(_BODY.search(quote) or _BODY.search(title)) and bool(_SEAT.search(quote) or _SEAT.search(title))


def _details(row: Row, number: str) -> dict[str, Scalar]:
    agencies = [agency.text("name") or agency.text("raw_name") for agency in row.rows("agencies")]
    details: dict[str, Scalar] = {
        "document": number,
        "kind": row.text("type"),
        "agency": "; ".join(filter(None, agencies)),
    }
    return {key: value for key, value in details.items() if value}
