"""CMS Hospital All Owners: who owns or manages the legal entity behind a hospital, since when, in which role.

The dataset has no CCN; rows are found by the PECOS associate id that Hospital Enrollments gives. A person is named
with role and date only: the addresses in the file may be homes and are never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from research.connector import Check, Drift
from research.connectors import _data_api
from research.connectors._fields import cite_span, date_of, number_of
from research.names import parse_name
from research.organizations import readable_name, title_case
from research.parse import Row, cite_field
from research.types import Citation, Claim, Document, Identifier, PartialDate, Query, Record, Request, Scalar, Source

DATASET = "029c119f-f79c-49be-9100-344d31d10344"

SOURCE = Source(
    key="cms_owners",
    title="CMS Hospital All Owners",
    home="https://data.cms.gov/provider-characteristics/hospitals-and-other-facilities/hospital-all-owners",
    terms=_data_api.TERMS,
    access="api",
    hosts=(_data_api.HOST,),
    subjects=frozenset({"organization"}),
    covers=frozenset({"organization_name", "organization_identifier", "owner", "parent", "name", "role"}),
    trust=0.85,
    keep_for=_data_api.KEEP_FOR,
    budget=4,
    wants=frozenset({"pecos"}),
    attribution=_data_api.ATTRIBUTION,
)

CHECK = Check(
    Query("organization", "Southern Tennessee Medical Center", identifiers=(Identifier("pecos", "5193632180"),)),
    frozenset({"owner"}),
)

MOST_OWNERS = 200
"""Rows read of one answer: boards of large systems are listed for every enrollment again."""

# Roles that are a post; the others ("5% OR GREATER DIRECT OWNERSHIP INTEREST") are shares or powers.
_POSTS = ("OFFICER", "DIRECTOR", "TRUSTEE", "MANAGING EMPLOYEE")


_NOT_WANTED = (
    "ENROLLMENT ID", "ROLE CODE - OWNER", "DOING BUSINESS AS NAME - OWNER", "ADDRESS LINE 1 - OWNER",
    "ADDRESS LINE 2 - OWNER", "CITY - OWNER", "STATE - OWNER", "ZIP CODE - OWNER", "CREATED FOR ACQUISITION - OWNER",
    "CORPORATION - OWNER", "LLC - OWNER", "MEDICAL PROVIDER SUPPLIER - OWNER", "MANAGEMENT SERVICES COMPANY - OWNER",
    "MEDICAL STAFFING COMPANY - OWNER", "HOLDING COMPANY - OWNER", "INVESTMENT FIRM - OWNER",
    "FINANCIAL INSTITUTION - OWNER", "CONSULTING FIRM - OWNER", "FOR PROFIT - OWNER", "NON PROFIT - OWNER",
    "PRIVATE EQUITY COMPANY - OWNER", "REIT - OWNER", "CHAIN HOME OFFICE - OWNER", "TRUST OR TRUSTEE - OWNER",
    "OTHER TYPE - OWNER", "OTHER TYPE TEXT - OWNER", "OWNED BY ANOTHER ORG OR IND - OWNER",
)  # fmt: skip
_READ = ("ASSOCIATE ID - OWNER", "PARENT COMPANY - OWNER")
"""Read of some owners only."""


@dataclass(frozen=True, slots=True)
class _Owner:
    """One row: an owner in one role."""

    name: str
    person: bool
    last_field: tuple[str, str]
    """The field that ends the quote: the organization's name, the family name, or the title behind it."""
    role: str
    title: str
    since: PartialDate | None
    percent: float | int | None
    is_parent: bool
    id: str


def start(query: Query) -> Iterable[Request]:
    """The owners of each known PECOS associate id."""
    if query.kind == "organization":
        for pecos in query.all_identifiers("pecos")[:2]:
            yield _data_api.ask(DATASET, "ASSOCIATE ID", pecos)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """Owners and managers with their roles; officers and directors are person records too. Raises: Unreadable."""
    rows = _data_api.rows_of(document)
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    people: set[str] = set()
    drift: set[str] = set()
    for row in rows:
        pecos, organization = row.text("ASSOCIATE ID"), row.text("ORGANIZATION NAME")
        owner = _owner(row)
        if not pecos or not organization or owner is None:
            yield Drift("a row without associate id, organization or owner")
            continue
        row.ignore(*_NOT_WANTED, *_READ)
        drift.add(row.nothing_left())
        if (owner.id, owner.role) in seen or len(seen) >= MOST_OWNERS:
            continue
        seen.add((owner.id, owner.role))
        record = Record(SOURCE.key, pecos, readable_name(organization), SOURCE.home, "organization")
        if pecos not in named:
            named.add(pecos)
            yield from _legal_entity(document, record, organization)
        yield from _claims(document, record, owner)
        for claim in _person(document, record, owner, first=owner.id not in people):
            people.add(owner.id)
            yield claim
    yield from (Drift(message) for message in sorted(drift - {""}))
    yield from _data_api.next_page(document, DATASET, len(rows))


def _legal_entity(document: Document, record: Record, organization: str) -> Iterator[Claim]:
    entity = {"names": "legal entity"}
    named = cite_field(
        document, "ORGANIZATION NAME", organization, after=record.id, url=SOURCE.home, title=SOURCE.title
    )
    numbered = cite_field(document, "ASSOCIATE ID", record.id, url=SOURCE.home, title=SOURCE.title)
    yield Claim(record, "organization_name", record.label, named, details=entity)
    yield Claim(record, "organization_identifier", record.id, numbered, details={"scheme": "pecos"} | entity)


def _owner(row: Row) -> _Owner | None:
    """The owner of a row; None when the row names nobody."""
    organization = row.text("ORGANIZATION NAME - OWNER")
    given, middle, family = (row.text(f"{part} NAME - OWNER") for part in ("FIRST", "MIDDLE", "LAST"))
    person = row.text("TYPE - OWNER")[:1].upper() == "I" or not organization
    name = " ".join(part for part in (given, middle, family) if part) if person else organization
    role = row.text("ROLE TEXT - OWNER")
    if not name or not role or (person and not family):
        return None
    title = row.text("TITLE - OWNER")
    return _Owner(
        name=parse_name(name).display if person else readable_name(name),
        person=person,
        last_field=_last_field(title, family if person else "", organization),
        role=role,
        title=title,
        since=date_of(row.text("ASSOCIATION DATE - OWNER")),
        percent=number_of(row.text("PERCENTAGE OWNERSHIP")),
        is_parent=not person and row.text("PARENT COMPANY - OWNER") == "Y",
        id=row.text("ASSOCIATE ID - OWNER") or name,
    )


def _last_field(title: str, family: str, organization: str) -> tuple[str, str]:
    """The last field of the file's order that the claims rest on."""
    if not family:
        return ("ORGANIZATION NAME - OWNER", organization)
    return ("TITLE - OWNER", title) if title else ("LAST NAME - OWNER", family)


def _claims(document: Document, record: Record, owner: _Owner) -> Iterator[Claim]:
    cited = _cite_owner(document, owner)
    role = owner.role.capitalize()
    share = f" ({owner.percent:g}%)" if owner.percent else ""
    details: dict[str, Scalar] = {
        "name": owner.name,
        "role": role,
        "type": "person" if owner.person else "organization",
    }
    if owner.percent:
        details["percent"] = owner.percent
    yield Claim(record, "owner", f"{owner.name}: {role}{share}", cited, start=owner.since, details=details)
    if owner.is_parent:
        yield Claim(record, "parent", owner.name, cited, start=owner.since)


def _person(document: Document, record: Record, owner: _Owner, *, first: bool) -> Iterator[Claim]:
    """The person record of somebody who holds a post; the name is claimed once, however many posts there are."""
    if not owner.person or not (owner.title or any(post in owner.role.upper() for post in _POSTS)):
        return
    cited = _cite_owner(document, owner)
    person = Record(SOURCE.key, f"{record.id}-{owner.id}", owner.name, SOURCE.home, "person")
    if first:
        yield Claim(person, "name", owner.name, cited, organization=record.label)
    post = title_case(owner.title or owner.role)
    yield Claim(person, "role", post, cited, start=owner.since, organization=record.label)


def _cite_owner(document: Document, owner: _Owner) -> Citation:
    """The row from role to name, with the date between them; the name alone where they stand in another order."""
    role = ("ROLE TEXT - OWNER", owner.role)
    return cite_span(document, role, owner.last_field, after=owner.id, url=SOURCE.home, title=SOURCE.title)
