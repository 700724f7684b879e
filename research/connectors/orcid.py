"""ORCID: careers, education, awards and works as people (and sometimes their employers) state them. JSON, no key.

Most records are bare; where they are kept, employments are the best machine-readable career there is.
Documentation: https://info.orcid.org/documentation/api-tutorials/, read 2026-11. Nearly every node may be null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import (
    asked_name,
    check_status,
    fields_in_a_row,
    may_be_meant,
    may_be_organization,
    name_from_parts,
    quoted_term,
)
from research.connectors._orcid_record import identity_claims, record_claims, record_of
from research.connectors._publications import known_orcid, orcid_in
from research.errors import Refused, Unavailable, Unreadable
from research.parse import Row, cite, object_of
from research.types import Claim, Document, Identifier, Query, Request, Source

SOURCE = Source(
    key="orcid",
    title="ORCID",
    home="https://orcid.org",
    terms="https://info.orcid.org/public-data-file-use-policy/",
    access="api",
    hosts=("pub.orcid.org",),
    subjects=frozenset({"person"}),
    covers=frozenset(
        {
            "name",
            "affiliation",
            "role",
            "former_role",
            "education",
            "award",
            "membership",
            "public_service",
            "publication",
            "grant",
        }
    ),
    # People write it themselves; single entries that the employer made are trusted more, in their citation.
    trust=0.8,
    keep_for=timedelta(days=14),
    min_interval_s=0.5,
    budget=5,
    gives=frozenset({"orcid"}),
    terms_note="Public data are free of rights (CC0); what a person has since made private is to be dropped.",
    attribution="ORCID (orcid.org)",
)
CHECK = Check(
    Query("person", "Laurel Haak", identifiers=(Identifier("orcid", "0000-0001-5109-3700"),)),
    frozenset({"role", "former_role", "affiliation"}),
)

_API = "https://pub.orcid.org/v3.0"
_HITS = 20
_RECORDS_FOLLOWED = 3


def start(query: Query) -> Iterable[Request]:
    """The record when its number is known, else a search by name, within the organization when there is one."""
    if query.kind != "person":
        return
    known = known_orcid(query)
    if known:
        yield _record_request(known)
        return
    name = asked_name(query)
    if name.given and name.family:
        yield _search(query, query.organization)


def _search(query: Query, organization: str) -> Request:
    name = asked_name(query)
    terms = [f'family-name:"{quoted_term(name.family)}"', f'given-names:"{quoted_term(name.given)}"']
    if organization:
        terms.append(f'affiliation-org-name:"{quoted_term(organization)}"')
    step = "search-organization" if organization else "search-name"
    params = (("q", " AND ".join(terms)), ("rows", _HITS))
    return Request(f"{_API}/expanded-search/", params, accept="application/json", carry=(("step", step),))


def _record_request(number: str) -> Request:
    return Request(
        f"{_API}/{number}/record",
        accept="application/json",
        carry=(("step", "record"), ("orcid", number)),
        not_found_is_empty=True,
    )


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """Search hits (name, number, organizations ever), then the records of the few that may be the person."""
    if document.status == 404:
        return
    check_status(document)
    answer = object_of(document)
    if "response-code" in answer:
        _raise_error(answer)
    if document.request.carried("step") == "record":
        yield from record_claims(document, answer)
    else:
        yield from _hits(document, answer, query)


def _raise_error(answer: Row) -> None:
    said = answer.text("user-message") or answer.text("developer-message")
    if answer.text("response-code").startswith("5"):
        raise Unavailable(f"ORCID: {said[:200]}", source=SOURCE.key)
    raise Refused(f"ORCID refused the question: {said[:200]}", source=SOURCE.key)


def _hits(document: Document, answer: Row, query: Query) -> Iterator[Claim | Request]:
    if "expanded-result" not in answer:
        raise Unreadable("ORCID answered without search results", source=SOURCE.key)
    # Nothing found is null, not an empty list.
    hits = [hit for hit in answer.rows("expanded-result") if _is_meant(hit, query)]
    by_organization = document.request.carried("step") == "search-organization"
    if not hits and by_organization:
        yield _search(query, "")
        return
    followed = [number for hit in hits if (number := orcid_in(str(hit.get("orcid-id") or "")))]
    if not by_organization:
        followed = [number for number, hit in zip(followed, hits, strict=False) if _worth_following(hit, hits, query)]
    for hit in hits:
        yield from _hit(document, hit)
    for number in followed[:_RECORDS_FOLLOWED]:
        yield _record_request(number)


def _is_meant(hit: Row, query: Query) -> bool:
    given, family = (str(hit.get(key) or "") for key in ("given-names", "family-names"))
    has_number = bool(orcid_in(str(hit.get("orcid-id") or "")))
    return has_number and bool(family) and may_be_meant(query, name_from_parts(given, family))


def _organizations_of(hit: Row) -> list[str]:
    listed = hit.get("institution-name")
    return [name for name in listed if isinstance(name, str) and name.strip()] if isinstance(listed, list) else []


def _worth_following(hit: Row, hits: list[Row], query: Query) -> bool:
    if not query.organization:
        return len(hits) <= _RECORDS_FOLLOWED
    return any(may_be_organization(name, query.organization) for name in _organizations_of(hit))


def _hit(document: Document, hit: Row) -> Iterator[Claim]:
    # The answer may hold mail addresses too; they are never taken.
    number = orcid_in(hit.text("orcid-id"))
    organizations = _organizations_of(hit)
    given, family = hit.text("given-names"), hit.text("family-names")
    record = record_of(number, f"{given} {family}".strip())
    quote = fields_in_a_row(document, ("given-names", given), ("family-names", family))
    yield from identity_claims(document, record, quote or family)
    for name in dict.fromkeys(organizations):
        yield Claim(record, "affiliation", name, cite(document, name, 0.8, url=record.url), organization=name)
