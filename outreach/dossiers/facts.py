"""From claims to facts: judges whose records the claims are, merges them, and brings the rows up to date.

What is derived is derived again from all claims each time, so the order in which sources answer does not matter, and a
verdict changes everything that hangs on it. A fact keeps its row, and so its number, as long as it shares a claim with
what was concluded before: texts that use it go on using it. What the user has corrected or withdrawn is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert, uses
from outreach.dossiers.changes import Said
from outreach.dossiers.models import (
    Candidate,
    Claim,
    Fact,
    FactClaim,
    PublicCopy,
    ResearchRun,
    RunSource,
    SourceDocument,
    Verdict,
)
from outreach.dossiers.subjects import Subject, query_of, subject_of
from outreach.organizations.models import Organization
from outreach.people.models import Person
from research import types
from research.confidence import identity_confidence
from research.copies import families
from research.investigation import described_sources
from research.merge import Evidence, Weighed, merge
from research.organization_identity import judge_organizations
from research.resolve import accepted_names, judge_people, organization_query
from research.types import Document, Judgement, Request
from research.vocabulary import PREDICATES

OF_THE_PRESENT = frozenset(
    {
        "affiliation",
        "birthing_friendly",
        "board_seat",
        "emergency_services",
        "membership",
        "officer",
        "overall_rating",
        "owner",
        "ownership",
        "parent",
        "role",
        "unit",
    }
)
"""What a source stops saying when it is no longer so. A page that lists a prize no more does not take it back."""

MANY_PUBLISHERS = frozenset({"given_pages", "trade_press", "gdelt", "searxng", "brave_search"})
"""Sources whose documents come from many publishers: absence from them says nothing, and each counts by itself."""

_TEXT_FOR_COPIES = 200_000
_PIECE = 500

Identity = tuple[object, ...]


@dataclass(slots=True)
class Judged:
    """All that is concluded about a subject at one moment. `rows` finds the rows behind a claim's words."""

    candidates: tuple[types.Candidate, ...]
    facts: tuple[types.Fact, ...]
    rows: Mapping[Identity, Sequence[Claim]]
    families: Mapping[str, str] = field(default_factory=dict)


def refresh(session: WorkspaceSession, run: ResearchRun, now: datetime) -> None:
    """Concludes anew what is known about the run's subject, and writes it."""
    subject = subject_of(run)
    _lock(session, subject)
    before = uses.told(session, subject)
    judged = _judged(session, run, subject, now)
    _write_candidates(session, run, subject, judged.candidates, now)
    _write_facts(session, subject, judged, now)
    uses.mark_changed(session, subject, before, now)


def _lock(session: WorkspaceSession, subject: Subject) -> None:
    """One at a time concludes about a subject. SQLite has one writer anyway."""
    if subject.person_id is not None:
        session.execute(select(Person.id).where(Person.id == subject.person_id).with_for_update())
    if subject.organization_id is not None:
        session.execute(select(Organization.id).where(Organization.id == subject.organization_id).with_for_update())


# --- judging --------------------------------------------------------------------------------------------------------


def verdicts_about(session: WorkspaceSession, subject: Subject) -> dict[str, bool]:
    """The user's standing words by record key; "cannot tell" is none."""
    standing = select(Verdict).where(
        subject.rows(Verdict), Verdict.undone_at.is_(None), Verdict.answer != "cannot_tell"
    )
    return {f"{one.source_key}:{one.record_id}": one.answer == "same" for one in session.scalars(standing)}


def claims_about(session: WorkspaceSession, subject: Subject) -> Sequence[Claim]:
    """The rows of the subject's claims that still hold, the user's own notes left out."""
    rows = session.scalars(
        select(Claim).where(subject.rows(Claim), Claim.origin != "own_note").order_by(Claim.id)
    ).all()
    latest = _latest_answers(session, subject)
    return [row for row in rows if not _is_gone(row, latest)]


def _latest_answers(session: WorkspaceSession, subject: Subject) -> Mapping[str, int]:
    """Source -> the latest run in which it answered completely."""
    whose = []
    if subject.person_id is not None:
        whose.append(ResearchRun.person_id == subject.person_id)
    else:
        whose.append(ResearchRun.organization_id == subject.organization_id)
    answered = (
        select(RunSource.source_key, RunSource.run_id, RunSource.warnings)
        .join(ResearchRun, ResearchRun.id == RunSource.run_id)
        .where(*whose, RunSource.state.in_(("found", "nothing")), RunSource.fault == "")
        .order_by(RunSource.run_id)
    )
    return {
        key: run_id
        for key, run_id, warnings in session.execute(answered)
        if not any(str(warning).startswith("stopped after") for warning in warnings)
    }


def _is_gone(row: Claim, latest: Mapping[str, int]) -> bool:
    if row.predicate not in OF_THE_PRESENT or row.ends or row.last_run_id is None or row.source_key in MANY_PUBLISHERS:
        return False
    source = described_sources().get(row.source_key)
    if source is None or source.access == "feed":
        return False
    return latest.get(row.source_key, 0) > row.last_run_id


def _judged(session: WorkspaceSession, run: ResearchRun, subject: Subject, now: datetime) -> Judged:
    query, sources = query_of(run), described_sources()
    verdicts = verdicts_about(session, subject)
    rows: dict[Identity, list[Claim]] = {}
    claims: list[types.Claim] = []
    for row in claims_about(session, subject):
        if row.source_key in sources and row.predicate in PREDICATES:
            claims.append(claim := convert.claim_of(row))
            rows.setdefault(_identity(claim), []).append(row)
    about = organization_query(query)
    organizations = judge_organizations(about, claims, sources, verdicts) if about else ()
    people: tuple[types.Candidate, ...] = ()
    if query.kind == "person":
        people = judge_people(query, claims, verdicts, accepted_names(organizations))
    weighed = _weighed((*people, *organizations))
    copies = _families(session, {item.claim.citation.document for item in weighed})
    facts = merge(weighed, Evidence(sources=sources, families=copies, today=now.date()))
    return Judged((*people, *organizations), facts, rows, copies)


def _identity(claim: types.Claim) -> Identity:
    """What tells a claim from another, but for its details: those of a holder's record are marked while judging."""
    citation = claim.citation
    return (
        claim.record.key, claim.predicate, claim.value, claim.start, claim.end, claim.organization, claim.status,
        citation.url, citation.quote, citation.document,
    )  # fmt: skip


def _weighed(candidates: Iterable[types.Candidate]) -> list[Weighed]:
    return [
        Weighed(claim, identity_confidence(candidate.score, by_user=candidate.by_user))
        for candidate in candidates
        if candidate.judgement is Judgement.SAME
        for claim in candidate.claims
    ]


def _families(session: WorkspaceSession, shas: set[str]) -> Mapping[str, str]:
    """Which of these documents copy one another; see `research.copies`."""
    documents: list[Document] = []
    texts: dict[str, str] = {}
    wanted = sorted(shas)
    for start in range(0, len(wanted), _PIECE):
        text = func.substr(func.coalesce(PublicCopy.text, SourceDocument.own_text), 1, _TEXT_FOR_COPIES)
        found = session.execute(
            select(SourceDocument.sha256, SourceDocument.media_type, SourceDocument.retrieved_at, text)
            .outerjoin(PublicCopy, PublicCopy.sha256 == SourceDocument.public_sha256)
            .where(SourceDocument.sha256.in_(wanted[start : start + _PIECE]))
            .order_by(SourceDocument.id)
        )
        for sha, media_type, retrieved_at, words in found:
            texts[sha] = words
            documents.append(
                Document("copies", Request("about:blank"), "about:blank", 200, media_type, "", retrieved_at, b"", sha)
            )
    return families(documents, texts)


# --- candidates -----------------------------------------------------------------------------------------------------


def _write_candidates(
    session: WorkspaceSession,
    run: ResearchRun,
    subject: Subject,
    candidates: Sequence[types.Candidate],
    now: datetime,
) -> None:
    known = {
        (row.record_kind, row.source_key, row.record_id): row
        for row in session.scalars(select(Candidate).where(subject.rows(Candidate)))
    }
    for candidate in candidates:
        values = convert.candidate_values(candidate)
        row = known.pop((values["record_kind"], values["source_key"], values["record_id"]), None)
        if row is None:
            columns = subject.columns(candidate.record.kind)
            session.add(Candidate(**values, **columns, run_id=run.id, created_at=now, updated_at=now))
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.updated_at = now
    for row in known.values():
        session.delete(row)
    session.flush()


# --- facts ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Concluded:
    """A fact with the ids of its claims and how many sources say it."""

    fact: types.Fact
    claims: frozenset[int]
    sources_count: int


def _write_facts(session: WorkspaceSession, subject: Subject, judged: Judged, now: datetime) -> None:
    rows = list(session.scalars(select(Fact).where(subject.rows(Fact)).order_by(Fact.id)))
    links = _links(session, subject)
    rows_of_claim: dict[int, list[Fact]] = {}
    for row in rows:
        for claim_id in links.get(row.id, {}):
            rows_of_claim.setdefault(claim_id, []).append(row)
    by_key = {row.fact_key: row for row in rows}
    taken: set[int] = set()
    for one in (_concluded(fact, judged) for fact in judged.facts):
        known = _row_for(one, rows_of_claim, by_key, taken)
        if known is not None:
            _update(known, one, now)
        kept = known or _new_row(session, subject, one, by_key, now)
        taken.add(kept.id)
        _link(session, kept, one.claims, links.get(kept.id, {}))
    for row in rows:
        if row.id not in taken and row.state == "current" and not _is_the_users(row):
            row.state, row.updated_at = "gone", now
    session.flush()


def _links(session: WorkspaceSession, subject: Subject) -> Mapping[int, Mapping[int, FactClaim]]:
    found: dict[int, dict[int, FactClaim]] = {}
    links = select(FactClaim).join(Fact, Fact.id == FactClaim.fact_id).where(subject.rows(Fact))
    for link in session.scalars(links):
        found.setdefault(link.fact_id, {})[link.claim_id] = link
    return found


def _concluded(fact: types.Fact, judged: Judged) -> _Concluded:
    ids = {row.id for claim in fact.claims for row in judged.rows.get(_identity(claim), ())}
    return _Concluded(fact, frozenset(ids), len({_publisher(claim, judged.families) for claim in fact.claims}))


def _publisher(claim: types.Claim, copies: Mapping[str, str]) -> str:
    """Who says it: the source, or, of a source with many publishers, the text and its copies."""
    if claim.record.source not in MANY_PUBLISHERS:
        return claim.record.source
    return copies.get(claim.citation.document, claim.citation.document)


def _is_the_users(row: Fact) -> bool:
    """Whether the user wrote it, and no source has to say it."""
    return row.is_own_note or row.corrected_from_id is not None


def _row_for(
    one: _Concluded, rows_of_claim: Mapping[int, Sequence[Fact]], by_key: Mapping[str, Fact], taken: set[int]
) -> Fact | None:
    """The row that this fact had before: that which shares most claims with it; without any, that of its key."""
    shared: dict[int, tuple[int, Fact]] = {}
    for claim_id in one.claims:
        for row in rows_of_claim.get(claim_id, ()):
            if row.id not in taken and row.predicate == one.fact.predicate:
                shared[row.id] = (shared.get(row.id, (0, row))[0] + 1, row)
    if shared:
        return max(shared.values(), key=lambda pair: (pair[0], -pair[1].id))[1]
    same = by_key.get(_key(one.fact))
    return same if same is not None and same.id not in taken and same.predicate == one.fact.predicate else None


def _key(fact: types.Fact, salt: str = "") -> str:
    value = " ".join(fact.value.casefold().split()) if isinstance(fact.value, str) else fact.value
    said = [fact.subject, fact.predicate, value, fact.organization.casefold(), convert.partial(fact.start), salt]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _new_row(
    session: WorkspaceSession, subject: Subject, one: _Concluded, by_key: dict[str, Fact], now: datetime
) -> Fact:
    key = _key(one.fact)
    if key in by_key:
        # Two facts that differ in their end, their place or their details only.
        key = _key(one.fact, salt=f"{one.fact.end} {sorted(one.claims)[:1]} {len(by_key)}")
    row = Fact(
        **_values(one),
        **subject.columns(one.fact.subject),
        fact_key=key,
        state="current",
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    by_key[key] = row
    return row


def _values(one: _Concluded) -> dict[str, Any]:
    return {**convert.fact_values(one.fact), "sources_count": max(1, one.sources_count)}


def _update(row: Fact, one: _Concluded, now: datetime) -> None:
    if row.state in ("corrected", "withdrawn") or _is_the_users(row):
        return
    values = {**_values(one), "state": "current"}
    if any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.updated_at = now


def _link(session: WorkspaceSession, row: Fact, claims: frozenset[int], links: Mapping[int, FactClaim]) -> None:
    for claim_id in sorted(claims - links.keys()):
        session.add(FactClaim(fact_id=row.id, claim_id=claim_id))
    if _is_the_users(row):
        return
    for claim_id, link in links.items():
        if claim_id not in claims:
            session.delete(link)


def said_about(session: WorkspaceSession, subject: Subject) -> list[Said]:
    """Every present fact about a subject, as it is told."""
    rows = session.scalars(select(Fact).where(subject.rows(Fact), Fact.state == "current").order_by(Fact.id))
    return [Said(row.id, told(row), row.standing) for row in rows]


def told(row: Fact) -> str:
    """A fact with its label: "Post: Chief Operating Officer, Harrow Lake"."""
    predicate = PREDICATES.get(row.predicate)
    return f"{predicate.label}: {row.value_words}" if predicate else row.value_words
