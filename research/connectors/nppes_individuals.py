"""NPPES, individuals: the register of clinicians' numbers (NPI), for executives who are clinicians. JSON, no key.

Kept are number, name, credential, specialty, states of license, and town and state of the place of practice. The two
street addresses (the mailing one is often a home), telephone, fax, sex and license numbers are never read.
Documentation: https://npiregistry.cms.hhs.gov/api-page, read 2026-11. Errors come with status 200.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    fields_in_a_row,
    may_be_meant,
    name_from_parts,
)
from research.errors import Refused, Unreadable
from research.names import PersonName
from research.parse import Row, cite, cite_field, object_of
from research.types import Citation, Claim, Document, Param, PartialDate, Place, Query, Record, Request, Source

SOURCE = Source(
    key="nppes_individuals",
    title="NPPES NPI registry (individuals)",
    home="https://npiregistry.cms.hhs.gov",
    terms="https://www.cms.gov/medicare/regulations-guidance/administrative-simplification/data-dissemination",
    access="api",
    hosts=("npiregistry.cms.hhs.gov",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "credential", "specialty", "licensed_state"}),
    trust=0.9,
    keep_for=timedelta(days=30),
    min_interval_s=1.0,
    budget=3,
    gives=frozenset({"npi"}),
    terms_note="A public register; clinicians keep their own entry, and old ones may be years out of date.",
    attribution="NPPES, Centers for Medicare & Medicaid Services",
)
CHECK = Check(Query("person", "Atul Gawande", state="MA"), frozenset({"specialty"}))

_API = "https://npiregistry.cms.hhs.gov/api/"
_MOST_HITS = 50
_STUDENT = "390200000X"  # What a clinician was in training; it stays in the entry beside the specialty.
# Fields beside those that are read; a field that is neither is reported.
_NOT_WANTED = (
    "enumeration_type",
    "last_updated_epoch",
    "created_epoch",
    "identifiers",
    "practiceLocations",
    "endpoints",
)


def start(query: Query) -> Iterable[Request]:
    """Known numbers, else the name, within the state when there is one."""
    if query.kind != "person":
        return
    numbers = [number for number in query.all_identifiers("npi") if number.isascii() and number.isdigit()]
    for number in numbers[: SOURCE.budget]:
        yield Request(_API, (("version", "2.1"), ("number", number)), carry=(("step", "number"),))
    name = asked_name(query)
    # One letter is no search: the register wants two before a wildcard.
    if not numbers and len(name.given.strip(".")) > 1 and len(name.family) > 1:
        yield _by_name(query, query.state)


def _by_name(query: Query, state: str) -> Request:
    name = asked_name(query)
    params: list[tuple[str, Param]] = [
        ("version", "2.1"),
        ("enumeration_type", "NPI-1"),
        ("first_name", name.given),
        ("last_name", name.family),
        ("use_first_name_alias", "True"),
        ("limit", _MOST_HITS),
    ]
    if state:
        params.append(("state", state))
    return Request(_API, tuple(params), carry=(("step", "name"), ("state", state)))


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The clinicians with this name; when the state has none, the whole country is asked."""
    check_status(document)
    answer = object_of(document)
    if "Errors" in answer:
        said = "; ".join(error.text("description") for error in answer.rows("Errors"))
        raise Refused(f"NPPES refused the question: {said[:200]}", source=SOURCE.key)
    if "results" not in answer:
        raise Unreadable("NPPES answered without a list of results", source=SOURCE.key)
    by_number, found = document.request.carried("step") == "number", False
    drift: set[str] = set()
    for row in answer.rows("results"):
        if row.get("enumeration_type") != "NPI-1":
            continue
        basic, others = row.row("basic"), row.rows("other_names")
        if by_number or any(may_be_meant(query, _name(part)) for part in (basic, *others)):
            found = True
            yield from _clinician(document, row, basic, others)
            row.ignore(*_NOT_WANTED)
            drift.add(row.nothing_left())
    yield from (Drift(message) for message in sorted(drift - {""}))
    if not found and document.request.carried("state"):
        yield _by_name(query, "")


def _name(row: Row) -> PersonName:
    row = Row(row)
    given = f"{row.text('first_name')} {row.text('middle_name')}".strip()
    return name_from_parts(given, row.text("last_name"))


def _label(row: Row) -> str:
    row = Row(row)
    return " ".join(filter(None, (row.text(key) for key in ("first_name", "middle_name", "last_name", "name_suffix"))))


def _clinician(document: Document, row: Row, basic: Row, others: list[Row]) -> Iterator[Claim]:
    value = row.take("number")
    number, label = str(value), _label(basic)
    if isinstance(value, bool) or not isinstance(value, int | str) or not number.isdigit() or not label:
        return
    url = f"https://npiregistry.cms.hhs.gov/provider-view/{number}"
    record = Record(SOURCE.key, number, label, url, "person")
    for name in (basic, *others):
        family = Row(name).text("last_name")
        if family and _label(name):
            yield Claim(record, "name", _label(name), _name_citation(document, record, name))
    identifier = cite_field(document, "number", value, url=url)
    yield Claim(record, "identifier", number, identifier, details={"scheme": "npi"})
    credential = basic.text("credential")
    if credential:
        yield Claim(
            record, "credential", credential, cite_field(document, "credential", credential, after=number, url=url)
        )
    place, updated = _place_of_practice(row.rows("addresses")), date_in(basic.take("last_updated"))
    yield from _taxonomies(document, record, row.rows("taxonomies"), place, updated)


def _name_citation(document: Document, record: Record, name: Row) -> Citation:
    given, family = Row(name).text("first_name"), Row(name).text("last_name")
    quote = fields_in_a_row(document, ("first_name", given), ("last_name", family))
    if quote:
        return cite(document, quote, 0.95, url=record.url)
    return cite_field(document, "last_name", family, after=record.id, url=record.url)


def _place_of_practice(addresses: list[Row]) -> Place | None:
    """Town and state of the LOCATION address; nothing else of an address is read."""
    for address in addresses:
        if address.get("address_purpose") == "LOCATION" and address.get("country_code") == "US":
            city, state = address.text("city"), address.text("state")
            return Place(city, state if len(state) == 2 else "") if city else None
    return None


def _taxonomies(
    document: Document, record: Record, taxonomies: list[Row], place: Place | None, updated: PartialDate | None
) -> Iterator[Claim]:
    specialties: dict[str, bool] = {}
    states: list[str] = []
    for taxonomy in taxonomies:
        specialty, state = taxonomy.text("desc"), taxonomy.text("state")
        primary = taxonomy.take("primary") is True
        if taxonomy.text("code") == _STUDENT and len(taxonomies) > 1:
            continue
        if specialty:
            specialties[specialty] = specialties.get(specialty, False) or primary
        if state:
            states.append(state)
    for specialty, primary in specialties.items():
        citation = cite_field(document, "desc", specialty, after=record.id, url=record.url, published=updated)
        details = {"primary": "yes"} if primary else {}
        yield Claim(record, "specialty", specialty, citation, place=place, details=details)
    for state in dict.fromkeys(states):
        citation = cite_field(document, "state", state, after=record.id, url=record.url, published=updated)
        yield Claim(record, "licensed_state", state, citation)
