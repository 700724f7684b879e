"""SEC EDGAR: listed operators and payers. Who was appointed or left (8-K item 5.02), filings, revenue by year.

No key; a User-Agent with a contact is demanded and at most 10 requests a second (sec.gov/os/accessing-edgar-data,
read 2026-11). An unknown number is 404 with XML. `items` is "5.02,9.01". The same item heads pay decisions, so the
index alone says "change or pay"; the newest reports are read for names. In company facts `fy` is the year of the
filing: a year is told by its span, and the latest filing of it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from research.connector import Check, Drift
from research.connectors._officer_changes import OfficerChange, item_5_02, officer_changes
from research.errors import Unreadable
from research.organizations import comparable, distinctive, readable_name, title_case
from research.parse import Row, cite, cite_field, json_of, mapping_of, rows, text_of, visible_text
from research.types import Citation, Claim, Document, PartialDate, Place, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="sec_edgar",
    title="SEC EDGAR",
    home="https://www.sec.gov/edgar",
    terms="https://www.sec.gov/os/accessing-edgar-data",
    access="api",
    hosts=("data.sec.gov", "www.sec.gov"),
    subjects=frozenset({"organization"}),
    covers=frozenset(
        {"organization_name", "organization_kind", "location", "filing", "officer_change", "revenue", "net_income",
         "name", "role", "former_role", "board_seat"}
    ),
    trust=0.9,
    names_decide=True,
    keep_for=timedelta(days=2),
    min_interval_s=0.2,
    budget=7,
    gives=frozenset({"cik", "ein", "ticker"}),
    attribution="U.S. Securities and Exchange Commission, EDGAR",
    max_bytes=30_000_000,
    timeout_s=30.0,
)  # fmt: skip

CHECK = Check(Query("organization", "HCA Healthcare"), frozenset({"organization_name", "filing"}))

_MOST_CANDIDATES = 15
_MOST_CHANGES = 20
_READ_REPORTS = 3
_YEARS = 5
_NOTICE = timedelta(days=270)
"""How long after an undated notice of retirement somebody is taken to be on the way out, not gone."""
_TICKERS = "https://www.sec.gov/files/company_tickers.json"
# The first tag that a company uses for a year counts; the second came with the revenue standard of 2018.
_FIGURES = {
    "revenue": ("Revenues", "RevenueFromContractWithCustomerExcludingAssessedTax"),
    "net_income": ("NetIncomeLoss", "ProfitLoss"),
}
_YEARLY_FORMS = frozenset({"10-K", "10-K/A", "10-KT"})
_TOLD_FORMS = {"10-K": "Annual report (Form 10-K)", "DEF 14A": "Proxy statement (DEF 14A)"}


def start(query: Query) -> Iterator[Request]:
    """By CIK when it is known, else the list of all listed companies."""
    if query.kind != "organization":
        return
    number = query.identifier("cik") or ""
    if re.fullmatch(r"\d{1,10}", number):
        yield from _company(int(number))
        return
    yield Request(_TICKERS, carry=(("step", "tickers"),))


def _company(cik: int) -> Iterator[Request]:
    address = f"https://data.sec.gov/submissions/CIK{cik:010d}.json"
    yield Request(address, carry=(("step", "company"),), not_found_is_empty=True)


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """What the list, the company's index, its figures or one report says. Raises: Unreadable."""
    if document.status == 404:
        return
    step = document.request.carried("step")
    if step == "report":
        yield from _report(document)
        return
    answer = json_of(document)
    if not isinstance(answer, dict):
        raise Unreadable("EDGAR answered with no object", source=SOURCE.key)
    if "filings" in answer:
        yield from _index(document, Row(answer))
    elif "facts" in answer:
        yield from _figures(document, Row(answer))
    else:
        yield from _companies(document, answer, query)


# --- the list of companies -------------------------------------------------------------------------------------------


def _companies(document: Document, answer: dict[str, Any], query: Query) -> Iterator[Claim | Request]:
    listed: dict[int, Row] = {}
    for item in rows(list(answer.values()), "companies"):
        number = item.get("cik_str")
        if isinstance(number, int) and not isinstance(number, bool) and isinstance(item.get("title"), str):
            listed.setdefault(number, item)
    if not listed:
        raise Unreadable("EDGAR's list of companies is empty", source=SOURCE.key)
    asked, ticker = comparable(query.name), (query.identifier("ticker") or "").upper()
    # All words, not the rare ones alone: funds and banks carry the names of states and towns too.
    words = frozenset(asked.split()) if distinctive(query.name) else frozenset()
    exact = [n for n, item in listed.items() if ticker == item.get("ticker") or comparable(item["title"]) == asked]
    near = [n for n, item in listed.items() if words and words <= set(comparable(item["title"]).split())]
    if len(exact or near) == 1:
        yield from _company((exact or near)[0])
        return
    for number in (exact or near)[:_MOST_CANDIDATES]:
        item = listed[number]
        record = _record(number, readable_name(item["title"]))
        yield Claim(record, "organization_name", record.label, cite(document, item["title"], 0.8, url=record.url))
        details = {"scheme": "cik", "names": "legal entity"}
        quote = cite_field(document, "cik_str", number, url=record.url)
        yield Claim(record, "organization_identifier", f"{number:010d}", quote, details=details)


def _record(cik: int, label: str) -> Record:
    address = f"https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK={cik:010d}"
    return Record(SOURCE.key, f"{cik:010d}", label, address, "organization")


# --- one company -----------------------------------------------------------------------------------------------------


def _index(document: Document, answer: Row) -> Iterator[Claim | Request | Drift]:
    number, name = answer.text("cik"), answer.text("name")
    if not re.fullmatch(r"\d{1,10}", number) or not name:
        raise Unreadable("EDGAR's index of a company has no number or no name", source=SOURCE.key)
    record = _record(int(number), readable_name(name))

    def cited(key: str, raw: object) -> Citation:
        return cite_field(document, key, raw, url=record.url, title=record.label)

    yield Claim(record, "organization_name", record.label, cited("name", name))
    yield _identifier(record, "cik", record.id, cited("cik", number))
    ein = answer.text("ein")
    if re.fullmatch(r"\d{9}", ein) and ein.strip("0"):
        yield _identifier(record, "ein", ein, cited("ein", ein))
    tickers = answer.take("tickers")
    for ticker in [t for t in tickers if isinstance(t, str) and t] if isinstance(tickers, list) else []:
        yield _identifier(record, "ticker", ticker, cite(document, ticker, 0.9, url=record.url))
    for former in answer.rows("formerNames")[:10]:
        old = former.text("name")
        if old:
            dates = (_day(former.text("from")), _day(former.text("to")))
            details = {"former": True}
            yield Claim(record, "organization_name", readable_name(old), cited("name", old), *dates, details=details)
    kind = answer.text("sicDescription")
    if kind:
        yield Claim(record, "organization_kind", kind, cited("sicDescription", kind))
    yield from _location(document, record, answer.row("addresses").row("business"))
    yield from _filings(document, record, answer.row("filings").row("recent"))
    address = f"https://data.sec.gov/api/xbrl/companyfacts/CIK{record.id}.json"
    # The figures spell the name in another way: the record keeps the one name.
    yield Request(address, carry=(("step", "facts"), ("company", record.label)), not_found_is_empty=True)


def _identifier(record: Record, scheme: str, value: str, citation: Citation) -> Claim:
    details = {"scheme": scheme, "names": "legal entity"}
    return Claim(record, "organization_identifier", value, citation, details=details)


def _location(document: Document, record: Record, address: Row) -> Iterator[Claim]:
    city, state = address.text("city"), address.text("stateOrCountry")
    if city and re.fullmatch(r"[A-Z]{2}", state):
        where = Place(title_case(city), state)
        citation = cite_field(document, "city", city, url=record.url)
        yield Claim(record, "location", f"{where.city}, {state}", citation, place=where)


def _filings(document: Document, record: Record, recent: Row) -> Iterator[Claim | Request]:
    told: dict[str, int] = {}
    changes = 0
    for filing in _columns(recent):
        form, filed = filing["form"], _day(filing["filingDate"])
        address = _address(record, filing)
        if not filed or not address:
            continue
        title = f"{record.label}: {form} of {filed}"
        citation = cite(document, filing["accessionNumber"], 0.9, url=address, published=filed, title=title)
        if form in _TOLD_FORMS and told.get(form, 0) < 2:
            told[form] = told.get(form, 0) + 1
            words = f"{_TOLD_FORMS[form]}, filed {filed}"
            yield Claim(record, "filing", words, citation, start=filed, details={"form": form, "url": address})
        if form in ("8-K", "8-K/A") and "5.02" in filing["items"].split(",") and changes < _MOST_CHANGES:
            changes += 1
            happened = _day(filing["reportDate"]) or filed
            amended = ", amended" if form == "8-K/A" else ""
            words = f"Officer change or pay decision reported (8-K item 5.02{amended}), {happened}"
            details = {"form": form, "filed": str(filed), "url": address}
            yield Claim(record, "officer_change", words, citation, start=happened, details=details)
            if changes <= _READ_REPORTS:
                carry = (("step", "report"), ("cik", record.id), ("company", record.label), ("form", form))
                yield Request(address, carry=(*carry, ("filed", str(filed))), not_found_is_empty=True)


def _columns(recent: Row) -> Iterator[dict[str, str]]:
    """The parallel arrays as one mapping a filing, newest first as EDGAR has them."""
    keys = ("accessionNumber", "filingDate", "reportDate", "form", "items", "primaryDocument")
    columns = [recent.take(key) for key in keys]
    if not all(isinstance(column, list) for column in columns):
        raise Unreadable("EDGAR's list of filings has another shape", source=SOURCE.key)
    if len({len(column) for column in columns}) != 1:
        raise Unreadable("EDGAR's columns of filings differ in length", source=SOURCE.key)
    for values in zip(*columns, strict=True):
        yield {key: str(value or "") for key, value in zip(keys, values, strict=True)}


def _address(record: Record, filing: dict[str, str]) -> str:
    accession, main = filing["accessionNumber"], filing["primaryDocument"]
    if not re.fullmatch(r"\d{10}-\d\d-\d{6}", accession) or not re.fullmatch(r"[\w.()/-]{0,200}", main):
        return ""
    folder = f"https://www.sec.gov/Archives/edgar/data/{int(record.id)}/{accession.replace('-', '')}/"
    return folder + (main or f"{accession}-index.htm")


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text[:10]) if text else None
    except ValueError:
        return None


# --- figures ---------------------------------------------------------------------------------------------------------


def _figures(document: Document, answer: Row) -> Iterator[Claim | Drift]:
    number, name = answer.take("cik"), answer.text("entityName")
    if isinstance(number, bool) or not isinstance(number, (int, str)) or not str(number).isdigit() or not name:
        raise Unreadable("EDGAR's company facts have no number or no name", source=SOURCE.key)
    record = _record(int(number), document.request.carried("company") or readable_name(name))
    named = cite_field(document, "entityName", name, url=record.url)
    yield Claim(record, "organization_name", readable_name(name), named)
    yield _identifier(record, "cik", record.id, cite_field(document, "cik", number, url=record.url))
    standard = mapping_of(mapping_of(answer.get("facts")).get("us-gaap"))
    if not standard:
        yield Drift("no us-gaap figures: a filer under another standard")
    for predicate, tags in _FIGURES.items():
        for fact in _yearly(standard, tags):
            yield _figure(document, record, predicate, fact)


def _yearly(standard: Any, tags: tuple[str, ...]) -> list[dict[str, Any]]:
    """The last fiscal years, one fact each: the first tag that has the year, and of it the latest filing."""
    years: dict[str, dict[str, Any]] = {}
    for tag in tags:
        latest: dict[str, dict[str, Any]] = {}
        units = mapping_of(mapping_of(standard.get(tag)).get("units")).get("USD")
        for fact in units if isinstance(units, list) else []:
            if isinstance(fact, dict) and _is_year(fact):
                known = latest.get(fact["end"])
                if known is None or str(fact.get("filed", "")) >= str(known.get("filed", "")):
                    latest[fact["end"]] = fact | {"tag": tag}
        years = latest | years
    return [years[end] for end in sorted(years, reverse=True)[:_YEARS]]


def _is_year(fact: dict[str, Any]) -> bool:
    if str(fact.get("form")) not in _YEARLY_FORMS or isinstance(fact.get("val"), bool):
        return False
    try:
        span = date.fromisoformat(fact["end"]) - date.fromisoformat(fact["start"])
    except (KeyError, TypeError, ValueError):
        return False
    # 52 or 53 weeks, or a calendar year.
    return isinstance(fact.get("val"), (int, float)) and timedelta(days=350) <= span <= timedelta(days=380)


def _figure(document: Document, record: Record, predicate: str, fact: dict[str, Any]) -> Claim:
    begin, end = PartialDate.parse(fact["start"]), PartialDate.parse(fact["end"])
    filed = _day(str(fact.get("filed", "")))
    text = text_of(document)
    literal = (f'"end":"{end}","val":{fact["val"]}', f'"end": "{end}", "val": {fact["val"]}')
    words = next((words for words in literal if words in text), "")
    if words:
        citation = cite(document, words, 0.95, url=record.url, title=record.label, published=filed)
    else:
        citation = cite_field(document, "val", fact["val"], after=f'"{fact["tag"]}"', url=record.url, published=filed)
    details: dict[str, Scalar] = {"period": f"fiscal year ended {end}", "form": str(fact["form"]), "tag": fact["tag"]}
    return Claim(record, predicate, fact["val"], citation, begin, end, details=details)


# --- a report on officers --------------------------------------------------------------------------------------------


def _report(document: Document) -> Iterator[Claim | Drift]:
    carried = document.request.carried
    passage = item_5_02(visible_text(document))
    if not passage or not re.fullmatch(r"\d{10}", carried("cik")):
        yield Drift("no passage under item 5.02 in the report")
        return
    company = _record(int(carried("cik")), carried("company"))
    filed = _day(carried("filed"))
    for change in officer_changes(passage):
        yield from _changed(document, company, change, filed)


def _changed(document: Document, company: Record, change: OfficerChange, filed: PartialDate | None) -> Iterator[Claim]:
    amended = ", amended" if document.request.carried("form") == "8-K/A" else ""
    verb = {"arrives": "appointed", "leaves": "leaves"}[change.kind]
    when = f", effective {change.effective}" if change.effective else ""
    words = f"{change.name}, {change.title}: {verb}{when} (8-K item 5.02{amended}, filed {filed})"
    citation = cite(document, change.quote, 0.85, title=company.label, published=filed)
    yield Claim(company, "officer_change", words, citation, start=change.effective or filed)
    slug = re.sub(r"[^a-z]{1,40}", "-", change.name.lower())
    person = Record(SOURCE.key, f"{document.url.rsplit('/', 2)[-2]}:{slug}", change.name, document.url, "person")
    named = cite(document, change.written, 0.85, title=company.label, published=filed)
    yield Claim(person, "name", change.name, named)
    predicate, status, begin, end = _standing(change, filed, document.retrieved_at.date())
    yield Claim(
        person, predicate, change.title, citation, start=begin, end=end, organization=company.label, status=status
    )


def _standing(
    change: OfficerChange, filed: PartialDate | None, today: date
) -> tuple[str, str, PartialDate | None, PartialDate | None]:
    """Predicate, status, start and end of the post as of `today`, the day that the report was fetched."""
    at = change.effective or filed
    to_come = change.effective is not None and change.effective.first_day() > today
    post = "board_seat" if change.board else "role"
    if change.kind == "leaves":
        # Without a date, somebody who announced it lately may still be there.
        undated = change.effective is None and at is not None and today - at.first_day() < _NOTICE
        if to_come or undated:
            return post, "outgoing", None, change.effective
        return ("board_seat" if change.board else "former_role"), "former", None, change.effective
    temporary = re.match(r"(interim|acting)\b", change.title, re.IGNORECASE)
    status = "incoming" if to_come else temporary.group(1).lower() if temporary else "current"
    return post, status, change.effective, None
