"""IRS Form 990 as filed (XML): officers, mission, size and money of a nonprofit, in its own words, for one year.

ProPublica gives the return's number; the file comes from the GivingTuesday data lake, keyless. A return is about two
years old when it is published: everything stands "as of the year ended", and nobody is called current on it alone.
Officers are person records too. Pay is read only when it was asked for. Addresses are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from lxml import etree

from research.connector import Check, Drift
from research.connectors import _irs_elements as elements
from research.connectors._fields import date_of, ein_of, number_of
from research.connectors._irs_elements import all_text, business_name, child, first, is_set, name_of, text_in, within
from research.errors import Unreadable
from research.names import parse_name
from research.organizations import readable_name, title_case
from research.parse import cite, shorten, text_of, xml_of
from research.places import place_text, state_code
from research.types import (
    QUOTE_LIMIT,
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
    key="irs_990",
    title="IRS Form 990",
    home="https://www.irs.gov/charities-non-profits/form-990-series-downloads",
    terms="https://www.usa.gov/government-works",
    access="api",
    hosts=("gt990datalake-rawdata.s3.amazonaws.com",),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_identifier", "location", "mission", "organization_website", "founded",
         "employees", "volunteers", "revenue", "expenses", "net_income", "assets", "officer", "name", "credential",
         "role"}
    ),
    trust=0.9,
    names_decide=True,
    keep_for=timedelta(days=365),
    budget=2,
    wants=frozenset({"object_id"}),
    gives=frozenset({"ein", "website"}),
    attribution="IRS, by way of the GivingTuesday data lake",
    max_bytes=30_000_000,
)  # fmt: skip

CHECK = Check(
    Query("organization", "Pro Publica Inc", identifiers=(Identifier("object_id", "202312619349301136"),)),
    frozenset({"officer", "mission"}),
)

FILE_URL = "https://gt990datalake-rawdata.s3.amazonaws.com/EfileData/XmlFiles/{object_id}_public.xml"

MOST_OFFICERS = 150
"""Persons read of one return: the form asks for all directors, and a large system lists well over a hundred."""


# Predicate, element names, what is counted, and whether zero and less can be meant.
_FIGURES = (
    ("employees", elements.EMPLOYEES, "employees in the calendar year", False),
    ("volunteers", elements.VOLUNTEERS, "volunteers, estimated", False),
    ("revenue", elements.REVENUE, "total revenue", True),
    ("expenses", elements.EXPENSES, "total expenses", True),
    ("net_income", elements.NET_INCOME, "revenue less expenses", True),
    ("assets", elements.ASSETS, "total assets at the year's end", True),
)
_NO_MISSION = re.compile(r"(?:see|same as|refer to|n/?a\b|none\b)", re.IGNORECASE)
_SITE = re.compile(r"\A(?:https?://)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?:/[^\s\"<>]{0,150})?", re.IGNORECASE)
_OBJECT_ID = re.compile(r"\d{18}")
# Posts that are written in capitals though they hold a vowel.
_POSTS = frozenset(
    """
    AVP CAO CCO CDO CEO CFO CHRO CIO CISO CLO CMIO CMO CNE CNO COB COO CPO CQO CRO CSO CTO EVP HR IT OB VPMA
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Return:
    """The header of a return: whose it is, and for which year."""

    form: etree._Element
    values: Mapping[str, etree._Element]
    """The form's elements by name, the first of each."""
    record: Record
    number: str
    end: PartialDate
    names: str
    """What its figures are of: the legal entity, or all members of a group return."""
    place: Place | None
    title: str


def start(query: Query) -> Iterable[Request]:
    """The returns whose numbers are known."""
    if query.kind != "organization":
        return
    for number in query.all_identifiers("object_id")[: SOURCE.budget]:
        if _OBJECT_ID.fullmatch(number):
            url = FILE_URL.format(object_id=number)
            yield Request(url, carry=(("object_id", number),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """Everything that one return says of its filer, and of the persons it lists. Raises: Unreadable."""
    if document.status == 404:
        return
    filed = _return_of(document)
    yield from _filer(document, filed)
    yield from _words(document, filed)
    yield from _figures(document, filed)
    listed = [element for element in filed.form.iter() if name_of(element) in elements.OFFICER_ROWS]
    if not listed:
        yield Drift(f"the {filed.title} lists no officer")
    for position, element in enumerate(listed[:MOST_OFFICERS], start=1):
        yield from _officer(document, filed, position, _officer_of(element, with_pay=query.include_pay))


# --- whose return it is ------------------------------------------------------------------------------------------


def _return_of(document: Document) -> _Return:
    root = xml_of(document)
    header, data = child(root, "ReturnHeader"), child(root, "ReturnData")
    # Inside Filer: the first business name of the file is the preparer's.
    filer = child(header, "Filer")
    form = next((child for child in (data if data is not None else ()) if name_of(child) in elements.FORMS), None)
    if filer is None or form is None:
        raise Unreadable(f"{SOURCE.title}: the file is no return of the 990 series", source=SOURCE.key)
    ein = ein_of(text_in(child(filer, "EIN")))
    name = business_name(child(filer, "BusinessName", "Name"))
    end = date_of(text_in(child(header, "TaxPeriodEndDt", "TaxPeriodEndDate")))
    if not ein or not name.strip() or end is None:
        raise Unreadable(f"{SOURCE.title}: the return lacks EIN, name or period", source=SOURCE.key)
    values: dict[str, etree._Element] = {}
    for element in form.iter():
        values.setdefault(name_of(element), element)
    in_url = _OBJECT_ID.search(document.url)
    return _Return(
        form=form,
        values=values,
        record=Record(SOURCE.key, ein, readable_name(name), document.url, "organization"),
        number=document.request.carried("object_id") or (in_url.group() if in_url else str(end)),
        end=end,
        names="group return" if is_set(first(values, elements.GROUP_RETURN)) else "legal entity",
        place=_place(child(filer, "USAddress")),
        title=f"Form {elements.FORMS[name_of(form)]} for the year ended {end}",
    )


def _place(address: etree._Element | None) -> Place | None:
    city = text_in(child(address, "CityNm", "City"))
    state = state_code(text_in(child(address, "StateAbbreviationCd", "State")))
    return Place(title_case(city), state) if city and state else None


def _cite(document: Document, filed: _Return, element: etree._Element, confidence: float = 0.95) -> Citation:
    """The element as it stands, with its name, where it has no attributes; else its text."""
    text, name = text_in(element), name_of(element)
    tagged = f"<{name}>{escape(text, quote=False)}</{name}>"
    words = tagged if len(tagged) <= QUOTE_LIMIT and tagged in text_of(document) else shorten(text)
    return cite(document, words, confidence, title=filed.title, published=filed.end, extra_text=text)


# --- the filer --------------------------------------------------------------------------------------------------------


def _filer(document: Document, filed: _Return) -> Iterator[Claim]:
    header = child(filed.form.getroottree().getroot(), "ReturnHeader")
    filer = child(header, "Filer")
    number, business = child(filer, "EIN"), child(filer, "BusinessName", "Name")
    if filer is None or number is None or business is None:
        return
    name = business_name(business)
    named = cite(document, name, 0.95, title=filed.title, published=filed.end, extra_text=all_text(filer))
    yield Claim(filed.record, "organization_name", filed.record.label, named, place=filed.place)
    yield Claim(
        filed.record, "organization_identifier", filed.record.id, _cite(document, filed, number), place=filed.place,
        details={"scheme": "ein", "names": filed.names},
    )  # fmt: skip
    city = child(child(filer, "USAddress"), "CityNm", "City")
    if filed.place and city is not None:
        yield Claim(filed.record, "location", place_text(filed.place), _cite(document, filed, city), place=filed.place)


def _words(document: Document, filed: _Return) -> Iterator[Claim]:
    """Mission (the long one and the short one), web site, year of formation."""
    said: set[str] = set()
    for wanted in elements.MISSIONS:
        element = first(filed.values, wanted)
        words = _whole_sentences(text_in(element))
        if element is None or len(words) < 15 or _NO_MISSION.match(words) or words.casefold() in said:
            continue
        said.add(words.casefold())
        cited = cite(document, words, 0.95, title=filed.title, published=filed.end, extra_text=text_in(element))
        yield Claim(filed.record, "mission", words, cited, details={"as_of": str(filed.end)})
    site = first(filed.values, elements.WEBSITE)
    address = text_in(site)
    if site is not None and _SITE.fullmatch(address):
        plain = address if "://" in address else f"https://{address}"
        scheme, _, rest = plain.partition("://")
        host, slash, path = rest.partition("/")
        link = f"{scheme.lower()}://{host.lower()}{slash}{path}"
        yield Claim(filed.record, "organization_website", link, _cite(document, filed, site))
    founded = first(filed.values, elements.FOUNDED)
    if founded is not None and re.fullmatch(r"1[6-9]\d\d|20\d\d", text_in(founded)):
        yield Claim(filed.record, "founded", text_in(founded), _cite(document, filed, founded))


def _whole_sentences(text: str) -> str:
    """As many whole sentences as a quote can hold, so that what is said is what is quoted; or the cut first one."""
    if len(text) <= QUOTE_LIMIT:
        return text
    end = max(text.rfind(mark, 0, QUOTE_LIMIT) for mark in (". ", "! ", "? ", "; "))
    return text[: end + 1] if end > 0 else shorten(text)


def _figures(document: Document, filed: _Return) -> Iterator[Claim]:
    for predicate, wanted, measure, zero_counts in _FIGURES:
        element = first(filed.values, wanted)
        value = number_of(text_in(element))
        if element is None or value is None or (value <= 0 and not zero_counts):
            continue
        details = {"measure": measure, "names": filed.names}
        yield Claim(filed.record, predicate, value, _cite(document, filed, element), end=filed.end, details=details)


# --- the persons it lists ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Officer:
    """One line of the list of officers. `institution`: a trust company or the like, no person."""

    raw: str
    title: str
    former: bool
    institution: bool
    hours: float | None
    pay: Mapping[str, float]
    has_address: bool
    words: str
    """Name and title as they stand together in the return, or "" where an address stands between them."""
    text: str
    """All of the line, in which the quotes stand."""


def _officer_of(element: etree._Element, *, with_pay: bool) -> _Officer:
    """Some filers put every person where a business belongs, so both places are read."""
    person = text_in(within(element, elements.PERSON))
    raw, title = person or text_in(within(element, elements.BUSINESS)), text_in(child(element, *elements.TITLE))
    plain = all_text(element)
    words = f"{raw} {title}".strip()
    return _Officer(
        raw=raw,
        title=title,
        former=is_set(child(element, *elements.FORMER)),
        institution=not person and is_set(child(element, *elements.INSTITUTION)),
        hours=number_of(text_in(child(element, *elements.HOURS))),
        pay=_pay(element) if with_pay else {},
        has_address=child(element, *elements.ADDRESS) is not None,
        words=words if words in plain else "",
        text=plain,
    )


def _pay(element: etree._Element) -> dict[str, float]:
    """What the filer, related organizations and others paid: together, since one alone misleads.

    A chief executive may get nothing from the filer and everything from its parent.
    """
    found = {key: number_of(text_in(child(element, *wanted))) for key, wanted in elements.PAY.items()}
    return {key: amount for key, amount in found.items() if amount is not None}


def _officer(document: Document, filed: _Return, position: int, officer: _Officer) -> Iterator[Claim]:
    if len(officer.raw) < 2:
        return
    name = parse_name(officer.raw)
    nameless = officer.institution or not name.given
    shown = readable_name(officer.raw) if nameless else name.display
    post = title_case(officer.title, _POSTS)
    status = "former" if officer.former or post.startswith("Former ") else ""
    post = post.removeprefix("Former ")

    def cited(words: str, confidence: float = 0.9) -> Citation:
        return cite(document, words, confidence, title=filed.title, published=filed.end, extra_text=officer.text)

    together = cited(officer.words or officer.raw)
    details: dict[str, Scalar] = {"as_of": str(filed.end)}
    if post:
        details["title"] = post
    if officer.hours is not None:
        details["hours"] = officer.hours
    organization = filed.record.label
    # Pay stands in the quote of this one claim, and never where a home's address would come with it.
    whole = officer.pay and not officer.has_address and len(officer.text) <= QUOTE_LIMIT
    yield Claim(
        filed.record, "officer", shown, cited(officer.text) if whole else together, organization=organization,
        status=status, details=details | dict(officer.pay),
    )  # fmt: skip
    if nameless:
        return
    record = Record(SOURCE.key, f"{filed.record.id}-{filed.number}-{position}", shown, document.url, "person")
    yield Claim(record, "name", shown, together, place=filed.place, organization=organization)
    if post:
        stated = together if officer.words else cited(officer.title, 0.85)
        yield Claim(
            record, "role", post, stated, place=filed.place, organization=organization, status=status,
            details={"as_of": str(filed.end)},
        )  # fmt: skip
    for credential in name.credentials:
        yield Claim(record, "credential", credential, together)
