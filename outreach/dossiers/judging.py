"""Judges whose records the claims about a subject are, and merges those of the subject into facts. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert
from outreach.dossiers.models import Claim, PublicCopy, ResearchRun, RunSource, SourceDocument, Verdict
from outreach.dossiers.plain_text import is_feed
from outreach.dossiers.subjects import Subject, query_of
from research import types
from research.confidence import identity_confidence
from research.copies import families
from research.investigation import described_sources
from research.learning import accepted_names, organization_query
from research.merge import Evidence, Weighed, merge
from research.organization_identity import judge_organizations
from research.resolve import judge_people
from research.text import without_markup
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


def judge(session: WorkspaceSession, run: ResearchRun, subject: Subject, now: datetime) -> Judged:
    """What follows from all claims about a subject that hold now, by the run's question and the user's verdicts."""
    query, sources = query_of(run), described_sources()
    verdicts = verdicts_about(session, subject)
    rows: dict[Identity, list[Claim]] = {}
    claims: list[types.Claim] = []
    for row in claims_about(session, subject):
        if row.source_key in sources and row.predicate in PREDICATES:
            claims.append(claim := convert.claim_of(row))
            rows.setdefault(identity(claim), []).append(row)
    about = organization_query(query)
    organizations = judge_organizations(about, claims, sources, verdicts) if about else ()
    people: tuple[types.Candidate, ...] = ()
    if query.kind == "person":
        people = judge_people(query, claims, verdicts, accepted_names(organizations))
    weighed = _weighed((*people, *organizations))
    copies = families_of(session, {item.claim.citation.document for item in weighed})
    facts = merge(weighed, Evidence(sources=sources, families=copies, today=now.date()))
    return Judged((*people, *organizations), facts, rows, copies)


def identity(claim: types.Claim) -> Identity:
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


def families_of(session: WorkspaceSession, shas: set[str]) -> Mapping[str, str]:
    """Which of these documents copy one another, a feed compared by the words of its items; see `research.copies`."""
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
            if is_feed(words):
                texts[sha], kind = without_markup(words), "text/plain"
            else:
                texts[sha], kind = words, media_type
            documents.append(
                Document("copies", Request("about:blank"), "about:blank", 200, kind, "", retrieved_at, b"", sha)
            )
    return families(documents, texts)
