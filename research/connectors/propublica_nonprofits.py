"""ProPublica Nonprofit Explorer, API v2: revenue, expenses and assets of a nonprofit by year, from its tax returns.

With a known EIN the organization is asked for; without one a search proposes. The API has no officers and no web
site; those are in the return itself (`irs_990`), whose number it gives. Figures are two to three years old. Terms:
cite ProPublica; the raw data is not to be passed on, so bodies are kept for reading only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from research.connector import Check, Drift
from research.connectors._fields import cite_span, ein_of, field_text, month_words, number_of
from research.errors import Unavailable, Unreadable
from research.organizations import name_likeness, readable_name, same_name, title_case
from research.parse import Row, cite_field, object_of
from research.places import place_text, state_code
from research.types import Citation, Claim, Document, Identifier, PartialDate, Place, Query, Record, Request, Source

SOURCE = Source(
    key="propublica_nonprofits",
    title="ProPublica Nonprofit Explorer",
    home="https://projects.propublica.org/nonprofits/",
    terms="https://projects.propublica.org/datastore/terms/",
    access="api",
    hosts=("projects.propublica.org",),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_identifier", "location", "characteristic", "revenue", "expenses",
         "net_income", "assets", "filing"}
    ),
    trust=0.9,
    names_decide=True,
    keep_for=timedelta(days=14),
    budget=4,
    wants=frozenset({"ein"}),
    gives=frozenset({"ein", "object_id"}),
    attribution="ProPublica Nonprofit Explorer",
)  # fmt: skip

CHECK = Check(
    Query("organization", "Pro Publica Inc", identifiers=(Identifier("ein", "142007220"),)),
    frozenset({"revenue"}),
)

API = "https://projects.propublica.org/nonprofits/api/v2"
MOST_CANDIDATES = 15
YEARS = 5
"""The latest returns whose figures are read; the API holds ten or more."""
NEWEST_FILINGS = 2

_LIKE_ENOUGH = 0.7
_UNKNOWN = "Unknown Organization"
_FORMS = {0: "990", 1: "990-EZ", 2: "990-PF"}
_FIGURES = (("revenue", "totrevenue"), ("expenses", "totfuncexpns"), ("assets", "totassetsend"))


def start(query: Query) -> Iterable[Request]:
    """The organizations with the known EINs, or a search by name."""
    if query.kind != "organization":
        return
    numbers = [ein for value in query.all_identifiers("ein") if (ein := ein_of(value))]
    for ein in numbers[: SOURCE.budget]:
        yield _organization(ein)
    if not numbers:
        state = (("state[id]", query.state),) if query.state else ()
        yield Request(f"{API}/search.json", (("page", 0), ("q", query.name), *state), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """From a search: those that may be meant. From an organization: names, numbers, figures by year.

    Raises: Unreadable; Unavailable when the service answers an error.
    """
    if document.status == 404:
        return
    body = object_of(document)
    if "organizations" in body:
        yield from _read_search(document, body, query)
        return
    if "organization" in body:
        yield from _read_organization(document, body)
        return
    error = body.get("error")
    if isinstance(error, str) and "not found" in error.casefold():
        return
    if error:
        raise Unavailable(f"{SOURCE.title} answered with an error: {str(error)[:200]}", source=SOURCE.key)
    raise Unreadable(f"{SOURCE.title} answered with neither a list nor an organization", source=SOURCE.key)


def _organization(ein: str) -> Request:
    return Request(f"{API}/organizations/{ein}.json", carry=(("ein", ein),), not_found_is_empty=True)


def _record(ein: str, name: str) -> Record:
    return Record(SOURCE.key, ein, readable_name(name), f"{SOURCE.home}organizations/{ein}", "organization")


def _identity(document: Document, record: Record, row: Mapping[str, Any], after: str) -> Iterator[Claim]:
    """Name, EIN and place, as a search hit and an organization give them alike."""
    name, city, state = row.get("name"), row.get("city"), row.get("state")
    where: dict[str, Any] = {"after": after, "url": record.url, "title": SOURCE.title}
    letters = state_code(state) if isinstance(state, str) else ""
    place = Place(title_case(city), letters) if isinstance(city, str) and city.strip() and letters else None
    yield Claim(record, "organization_name", record.label, cite_field(document, "name", name, **where), place=place)
    yield Claim(
        record, "organization_identifier", record.id, cite_field(document, "ein", row["ein"], **where), place=place,
        details={"scheme": "ein", "names": "legal entity"},
    )  # fmt: skip
    if place:
        cited = cite_span(document, ("city", city), ("state", state), **where)
        yield Claim(record, "location", place_text(place), cited, place=place)


# --- a search ---------------------------------------------------------------------------------------------------------


def _read_search(document: Document, body: Row, query: Query) -> Iterator[Claim | Request | Drift]:
    hits = [row for row in body.rows("organizations") if isinstance(row.get("name"), str) and ein_of(row.get("ein"))]
    same = [row for row in hits if same_name(query.name, row["name"])]
    near = same or [row for row in hits if name_likeness(query.name, row["name"]) >= _LIKE_ENOUGH]
    for row in near[:MOST_CANDIDATES]:
        ein = ein_of(row["ein"])
        yield from _identity(document, _record(ein, row["name"]), row, field_text(document, "ein", row["ein"]))
    # Only where name and state settle it, the figures are asked for at once; else a user or another source decides.
    if len(same) == 1 and (not query.state or state_code(str(same[0].get("state"))) == query.state):
        yield _organization(ein_of(same[0]["ein"]))


# --- an organization --------------------------------------------------------------------------------------------------


def _read_organization(document: Document, body: Row) -> Iterator[Claim | Drift]:
    row = body.row("organization")
    name, ein = row.get("name"), ein_of(row.get("ein"))
    # "Not found" also comes as HTTP 200: with the number 0, or with this name and nothing else.
    if not isinstance(name, str) or not name.strip() or name == _UNKNOWN or not ein:
        return
    asked = document.request.carried("ein")
    if asked and asked != ein:
        raise Unreadable(f"{SOURCE.title} was asked for {asked} and answered with {ein}", source=SOURCE.key)
    record = _record(ein, name)
    yield from _identity(document, record, row, field_text(document, "ein", row["ein"]))
    yield from _exemption(document, record, row)
    yield from _latest_return(document, record, row)
    read_in = _by_year(body.rows("filings_with_data"))
    for filing in read_in[:YEARS]:
        yield from _figures(document, record, filing)
    newest = str(read_in[0]["tax_prd"]) if read_in else ""
    for filing in _by_year(body.rows("filings_without_data"))[:NEWEST_FILINGS]:
        if str(filing["tax_prd"]) > newest:
            yield from _filing(document, record, filing)


def _exemption(document: Document, record: Record, row: Row) -> Iterator[Claim]:
    code = number_of(row.get("subsection_code"))
    if code and 1 <= code <= 29:
        cited = cite_field(document, "subsection_code", row["subsection_code"], url=record.url, title=SOURCE.title)
        yield Claim(record, "characteristic", f"Registered with the IRS under section 501(c)({int(code)})", cited)


def _latest_return(document: Document, record: Record, row: Row) -> Iterator[Claim]:
    number = row.get("latest_object_id")
    if isinstance(number, str) and number.isdecimal() and len(number) == 18:
        cited = cite_field(document, "latest_object_id", number, url=record.url, title=SOURCE.title)
        details = {"scheme": "object_id", "names": "latest return"}
        yield Claim(record, "organization_identifier", number, cited, details=details)


def _by_year(filings: list[Row]) -> list[Row]:
    """The filings with a readable period, the newest first."""
    dated = [row for row in filings if _period_end(row)]
    return sorted(dated, key=lambda row: str(row["tax_prd"]), reverse=True)


def _period_end(row: Row) -> PartialDate | None:
    """The month in which the fiscal year ended: 202012 is December 2020."""
    number = row.get("tax_prd")
    if isinstance(number, bool) or not isinstance(number, int):
        return None
    year, month = divmod(number, 100)
    return PartialDate(year, month) if 1990 <= year <= 2100 and 1 <= month <= 12 else None


def _figures(document: Document, record: Record, row: Row) -> Iterator[Claim]:
    end = _period_end(row)
    if end is None:
        return
    where: dict[str, Any] = {
        "after": field_text(document, "tax_prd", row["tax_prd"]),
        "url": record.url,
        "title": f"{SOURCE.title}, return for the year ended {month_words(end)}",
    }
    details = {"year_ended": str(end)} | _form(row)
    for predicate, key in _FIGURES:
        value = number_of(row.get(key))
        # Null is no zero, and a zero that was filed is one.
        if value is not None:
            cited = cite_field(document, key, row[key], **where)
            yield Claim(record, predicate, value, cited, end=end, details=details)
    yield from _net_income(document, record, row, end, where)


def _form(row: Row) -> dict[str, str]:
    number = row.get("formtype")
    return {"form": _FORMS[number]} if isinstance(number, int) and number in _FORMS else {}


def _net_income(
    document: Document, record: Record, row: Row, end: PartialDate, where: dict[str, Any]
) -> Iterator[Claim]:
    """Revenue less expenses, where both stand in one quote."""
    revenue, expenses = row.get("totrevenue"), row.get("totfuncexpns")
    if not isinstance(revenue, int) or not isinstance(expenses, int) or (revenue == 0 and expenses == 0):
        return
    cited: Citation = cite_span(document, ("totrevenue", revenue), ("totfuncexpns", expenses), confidence=0.85, **where)
    if "totrevenue" in cited.quote:
        details = {"year_ended": str(end), "computed": "revenue less expenses"} | _form(row)
        yield Claim(record, "net_income", revenue - expenses, cited, end=end, details=details)


def _filing(document: Document, record: Record, row: Row) -> Iterator[Claim]:
    """A return of which only the PDF is there yet."""
    end, address, form = _period_end(row), row.get("pdf_url"), row.get("formtype_str")
    if end is None or not isinstance(address, str) or not address.startswith("https://"):
        return
    kind = f"Form {form}" if isinstance(form, str) and form.strip() else "Tax return"
    cited = cite_field(document, "pdf_url", address, url=address, title=SOURCE.title)
    value = f"{kind} for the year ended {month_words(end)} (PDF)"
    yield Claim(record, "filing", value, cited, end=end, details={"url": address, "year_ended": str(end)})
