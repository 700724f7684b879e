"""Research Organization Registry (ROR), API v2: names, site, place, founding year, parents and parts.

No key. An illegal parameter is HTTP 200 with `errors`; an unknown id is 404. A record can be inactive (closed) or
withdrawn (a duplicate): the successor is followed. `relationships` is no ownership tree, so "child" is told as a unit.
Licence: CC0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from research.connector import Check, Drift
from research.errors import Refused, Unreadable
from research.parse import Row, cite_field, object_of, rows
from research.types import Claim, Document, Identifier, PartialDate, Place, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="ror",
    title="Research Organization Registry",
    home="https://ror.org",
    terms="https://ror.org/about/terms/",
    access="api",
    hosts=("api.ror.org",),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_kind", "organization_website", "location", "founded", "parent", "unit",
         "characteristic"}
    ),
    trust=0.8,
    names_decide=True,
    keep_for=timedelta(days=30),
    min_interval_s=0.5,
    budget=4,
    gives=frozenset({"ror", "qid", "website"}),
    attribution="Research Organization Registry (CC0)",
)  # fmt: skip

CHECK = Check(
    Query("organization", "Mayo Clinic", identifiers=(Identifier("ror", "02qp3tb03"),)),
    frozenset({"organization_name", "organization_website"}),
)

_BASE = "https://api.ror.org/v2/organizations"
_MOST_CANDIDATES = 10
_MOST_UNITS = 40
# "funder" is left out: it says that somebody once thanked the organization in a paper.
_KINDS = {
    "healthcare": "Health care", "education": "Education", "company": "Company", "nonprofit": "Nonprofit",
    "government": "Government", "facility": "Research facility",
}  # fmt: skip
_ID = re.compile(r"(?:https?://ror\.org/)?(0[a-z0-9]{6}\d\d)")


def start(query: Query) -> Iterator[Request]:
    """By number when it is known, else a search by name within the United States."""
    if query.kind != "organization":
        return
    number = _ID.fullmatch(query.identifier("ror") or "")
    if number:
        yield Request(f"{_BASE}/{number.group(1)}", not_found_is_empty=True)
        return
    yield Request(_BASE, (("query", query.name), ("filter", "country.country_code:US")))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Claims of one record, or of the first ten of a list. Raises: Refused, Unreadable."""
    if document.status == 404:
        return
    answer = object_of(document)
    if answer.get("errors"):
        raise Refused(f"ROR refused the question: {str(answer['errors'])[:200]}", source=SOURCE.key)
    if "items" in answer:
        for item in rows(answer["items"], "items")[:_MOST_CANDIDATES]:
            yield from _record(document, item.row("organization") or item)
        return
    yield from _record(document, answer)


def _record(document: Document, item: Row) -> Iterator[Claim | Request | Drift]:
    address = item.text("id")
    number = _ID.fullmatch(address)
    names = item.rows("names")
    shown = next((name.text("value") for name in names if "ror_display" in _list(name, "types")), "")
    if not number or not shown:
        raise Unreadable("a record of ROR has no id or no name", source=SOURCE.key)
    record = Record(SOURCE.key, number.group(1), shown, address, "organization")
    said = _Said(document, record, address)
    yield said.claim("organization_name", shown, "value", shown)
    for name in names:
        other, kinds = name.text("value"), _list(name, "types")
        if other and ("alias" in kinds or "label" in kinds):
            yield said.claim("organization_name", other, "value", other, details={"also_known_as": True})
    number_of = {"scheme": "ror", "names": "organization"}
    yield said.claim("organization_identifier", record.id, "id", address, details=number_of)
    status, links = item.text("status"), item.rows("relationships")
    if status != "active":
        words = f"{status.capitalize()} in the Research Organization Registry"
        yield said.claim("characteristic", words, "status", status)
        yield from _successor(links)
        return
    yield from _facts(said, item)
    yield from _relations(said, links)
    unread = item.nothing_left()
    if unread:
        yield Drift(unread)


def _successor(links: list[Row]) -> Iterator[Request]:
    for link in links:
        following = _ID.fullmatch(link.text("id"))
        if link.text("type") == "successor" and following:
            yield Request(f"{_BASE}/{following.group(1)}", not_found_is_empty=True)
            return


class _Said:
    """Makes the claims of one record; each quotes the record's own field, found after the record's id."""

    def __init__(self, document: Document, record: Record, address: str) -> None:
        self.document, self.record, self.address = document, record, address

    def claim(
        self,
        predicate: str,
        value: str,
        key: str,
        raw: object,
        *,
        place: Place | None = None,
        details: Mapping[str, Scalar] | None = None,
    ) -> Claim:
        citation = cite_field(self.document, key, raw, url=self.address, title=self.record.label)
        return Claim(self.record, predicate, value, citation, place=place, details=details or {})


def _facts(said: _Said, item: Row) -> Iterator[Claim]:
    for kind in _list(item, "types"):
        if kind in _KINDS:
            yield said.claim("organization_kind", _KINDS[kind], "types", kind)
    founded = item.take("established")
    if isinstance(founded, int) and 1000 <= founded <= 9999:
        yield said.claim("founded", str(PartialDate(founded)), "established", founded)
    for link in item.rows("links"):
        address = link.text("value")
        if link.get("type") == "website" and re.match(r"https?://\S", address):
            yield said.claim("organization_website", address, "value", address)
    for location in item.rows("locations"):
        yield from _location(said, location)
    for entry in item.rows("external_ids"):
        if entry.get("type") == "wikidata":
            for qid in [q for q in _list(entry, "all") if re.fullmatch(r"Q\d{1,12}", q)][:1]:
                details = {"scheme": "qid", "names": "organization"}
                yield said.claim("organization_identifier", qid, "all", qid, details=details)
    item.ignore("admin", "domains")


def _location(said: _Said, location: Row) -> Iterator[Claim]:
    place = location.row("geonames_details")
    city, state = place.text("name"), place.text("country_subdivision_code")
    if city and place.text("country_code") == "US" and re.fullmatch(r"[A-Z]{2}", state):
        yield said.claim("location", f"{city}, {state}", "name", city, place=Place(city, state))


def _relations(said: _Said, links: list[Row]) -> Iterator[Claim]:
    words = {"parent": "parent", "child": "unit"}
    for link in links[:_MOST_UNITS]:
        kind, label = link.text("type"), link.text("label")
        number = _ID.fullmatch(link.text("id"))
        if kind in words and label and number:
            yield said.claim(words[kind], label, "label", label, details={"ror": number.group(1)})


def _list(row: Row, key: str) -> list[str]:
    value = row.take(key)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
