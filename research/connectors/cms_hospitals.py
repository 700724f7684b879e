"""CMS Hospital General Information (dataset xubh-q36u): what a hospital is, who owns it, its stars.

The whole file (about 1.5 MB, a release a quarter) is asked for once and kept, since it answers for every hospital;
should its address answer "not found", the JSON service of the same dataset is asked for the one hospital.
Keyless; no rate limit is documented. A work of the US government.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from research.connector import Check, Drift
from research.connectors._fields import cite_span, field_text
from research.errors import Unreadable
from research.hospitals import (
    COLUMNS,
    Hospital,
    HospitalDirectory,
    MeasureCounts,
    column_key,
    hospital_of,
    unread_columns,
)
from research.organizations import comparable, distinctive, name_likeness
from research.parse import cite, cite_field, object_of, text_of
from research.places import place_text
from research.types import Citation, Claim, Document, Identifier, PartialDate, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="cms_hospitals",
    title="CMS Hospital General Information",
    home="https://data.cms.gov/provider-data/dataset/xubh-q36u",
    terms="https://www.usa.gov/government-works",
    access="bulk",
    hosts=("data.cms.gov",),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_identifier", "organization_kind", "location", "ownership",
         "emergency_services", "overall_rating", "birthing_friendly", "quality_measure"}
    ),
    trust=0.95,
    names_decide=True,
    keep_for=timedelta(days=30),
    budget=2,
    gives=frozenset({"ccn"}),
    attribution="Centers for Medicare & Medicaid Services",
)  # fmt: skip

CHECK = Check(
    Query("organization", "Southeast Health Medical Center", state="AL", identifiers=(Identifier("ccn", "010001"),)),
    frozenset({"ownership", "organization_identifier"}),
)

BULK_URL = "https://data.cms.gov/provider-data/api/1/datastore/query/xubh-q36u/0/download?format=csv"
"""The whole table as CSV, at an address that stays the same from release to release."""

QUERY_URL = "https://data.cms.gov/provider-data/api/1/datastore/query/xubh-q36u/0"
"""The JSON service over the same table; at most 500 rows an answer."""

MOST_CANDIDATES = 15
"""So many hospitals of one name are told apart; a name that fits more needs a state."""

_LIKE_ENOUGH = 0.6
_CARE_COMPARE = "https://www.medicare.gov/care-compare/details/hospital/"

Cite = Callable[..., Citation]


def start(query: Query) -> Iterable[Request]:
    """The whole table, once, for any organization."""
    if query.kind == "organization":
        yield Request(BULK_URL, not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The hospital with the known CCN, or those that the name may mean, from the CSV file or the JSON service.

    Raises: Unreadable.
    """
    if document.status == 404:
        if document.request.url == BULK_URL:
            yield Request(QUERY_URL, _conditions(query), not_found_is_empty=True)
        return
    head = text_of(document).lstrip()[:1]
    if head == "<":
        raise Unreadable(f"{SOURCE.key} answered with a web page instead of a table", fault="html-for-csv")
    if head in ("{", "["):
        yield from _read_json(document, query)
        return
    yield from _read_csv(document, query)


def _conditions(query: Query) -> tuple[tuple[str, str | int], ...]:
    """The JSON service's conditions: the CCN if known, else the state and the name's most telling word."""
    ccn = query.identifier("ccn")
    if ccn:
        wanted = [("facility_id", "=", ccn)]
    else:
        words = sorted(distinctive(query.name) or comparable(query.name).split(), key=len)
        wanted = [("facility_name", "contains", words[-1].upper())] if words else []
        if query.state:
            wanted.append(("state", "=", query.state))
    conditions: list[tuple[str, str | int]] = [("limit", 500)]
    for number, (name, operator, value) in enumerate(wanted):
        for part, text in (("property", name), ("operator", operator), ("value", value)):
            conditions.append((f"conditions[{number}][{part}]", text))
    return tuple(conditions)


def _candidates(directory: HospitalDirectory, query: Query) -> tuple[Hospital, ...]:
    """The hospitals with the known CCNs; else those of exactly the name, and those whose name is much alike."""
    known = [hospital for ccn in query.all_identifiers("ccn") if (hospital := directory.by_ccn(ccn))]
    if known:
        return tuple(known)
    same = directory.same_name(query.name, query.state)
    found = directory.search(query.name, query.city, query.state, limit=MOST_CANDIDATES)
    if not found and "," in query.name:
        # "Larkspur Hospital, Dale": people add the town.
        found = directory.search(query.name.partition(",")[0], query.city, query.state, limit=MOST_CANDIDATES)
    alike = (hospital for hospital in found if name_likeness(query.name, hospital.name) >= _LIKE_ENOUGH)
    # Houses that hold the asked name and more come along: identity must see them, or one of many looks like the only.
    return tuple({h.ccn: h for h in (*same, *alike)}.values())[:MOST_CANDIDATES]


def _read_csv(document: Document, query: Query) -> Iterator[Claim | Drift]:
    directory = HospitalDirectory.from_csv(text_of(document))
    if directory.skipped:
        yield Drift(f"rows without a proper CCN, name or state: {directory.skipped}")
    if directory.unread:
        yield Drift(directory.unread)
    for hospital in _candidates(directory, query):

        def quoted(*fields: str, confidence: float = 0.95, of: Hospital = hospital) -> Citation:
            return cite(document, directory.quote(of, "ccn", *fields), confidence, **_where(document))

        yield from _claims(hospital, quoted)


def _read_json(document: Document, query: Query) -> Iterator[Claim | Drift]:
    rows = object_of(document).rows("results")
    hospitals: dict[str, tuple[Hospital, dict[str, tuple[str, str]]]] = {}
    for row in rows:
        cells = {column_key(key): (key, value) for key, value in row.items() if isinstance(value, str)}
        named = {field: cells[name] for field, names in COLUMNS.items() for name in names if name in cells}
        hospital = hospital_of({field: value for field, (_, value) in named.items()})
        if hospital:
            hospitals[hospital.ccn] = (hospital, named)
    if not hospitals:
        return
    if unread := unread_columns(key for row in rows for key in row):
        yield Drift(unread)
    directory = HospitalDirectory(hospital for hospital, _ in hospitals.values())
    for hospital in _candidates(directory, query):
        named = hospitals[hospital.ccn][1]

        def quoted(
            *fields: str,
            confidence: float = 0.95,
            of: dict[str, tuple[str, str]] = named,
            begin: str = field_text(document, *named["ccn"]),
        ) -> Citation:
            first, last = of[fields[0]], of[fields[-1]]
            where = _where(document)
            if first == last:
                return cite_field(document, *last, confidence, after=begin, **where)
            return cite_span(document, first, last, after=begin, confidence=confidence, **where)

        yield from _claims(hospital, quoted)


def _where(document: Document) -> dict[str, Any]:
    return {"url": SOURCE.home, "title": SOURCE.title, "published": _released(document)}


def _released(document: Document) -> PartialDate | None:
    """When the file was last changed, as the server says; None when it does not."""
    try:
        return PartialDate.of(parsedate_to_datetime(document.last_modified).date())
    except ValueError:
        return None


def _claims(hospital: Hospital, quoted: Cite) -> Iterator[Claim]:
    record = Record(SOURCE.key, hospital.ccn, hospital.title, _CARE_COMPARE + hospital.ccn, "organization")
    place = hospital.place
    identifier = {"scheme": "ccn", "names": "facility"}

    def claim(predicate: str, value: Scalar, *fields: str) -> Claim:
        return Claim(record, predicate, value, quoted(*fields), place=place)

    yield claim("organization_name", hospital.title, "name")
    yield Claim(record, "organization_identifier", hospital.ccn, quoted("ccn", "name"), place=place, details=identifier)
    yield claim("location", place_text(place), "city" if place.city else "state", "state")
    if hospital.kind:
        yield claim("organization_kind", hospital.kind, "kind")
    if hospital.ownership:
        yield claim("ownership", hospital.ownership, "ownership")
    if hospital.emergency is not None:
        yield claim("emergency_services", hospital.emergency, "emergency")
    if hospital.birthing_friendly:
        yield claim("birthing_friendly", True, "birthing_friendly")
    if hospital.rating is not None:
        yield claim("overall_rating", hospital.rating, "rating")
    for counts in hospital.measures:
        fields = (f"{counts.group}_better", f"{counts.group}_worse")
        yield Claim(
            record, "quality_measure", counts.sentence(), quoted(*fields), place=place, details=_details(counts)
        )


def _details(counts: MeasureCounts) -> dict[str, Scalar]:
    return {
        "group": counts.group,
        "better": counts.better,
        "no_different": counts.no_different,
        "worse": counts.worse,
    }
