"""NIH RePORTER: research grants with their principal investigators. JSON over POST, no key, public domain.

A project is many rows, one a fiscal year; they are told as one by `core_project_num`.
Documentation: https://api.reporter.nih.gov, read 2026-11: at most one request a second.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    date_in,
    may_be_meant,
    missing_fields,
    name_from_parts,
    quoted_term,
)
from research.connectors._publications import first_sentences
from research.errors import Refused, Unreadable
from research.parse import Row, cite, cite_field, fold, json_of, rows
from research.types import Claim, Document, PartialDate, Place, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="nih_reporter",
    title="NIH RePORTER",
    home="https://reporter.nih.gov",
    terms="https://www.nih.gov/web-policies-notices",
    access="api",
    hosts=("api.reporter.nih.gov",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "grant"}),
    trust=0.95,
    keep_for=timedelta(days=30),
    min_interval_s=1.0,
    budget=3,
    gives=frozenset({"nih_profile"}),
    terms_note="Public domain. At most one request a second.",
    attribution="NIH RePORTER, U.S. National Institutes of Health",
)
CHECK = Check(Query("person", "Suzie Pun", organization="University of Washington"), frozenset({"grant"}))

_SEARCH = "https://api.reporter.nih.gov/v2/projects/search"
_PAGE_SIZE = 50
_MOST_PAGES = 2
# Asked for in CamelCase, answered in snake_case.
_FIELDS = ("ApplId", "ProjectNum", "CoreProjectNum", "FiscalYear", "Organization", "PrincipalInvestigators",
           "ProjectTitle", "PhrText", "ProjectStartDate", "ProjectEndDate", "AwardAmount")  # fmt: skip
_HEADING = re.compile(
    r"^(?:project |public health )?(?:narrative|relevance(?: statement)?)\s{0,2}[:.]?\s{0,2}", re.IGNORECASE
)
_NEEDED = ("appl_id", "core_project_num", "fiscal_year", "organization", "principal_investigators", "project_title")


def start(query: Query) -> Iterable[Request]:
    """Projects by the investigator's own number when it is known, else by first and last name."""
    if query.kind != "person":
        return
    numbers = [int(number) for number in query.all_identifiers("nih_profile") if number.isascii() and number.isdigit()]
    name = asked_name(query)
    if numbers:
        yield _request({"pi_profile_ids": numbers}, 0)
    elif name.given and name.family:
        yield _request({"pi_names": [{"first_name": name.given, "last_name": name.family}]}, 0)


def _request(criteria: dict[str, Any], offset: int) -> Request:
    body = {
        "criteria": criteria,
        "include_fields": _FIELDS,
        "offset": offset,
        "limit": _PAGE_SIZE,
        "sort_field": "project_start_date",
        "sort_order": "desc",
    }
    carry = (("criteria", json.dumps(criteria)), ("offset", str(offset)))
    return Request(_SEARCH, method="POST", json=json.dumps(body), accept="application/json", carry=carry)


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """The investigators with this name, each with their organizations and projects."""
    answer = json_of(document)
    if isinstance(answer, list) and answer and all(isinstance(item, str) for item in answer):
        raise Refused(f"NIH RePORTER refused the question: {answer[0][:200]}", source=SOURCE.key)
    check_status(document)
    if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):
        raise Unreadable("NIH RePORTER answered without a list of results", source=SOURCE.key)
    projects = rows(answer["results"], "results")
    yield from missing_fields(SOURCE.key, projects, _NEEDED)
    yield from _investigators(document, projects, query)
    meta = answer.get("meta")
    total = meta.get("total") if isinstance(meta, dict) else None
    if isinstance(total, int) and projects:
        yield from _more(document, query, total)


def _more(document: Document, query: Query, total: int) -> Iterator[Request]:
    """The next page; or, of a name that many carry, the projects at the organization instead."""
    try:
        criteria = json.loads(document.request.carried("criteria") or "null")
        offset = int(document.request.carried("offset") or 0) + _PAGE_SIZE
    except ValueError:
        return
    if not isinstance(criteria, dict) or total <= offset:
        return
    organization = quoted_term(query.organization)
    if "pi_names" in criteria and "org_names" not in criteria and organization:
        yield _request({**criteria, "org_names": [organization]}, 0)
    elif offset < _PAGE_SIZE * _MOST_PAGES:
        yield _request(criteria, offset)


def _investigators(document: Document, projects: list[Row], query: Query) -> Iterator[Claim]:
    """Groups the yearly rows by person and core project before anything is told."""
    known = set(query.all_identifiers("nih_profile"))
    labels: dict[str, str] = {}
    by_person: dict[str, dict[str, list[tuple[Row, Row]]]] = {}
    for project in projects:
        for person in Row(project).rows("principal_investigators"):
            number, label = _number(person.take("profile_id")), person.text("full_name")
            if not number or not label or not (number in known or _is_meant(query, person)):
                continue
            labels.setdefault(number, label)
            core = Row(project).text("core_project_num", "project_num") or Row(project).text("appl_id")
            by_person.setdefault(number, {}).setdefault(core, []).append((Row(project), person))
    for number, grants in by_person.items():
        record = Record(SOURCE.key, number, labels[number], _person_url(grants), "person")
        yield from _person(document, record, grants)


def _is_meant(query: Query, person: Row) -> bool:
    given = f"{person.text('first_name')} {person.text('middle_name')}".strip()
    return may_be_meant(query, name_from_parts(given, person.text("last_name")))


def _number(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _person_url(grants: dict[str, list[tuple[Row, Row]]]) -> str:
    newest = next(iter(grants.values()))[0][0]
    return _project_url(Row(newest))


def _project_url(project: Row) -> str:
    return f"https://reporter.nih.gov/project-details/{_number(project.get('appl_id'))}"


def _person(document: Document, record: Record, grants: dict[str, list[tuple[Row, Row]]]) -> Iterator[Claim]:
    yield Claim(record, "name", record.label, cite(document, record.label, 0.95, url=record.url))
    identifier = cite_field(document, "profile_id", int(record.id), url=record.url)
    yield Claim(record, "identifier", record.id, identifier, details={"scheme": "nih_profile"})
    yield from _affiliations(document, record, [Row(project) for years in grants.values() for project, _ in years])
    for core, years in grants.items():
        yield from _grant(document, record, core, years)


def _year(project: Row) -> int | None:
    year = project.get("fiscal_year")
    return year if isinstance(year, int) and not isinstance(year, bool) and 1900 <= year <= 2100 else None


def _affiliations(document: Document, record: Record, projects: list[Row]) -> Iterator[Claim]:
    """Each organization once, from the first to the last fiscal year in which it held a project of the person."""
    by_name: dict[str, list[tuple[int | None, Row, str]]] = {}
    for project in projects:
        year, url, organization = _year(project), _project_url(project), project.row("organization")
        name = organization.text("org_name")
        if name:
            by_name.setdefault(name, []).append((year, organization, url))
    for name, held in by_name.items():
        years = sorted(year for year, _, _ in held if year)
        _, organization, url = held[0]
        city, state = organization.text("org_city"), organization.text("org_state")
        yield Claim(
            record, "affiliation", name, cite_field(document, "org_name", name, url=url),
            start=PartialDate(years[0]) if years else None, end=PartialDate(years[-1]) if years else None,
            place=Place(city, state if len(state) == 2 else "") if city else None, organization=name,
        )  # fmt: skip


def _grant(document: Document, record: Record, core: str, years: list[tuple[Row, Row]]) -> Iterator[Claim]:
    """One claim a project: the title and award of its newest year, from the first start to the last end."""
    newest, person = max(years, key=lambda pair: _year(pair[0]) or 0)
    title = Row(newest).text("project_title")
    if not title:
        return
    begins = [date for project, _ in years if (date := date_in(project.get("project_start_date")))]
    ends = [date for project, _ in years if (date := date_in(project.get("project_end_date")))]
    begin, end = min(begins, default=None), max(ends, default=None)
    url = _project_url(newest)
    details: dict[str, Scalar] = {"project": core, "role": _role(person)}
    amount, year = newest.get("award_amount"), _year(newest)
    if isinstance(amount, int) and not isinstance(amount, bool) and year:
        details |= {"award_amount": amount, "fiscal_year": year}
    # The public health relevance is the plainest text; it has line breaks in mid-sentence and a heading of its own.
    relevance = _HEADING.sub("", fold(Row(newest).text("phr_text")), count=1)
    if relevance:
        details["relevance"] = first_sentences(relevance)
    yield Claim(
        record, "grant", title, cite_field(document, "project_title", title, url=url, title=title), start=begin,
        end=end if not begin or not end or begin <= end else None,
        organization=Row(newest).row("organization").text("org_name"), details=details,
    )  # fmt: skip


def _role(person: Row) -> str:
    return "contact principal investigator" if person.get("is_contact_pi") is True else "principal investigator"
