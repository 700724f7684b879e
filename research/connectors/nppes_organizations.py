"""NPPES NPI Registry, API v2.1: organizations by NPI, and by name and state as candidates.

No key. A refusal is HTTP 200 with `Errors`. Anybody may register an organization under any name: an individual's
mistaken registration can carry a hospital's name, kind and address. So a name never decides here, and the authorized
official is told only with an executive title and with a record that was kept up in the last three years. Telephones
and street addresses are not read.
Terms: public (disclosable under FOIA), https://npiregistry.cms.hhs.gov/help-api/, read 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from research.connector import Check, Drift
from research.errors import RateLimited, Refused, Unavailable, Unreadable
from research.names import parse_name
from research.organizations import readable_name, title_case
from research.parse import Row, cite_field, object_of, text_of
from research.types import (
    Citation,
    Claim,
    Document,
    Identifier,
    PartialDate,
    Place,
    Query,
    Record,
    Request,
    Scalar,
    Source,
)

SOURCE = Source(
    key="nppes_organizations",
    title="NPPES NPI Registry (organizations)",
    home="https://npiregistry.cms.hhs.gov/",
    terms="https://npiregistry.cms.hhs.gov/help-api/",
    access="api",
    hosts=("npiregistry.cms.hhs.gov",),
    subjects=frozenset({"organization"}),
    covers=frozenset({"organization_name", "organization_kind", "location", "officer", "name", "role"}),
    trust=0.7,
    keep_for=timedelta(days=14),
    min_interval_s=0.5,
    budget=4,
    wants=frozenset({"npi"}),
    attribution="NPPES NPI Registry, Centers for Medicare & Medicaid Services",
)

CHECK = Check(
    Query("organization", "Southern Tennessee Medical Center", identifiers=(Identifier("npi", "1467408781"),)),
    frozenset({"organization_name"}),
)

_URL = "https://npiregistry.cms.hhs.gov/api/"
_MOST_CANDIDATES = 15
_MOST_NUMBERS = 3
_NOT_WANTED = (
    "enumeration_type", "created_epoch", "last_updated_epoch", "identifiers", "practiceLocations", "endpoints",
)  # fmt: skip
_RECENT = timedelta(days=3 * 365)
"""An official's name older than this says nothing of who leads today."""

_EXECUTIVE = re.compile(
    r"\b(?:chief(?:\s\w{2,20}){0,4}\s(?:officer|executive)|chief of staff|[cC]\.?[efomnhit]\.?o|chro|ceo/president"
    r"|president|vice[- ]?president|[se]?vp|chair(?:man|woman|person)?|trustee|board (?:member|director|president)"
    r"|executive director|managing director|superintendent|(?:hospital |assistant |associate )?administrator)\b",
    re.IGNORECASE,
)
_NO_EXECUTIVE = re.compile(
    r"\b(?:office|practice|billing|credential\w{0,6}|benefits?|systems?|database|network|contracts?|account|enrollment"
    r"|payroll|clinic|nurse practitioner)\b.{0,20}\badministrator|\bassistant to\b|\badministrative assistant\b"
    r"|\bto the (?:ceo|president|chief)\b|\bnurse practitioner\b",
    re.IGNORECASE,
)


_POST_LETTERS = frozenset("CEO CFO COO CMO CNO CIO CAO CHRO EVP SVP AVP VP".split())


def is_executive(title: str) -> bool:
    """Whether a title names an officer, a member of the board or the administrator of an organization."""
    folded = " ".join(title.split())[:200]
    return bool(_EXECUTIVE.search(folded)) and not _NO_EXECUTIVE.search(folded)


def start(query: Query) -> Iterator[Request]:
    """The organization's numbers, and a search by name in its state."""
    numbers = [n for n in query.all_identifiers("npi") if re.fullmatch(r"\d{10}", n)][:_MOST_NUMBERS]
    if query.kind != "organization" or not numbers:
        return
    for number in numbers:
        yield Request(_URL, (("version", "2.1"), ("number", number)))
    name = re.sub(r"[^\w .,&'-]", " ", query.name).strip()
    if query.state and len(name) >= 3:
        criteria = (("enumeration_type", "NPI-2"), ("organization_name", f"{name}*"), ("state", query.state))
        yield Request(_URL, (("version", "2.1"), *criteria, ("limit", _MOST_CANDIDATES)))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Claims of each organization of the answer. Raises: Refused, RateLimited, Unavailable, Unreadable."""
    answer = object_of(document)
    errors = answer.rows("Errors", "errors")
    if errors:
        raise _error("; ".join(error.text("description") for error in errors))
    if "results" not in answer:
        raise Unreadable("NPPES answered without results", source=SOURCE.key)
    for item in answer.rows("results")[:_MOST_CANDIDATES]:
        if item.text("enumeration_type") == "NPI-2":
            yield from _organization(document, item)


def _error(words: str) -> Refused | RateLimited | Unavailable:
    if re.search(r"too many|rate|throttl", words, re.IGNORECASE):
        return RateLimited(f"NPPES asks us to wait: {words}", source=SOURCE.key)
    if re.search(r"maintenance|unavailable|timeout", words, re.IGNORECASE):
        return Unavailable(f"NPPES does not answer now: {words}", source=SOURCE.key)
    return Refused(f"NPPES refused the question: {words}", source=SOURCE.key)


def _organization(document: Document, item: Row) -> Iterator[Claim | Drift]:
    number = item.text("number")
    basic = item.row("basic")
    legal = basic.text("organization_name", "name")
    if not re.fullmatch(r"\d{10}", number) or not legal:
        raise Unreadable("an organization of NPPES has no number or no name", source=SOURCE.key)
    address = f"https://npiregistry.cms.hhs.gov/provider-view/{number}"
    record = Record(SOURCE.key, number, readable_name(legal), address, "organization")
    updated = _day(basic.text("last_updated")) or _epoch(item.take("last_updated_epoch"))
    anchor = _start_of(document, legal)

    def cited(key: str, raw: object, confidence: float = 0.9) -> Citation:
        return cite_field(document, key, raw, confidence, after=anchor, url=address, published=updated)

    yield Claim(record, "organization_name", record.label, cited("organization_name", legal))
    details = {"scheme": "npi", "names": "legal entity"}
    yield Claim(record, "organization_identifier", number, cited("number", _as_in(document, number)), details=details)
    for other in item.rows("other_names"):
        name = other.text("organization_name")
        if name:
            known: dict[str, Scalar] = {"also_known_as": True, "kind": other.text("type")}
            yield Claim(
                record, "organization_name", readable_name(name), cited("organization_name", name), details=known
            )
    for taxonomy in item.rows("taxonomies"):
        kind = taxonomy.text("desc")
        if kind and taxonomy.take("primary") is True:
            yield Claim(record, "organization_kind", kind, cited("desc", kind))
    for place in item.rows("addresses"):
        city, state = place.text("city"), place.text("state")
        if place.text("address_purpose") == "LOCATION" and city and re.fullmatch(r"[A-Z]{2}", state):
            where = Place(title_case(city), state)
            yield Claim(record, "location", f"{where.city}, {state}", cited("city", city), place=where)
    status = basic.text("status")
    if status == "A":
        yield from _official(document, record, basic, updated, anchor)
    item.ignore(*_NOT_WANTED)
    if left := item.nothing_left():
        yield Drift(left)


def _official(
    document: Document, record: Record, basic: Row, updated: PartialDate | None, anchor: str
) -> Iterator[Claim]:
    """The authorized official, when the title is an executive one and somebody confirmed the record lately."""
    confirmed = max((d for d in (updated, _day(basic.text("certification_date"))) if d), default=None)
    title = basic.text("authorized_official_title_or_position")
    parts = [
        _filled(basic.text(f"authorized_official_{part}"))
        for part in ("first_name", "middle_name", "last_name", "name_suffix")
    ]
    if not title or not parts[0] or not parts[2] or not is_executive(title):
        return
    if confirmed is None or document.retrieved_at.date() - confirmed.last_day() > _RECENT:
        return
    name = parse_name(" ".join(part for part in parts if part)).display
    post = title_case(title, _POST_LETTERS)
    citation = cite_field(
        document, "authorized_official_title_or_position", title, 0.8,
        after=anchor, url=record.url, published=confirmed,
    )  # fmt: skip
    yield Claim(record, "officer", f"{name}, {post}", citation, details={"person": name, "title": post})
    person = Record(SOURCE.key, f"{record.id}-official", name, record.url, "person")
    named = cite_field(
        document, "authorized_official_last_name", parts[2], 0.8, after=anchor, url=record.url, published=confirmed
    )
    yield Claim(person, "name", name, named)
    yield Claim(person, "role", post, citation, organization=record.label, status="current")


def _filled(text: str) -> str:
    return "" if set(text) <= {"-", " "} else text


def _as_in(document: Document, number: str) -> str | int:
    """The number as the document has it: text today, an integer until 2019."""
    return number if f'"{number}"' in text_of(document) else int(number)


def _start_of(document: Document, legal: str) -> str:
    """Text that stands before the other fields of this organization's record, so that its own fields are quoted."""
    return legal if len(text_of(document).split(legal)) == 2 else ""


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        return None


def _epoch(value: object) -> PartialDate | None:
    """Seconds (until 2019) or milliseconds since 1970, as a number or as text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)) or not re.fullmatch(r"\d{9,14}", str(value)):
        return None
    seconds = int(value) / (1000 if len(str(value)) > 11 else 1)
    return PartialDate.of(datetime.fromtimestamp(seconds, UTC).date())
