"""Community Benefit Insight (RTI International): tax-exempt hospitals with CCN and EIN, and their charity care.

The only keyless list that ties a hospital's CCN to the EIN of its tax return. It holds tax-exempt private hospitals
only: no public district, no investor-owned hospital, no VA. The whole list (3,434 hospitals, under 2 MB) is asked for
once and kept, so that a question without a state is answered as well; then the figures of the one hospital.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from research.connector import Check, Drift
from research.connectors._fields import MONTHS, cite_span, ein_of, field_text, number_of, refuse_error
from research.organizations import comparable, name_likeness, readable_name
from research.parse import Row, cite_field, json_of, rows
from research.places import place_text, state_code
from research.types import Claim, Document, Identifier, PartialDate, Place, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="community_benefit",
    title="Community Benefit Insight",
    home="https://www.communitybenefitinsight.org/",
    terms="",
    access="api",
    hosts=("www.communitybenefitinsight.org",),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_identifier", "location", "beds", "characteristic", "community_benefit"}
    ),
    trust=0.8,
    keep_for=timedelta(days=90),
    budget=3,
    wants=frozenset({"ccn"}),
    gives=frozenset({"ein"}),
    attribution="Community Benefit Insight, RTI International",
)

CHECK = Check(
    Query("organization", "Mizell Memorial Hospital", state="AL", identifiers=(Identifier("ccn", "010007"),)),
    frozenset({"organization_identifier", "beds"}),
)

LIST_URL = "https://www.communitybenefitinsight.org/api/get_hospitals.php"
DATA_URL = "https://www.communitybenefitinsight.org/api/get_hospital_data.php"

MOST_CANDIDATES = 15
FISCAL_YEARS = 3
"""The latest years whose figures are read; the service holds about ten."""

_LIKE_ENOUGH = 0.75
_FLAGS = (
    ("chrch_affl_f", "Y", "Church-affiliated"),
    ("urban_location_f", "Y", "Urban location"),
    ("urban_location_f", "N", "Rural location"),
    ("children_hospital_f", "Y", "Children's hospital"),
    ("memb_counc_teach_hosps_f", "Y", "Member of the Council of Teaching Hospitals"),
)
# Figures as a share of all functional expenses of the return, in percent.
_SHARES = (
    ("tot_comm_bnfts_tot_func_exp_pct", "Total"),
    ("chrty_care_tot_func_exp_pct", "Charity care"),
)
_AMOUNTS = (("tot_comm_bnfts", "Total"), ("chrty_care", "Charity care"))
_LIST_NOT_WANTED = (
    "hospital_org_id", "name_cr", "street_address", "zip_code", "fips_state_and_county_code", "county",
    "hospital_bed_size",
)  # fmt: skip
_NUMBER_IN_URL = re.compile(r"[?&]hospital_id=(\d{1,7})\b")


def start(query: Query) -> Iterable[Request]:
    """The list of all hospitals, for any organization."""
    if query.kind == "organization":
        yield Request(LIST_URL)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """From the list: the hospital with the CCN, or those of the name. From a hospital's data: the latest years.

    Raises: Unreadable.
    """
    body = json_of(document)
    refuse_error(document, body)
    table = rows(body)
    if document.request.carried("hospital_id") or any("fiscal_yr" in row for row in table[:1]):
        yield from _read_years(document, table)
        return
    yield from _read_list(document, table, query)


# --- the list ---------------------------------------------------------------------------------------------------------


def _read_list(document: Document, table: list[Row], query: Query) -> Iterator[Claim | Request | Drift]:
    found, certain = _candidates(table, query)
    covered = Counter(str(row.get("ein") or "") for row in table) if found else Counter()
    for row in found:
        hospital, name = row.text("hospital_id"), row.text("name")
        if not hospital or not name:
            yield Drift("a hospital without number or name")
            continue
        record = _record(hospital, name)
        yield from _listed(document, record, row, covered)
        if certain:
            carry = (("hospital_id", hospital), ("name", name))
            yield Request(DATA_URL, (("hospital_id", hospital),), carry=carry)
        row.ignore(*_LIST_NOT_WANTED)
        if left := row.nothing_left():
            yield Drift(left)


def _record(hospital: str, name: str) -> Record:
    return Record(SOURCE.key, hospital, readable_name(name), SOURCE.home, "organization")


def _candidates(table: list[Row], query: Query) -> tuple[list[Row], bool]:
    """The rows that may be the hospital, and whether they surely are (by number, or the state's one such name).

    With a number known, names do not count: a hospital that is not in the list has no row.
    """
    for scheme, field in (("ccn", "medicare_provider_number"), ("ein", "ein")):
        known = set(query.all_identifiers(scheme))
        if known:
            found = [row for row in table if _text(row, field) in known][:MOST_CANDIDATES]
            return found, scheme == "ccn" or len(found) == 1
    within = [row for row in table if not query.state or _text(row, "state") == query.state]
    wanted = comparable(query.name)
    same = [row for row in within if comparable(_text(row, "name")) == wanted]
    if same:
        return same[:MOST_CANDIDATES], len(same) == 1 and bool(query.state)
    if not query.state:
        return [], False
    scored = [(name_likeness(query.name, _text(row, "name")), row) for row in within]
    near = sorted((pair for pair in scored if pair[0] >= _LIKE_ENOUGH), key=lambda pair: -pair[0])
    return [row for _, row in near[:MOST_CANDIDATES]], False


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _listed(document: Document, record: Record, row: Row, covered: Mapping[str, int]) -> Iterator[Claim]:
    town, state = row.text("city"), row.text("state")
    place = Place(town, state_code(state))
    where: dict[str, Any] = {
        "after": field_text(document, "hospital_id", record.id),
        "url": SOURCE.home,
        "title": SOURCE.title,
        "published": _day(row.text("updated_dt")),
    }

    def claim(predicate: str, value: Scalar, key: str, raw: Any, details: Mapping[str, Scalar] | None = None) -> Claim:
        cited = cite_field(document, key, raw, 0.9, **where)
        return Claim(record, predicate, value, cited, place=place, details=details or {})

    name, ccn, raw_ein = row.take("name") or record.label, row.text("medicare_provider_number"), row.take("ein")
    yield claim("organization_name", record.label, "name", name)
    if ccn:
        numbers: dict[str, Scalar] = {"scheme": "ccn", "names": "facility"}
        yield claim("organization_identifier", ccn, "medicare_provider_number", ccn, numbers)
    ein = ein_of(raw_ein)
    if ein:
        hospitals = covered.get(str(raw_ein), 1)
        numbers = {"scheme": "ein", "names": "legal entity" if hospitals == 1 else "parent", "hospitals": hospitals}
        yield claim("organization_identifier", ein, "ein", raw_ein, numbers)
    if place.city and place.state:
        cited = cite_span(document, ("city", town), ("state", state), **where)
        yield Claim(record, "location", place_text(place), cited, place=place)
    raw_beds = row.take("hospital_bed_count")
    beds = number_of(raw_beds)
    if beds and beds > 0 and float(beds).is_integer():
        yield claim("beds", int(beds), "hospital_bed_count", raw_beds)
    for key, flag, words in _FLAGS:
        if row.get(key) == flag:
            yield claim("characteristic", words, key, flag)
    row.ignore(*(key for key, _, _ in _FLAGS))


def _day(text: str) -> PartialDate | None:
    """ "March 24, 2023" as a date; None when it is written otherwise."""
    words = text.replace(",", " ").split()
    if len(words) != 3 or words[0].capitalize() not in MONTHS or not (words[1] + words[2]).isdecimal():
        return None
    try:
        return PartialDate(int(words[2]), MONTHS.index(words[0].capitalize()) + 1, int(words[1]))
    except ValueError:
        return None


# --- a hospital's figures ---------------------------------------------------------------------------------------------


def _read_years(document: Document, table: list[Row]) -> Iterator[Claim | Drift]:
    years = sorted((pair for row in table if (pair := _year(row))), key=lambda pair: -pair[0])
    if table and not years:
        yield Drift("no row with a fiscal year")
    in_url = _NUMBER_IN_URL.search(document.url)
    asked = document.request.carried("hospital_id") or (in_url.group(1) if in_url else "")
    for number, (fiscal_year, row) in enumerate(years[:FISCAL_YEARS]):
        name = document.request.carried("name") or row.text("data_name", "form_990_name")
        hospital = asked or ein_of(row.get("data_ein"))
        if not name or not hospital:
            yield Drift(f"the figures of {fiscal_year} name no hospital")
            continue
        yield from _figures(document, _record(hospital, name), row, fiscal_year, newest=number == 0)


def _year(row: Row) -> tuple[int, Row] | None:
    year = number_of(row.get("fiscal_yr"))
    return (int(year), row) if year is not None and 1990 <= year <= 2100 else None


def _figures(document: Document, record: Record, row: Row, year: int, *, newest: bool) -> Iterator[Claim]:
    where: dict[str, Any] = {
        "after": field_text(document, "fiscal_yr", row["fiscal_yr"]),
        "url": SOURCE.home,
        "title": f"{SOURCE.title}, fiscal year {year}",
    }
    group = row.get("form_990_filed_part_grp_ret_f") == "Y"
    filer = row.text("form_990_name")
    of_group = f", in the group return of {readable_name(filer)}" if group and filer else ""
    ein = ein_of(row.get("data_ein"))
    if newest and ein:
        cited = cite_field(document, "data_ein", row["data_ein"], 0.9, **where)
        details = {"scheme": "ein", "names": "group return" if group else "legal entity"}
        yield Claim(record, "organization_identifier", ein, cited, details=details)
    names = "group return" if group else "legal entity"

    def claim(key: str, what: str, kind: str, value: float, words: str) -> Claim:
        cited = cite_field(document, key, row[key], 0.9, **where)
        said = f"{what}: {words} in fiscal year {year}{of_group}"
        details: dict[str, Scalar] = {"measure": what.lower(), kind: value, "names": names}
        return Claim(record, "community_benefit", said, cited, end=PartialDate(year), details=details)

    for key, what in _SHARES:
        percent = number_of(row.get(key))
        if percent is not None and -100 < percent < 100:
            yield claim(key, what, "percent", percent, f"{percent:.1f}% of expenses")
    for key, what in _AMOUNTS if newest else ():
        amount = number_of(row.get(key))
        if amount is not None:
            yield claim(key, what, "amount", amount, f"${amount:,.0f}")
