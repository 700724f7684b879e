"""Reads research: runs, the records that wait for the user's word, the copies that claims stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, bindparam, select

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Candidate, Claim, ResearchRun, SourceDocument, Verdict
from outreach.dossiers.subjects import Subject, held, path_of, subject_of
from outreach.dossiers.words import at_place
from outreach.errors import NotFound
from outreach.kept_statements import kept
from outreach.once import once
from research.connectors import given_pages
from research.investigation import described_sources
from research.vocabulary import PREDICATES

MOST_RUNS_READ = 50
"""Earlier runs that are looked through for addresses and texts to read again."""


# --- runs -----------------------------------------------------------------------------------------------------------


@once
def runs_about(session: WorkspaceSession, subject: Subject, most: int = MOST_RUNS_READ) -> list[ResearchRun]:
    """The subject's runs, latest first."""
    statement = _runs_of_person() if subject.person_id is not None else _runs_of_organization()
    whose = {"person": subject.person_id, "house": subject.organization_id, "most": most}
    return list(session.scalars(statement, whose))


@kept
def _runs_of_person() -> Select[ResearchRun]:
    return _latest_runs(ResearchRun.person_id == bindparam("person"))


@kept
def _runs_of_organization() -> Select[ResearchRun]:
    return _latest_runs(ResearchRun.organization_id == bindparam("house"), ResearchRun.person_id.is_(None))


def _latest_runs(*whose: ColumnElement[bool]) -> Select[ResearchRun]:
    latest = (ResearchRun.created_at.desc(), ResearchRun.id.desc())
    return select(ResearchRun).where(*whose).order_by(*latest).limit(bindparam("most"))


def run_under_way(session: WorkspaceSession, subject: Subject) -> ResearchRun | None:
    """The run through the sources that is not over yet; one that only reads what was given does not count."""
    for run in runs_about(session, subject, most=10):
        if not run.is_over and any(source.source_key != given_pages.SOURCE.key for source in run.sources):
            return run
    return None


def run_here(session: WorkspaceSession, run_id: int) -> ResearchRun:
    """The run. Raises: NotFound."""
    run = session.scalar(select(ResearchRun).where(ResearchRun.id == run_id))
    if run is None:
        raise NotFound
    return run


def candidate_here(session: WorkspaceSession, run: ResearchRun, candidate_id: int) -> Candidate:
    """A candidate of the run's subject. Raises: NotFound."""
    whose = subject_of(run).rows(Candidate)
    candidate = session.scalar(select(Candidate).where(Candidate.id == candidate_id, whose))
    if candidate is None:
        raise NotFound
    return candidate


# --- questions ------------------------------------------------------------------------------------------------------


@once
def open_candidates(session: WorkspaceSession, subject: Subject) -> Sequence[Candidate]:
    """Records on which the user has not said a word, the likeliest first. Of organizations only while none is found."""
    if not held(session, subject).candidates:
        return ()
    answered = {
        (one.source_key, one.record_id)
        for one in session.scalars(select(Verdict).where(subject.rows(Verdict), Verdict.undone_at.is_(None)))
    }
    rows = session.scalars(
        select(Candidate)
        .where(subject.rows(Candidate), Candidate.judgement.in_(("unsure", "same")))
        .order_by(Candidate.record_kind.desc(), Candidate.score.desc(), Candidate.id)
    ).all()
    settled = any(row.record_kind == "organization" and row.judgement == "same" for row in rows)
    return [
        row
        for row in rows
        if row.judgement == "unsure"
        and (row.source_key, row.record_id) not in answered
        and not (settled and row.record_kind == "organization")
    ]


def count_open_questions(session: WorkspaceSession, subject: Subject) -> int:
    """How many records wait for the user's word."""
    return len(open_candidates(session, subject))


# --- stored copies --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copy:
    """A claim's source: the document with its words, and what it is called."""

    claim: Claim
    document: SourceDocument | None
    text: str
    label: str
    """The predicate in words."""
    source_title: str
    subject_path: str

    @property
    def says(self) -> str:
        """What the claim says, with its kind: "Education: Master of arts, Vale College"."""
        return f"{self.label}: {at_place(self.claim.value_words, self.claim.organization_name)}"

    @property
    def address(self) -> str:
        """Where a person can read it; "" for the user's own texts."""
        url = self.claim.cited_url
        return url if url.startswith(("http://", "https://")) else ""

    @property
    def is_public(self) -> bool:
        """Whether it has a public address."""
        return bool(self.address)


def copy_of(session: WorkspaceSession, claim_id: int) -> Copy:
    """The stored copy that a claim stands in. Raises: NotFound."""
    claim = session.scalar(select(Claim).where(Claim.id == claim_id))
    if claim is None:
        raise NotFound
    document = claim.document
    source = described_sources().get(claim.source_key)
    predicate = PREDICATES.get(claim.predicate)
    return Copy(
        claim=claim,
        document=document,
        text=document.plain_text if document is not None else "",
        label=predicate.label if predicate else claim.predicate,
        source_title=source.title if source else "Your notes",
        subject_path=path_of(Subject(claim.person_id, claim.organization_id)),
    )


# --- of a subject ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ResearchState:
    """How far research about a subject is, for its page."""

    latest: ResearchRun | None
    under_way: ResearchRun | None
    questions: int


@once
def research_state(session: WorkspaceSession, subject: Subject) -> ResearchState:
    """The latest runs about a subject, and its open questions."""
    runs = runs_about(session, subject, most=10)
    latest = next(iter(runs), None)
    under_way = next((run for run in runs if not run.is_over), None)
    return ResearchState(latest, under_way, count_open_questions(session, subject) if latest else 0)
