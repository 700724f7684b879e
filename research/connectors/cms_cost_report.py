"""CMS Hospital Provider Cost Report: beds, staff, discharges and money of a hospital with a known CCN, by fiscal year.

The figures are the hospital's own, two to three years old when published, and one CCN can have several reports
(the fiscal year was changed): each stands with its period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from research.connector import Check, Drift
from research.connectors import _data_api
from research.connectors._fields import cite_span, date_of, number_of
from research.organizations import readable_name, title_case
from research.parse import Row, cite_field
from research.places import STATES, place_text
from research.types import Claim, Document, Identifier, PartialDate, Place, Query, Record, Request, Source

DATASET = "44060663-47d8-4ced-a115-b53b4c270acb"

SOURCE = Source(
    key="cms_cost_report",
    title="CMS Hospital Provider Cost Report",
    home="https://data.cms.gov/provider-compliance/cost-report/hospital-provider-cost-report",
    terms=_data_api.TERMS,
    access="api",
    hosts=(_data_api.HOST,),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_identifier", "location", "beds", "employees", "discharges", "revenue",
         "net_income"}
    ),
    trust=0.9,
    keep_for=_data_api.KEEP_FOR,
    budget=3,
    wants=frozenset({"ccn"}),
    attribution=_data_api.ATTRIBUTION,
)  # fmt: skip

CHECK = Check(
    Query("organization", "Southeast Health Medical Center", identifiers=(Identifier("ccn", "010001"),)),
    frozenset({"beds", "revenue"}),
)

# Predicate, column, what exactly is counted, and whether zero or less can be true.
_FIGURES = (
    ("beds", "Number of Beds", "beds, as in the cost report", False),
    ("employees", "FTE - Employees on Payroll", "full-time equivalents on payroll", False),
    ("discharges", "Total Discharges (V + XVIII + XIX + Unknown)", "inpatient discharges, all payers", False),
    ("revenue", "Net Patient Revenue", "net patient revenue", True),
    ("net_income", "Net Income", "net income", True),
)


def start(query: Query) -> Iterable[Request]:
    """The cost reports of each known CCN."""
    if query.kind == "organization":
        for ccn in query.all_identifiers("ccn")[: SOURCE.budget]:
            yield _data_api.ask(DATASET, "Provider CCN", ccn)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The figures of every report, with its fiscal year. Raises: Unreadable."""
    rows = _data_api.rows_of(document)
    for row in rows:
        yield from _report(document, row)
    if missing := [column for _, column, _, _ in _FIGURES if rows and not any(column in row for row in rows)]:
        yield Drift(f"figures that are looked for are in no report: {missing}")
    yield from _data_api.next_page(document, DATASET, len(rows))


def _report(document: Document, row: Row) -> Iterator[Claim | Drift]:
    ccn, name, number = row.text("Provider CCN"), row.text("Hospital Name"), row.text("rpt_rec_num")
    begin, end = date_of(row.text("Fiscal Year Begin Date")), date_of(row.text("Fiscal Year End Date"))
    if not ccn or not name or end is None:
        yield Drift(f"a cost report without CCN, name or fiscal year: {number[:40]!r}")
        return
    record = Record(SOURCE.key, ccn, readable_name(name), SOURCE.home, "organization")
    title = f"{SOURCE.title}, fiscal year ended {end}"
    where: dict[str, Any] = {"after": number, "url": SOURCE.home, "title": title}
    yield Claim(record, "organization_name", record.label, cite_field(document, "Hospital Name", name, **where))
    yield Claim(
        record, "organization_identifier", ccn, cite_field(document, "Provider CCN", ccn, **where),
        details={"scheme": "ccn", "names": "facility"},
    )  # fmt: skip
    city, state = row.text("City"), row.text("State Code")
    if city and state in STATES:
        place = Place(title_case(city), state)
        cited = cite_span(document, ("City", city), ("State Code", state), **where)
        yield Claim(record, "location", place_text(place), cited, place=place)
    yield from _figures(document, record, row, (begin, end), where)


def _figures(
    document: Document, record: Record, row: Row, year: tuple[PartialDate | None, PartialDate], where: dict[str, Any]
) -> Iterator[Claim]:
    begin, end = year
    for predicate, column, measure, below_zero in _FIGURES:
        value = number_of(row.get(column))
        if value is None or (value <= 0 and not below_zero):
            continue
        whole = int(value) if float(value).is_integer() else value
        cited = cite_field(document, column, row[column], **where)
        yield Claim(record, predicate, whole, cited, start=begin, end=end, details={"measure": measure})
