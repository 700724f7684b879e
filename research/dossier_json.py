"""A dossier as JSON and back: `from_dict(to_dict(dossier)) == dossier`.

Claims are written once and numbered; facts, candidates and outcomes refer to them. Each fact also carries its
citations in full, so that a reader of the file needs no second look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from research.characters import harmless_values
from research.dossier import CitedSource, Dossier, Question
from research.errors import InputError
from research.present_post import current_post
from research.types import (
    Candidate,
    Citation,
    Claim,
    Fact,
    Gap,
    Identifier,
    Judgement,
    Outcome,
    PartialDate,
    Place,
    Query,
    Reason,
    Record,
)  # fmt: skip
from research.vocabulary import PREDICATES

FORMAT = 1
"""Raised whenever a saved dossier could no longer be read by the code before it."""


def _date(value: PartialDate | None) -> str | None:
    return str(value) if value else None


def _day(value: str | None) -> PartialDate | None:
    return PartialDate.parse(value) if value else None


# --- writing ------------------------------------------------------------------------------------------------------


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain values for `json.dumps`; their texts are harmless wherever they are shown."""
    claims = _all_claims(dossier)
    numbers = {id(claim): number for number, claim in enumerate(claims)}
    plain: dict[str, Any] = harmless_values(_dossier_dict(dossier, claims, numbers))
    return plain


def _dossier_dict(dossier: Dossier, claims: Sequence[Claim], numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "built_at": dossier.built_at.isoformat(),
        "query": _query_dict(dossier.query),
        "person": _person_summary(dossier),
        "organization": _organization_summary(dossier),
        "facts": [_fact_dict(fact, dossier, numbers) for fact in dossier.facts],
        "accepted": [_candidate_dict(c, numbers) for c in dossier.judged(Judgement.SAME)],
        "possible": [_candidate_dict(c, numbers) for c in dossier.judged(Judgement.UNSURE)],
        "rejected": [_candidate_dict(c, numbers) for c in dossier.judged(Judgement.DIFFERENT)],
        "gaps": [
            {"subject": g.subject, "predicate": g.predicate, "kind": g.kind, "sources": list(g.sources), "note": g.note}
            for g in dossier.gaps
        ],
        "questions": [{"subject": q.subject, "text": q.text, "records": list(q.records)} for q in dossier.questions],
        "sources": [
            {
                "number": s.number,
                "source": s.source,
                "title": s.title,
                "url": s.url,
                "retrieved_at": s.retrieved_at.isoformat(),
                "document": s.kept,
            }
            for s in dossier.sources
        ],
        "outcomes": [_outcome_dict(outcome, numbers) for outcome in dossier.outcomes],
        "verdicts": dict(dossier.verdicts),
        "claims": [_claim_dict(claim) for claim in claims],
    }


def _all_claims(dossier: Dossier) -> list[Claim]:
    seen: dict[int, Claim] = {}
    for outcome in dossier.outcomes:
        seen |= {id(claim): claim for claim in outcome.claims}
    for candidate in dossier.candidates:
        seen |= {id(claim): claim for claim in candidate.claims}
    for fact in dossier.facts:
        seen |= {id(claim): claim for claim in fact.claims}
    return list(seen.values())


def _query_dict(query: Query) -> dict[str, Any]:
    return {
        "kind": query.kind,
        "name": query.name,
        "organization": query.organization,
        "role": query.role,
        "state": query.state,
        "city": query.city,
        "identifiers": [asdict(one) for one in query.identifiers],
        "organization_identifiers": [asdict(one) for one in query.organization_identifiers],
        "website": query.website,
        "urls": list(query.urls),
        "include_pay": query.include_pay,
    }


def _identifiers_of(dossier: Dossier, subject: str, predicate: str) -> list[dict[str, str]]:
    return [
        {
            "scheme": str(fact.details.get("scheme", "")),
            "value": str(fact.value),
            "names": str(fact.details.get("names", "")),
        }
        for fact in dossier.about(subject, predicate)
    ]


def _person_summary(dossier: Dossier) -> dict[str, Any] | None:
    if dossier.query.kind != "person":
        return None
    post = current_post(dossier)
    return {
        "name": dossier.query.name,
        "title": str(post.value) if post else None,
        "organization": post.organization if post else None,
        "as_of": _date(post.as_of) if post else None,
        "credentials": [str(fact.value) for fact in dossier.about("person", "credential")],
        "identifiers": _identifiers_of(dossier, "person", "identifier"),
        "records": [c.record.key for c in dossier.people if c.judgement is Judgement.SAME],
    }


def _organization_summary(dossier: Dossier) -> dict[str, Any] | None:
    accepted = [c for c in dossier.organizations if c.judgement is Judgement.SAME]
    name = dossier.query.name if dossier.query.kind == "organization" else dossier.query.organization
    if not name:
        return None
    return {
        "name": name,
        "known_as": [str(fact.value) for fact in dossier.about("organization", "organization_name")],
        "identifiers": _identifiers_of(dossier, "organization", "organization_identifier"),
        "location": [str(fact.value) for fact in dossier.about("organization", "location")],
        "website": [str(fact.value) for fact in dossier.about("organization", "organization_website")],
        "records": [c.record.key for c in accepted],
    }


def _fact_dict(fact: Fact, dossier: Dossier, numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "predicate": fact.predicate,
        "value": fact.value,
        "start": _date(fact.start),
        "end": _date(fact.end),
        "organization": fact.organization,
        "status": fact.status,
        "standing": fact.standing,
        "confidence": fact.confidence,
        "as_of": _date(fact.as_of),
        "stale": fact.stale,
        "rivals": list(fact.rivals),
        "details": dict(fact.details),
        "citations": [
            {
                "number": dossier.number_of(claim),
                "source": claim.citation.source,
                "url": claim.citation.url,
                "retrieved_at": claim.citation.retrieved_at.isoformat(),
                "quote": claim.citation.quote,
                "title": claim.citation.title,
                "published": _date(claim.citation.published),
                "record": claim.record.key,
            }
            for claim in fact.claims
        ],
        "claims": [numbers[id(claim)] for claim in fact.claims],
    }


def _claim_dict(claim: Claim) -> dict[str, Any]:
    citation = claim.citation
    return {
        "record": asdict(claim.record),
        "predicate": claim.predicate,
        "value": claim.value,
        "start": _date(claim.start),
        "end": _date(claim.end),
        "place": asdict(claim.place) if claim.place else None,
        "organization": claim.organization,
        "status": claim.status,
        "details": dict(claim.details),
        "citation": {
            "source": citation.source,
            "url": citation.url,
            "retrieved_at": citation.retrieved_at.isoformat(),
            "quote": citation.quote,
            "confidence": citation.confidence,
            "document": citation.document,
            "title": citation.title,
            "published": _date(citation.published),
        },
    }


def _candidate_dict(candidate: Candidate, numbers: Mapping[int, int]) -> dict[str, Any]:
    record = candidate.record
    return {
        "record": record.key,
        "source": record.source,
        "id": record.id,
        "label": record.label,
        "url": record.url,
        "kind": record.kind,
        "judgement": candidate.judgement.value,
        "score": candidate.score,
        "by_user": candidate.by_user,
        "reasons": [asdict(reason) for reason in candidate.reasons],
        "says": [f"{c.predicate}: {c.value}" + (f" ({c.organization})" if c.organization else "")
                 for c in candidate.claims if c.predicate in _TELLING][:6],
        "claims": [numbers[id(claim)] for claim in candidate.claims],
    }  # fmt: skip


_TELLING = frozenset(
    {"role", "former_role", "affiliation", "specialty", "location", "organization_kind", "publication"}
)


def _outcome_dict(outcome: Outcome, numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "source": outcome.source,
        "status": outcome.status,
        "fault": outcome.fault,
        "message": outcome.message,
        "warnings": list(outcome.warnings),
        "requests": outcome.requests,
        "elapsed_s": outcome.elapsed_s,
        "claims": [numbers[id(claim)] for claim in outcome.claims],
    }


# --- reading ------------------------------------------------------------------------------------------------------


class _Damaged(ValueError):
    """What is wrong with a saved dossier, in words for the user."""


def from_dict(data: Mapping[str, Any]) -> Dossier:
    """The dossier that `to_dict` wrote. Raises: InputError when it is none, or of another format."""
    known = isinstance(data, Mapping) and not isinstance(data.get("format"), bool) and data.get("format") == FORMAT
    if not known:
        raise InputError("This is no saved dossier, or one of another version; it was left as it is.")
    try:
        return _read(data)
    except _Damaged as error:
        raise InputError(f"This saved dossier is damaged: {error}.") from error
    except KeyError as error:
        raise InputError(f"This saved dossier is damaged: its part {error} is missing.") from error
    except (TypeError, ValueError, IndexError, AttributeError, OverflowError, RecursionError) as error:
        raise InputError("This saved dossier is damaged: a part of it is not what was written.") from error


def _read(data: Mapping[str, Any]) -> Dossier:
    claims = [_claim(item) for item in data["claims"]]
    candidates = [_candidate(item, claims) for group in ("accepted", "possible", "rejected") for item in data[group]]
    return Dossier(
        query=_query(data["query"]),
        built_at=datetime.fromisoformat(data["built_at"]),
        people=tuple(c for c in candidates if c.record.kind == "person"),
        organizations=tuple(c for c in candidates if c.record.kind == "organization"),
        facts=tuple(_fact(item, claims) for item in data["facts"]),
        gaps=tuple(_gap(item) for item in data["gaps"]),
        outcomes=tuple(_outcome(item, claims) for item in data["outcomes"]),
        sources=tuple(
            CitedSource(
                s["number"], s["source"], s["title"], s["url"], datetime.fromisoformat(s["retrieved_at"]), s["document"]
            )
            for s in data["sources"]
        ),
        questions=tuple(Question(q["subject"], q["text"], tuple(q["records"])) for q in data["questions"]),
        verdicts=tuple(sorted(_verdict(record, same) for record, same in data["verdicts"].items())),
    )


def _verdict(record: str, same: object) -> tuple[str, bool]:
    # "no" and 0 typed by hand are not false to Python, or not true: neither is guessed.
    if not isinstance(same, bool):
        raise _Damaged(f"the verdict on {record!r} is neither true nor false")
    return record, same


def _gap(data: Mapping[str, Any]) -> Gap:
    _text(data, "subject", "kind", "note")
    if data["predicate"] not in PREDICATES:
        raise ValueError(f"{data['predicate']!r} is not in the vocabulary")
    return Gap(data["subject"], data["predicate"], data["kind"], tuple(data["sources"]), data["note"])


def _query(data: Mapping[str, Any]) -> Query:
    fields = dict(data)
    _text(fields, *fields.keys() & {"kind", "name", "organization", "role", "state", "city", "website"})
    for key in ("identifiers", "organization_identifiers"):
        fields[key] = tuple(Identifier(**item) for item in data[key])
    fields["urls"] = tuple(data["urls"])
    return Query(**fields)


def _claim(data: Mapping[str, Any]) -> Claim:
    citation = data["citation"]
    _text(citation, "source", "url", "quote", "document", "title")
    _text(data["record"], "source", "id", "label", "url", "kind")
    _text(data, "predicate", "organization", "status")
    place = data["place"]
    return Claim(
        record=Record(**data["record"]),
        predicate=data["predicate"],
        value=data["value"],
        citation=Citation(
            **{
                **citation,
                "retrieved_at": datetime.fromisoformat(citation["retrieved_at"]),
                "published": _day(citation["published"]),
            }
        ),
        start=_day(data["start"]),
        end=_day(data["end"]),
        place=Place(**place) if place else None,
        organization=data["organization"],
        status=data["status"],
        details=data["details"],
    )


def _picked(numbers: Sequence[int], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    if any(isinstance(number, bool) or not isinstance(number, int) or number < 0 for number in numbers):
        raise ValueError("claims are named by numbers from 0")
    return tuple(claims[number] for number in numbers)


def _text(data: Mapping[str, Any], *keys: str) -> None:
    """Make sure that fields are texts, which Python itself would not notice. Raises: TypeError."""
    for key in keys:
        if not isinstance(data[key], str):
            raise TypeError(f"{key} is no text")


def _candidate(data: Mapping[str, Any], claims: Sequence[Claim]) -> Candidate:
    return Candidate(
        record=Record(data["source"], data["id"], data["label"], data["url"], data["kind"]),
        judgement=Judgement(data["judgement"]),
        score=data["score"],
        reasons=tuple(Reason(**reason) for reason in data["reasons"]),
        claims=_picked(data["claims"], claims),
        by_user=data["by_user"],
    )


def _fact(data: Mapping[str, Any], claims: Sequence[Claim]) -> Fact:
    _text(data, "subject", "predicate", "standing", "organization", "status")
    if data["predicate"] not in PREDICATES:
        raise ValueError(f"{data['predicate']!r} is not in the vocabulary")
    return Fact(
        subject=data["subject"],
        predicate=data["predicate"],
        value=data["value"],
        claims=_picked(data["claims"], claims),
        confidence=data["confidence"],
        standing=data["standing"],
        start=_day(data["start"]),
        end=_day(data["end"]),
        organization=data["organization"],
        status=data["status"],
        stale=data["stale"],
        as_of=_day(data["as_of"]),
        rivals=tuple(data["rivals"]),
        details=data["details"],
    )


def _outcome(data: Mapping[str, Any], claims: Sequence[Claim]) -> Outcome:
    return Outcome(
        source=data["source"],
        status=data["status"],
        claims=_picked(data["claims"], claims),
        fault=data["fault"],
        message=data["message"],
        warnings=tuple(data["warnings"]),
        requests=data["requests"],
        elapsed_s=data["elapsed_s"],
    )
