"""An ORCID record as claims: posts, education, awards, memberships, service, works and grants of one person.

Nearly every node of a record may be null. Dates are {"year": {"value": "2019"}, "month": null, "day": null},
timestamps are in milliseconds. Mail addresses and what else a record holds besides are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from research.connector import Drift
from research.connectors._asked_person import fields_in_a_row, web_address
from research.connectors._publications import Paper, doi_in, orcid_in, publication, title_of
from research.errors import Unreadable
from research.parse import Row, cite, mapping_of
from research.places import state_code
from research.types import Claim, Document, PartialDate, Place, Record, Scalar

_WORKS_SHOWN = 30
# An employment without an end may have ended years ago: "current" only when the entry was touched so lately.
_FRESH = timedelta(days=2 * 365)
_SECTIONS = {
    "employments": "employment-summary",
    "educations": "education-summary",
    "qualifications": "qualification-summary",
    "distinctions": "distinction-summary",
    "memberships": "membership-summary",
    "services": "service-summary",
    "invited-positions": "invited-position-summary",
}


def record_of(number: str, label: str) -> Record:
    """The record of this number; `label` is the person's name as ORCID gives it."""
    return Record("orcid", number, label, f"https://orcid.org/{number}", "person")


def identity_claims(document: Document, record: Record, quote: str) -> Iterator[Claim]:
    """Name and number; `quote` is the place of the document that states the name."""
    yield Claim(record, "name", record.label, cite(document, quote, url=record.url))
    identifier = cite(document, record.id, 0.98, url=record.url)
    yield Claim(record, "identifier", record.id, identifier, details={"scheme": "orcid"})


def record_claims(document: Document, answer: Row) -> Iterator[Claim | Drift]:
    """All that the answer to `…/record` says; nothing when its name is private. Raises: Unreadable when it is none."""
    number = orcid_in(_value(answer.take("orcid-identifier"), "path"))
    name = mapping_of(mapping_of(answer.take("person")).get("name"))
    given, family = _value(name.get("given-names")), _value(name.get("family-name"))
    if not number:
        raise Unreadable("ORCID answered without a record", source="orcid")
    credit = _value(name.get("credit-name"))
    label = f"{given} {family}".strip() or credit
    if not label:
        return  # The name is private: nothing here may be told of anybody.
    record = record_of(number, label)
    quote = fields_in_a_row(document, ("given-names", {"value": given}), ("family-name", {"value": family}))
    yield from identity_claims(document, record, quote or family or label)
    if credit and credit != label:
        yield Claim(record, "name", credit, cite(document, credit, 0.85, url=record.url))
    activities = mapping_of(answer.take("activities-summary"))
    unknown = sorted(set(activities) - {*_SECTIONS, "works", "fundings", "peer-reviews", "research-resources",
                                        "last-modified-date", "path"})  # fmt: skip
    if unknown:
        yield Drift(f"unread fields: {unknown}")
    for section, kind in _SECTIONS.items():
        for entry in _entries(activities.get(section), kind):
            yield from _affiliation(document, record, section, entry)
    yield from _works(document, record, activities.get("works"))
    yield from _fundings(document, record, activities.get("fundings"))


def _value(node: Any, key: str = "value") -> str:
    value = mapping_of(node).get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _text(node: Any) -> str:
    return " ".join(node.split()) if isinstance(node, str) else ""


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _entries(section: Any, kind: str) -> Iterator[dict[str, Any]]:
    """The entries of a section; one fact stated by several parties is a group, of which the first is preferred."""
    for group in _list(mapping_of(section).get("affiliation-group")):
        for summary in _list(mapping_of(group).get("summaries"))[:1]:
            entry = mapping_of(mapping_of(summary).get(kind))
            if entry:
                yield dict(entry)


def _date(node: Any) -> PartialDate | None:
    parts = [_value(mapping_of(node).get(key)) for key in ("year", "month", "day")]
    numbers = [int(part) if re.fullmatch(r"\d{1,4}", part) else None for part in parts]
    year, month, day = numbers
    try:
        return PartialDate(year, month, day if month else None) if year else None
    except ValueError:
        return None


def _touched(node: Any) -> datetime | None:
    """The time of a "last-modified-date", which is in milliseconds."""
    value = mapping_of(node).get("value")
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**14:
        return None
    return datetime.fromtimestamp(value / 1000, UTC)


def _affiliation(document: Document, record: Record, section: str, entry: dict[str, Any]) -> Iterator[Claim]:
    organization = mapping_of(entry.get("organization"))
    name, title = _text(organization.get("name")), _text(entry.get("role-title"))
    department = _text(entry.get("department-name"))
    begin, end = _date(entry.get("start-date")), _date(entry.get("end-date"))
    if not name or (begin and end and end < begin):
        return
    over = end is not None and end.last_day() < document.retrieved_at.date()
    predicate, value = _what_is_said(section, name, title, over=over)
    confidence = 0.95 if _stated_by_another(entry, record.id) else 0.85
    details = _details(organization, department, entry)
    place = _place(organization.get("address"))
    if section == "employments":
        citation = cite(document, name, confidence, url=record.url)
        yield Claim(record, "affiliation", name, citation, begin, end, place, name, details=details)
    if not value:
        return
    citation = cite(document, title or name, confidence, url=record.url)
    status = _status(document, entry, over=over) if predicate in ("role", "former_role") else ""
    if predicate == "public_service":
        # The body that is served is no place of work: it must not speak for or against whose record this is.
        name, details = "", details | {"body": name}
    yield Claim(record, predicate, value, citation, begin, end, place, name, status, details)


def _what_is_said(section: str, organization: str, title: str, *, over: bool) -> tuple[str, str]:
    """The predicate and value of an entry; no value when it says no more than an affiliation."""
    if section in ("employments", "invited-positions"):
        return ("former_role" if over else "role"), title
    if section in ("educations", "qualifications"):
        return "education", title or organization
    if section == "distinctions":
        return "award", title
    if section == "memberships":
        return "membership", organization
    return "public_service", title or organization


def _status(document: Document, entry: dict[str, Any], *, over: bool) -> str:
    if over:
        return "former"
    touched = _touched(entry.get("last-modified-date"))
    return "current" if touched and document.retrieved_at - touched <= _FRESH else ""


def _stated_by_another(entry: dict[str, Any], number: str) -> bool:
    """Whether an organization's client made the entry, and not on the word of the person."""
    source = mapping_of(entry.get("source"))
    if _value(source.get("assertion-origin-orcid"), "path") == number:
        return False
    return bool(mapping_of(source.get("source-client-id")))


def _details(organization: Any, department: str, entry: dict[str, Any]) -> dict[str, Scalar]:
    found = mapping_of(organization.get("disambiguated-organization"))
    number = _text(found.get("disambiguated-organization-identifier"))
    details: dict[str, Scalar] = {}
    if _text(found.get("disambiguation-source")).upper() == "ROR" and number:
        details["ror"] = number.rstrip("/").rsplit("/", 1)[-1]
    if department:
        details["department"] = department
    stated_by = _value(mapping_of(entry.get("source")).get("source-name"))
    if stated_by:
        details["stated_by"] = stated_by
    return details


def _place(node: Any) -> Place | None:
    address = mapping_of(node)
    city, region = _text(address.get("city")), _text(address.get("region"))
    if not city or _text(address.get("country")) not in ("US", ""):
        return None
    return Place(city, state_code(region))


# --- works and grants --------------------------------------------------------------------------------------------


def _works(document: Document, record: Record, section: Any) -> Iterator[Claim]:
    """One work is a group of several summaries of it, of which the first is the preferred one."""
    for group in _list(mapping_of(section).get("group"))[:_WORKS_SHOWN]:
        for summary in _list(mapping_of(group).get("work-summary"))[:1]:
            yield from _work(document, record, mapping_of(summary))


def _work(document: Document, record: Record, summary: Any) -> Iterator[Claim]:
    title = title_of(_value(mapping_of(summary.get("title")).get("title")))
    if not title or _text(summary.get("type")) in ("data-set", "other", "software", "physical-object"):
        return
    doi = _doi_of(mapping_of(summary.get("external-ids")))
    paper = Paper(
        title=title,
        url=f"https://doi.org/{doi}" if doi else web_address(_value(summary.get("url"))) or record.url,
        journal=_value(summary.get("journal-title")),
        doi=doi,
        published=_date(summary.get("publication-date")),
    )
    citation = cite(document, title, 0.85, url=paper.url, title=title, published=paper.published)
    yield publication(record, paper, 0, citation)


def _doi_of(identifiers: Any) -> str:
    for identifier in _list(identifiers.get("external-id")):
        if _text(mapping_of(identifier).get("external-id-type")) == "doi":
            return doi_in(_text(identifier.get("external-id-value")))
    return ""


def _fundings(document: Document, record: Record, section: Any) -> Iterator[Claim]:
    for group in _list(mapping_of(section).get("group")):
        for item in _list(mapping_of(group).get("funding-summary"))[:1]:
            summary = mapping_of(item)
            title = _value(mapping_of(summary.get("title")).get("title"))
            funder = _text(mapping_of(summary.get("organization")).get("name"))
            if not title:
                continue
            predicate = "award" if _text(summary.get("type")) == "award" else "grant"
            yield Claim(
                record, predicate, title, cite(document, title, 0.85, url=record.url),
                _date(summary.get("start-date")), _date(summary.get("end-date")),
                details={"funder": funder} if funder else {},
            )  # fmt: skip
