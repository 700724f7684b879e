"""Wikidata: numbers and sites of organizations, who leads them, posts and awards of people. A lead, never proof.

No key; a User-Agent with a contact is demanded, questions come one after another. First a search or the known number,
then the items, then the labels of the items that they point to. Deprecated statements are left out; an end date makes
a post a former one. Only the properties listed here are read: birth, family, religion, health and politics are not.
Licence: CC0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from research.connector import Check, Drift
from research.errors import RateLimited, Refused, Unreadable
from research.names import parse_name
from research.parse import Row, cite_field, mapping_of, object_of
from research.types import Claim, Document, Identifier, PartialDate, Place, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="wikidata",
    title="Wikidata",
    home="https://www.wikidata.org",
    terms="https://www.wikidata.org/wiki/Wikidata:Licensing",
    access="api",
    hosts=("www.wikidata.org",),
    subjects=frozenset({"person", "organization"}),
    covers=frozenset(
        {"name", "role", "former_role", "affiliation", "education", "award", "website", "organization_name",
         "organization_kind", "organization_website", "location", "founded", "employees", "beds", "parent", "unit",
         "owner", "officer"}
    ),
    trust=0.6,
    keep_for=timedelta(days=14),
    min_interval_s=1.0,
    budget=4,
    gives=frozenset({"qid", "ror", "ein", "cik", "youtube", "orcid", "website"}),
    attribution="Wikidata (CC0)",
)  # fmt: skip

CHECK = Check(
    Query("organization", "Mayo Clinic", identifiers=(Identifier("qid", "Q1130172"),)),
    frozenset({"organization_name", "organization_website"}),
)

_API = "https://www.wikidata.org/w/api.php"
_MOST_CANDIDATES = 7
_MOST_STATEMENTS = 45
"""Statements of one property group that are followed; 50 items may be asked for at once."""
_QID = re.compile(r"Q[1-9]\d{0,11}")
_HUMAN = "Q5"
# Disambiguation page, family name, given name, scholarly article: never a person or an organization.
_NO_SUBJECT = frozenset({"Q4167410", "Q101352", "Q202444", "Q13442814"})

_PERSON_NUMBERS = {"P496": ("orcid", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")}
_ORGANIZATION_NUMBERS = {
    "P6782": ("ror", r"0[a-z0-9]{6}\d\d"),
    "P1297": ("ein", r"\d{2}-?\d{7}"),
    "P5531": ("cik", r"\d{1,10}"),
    "P2397": ("youtube", r"UC[\w-]{22}"),
}
_FIGURES = {"P1128": "employees", "P6801": "beds"}
_PERSON_LINKS = {"P39": "role", "P108": "affiliation", "P69": "education", "P166": "award"}
_ORGANIZATION_LINKS = {
    "P31": "organization_kind", "P159": "location", "P749": "parent", "P355": "unit", "P127": "owner",
    "P169": "officer", "P488": "officer",
}  # fmt: skip
_POSTS = {"P169": "Chief executive officer", "P488": "Chair"}


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement whose value is another item: it waits for that item's label."""

    subject: str
    label: str
    kind: str
    link: str
    target: str
    start: str = ""
    end: str = ""


def start(query: Query) -> Iterator[Request]:
    """The item when its number is known, else a search by name."""
    known = query.identifier("qid") or ""
    if _QID.fullmatch(known):
        yield _items([known])
        return
    asked_name = parse_name(query.name)
    # Without a middle initial: labels are searched from their first letter on.
    name = f"{asked_name.given} {asked_name.family}".strip() if query.kind == "person" else query.name
    asked = (("action", "wbsearchentities"), ("search", name or query.name), ("language", "en"), ("type", "item"))
    yield Request(_API, (*asked, ("limit", 10), ("format", "json")))


def _items(ids: Iterable[str]) -> Request:
    wanted = (("action", "wbgetentities"), ("ids", "|".join(ids)), ("languages", "en"), ("format", "json"))
    return Request(_API, (*wanted, ("props", "labels|aliases|descriptions|claims")))


def read(document: Document, query: Query) -> Iterator[Claim | Request | Drift]:
    """Ids of a search, claims of items, or claims that waited for labels. Raises: Refused, RateLimited, Unreadable."""
    answer = object_of(document)
    if "error" in answer:
        yield from _refused(answer["error"])
    elif "search" in answer:
        hits = [row.text("id") for row in answer.rows("search")]
        ids = list(dict.fromkeys(qid for qid in hits if _QID.fullmatch(qid)))[:_MOST_CANDIDATES]
        if ids:
            yield _items(ids)
    elif "entities" in answer:
        entities = _entities(answer["entities"])
        waiting = document.request.carried("waiting")
        if waiting:
            yield from _labelled(document, entities, waiting)
        else:
            yield from _read_items(document, entities, query)
    else:
        raise Unreadable("Wikidata answered with neither hits nor items", source=SOURCE.key)


def _refused(error: Any) -> Iterator[Claim]:
    said = mapping_of(error)
    code = str(said.get("code", ""))
    if code in ("no-such-entity", "missingparam"):
        return iter(())
    if code in ("ratelimited", "maxlag"):
        raise RateLimited("Wikidata asks us to wait.", source=SOURCE.key)
    raise Refused(f"Wikidata refused the question: {str(said.get('info') or error)[:200]}", source=SOURCE.key)


def _entities(value: Any) -> list[Row]:
    found = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise Unreadable("Wikidata's items are no records", source=SOURCE.key)
    # A merged item comes back under another number than the one asked for: its own `id` counts.
    return [Row(item) for item in found if "missing" not in item and _QID.fullmatch(str(item.get("id", "")))]


def _read_items(document: Document, entities: list[Row], query: Query) -> Iterator[Claim | Request]:
    waiting: list[_Statement] = []
    for entity in entities[:_MOST_CANDIDATES]:
        label = _label(entity)
        claims = mapping_of(entity.get("claims"))
        kinds = {target for statement in _statements(claims, "P31") if (target := _target(statement))}
        if not label or kinds & _NO_SUBJECT or (_HUMAN in kinds) != (query.kind == "person"):
            continue
        qid = str(entity["id"])
        record = Record(SOURCE.key, qid, label, f"https://www.wikidata.org/wiki/{qid}", query.kind)
        if query.kind == "person":
            yield from _named(document, record, entity, "name", "identifier")
            yield from _numbers(document, record, claims, _PERSON_NUMBERS, "identifier")
            waiting += _linked(record, claims, _PERSON_LINKS)
        else:
            yield from _named(document, record, entity, "organization_name", "organization_identifier")
            yield from _numbers(document, record, claims, _ORGANIZATION_NUMBERS, "organization_identifier")
            yield from _organization(document, record, claims)
            waiting += _linked(record, claims, _ORGANIZATION_LINKS)
    yield from _ask_labels(waiting)


def _ask_labels(waiting: list[_Statement]) -> Iterator[Request]:
    """The labels of at most 90 items, in two questions."""
    for part in (waiting[:_MOST_STATEMENTS], waiting[_MOST_STATEMENTS : 2 * _MOST_STATEMENTS]):
        if part:
            ids = "|".join(dict.fromkeys(statement.target for statement in part))
            asked = (("action", "wbgetentities"), ("ids", ids), ("props", "labels"), ("languages", "en"))
            carry = (("waiting", json.dumps([asdict(statement) for statement in part])),)
            yield Request(_API, (*asked, ("format", "json")), carry=carry)


def _label(entity: Row) -> str:
    value = mapping_of(mapping_of(entity.get("labels")).get("en")).get("value")
    return value.strip() if isinstance(value, str) else ""


def _named(document: Document, record: Record, entity: Row, name: str, identifier: str) -> Iterator[Claim]:
    place = f'"{record.id}"'

    def cited(key: str, value: str) -> Any:
        return cite_field(document, key, value, 0.9, after=place, url=record.url, title=record.label)

    yield Claim(record, name, record.label, cited("value", record.label))
    details = {"scheme": "qid", "names": record.kind}
    yield Claim(record, identifier, record.id, cited("id", record.id), details=details)
    aliases = mapping_of(entity.get("aliases")).get("en")
    for alias in aliases[:10] if isinstance(aliases, list) else []:
        value = mapping_of(alias).get("value")
        if isinstance(value, str) and value.strip():
            yield Claim(record, name, value, cited("value", value), details={"also_known_as": True})


def _statements(claims: Any, link: str) -> list[dict[str, Any]]:
    """The statements of a property that count: those preferred when there are such, never deprecated ones."""
    found = mapping_of(claims).get(link)
    good = [s for s in found if isinstance(s, dict)] if isinstance(found, list) else []
    return [
        s for s in good if s.get("rank") != "deprecated" and mapping_of(s.get("mainsnak")).get("snaktype") == "value"
    ]


def _best(statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [s for s in statements if s.get("rank") == "preferred"] or statements


def _value(snak: Any) -> Any:
    return mapping_of(mapping_of(snak).get("datavalue")).get("value")


def _target(statement: dict[str, Any]) -> str:
    target = mapping_of(_value(statement.get("mainsnak"))).get("id")
    return target if isinstance(target, str) and _QID.fullmatch(target) else ""


def _time(value: Any) -> PartialDate | None:
    """ "+1952-03-11T00:00:00Z" with precision 9 (year), 10 (month) or 11 (day)."""
    said = mapping_of(value)
    match = re.match(r"\+(\d{4})-(\d\d)-(\d\d)T", str(said.get("time", "")))
    precision = said.get("precision")
    if not match or precision not in (9, 10, 11):
        return None
    year, month, day = (int(group) for group in match.groups())
    try:
        return PartialDate(year, month if precision > 9 else None, day if precision > 10 else None)
    except ValueError:
        return None


def _qualified(statement: dict[str, Any], link: str) -> PartialDate | None:
    snaks = mapping_of(statement.get("qualifiers")).get(link)
    return next((t for snak in (snaks if isinstance(snaks, list) else []) if (t := _time(_value(snak)))), None)


def _numbers(
    document: Document, record: Record, claims: Any, numbers: dict[str, tuple[str, str]], predicate: str
) -> Iterator[Claim]:
    for link, (scheme, pattern) in numbers.items():
        for statement in _best(_statements(claims, link))[:3]:
            value = _value(statement.get("mainsnak"))
            if not isinstance(value, str) or not re.fullmatch(pattern, value):
                continue
            number = value.replace("-", "") if scheme == "ein" else value.zfill(10) if scheme == "cik" else value
            details = {"scheme": scheme, "names": record.kind}
            citation = cite_field(document, "value", value, 0.8, after=f'"{link}"', url=record.url, title=record.label)
            yield Claim(record, predicate, number, citation, details=details)


def _organization(document: Document, record: Record, claims: Any) -> Iterator[Claim]:
    for statement in _best(_statements(claims, "P856"))[:2]:
        value = _value(statement.get("mainsnak"))
        if isinstance(value, str) and re.fullmatch(r"https?://\S{3,300}", value) and not _ended(document, statement):
            yield _said(document, record, "organization_website", value, "value", value, "P856")
    for statement in _best(_statements(claims, "P571"))[:1]:
        raw = mapping_of(_value(statement.get("mainsnak")))
        founded = _time(raw)
        if founded:
            yield _said(document, record, "founded", str(founded), "time", raw["time"], "P571")
    for link, predicate in _FIGURES.items():
        for statement in _best(_statements(claims, link))[-1:]:
            amount = mapping_of(_value(statement.get("mainsnak"))).get("amount")
            if isinstance(amount, str) and re.fullmatch(r"\+\d{1,9}", amount):
                at = _qualified(statement, "P585")
                yield _said(document, record, predicate, int(amount), "amount", amount, link, at)


def _said(
    document: Document, record: Record, predicate: str, value: Scalar, key: str, raw: str, link: str,
    published: PartialDate | None = None,
) -> Claim:  # fmt: skip
    citation = cite_field(
        document, key, raw, 0.8, after=f'"{link}"', url=record.url, title=record.label, published=published
    )
    return Claim(record, predicate, value, citation, start=published)


def _linked(record: Record, claims: Any, links: dict[str, str]) -> list[_Statement]:
    found = []
    for link in links:
        for statement in _statements(claims, link)[:20]:
            target = _target(statement)
            begin = _qualified(statement, "P580") or _qualified(statement, "P585")
            if target:
                dates = (str(begin or ""), str(_qualified(statement, "P582") or ""))
                found.append(_Statement(record.id, record.label, record.kind, link, target, *dates))
    return found


def _ended(document: Document, statement: dict[str, Any]) -> bool:
    end = _qualified(statement, "P582")
    return end is not None and end.first_day() <= document.retrieved_at.date()


def _labelled(document: Document, entities: list[Row], waiting: str) -> Iterator[Claim]:
    labels = {str(entity["id"]): label for entity in entities if (label := _label(entity))}
    for fields in json.loads(waiting):
        statement = _Statement(**fields)
        if statement.target in labels:
            yield from _claims_of(document, statement, labels[statement.target])


def _claims_of(document: Document, statement: _Statement, label: str) -> Iterator[Claim]:
    address = f"https://www.wikidata.org/wiki/{statement.subject}"
    kind = "person" if statement.kind == "person" else "organization"
    record = Record(SOURCE.key, statement.subject, statement.label, address, kind)  # type: ignore[arg-type]
    begin, end = (PartialDate.parse(text) if text else None for text in (statement.start, statement.end))
    citation = cite_field(
        document, "value", label, 0.7, after=f'"{statement.target}"',
        url=f"{address}#{statement.link}", title=statement.label,
    )  # fmt: skip
    former = end is not None and end.first_day() <= document.retrieved_at.date()
    status = "former" if former else "current" if begin else ""
    if statement.link in _POSTS:
        post = _POSTS[statement.link]
        details = {"person": label, "title": post}
        yield Claim(record, "officer", f"{label}, {post}", citation, begin, end, status=status, details=details)
        person = Record(
            SOURCE.key, statement.target, label, f"https://www.wikidata.org/wiki/{statement.target}", "person"
        )
        yield Claim(person, "name", label, citation)
        role = "former_role" if former else "role"
        yield Claim(person, role, post, citation, begin, end, organization=statement.label, status=status)
        return
    predicate = (_PERSON_LINKS if kind == "person" else _ORGANIZATION_LINKS)[statement.link]
    if predicate == "role":
        yield Claim(record, "former_role" if former else "role", label, citation, begin, end, status=status)
    elif predicate in ("affiliation", "education"):
        yield Claim(
            record, predicate, label, citation, begin, end, organization=label, status="former" if former else ""
        )
    elif predicate == "location":
        if not former:
            yield Claim(record, predicate, label, citation, place=Place(label))
    else:
        yield Claim(record, predicate, label, citation, begin, end, status="former" if former else "")
