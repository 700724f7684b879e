"""Rows <-> values of `research.types`, in both directions, and nothing else. The only file that sees both.

A claim is given back as it came, but for what a database cannot keep: the character NUL, halves of surrogate pairs, and
ids longer than their column, which are shortened to a hash that stays the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from outreach import partial_dates
from outreach.db import thawed
from outreach.dossiers.models import Candidate as CandidateRow
from outreach.dossiers.models import Claim as ClaimRow
from outreach.dossiers.models import Fact as FactRow
from outreach.dossiers.models import SourceDocument
from research.fact_words import fact_text, readable
from research.types import (
    Candidate,
    Citation,
    Claim,
    Document,
    Fact,
    Identifier,
    Judgement,
    Outcome,
    PartialDate,
    Place,
    Query,
    Reason,
    Record,
    Request,
    Scalar,
    Subject,
)
from research.vocabulary import PREDICATES

LONGEST_URL = 2000
_RECORD_ID = 300
_LABEL = 300
_TITLE = 500


def storable(text: str) -> str:
    """The text without what a database cannot keep."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _value(value: Scalar) -> Scalar:
    return storable(value) if isinstance(value, str) else value


def partial(value: PartialDate | None) -> str:
    """A date as its column keeps it; "" for none."""
    return str(value) if value else ""


def date_of(text: str) -> PartialDate | None:
    """The date of a column; None for ""."""
    return PartialDate.parse(text) if text else None


# --- queries --------------------------------------------------------------------------------------------------------


def query_to_json(query: Query) -> dict[str, Any]:
    """A query as plain values."""

    def numbers(identifiers: tuple[Identifier, ...]) -> list[dict[str, str]]:
        return [{"scheme": one.scheme, "value": one.value, "names": one.names} for one in identifiers]

    return {
        "kind": query.kind,
        "name": query.name,
        "organization": query.organization,
        "role": query.role,
        "state": query.state,
        "city": query.city,
        "identifiers": numbers(query.identifiers),
        "organization_identifiers": numbers(query.organization_identifiers),
        "website": query.website,
        "urls": list(query.urls),
        "include_pay": query.include_pay,
    }


def query_from_json(data: Mapping[str, Any]) -> Query:
    """The query that `query_to_json` wrote."""
    fields = dict(thawed(data))
    for key in ("identifiers", "organization_identifiers"):
        fields[key] = tuple(Identifier(**one) for one in fields.get(key, ()))
    fields["urls"] = tuple(fields.get("urls", ()))
    return Query(**fields)


# --- documents ------------------------------------------------------------------------------------------------------


def document_of(row: SourceDocument, *, source: str = "") -> Document:
    """The kept document, as a source reads it: as the given one's, or else as that of the source it came from."""
    return Document(
        source=source or row.source_key,
        request=Request(row.url),
        url=row.url,
        status=200,
        media_type=row.media_type,
        charset=row.charset,
        retrieved_at=row.retrieved_at,
        body=row.body,
        sha256=row.sha256,
        from_cache=True,
    )


def public_copy_values(document: Document, text: str) -> dict[str, Any]:
    """The columns of `PublicCopy` for a fetched document and its plain text."""
    return {
        "sha256": document.sha256,
        "url": storable(document.url)[:LONGEST_URL],
        "media_type": document.media_type[:100],
        "charset": document.charset[:40],
        "body": document.body,
        "text": storable(text),
        "first_read_at": document.retrieved_at,
    }


def document_values(document: Document, title: str, published: PartialDate | None) -> dict[str, Any]:
    """The columns of `SourceDocument` for a fetched document, whose bytes lie in `PublicCopy`."""
    return {
        "sha256": document.sha256,
        "public_sha256": document.sha256,
        "url": storable(document.url)[:LONGEST_URL],
        "source_key": document.source,
        "title": storable(title)[:_TITLE],
        "media_type": document.media_type[:100],
        "charset": document.charset[:40],
        "published": partial(published),
        "retrieved_at": document.retrieved_at,
    }


# --- claims ---------------------------------------------------------------------------------------------------------


def kept_record(record: Record) -> Record:
    """The record as its columns keep it. An id too long for them is shortened, always to the same."""
    number = storable(record.id)
    if len(number) > _RECORD_ID:
        number = f"{number[:230]}~{hashlib.sha256(number.encode()).hexdigest()}"
    return replace(record, id=number, label=storable(record.label)[:_LABEL], url=storable(record.url)[:LONGEST_URL])


def kept_claim(claim: Claim) -> Claim:
    """The claim as its columns keep it, so that what is judged while a run goes on is what is judged later."""
    citation = replace(
        claim.citation,
        url=claim.citation.url[:LONGEST_URL],
        quote=storable(claim.citation.quote),
        title=storable(claim.citation.title)[:_TITLE],
    )
    place = claim.place
    return replace(
        claim,
        record=kept_record(claim.record),
        value=_value(claim.value),
        citation=citation,
        place=Place(storable(place.city)[:100], place.state[:2]) if place else None,
        organization=storable(claim.organization)[:_TITLE],
        details={storable(key): _value(value) for key, value in claim.details.items()},
    )


def fingerprint(claim: Claim) -> str:
    """What makes a claim this claim: who says what of whom, in which words, where.

    Not in which bytes: a page whose counter has moved on since the last reading says the same.
    """
    said = [
        claim.record.key,
        claim.record.kind,
        claim.predicate,
        claim.value,
        partial(claim.start),
        partial(claim.end),
        [claim.place.city, claim.place.state] if claim.place else None,
        claim.organization,
        claim.status,
        sorted(claim.details.items()),
        claim.citation.url,
        claim.citation.quote,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def claim_values(claim: Claim) -> dict[str, Any]:
    """The columns of `Claim` that a claim itself fills; `claim` is as `kept_claim` gives it."""
    record, citation = claim.record, claim.citation
    return {
        "source_key": record.source,
        "record_id": record.id,
        "record_label": record.label,
        "record_url": record.url,
        "record_kind": record.kind,
        "predicate": claim.predicate,
        "value": claim.value,
        "value_words": readable(claim.value, PREDICATES[claim.predicate].unit),
        "starts": partial(claim.start),
        "ends": partial(claim.end),
        "city": claim.place.city if claim.place else "",
        "state": claim.place.state if claim.place else "",
        "has_place": claim.place is not None,
        "organization_name": claim.organization,
        "status": claim.status,
        "details": dict(claim.details),
        "cited_url": citation.url,
        "quote": citation.quote,
        "confidence": citation.confidence,
        "cited_title": citation.title,
        "published": partial(citation.published),
        "document_sha256": citation.document,
        "retrieved_at": citation.retrieved_at,
        "fingerprint": fingerprint(claim),
    }


def record_of(row: ClaimRow | CandidateRow) -> Record:
    """The record that a claim or a candidate is about."""
    return Record(row.source_key, row.record_id, row.record_label, row.record_url, cast("Subject", row.record_kind))


def claim_of(row: ClaimRow) -> Claim:
    """The claim of a row."""
    return Claim(
        record=record_of(row),
        predicate=row.predicate,
        value=row.value,
        citation=Citation(
            source=row.source_key,
            url=row.cited_url,
            retrieved_at=row.retrieved_at,
            quote=row.quote,
            confidence=row.confidence,
            document=row.document_sha256,
            title=row.cited_title,
            published=date_of(row.published),
        ),
        start=date_of(row.starts),
        end=date_of(row.ends),
        place=Place(row.city, row.state) if row.has_place else None,
        organization=row.organization_name,
        status=row.status,
        details=row.details,
    )


# --- candidates and facts -------------------------------------------------------------------------------------------


def candidate_values(candidate: Candidate) -> dict[str, Any]:
    """The columns of `Candidate` that a judgement fills."""
    record = candidate.record
    return {
        "source_key": record.source,
        "record_id": record.id,
        "record_label": record.label,
        "record_url": record.url,
        "record_kind": record.kind,
        "judgement": candidate.judgement.value,
        "score": candidate.score,
        "reasons": [
            {"feature": one.feature, "score": one.score, "detail": storable(one.detail), "veto": one.veto}
            for one in candidate.reasons
        ],
    }


def candidate_of(row: CandidateRow, claims: tuple[Claim, ...] = ()) -> Candidate:
    """The candidate of a row, with the claims of its record where they are asked for."""
    return Candidate(
        record=record_of(row),
        judgement=Judgement(row.judgement),
        score=row.score,
        reasons=tuple(Reason(**one) for one in row.reasons),
        claims=claims,
        by_user=any(one["feature"] == "user" for one in row.reasons),
    )


def fact_values(fact: Fact) -> dict[str, Any]:
    """The columns of `Fact` that merging fills."""
    published = max((day for claim in fact.claims if (day := claim.citation.published)), default=None)
    return {
        "predicate": fact.predicate,
        "value": fact.value,
        "value_words": fact_text(fact, lambda day: partial_dates.say(str(day))),
        "starts": partial(fact.start),
        "ends": partial(fact.end),
        "dated": partial(fact.start or fact.end or published),
        "organization_name": fact.organization[:_TITLE],
        "status": fact.status,
        "details": dict(fact.details),
        "standing": fact.standing,
        "confidence": fact.confidence,
        "stale": fact.stale,
        "as_of": partial(fact.as_of),
    }


def fact_of(row: FactRow, claims: tuple[Claim, ...]) -> Fact:
    """The fact of a row with its claims. Raises: ValueError without any, since nothing is a fact without a source."""
    return Fact(
        subject=PREDICATES[row.predicate].subject,
        predicate=row.predicate,
        value=row.value,
        claims=claims,
        confidence=row.confidence,
        standing=cast("Any", row.standing),
        start=date_of(row.starts),
        end=date_of(row.ends),
        organization=row.organization_name,
        status=row.status,
        stale=row.stale,
        as_of=date_of(row.as_of),
        details=row.details,
    )


def outcome_values(outcome: Outcome, claims_count: int, now: datetime) -> dict[str, Any]:
    """The columns of `RunSource` when a source has finished."""
    return {
        "state": outcome.status,
        "fault": outcome.fault[:60],
        "message": storable(outcome.message)[:500],
        "warnings": [storable(warning)[:300] for warning in outcome.warnings[:20]],
        "requests": outcome.requests,
        "elapsed_s": outcome.elapsed_s,
        "claims_count": claims_count,
        "finished_at": now,
    }
