""" "Not her": a source's record is somebody else. What leaves with it is said before; for 30 days it can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import facts, operations
from outreach.dossiers.changes import Changes, compared, noted
from outreach.dossiers.fact_changes import latest_run
from outreach.dossiers.fact_lines import STANDS
from outreach.dossiers.models import Candidate, Claim, Fact, FactClaim, FactUse, ResearchRun, Verdict
from outreach.dossiers.operations import UNDO_FOR
from outreach.dossiers.subjects import Subject, subject_of
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from research.investigation import described_sources

_PIECE = 500


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes when a record is said to be somebody else's, and what stays with fewer sources."""

    label: str
    source: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    used_in: tuple[FactUse, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A record that the user said is somebody else's, while that can be undone with one press."""

    verdict_id: int
    label: str
    source: str
    answered_at: datetime
    undo_until: datetime


def claim_here(session: WorkspaceSession, fact: Fact, claim_id: int) -> Claim:
    """A source's claim of this fact; the user's own words have no record that could be another's. Raises: NotFound."""
    claim = session.scalar(
        select(Claim)
        .join(FactClaim, FactClaim.claim_id == Claim.id)
        .where(FactClaim.fact_id == fact.id, Claim.id == claim_id, Claim.origin != "own_note")
    )
    if claim is None:
        raise NotFound
    return claim


def leaving(session: WorkspaceSession, claim: Claim, now: datetime) -> Leaving:
    """What rests on the claim's record alone, and what others say too."""
    rows = _resting_on(session, claim)
    others = _said_by_others(session, claim, [row.id for row in rows])
    goes = [row for row in rows if row.id not in others]
    ids = [row.id for row in goes]
    used = session.scalars(select(FactUse).where(FactUse.fact_id.in_(ids[:_PIECE])).order_by(FactUse.id)).all()
    source = described_sources().get(claim.source_key)
    return Leaving(
        label=claim.record_label,
        source=source.title if source else claim.source_key,
        goes=tuple(facts.told(row) for row in goes),
        stays=tuple(facts.told(row) for row in rows if row.id in others),
        used_in=tuple({(one.used_in, one.used_id): one for one in used}.values()),
        until=now + UNDO_FOR,
    )


def _whose(claim: Claim) -> Subject:
    return Subject(claim.person_id, claim.organization_id)


def _resting_on(session: WorkspaceSession, claim: Claim) -> Sequence[Fact]:
    resting = (
        select(FactClaim.id)
        .join(Claim, Claim.id == FactClaim.claim_id)
        .where(
            FactClaim.fact_id == Fact.id,
            Claim.source_key == claim.source_key,
            Claim.record_id == claim.record_id,
        )
        .exists()
    )
    return session.scalars(
        select(Fact).where(_whose(claim).rows(Fact), STANDS, resting).order_by(Fact.predicate, Fact.id)
    ).all()


def _said_by_others(session: WorkspaceSession, claim: Claim, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), _PIECE):
        others = (
            select(FactClaim.fact_id)
            .join(Claim, Claim.id == FactClaim.claim_id)
            .where(
                FactClaim.fact_id.in_(ids[start : start + _PIECE]),
                (Claim.source_key != claim.source_key) | (Claim.record_id != claim.record_id),
            )
        )
        found.update(session.scalars(others))
    return found


# --- saying it, and taking it back ----------------------------------------------------------------------------------


def turn_away(session: WorkspaceSession, claim: Claim, by: By) -> tuple[Verdict, Changes]:
    """Keeps the user's word that the record is somebody else's; what changed by it.

    Raises: Refused where there was no research that could be judged anew.
    """
    run = _run(session, claim)
    candidate = session.scalar(
        select(Candidate).where(
            _whose(claim).rows(Candidate),
            Candidate.source_key == claim.source_key,
            Candidate.record_id == claim.record_id,
        )
    )
    if candidate is None:
        raise Refused("This record is no longer among those that research knows. Research anew, then say so there.")
    before = noted(facts.said_about(session, subject_of(run)))
    verdict = operations.answer(session, run, candidate, "not_same", by.user_id, by.now)
    return verdict, compared(before, facts.said_about(session, subject_of(run)))


def _run(session: WorkspaceSession, claim: Claim) -> ResearchRun:
    run = latest_run(session, _whose(claim))
    if run is None:
        raise Refused("Nothing was researched yet, so there is no record to turn away.")
    return run


def take_back(session: WorkspaceSession, verdict_id: int, by: By) -> Verdict:
    """Takes the user's word back; what left with it returns. Raises: NotFound; Refused after 30 days."""
    verdict = session.scalar(select(Verdict).where(Verdict.id == verdict_id))
    if verdict is None:
        raise NotFound
    run = latest_run(session, Subject(verdict.person_id, verdict.organization_id))
    if run is None:
        raise NotFound
    return operations.undo(session, run, verdict_id, by.now)


def turned_away(session: WorkspaceSession, subject: Subject, now: datetime) -> list[TurnedAway]:
    """The records that were said to be somebody else's and can still be taken back, the latest first."""
    said = session.scalars(
        select(Verdict)
        .where(
            subject.rows(Verdict), Verdict.answer == "not_same", Verdict.undone_at.is_(None), Verdict.undo_until >= now
        )
        .order_by(Verdict.answered_at.desc(), Verdict.id.desc())
    ).all()
    labels = {
        (source, record): label
        for source, record, label in session.execute(
            select(Candidate.source_key, Candidate.record_id, Candidate.record_label).where(subject.rows(Candidate))
        )
    }
    sources = described_sources()
    return [
        TurnedAway(
            one.id,
            labels.get((one.source_key, one.record_id), one.record_id),
            sources[one.source_key].title if one.source_key in sources else one.source_key,
            one.answered_at,
            one.undo_until,
        )
        for one in said
    ]
