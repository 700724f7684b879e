"""What can be done with research: start it, give it something to read, stop it, ask again, answer its questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert, facts
from outreach.dossiers.given import GivenDocument
from outreach.dossiers.models import Candidate, ResearchRun, RunSource, SourceDocument, Verdict
from outreach.dossiers.queries import run_under_way, runs_about
from outreach.dossiers.rules import may_be_asked_again
from outreach.dossiers.subjects import Subject, query_about, query_of, subject_of
from outreach.errors import NotFound, Refused
from outreach.jobs.table import DEAD, enqueue, job_of, try_again
from research.connectors import given_pages
from research.gather import questions
from research.types import Query, Source

_T = TypeVar("_T")

UNDO_FOR = timedelta(days=30)
"""How long a verdict can be taken back with one press; after that it is changed by answering anew."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sources a run asks, and for how long at most, as the settings say."""

    sources: tuple[Source, ...]
    seconds: int


# --- starting -------------------------------------------------------------------------------------------------------


def start(session: WorkspaceSession, subject: Subject, plan: Plan, user_id: int | None, now: datetime) -> ResearchRun:
    """Starts a run through all sources, with all that the user has given so far; the one under way if there is one.

    user_id: who wanted it; None where their account is gone.
    Raises: NotFound when whom it is about is not there.
    """
    under_way = run_under_way(session, subject)
    if under_way is not None:
        return under_way
    earlier = runs_about(session, subject)
    urls = _unique(url for run in reversed(earlier) for url in query_of(run).urls)
    documents = _unique(number for run in reversed(earlier) for number in run.given_documents or ())
    query = query_about(session, subject, tuple(urls[-given_pages.SOURCE.budget :]))
    return _add_run(session, subject, query, plan, documents, user_id, now)


def read_given(
    session: WorkspaceSession,
    subject: Subject,
    plan: Plan,
    user_id: int,
    now: datetime,
    *,
    documents: Sequence[GivenDocument] = (),
    urls: Sequence[str] = (),
) -> ResearchRun:
    """Starts a run that reads only what the user gives now. The same text given again is kept once.

    Raises: NotFound when whom it is about is not there.
    """
    query = query_about(session, subject, tuple(urls))
    ids = [_keep_given(session, one, user_id, now) for one in documents]
    own = Plan(tuple(one for one in plan.sources if one.key == given_pages.SOURCE.key), plan.seconds)
    return _add_run(session, subject, query, own, ids, user_id, now)


def _keep_given(session: WorkspaceSession, given: GivenDocument, user_id: int, now: datetime) -> int:
    known = session.scalar(
        select(SourceDocument).where(SourceDocument.sha256 == given.sha256, SourceDocument.url == given.url)
    )
    if known is not None:
        return known.id
    row = SourceDocument(
        sha256=given.sha256,
        url=given.url,
        source_key=given_pages.SOURCE.key,
        origin=given.origin,
        title=given.title,
        media_type=given.media_type,
        own_body=given.body,
        own_text=given.text,
        added_by_id=user_id,
        retrieved_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def _add_run(
    session: WorkspaceSession,
    subject: Subject,
    query: Query,
    plan: Plan,
    documents: Sequence[int],
    user_id: int | None,
    now: datetime,
) -> ResearchRun:
    previous = next(iter(runs_about(session, subject, most=1)), None)
    run = ResearchRun(
        person_id=subject.person_id,
        organization_id=subject.organization_id,
        query=convert.query_to_json(query),
        state="waiting",
        deadline=now + timedelta(seconds=plan.seconds),
        previous_run_id=previous.id if previous else None,
        given_documents=list(documents),
        started_by_id=user_id,
        created_at=now,
    )
    session.add(run)
    session.flush()
    for place, source in enumerate(_asked(query, plan.sources, given=bool(documents or query.urls))):
        session.add(RunSource(run_id=run.id, source_key=source.key, title=source.title, place=place))
    run.job_id = enqueue(session, "dossiers.investigate", at=now, run_id=run.id).id
    session.flush()
    return run


def _asked(query: Query, sources: Iterable[Source], *, given: bool) -> Iterable[Source]:
    """The sources that can say something about the question; the user's own only where the user gave something."""
    kinds = {one.kind for one in questions(query)}
    return (source for source in sources if source.subjects & kinds and (given or source.key != given_pages.SOURCE.key))


def _unique(items: Iterable[_T]) -> list[_T]:
    return list(dict.fromkeys(items))


# --- stopping and going on ------------------------------------------------------------------------------------------


def stop(session: WorkspaceSession, run: ResearchRun, now: datetime) -> None:
    """Asks a run to end with what it has. One that has not begun ends at once; one that is over stays as it is."""
    if run.is_over:
        return
    run.asked_to_stop_at = run.asked_to_stop_at or now
    if run.state != "waiting":
        return
    for source in run.sources:
        if source.state in ("waiting", "now"):
            source.state, source.fault, source.finished_at = "skipped", "stopped", now
    run.state, run.finished_at = "stopped", now
    session.flush()


def ask_again(session: WorkspaceSession, run: ResearchRun, now: datetime) -> int:
    """Lets a run that is over go on with the sources that brought nothing for a passing reason; how many these are.

    Raises: Refused when there are none.
    """
    if not run.is_over:
        return 0
    again = [source for source in run.sources if may_be_asked_again(source.state, source.fault)]
    if not again:
        raise Refused("Every source of this run has answered, so there is nothing to ask again. Research anew instead.")
    for source in again:
        source.state, source.fault, source.message, source.retry_at, source.finished_at = "waiting", "", "", None, None
    run.state, run.finished_at, run.asked_to_stop_at, run.error = "waiting", None, None, ""
    run.job_id = enqueue(session, "dossiers.investigate", at=now, run_id=run.id).id
    session.flush()
    return len(again)


def revive(session: WorkspaceSession, run: ResearchRun, now: datetime) -> None:
    """Lets a run go on whose job was given up. Raises: Refused when nothing was given up."""
    job = job_of(session, run.job_id) if run.job_id is not None else None
    if run.is_over or job is None or job.state != DEAD or not try_again(session, job.id, now):
        raise Refused("This research is not at a standstill, so there is nothing to set going.")


def look_again(session: WorkspaceSession, document: SourceDocument | None, now: datetime) -> None:
    """Lets the page behind a stored copy be asked again. Raises: Refused for what has no address."""
    if document is None or document.public_sha256 is None:
        raise Refused("This text is your own: there is no page to look at again.")
    enqueue(session, "dossiers.look_again", at=now, document_id=document.id)


# --- questions ------------------------------------------------------------------------------------------------------


def answer(
    session: WorkspaceSession, run: ResearchRun, candidate: Candidate, word: str, user_id: int, now: datetime
) -> Verdict:
    """Keeps the user's word on whose a record is, and concludes anew. An earlier word on it no longer stands.

    word: same, not_same or cannot_tell.
    """
    for standing in session.scalars(
        select(Verdict).where(
            Verdict.person_id == candidate.person_id
            if candidate.person_id is not None
            else Verdict.organization_id == candidate.organization_id,
            Verdict.source_key == candidate.source_key,
            Verdict.record_id == candidate.record_id,
            Verdict.undone_at.is_(None),
        )
    ):
        standing.undone_at = now
    session.flush()
    verdict = Verdict(
        person_id=candidate.person_id,
        organization_id=candidate.organization_id,
        source_key=candidate.source_key,
        record_id=candidate.record_id,
        answer=word,
        answered_by_id=user_id,
        answered_at=now,
        undo_until=now + UNDO_FOR,
    )
    session.add(verdict)
    session.flush()
    facts.refresh(session, run, now)
    return verdict


def undo(session: WorkspaceSession, run: ResearchRun, verdict_id: int, now: datetime) -> Verdict:
    """Takes the user's word back, and concludes anew. Raises: NotFound, Refused after 30 days."""
    whose = subject_of(run).rows(Verdict)
    verdict = session.scalar(select(Verdict).where(Verdict.id == verdict_id, whose))
    if verdict is None:
        raise NotFound
    if verdict.undone_at is None:
        if verdict.undo_until < now:
            raise Refused("This was answered more than 30 days ago. Answer the question anew instead.")
        verdict.undone_at = now
        session.flush()
        facts.refresh(session, run, now)
    return verdict
