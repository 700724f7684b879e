"""Questions in the words of their cards: a record beside the subject, and what is the same, different and unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import words
from outreach.dossiers.models import Candidate, Claim
from outreach.dossiers.subjects import Subject
from outreach.record_words import fields_of
from outreach.words import counted
from research.investigation import described_sources
from research.types import Query
from research.vocabulary import PREDICATES

_TELLING = (
    "role",
    "former_role",
    "affiliation",
    "specialty",
    "location",
    "organization_kind",
    "publication",
    "education",
)
"""What a question shows of a record, the most telling first."""


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A record that may be the subject: both sides with the same labels, and what speaks for and against."""

    candidate_id: int
    title: str
    label: str
    """The name as the record gives it."""
    about_person: bool
    records: tuple[Mapping[str, object], Mapping[str, object]]
    weighed: tuple[tuple[str, str], ...]
    effect: str


def question_card(session: WorkspaceSession, query: Query, subject: Subject, candidate: Candidate) -> QuestionCard:
    """The card of a record that waits for the user's word."""
    claims = session.scalars(
        select(Claim)
        .where(
            subject.rows(Claim),
            Claim.source_key == candidate.source_key,
            Claim.record_id == candidate.record_id,
            Claim.record_kind == candidate.record_kind,
        )
        .order_by(Claim.id)
        .limit(200)
    ).all()
    about_person = candidate.record_kind == "person"
    source = described_sources().get(candidate.source_key)
    return QuestionCard(
        candidate_id=candidate.id,
        title="Is this the same person?" if about_person else "Is this the same organization?",
        label=candidate.record_label,
        about_person=about_person,
        records=(
            {"words": "Your person" if about_person else "Your organization", "rows": _our_rows(query, candidate)},
            {
                "words": f"Found in {source.title if source else candidate.source_key}",
                "rows": _their_rows(candidate, claims),
            },
        ),
        weighed=_weighed(candidate),
        effect=f"If yes, {counted(len(claims), 'statement', 'statements')} of this record join the dossier. "
        "You can undo it for 30 days.",
    )


def _our_rows(query: Query, candidate: Candidate) -> tuple[tuple[str, str], ...]:
    if candidate.record_kind == "organization":
        name = query.organization if query.kind == "person" else query.name
        return _rows(name, "", ", ".join(part for part in (query.city, query.state) if part), "")
    return _rows(
        query.name,
        words.at_place(query.role, query.organization),
        ", ".join(part for part in (query.city, query.state) if part),
        "",
    )


def _their_rows(candidate: Candidate, claims: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    work = _first(claims, ("role", "former_role", "affiliation", "organization_kind", "specialty"))
    place = next(
        (", ".join(part for part in (one.city, one.state) if part) for one in claims if one.city or one.state), ""
    )
    telling = sorted(
        (one for one in claims if one.predicate in _TELLING), key=lambda one: (_TELLING.index(one.predicate), one.id)
    )
    quote = _words_of((telling or claims)[0]) if claims else ""
    return _rows(candidate.record_label, work, place, quote)


def _words_of(claim: Claim) -> str:
    """The record's words in quotation marks; a field of a register in words that people read."""
    if fields_of(claim.quote):
        predicate = PREDICATES.get(claim.predicate)
        return f"{predicate.label if predicate else claim.predicate}: {claim.value_words}"
    return f"“{claim.quote}”"


def _first(claims: Iterable[Claim], predicates: Sequence[str]) -> str:
    by_predicate = {one.predicate: one for one in reversed(list(claims))}
    for predicate in predicates:
        if predicate in by_predicate:
            one = by_predicate[predicate]
            return words.at_place(one.value_words, one.organization_name)
    return ""


def _rows(name: str, work: str, place: str, quote: str) -> tuple[tuple[str, str], ...]:
    unknown = "not known"
    # Not "in their words": a register and a page speak of somebody, and only a quotation is that person's own.
    return (("Name", name), ("Work", work or unknown), ("Place", place or unknown), ("The record says", quote or "—"))


def _weighed(candidate: Candidate) -> tuple[tuple[str, str], ...]:
    same = [str(one["detail"]) for one in candidate.reasons if one["score"] > 0]
    different = [str(one["detail"]) for one in candidate.reasons if one["score"] < 0]
    told = {str(one["feature"]) for one in candidate.reasons}
    features = ("organization", "place") if candidate.record_kind == "person" else ("place",)
    unknown = [feature for feature in features if feature not in told]
    pairs = (("Same", same), ("Different", different), ("Unknown", unknown))
    return tuple((label, "; ".join(details)) for label, details in pairs if details)
