"""CMS Hospital Enrollments: legal name, trade name, NPI and PECOS number of a hospital with a known CCN.

One hospital has several enrollments (main location, units); the main location is read first. Updated monthly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from research.connector import Check, Drift
from research.connectors import _data_api
from research.connectors._fields import cite_span, date_of
from research.organizations import readable_name, same_name, title_case
from research.parse import Row, cite_field
from research.places import STATES, place_text, state_name
from research.types import Citation, Claim, Document, Identifier, Place, Query, Record, Request, Source

DATASET = "f6f6505c-e8b0-4d57-b258-e2b94133aaf2"

SOURCE = Source(
    key="cms_enrollments",
    title="CMS Hospital Enrollments",
    home="https://data.cms.gov/provider-characteristics/hospitals-and-other-facilities/hospital-enrollments",
    terms=_data_api.TERMS,
    access="api",
    hosts=(_data_api.HOST,),
    subjects=frozenset({"organization"}),
    covers=frozenset({"organization_name", "organization_identifier", "location", "characteristic"}),
    trust=0.9,
    keep_for=_data_api.KEEP_FOR,
    budget=3,
    wants=frozenset({"ccn"}),
    gives=frozenset({"npi", "pecos"}),
    attribution=_data_api.ATTRIBUTION,
)

CHECK = Check(
    Query("organization", "Southern Tennessee Medical Center", identifiers=(Identifier("ccn", "440058"),)),
    frozenset({"organization_name", "organization_identifier"}),
)

_MAIN_LOCATION = "MAIN/PRIMARY HOSPITAL LOCATION"
_PROFIT = {"P": "Enrolled in Medicare as proprietary", "N": "Enrolled in Medicare as nonprofit"}
_READ = ("PROVIDER TYPE CODE", "PROVIDER TYPE TEXT", "MULTIPLE NPI FLAG", "ENROLLMENT STATE")
_NOT_WANTED = (
    "ADDRESS LINE 1", "ADDRESS LINE 2", "ZIP CODE", "LOCATION OTHER TYPE TEXT", "REH CONVERSION FLAG",
    "REH CONVERSION DATE", "CAH OR HOSPITAL CCN", "SUBGROUP - OTHER TEXT",
)  # fmt: skip


def start(query: Query) -> Iterable[Request]:
    """The enrollments of each known CCN."""
    if query.kind == "organization":
        for ccn in query.all_identifiers("ccn")[: SOURCE.budget]:
            yield _data_api.ask(DATASET, "CCN", ccn)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """Names, numbers and legal form of every enrollment, the main location's first. Raises: Unreadable."""
    rows = _data_api.rows_of(document)
    main_first = sorted(rows, key=lambda row: row.get("PRACTICE LOCATION TYPE") != _MAIN_LOCATION)
    for row in main_first:
        yield from _enrollment(document, row)
    yield from _data_api.next_page(document, DATASET, len(rows))


def _enrollment(document: Document, row: Row) -> Iterator[Claim | Drift]:
    enrollment, ccn = row.text("ENROLLMENT ID"), row.text("CCN")
    legal, trade = row.text("ORGANIZATION NAME"), row.text("DOING BUSINESS AS NAME")
    if not ccn or not legal:
        yield Drift(f"an enrollment without CCN or name: {enrollment[:40]!r}")
        return
    record = Record(SOURCE.key, ccn, readable_name(trade or legal), SOURCE.home, "organization")
    kind_of_place = row.text("PRACTICE LOCATION TYPE")
    facility = "facility" if kind_of_place in ("", _MAIN_LOCATION) else "unit"
    place = _place(row)

    def cited(key: str, value: str) -> Citation:
        return cite_field(document, key, value, after=enrollment, url=SOURCE.home, title=SOURCE.title)

    def identifier(scheme: str, key: str, value: str, names: str) -> Claim:
        details = {"scheme": scheme, "names": names}
        if kind_of_place and names == facility:
            details["location"] = kind_of_place.capitalize()
        return Claim(record, "organization_identifier", value, cited(key, value), place=place, details=details)

    yield identifier("ccn", "CCN", ccn, facility)
    if npi := row.text("NPI"):
        yield identifier("npi", "NPI", npi, facility)
    if pecos := row.text("ASSOCIATE ID"):
        yield identifier("pecos", "ASSOCIATE ID", pecos, "legal entity")
    yield Claim(
        record, "organization_name", readable_name(legal), cited("ORGANIZATION NAME", legal), place=place,
        details={"names": "legal entity"},
    )  # fmt: skip
    if trade and not same_name(trade, legal):
        yield Claim(
            record, "organization_name", readable_name(trade), cited("DOING BUSINESS AS NAME", trade), place=place,
            details={"names": facility},
        )  # fmt: skip
    if place and place.city:
        town, state = ("CITY", row["CITY"]), ("STATE", row["STATE"])
        there = cite_span(document, town, state, after=enrollment, url=SOURCE.home, title=SOURCE.title)
        yield Claim(record, "location", place_text(place), there, place=place)
    yield from _legal_form(record, row, cited)
    yield from _left_over(row)


def _place(row: Row) -> Place | None:
    city, state = row.get("CITY"), row.get("STATE")
    if not isinstance(city, str) or not isinstance(state, str) or state not in STATES:
        return None
    return Place(title_case(city), state)


def _legal_form(record: Record, row: Row, cited: Callable[[str, str], Citation]) -> Iterator[Claim]:
    profit = row.text("PROPRIETARY NONPROFIT")
    if profit in _PROFIT:
        yield Claim(record, "characteristic", _PROFIT[profit], cited("PROPRIETARY NONPROFIT", profit))
    form, other = row.text("ORGANIZATION TYPE STRUCTURE"), row.text("ORGANIZATION OTHER TYPE TEXT")
    if form:
        words = title_case(other) if form == "OTHER" and other else title_case(form)
        yield Claim(record, "characteristic", f"Legal form: {words}", cited("ORGANIZATION TYPE STRUCTURE", form))
    day, state = row.text("INCORPORATION DATE"), row.text("INCORPORATION STATE")
    incorporated = date_of(day)
    if incorporated:
        where = f" in {state_name(state)}" if state in STATES else ""
        yield Claim(
            record, "characteristic", f"Incorporated{where}, {incorporated}", cited("INCORPORATION DATE", day),
            start=incorporated,
        )  # fmt: skip


def _left_over(row: Row) -> Iterator[Drift]:
    row.ignore(*_READ, *_NOT_WANTED, "CITY", "STATE")
    row.ignore(*(key for key in list(row) if key.startswith("SUBGROUP - ")))
    if left := row.nothing_left():
        yield Drift(left)
