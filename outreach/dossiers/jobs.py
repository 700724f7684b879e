"""The job of a research run: each source is kept as it finishes, and a run that was broken off goes on with the rest.

Finished sources are never asked twice: a source's row, its claims and their documents are written in one transaction.
What was under way when the worker ended is asked again, and what it brings a second time is known by its fingerprint.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import changes, convert, facts, fetching, figures, forgetting, keeping, looking_again
from outreach.dossiers.models import ResearchRun, RunSource, SourceDocument
from outreach.dossiers.rules import LEASE
from outreach.dossiers.subjects import query_of, subject_of
from outreach.jobs.registry import job
from outreach.jobs.run import Cancelled, JobRun, Superseded
from outreach.jobs.table import enqueue
from research import gather, learning
from research.connector import Connector
from research.connectors import given_pages
from research.errors import InputError
from research.gather import Event, Fetcher, Known
from research.investigation import described_sources
from research.types import Claim, Document, Outcome, Query

log = logging.getLogger(__name__)

BEAT_S = 2.0
"""So often a worker says that it is still at it."""

MOST_ATTEMPTS = 12
"""A run is begun so often at most: each end of the program in the middle of it takes one."""

UNDER_WAY = ("waiting", "now")

NOT_BEGUN = "was not asked: the research could not begin"
"""Said of each source of a run that could not begin; why, the run itself tells."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one attempt has to do: the question, the sources that are left, and what is known already."""

    run_id: int
    query: Query
    keys: tuple[str, ...]
    total: int
    given: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    verdicts: Mapping[str, bool] = field(default_factory=dict)


@job("dossiers.investigate", lease=LEASE, most_attempts=MOST_ATTEMPTS)
def investigate(run: JobRun, run_id: int) -> None:
    """Asks the sources of a run that have not finished, and concludes what they say."""
    task = _begin(run, run_id)
    if task is None:
        return
    try:
        connectors = _connectors(run, task)
        fetcher = fetching.fetcher_of(run.settings, run.now())
    except InputError as error:
        _give_up(run, run_id, str(error))
        return
    attempt = Attempt(run, task)
    attempt.ask(connectors, fetcher)
    if attempt.lost:
        raise Superseded
    attempt.finish()


@job("dossiers.look_again", most_attempts=2)
def look_again(run: JobRun, document_id: int) -> None:
    """Asks the page behind a stored copy whether it still stands."""
    wanted = select(SourceDocument).where(SourceDocument.id == document_id, SourceDocument.public_sha256.is_not(None))
    with run.reader() as session:
        known = session.scalar(wanted)
    if known is None:
        return
    try:
        seen = looking_again.look(fetching.fetcher_of(run.settings, run.now()), known.url)
    except InputError as error:
        seen = looking_again.Look(note=str(error))
    with run.session() as session:
        document = session.scalar(wanted)
        if document is not None:
            looking_again.note(session, document, seen, run.now())


@job("dossiers.forget_documents", every=timedelta(days=1))
def forget_documents(run: JobRun) -> None:
    """Removes documents that nothing rests on any more."""
    with run.database.system_session("forgetting documents that nothing in any workspace rests on") as session:
        forgotten = forgetting.forget_documents(session, run.now())
    log.info("event=documents_forgotten count=%d", forgotten)


@job("dossiers.forget_programs", every=timedelta(days=1))
def forget_programs(run: JobRun) -> None:
    """Removes programs for good that were deleted more than 30 days ago."""
    with run.database.system_session("forgetting deleted programs of all workspaces") as session:
        forgotten = forgetting.forget_programs(session, run.now())
    log.info("event=programs_forgotten count=%d", forgotten)


def _begin(run: JobRun, run_id: int) -> Task | None:
    """Takes the run up, or None when there is nothing left to do."""
    with run.session() as session:
        row = session.scalar(select(ResearchRun).where(ResearchRun.id == run_id))
        if row is None:
            return None
        now = run.now()
        left = [source for source in row.sources if _is_left(source, now)]
        if row.is_over and not left:
            return None
        subject = subject_of(row)
        if row.facts_before is None:
            row.facts_before = changes.noted(facts.said_about(session, subject))
        row.state, row.finished_at = "running", None
        row.started_at = row.started_at or now
        row.attempts += 1
        row.deadline = now + timedelta(seconds=run.settings.research_seconds)
        for source in left:
            source.state, source.started_at = "waiting", None
        query = query_of(row)
        verdicts = facts.verdicts_about(session, subject)
        claims = tuple(convert.claim_of(claim) for claim in facts.claims_about(session, subject))
        keys = tuple(source.source_key for source in left)
        return Task(run_id, query, keys, len(row.sources), _given(session, row, keys), claims, verdicts)


def _is_left(source: RunSource, now: datetime) -> bool:
    due = source.retry_at is not None and source.retry_at <= now
    return source.state in UNDER_WAY or (source.state == "later" and due)


def _given(session: WorkspaceSession, row: ResearchRun, keys: Sequence[str]) -> tuple[Document, ...]:
    """The texts and files of the user's own that this run reads."""
    if given_pages.SOURCE.key not in keys or not row.given_documents:
        return ()
    own = select(SourceDocument).where(
        SourceDocument.id.in_(list(row.given_documents)), SourceDocument.own_body.is_not(None)
    )
    return tuple(convert.document_of(document) for document in session.scalars(own.order_by(SourceDocument.id)))


def _connectors(run: JobRun, task: Task) -> tuple[Connector, ...]:
    """The connectors of the sources that are left, in their order. Raises: InputError."""
    known = {one.SOURCE.key: one for one in fetching.connectors_of(run.settings)} | {
        given_pages.SOURCE.key: fetching.given()
    }
    return tuple(known[key] for key in task.keys if key in known)


def _give_up(run: JobRun, run_id: int, words: str) -> None:
    """Ends a run that cannot even begin, with the reason told once, by the run; what was found before stays."""
    with run.session() as session:
        row = session.scalar(select(ResearchRun).where(ResearchRun.id == run_id))
        if row is None:
            return
        row.state, row.error, row.finished_at = "failed", words[:500], run.now()
        for source in row.sources:
            if source.state in UNDER_WAY:
                source.state, source.message, source.finished_at = "failed", NOT_BEGUN, run.now()


class Attempt:
    """One worker's go at a run."""

    def __init__(self, run: JobRun, task: Task) -> None:
        self.run = run
        self.task = task
        self.lost = False
        """Whether another worker has the run by now."""
        self.sources = described_sources()
        self.verdicts = dict(task.verdicts)
        self.kept: set[str] = set()
        self.beat_at = time.monotonic()
        self.refreshed_at = 0.0
        self.refresh_s = 0.5

    def ask(self, connectors: Sequence[Connector], fetcher: Fetcher) -> None:
        """Asks the sources, and keeps each as it finishes."""
        known = self._learn(()) if self.task.claims else Known()
        query = replace(
            self.task.query,
            identifiers=known.identifiers or self.task.query.identifiers,
            organization_identifiers=known.organization_identifiers or self.task.query.organization_identifiers,
            website=known.website or self.task.query.website,
        )
        outcomes = gather.gather(
            query,
            connectors,
            fetcher,
            deadline_s=float(self.run.settings.research_seconds),
            learn=self._learn,
            given={given_pages.SOURCE.key: self.task.given},
            show=self._show,
            stopped=self._is_stopped,
        )
        if self.lost:
            return
        # What could not be kept when it came is kept now, or the job fails and goes on later with what is left.
        for outcome in outcomes:
            if outcome.source not in self.kept:
                self._keep(outcome)

    def finish(self) -> None:
        """Concludes a last time, and says what has changed."""
        with self.run.session() as session:
            row = session.scalar(select(ResearchRun).where(ResearchRun.id == self.task.run_id))
            if row is None:
                return
            now = self.run.now()
            facts.refresh(session, row, now)
            for source in row.sources:
                if source.state in UNDER_WAY:
                    source.state, source.fault, source.finished_at = "skipped", "setting", now
                    source.message = "is no longer among the sources that are asked"
            subject = subject_of(row)
            found = changes.compared(row.facts_before or {}, facts.said_about(session, subject))
            row.changes = changes.to_json(found)
            row.state, row.finished_at = "stopped" if row.asked_to_stop_at else "finished", now
            self._come_back(session, row)
            if row.organization_id is not None:
                figures.bring(session, row.organization_id, now)
            if row.previous_run_id is not None and set(self.task.keys) != {given_pages.SOURCE.key}:
                for number in looking_again.worth_a_look(session, row, now):
                    enqueue(session, "dossiers.look_again", at=now, document_id=number)
        log.info("event=run_ended run=%d sources=%d", self.task.run_id, self.task.total)

    def _come_back(self, session: WorkspaceSession, row: ResearchRun) -> None:
        """Asks the sources that did not answer once more, later."""
        times = [source.retry_at for source in row.sources if source.state == "later" and source.retry_at]
        if times and not row.asked_to_stop_at:
            row.job_id = enqueue(session, "dossiers.investigate", at=max(times), run_id=row.id).id
        for source in row.sources:
            if source.state == "later" and row.asked_to_stop_at:
                source.state = "failed"

    # --- while it runs ------------------------------------------------------------------------------------------------

    def _learn(self, claims: Sequence[Claim]) -> Known:
        return learning.learn(self.task.query, (*self.task.claims, *claims), self.sources, self.verdicts)

    def _show(self, event: Event) -> None:
        if self.lost:
            return
        try:
            if event.kind == "started":
                self._note_start(event.source.key)
            elif event.outcome is not None:
                self._keep(event.outcome)
                self._refresh_if_due()
        except (Superseded, Cancelled):
            self.lost = True

    def _note_start(self, key: str) -> None:
        with self.run.session() as session:
            row = self._source(session, key)
            if row is not None:
                row.state, row.started_at = "now", self.run.now()

    def _source(self, session: WorkspaceSession, key: str) -> RunSource | None:
        return session.scalar(
            select(RunSource).where(RunSource.run_id == self.task.run_id, RunSource.source_key == key)
        )

    def _keep(self, outcome: Outcome) -> None:
        ready = keeping.prepared(outcome, self.task.query, self.verdicts)
        with self.run.session() as session:
            row = session.scalar(select(ResearchRun).where(ResearchRun.id == self.task.run_id))
            if row is not None:
                keeping.keep(session, row, ready, self.run.now())
        self.kept.add(outcome.source)
        self._say_how_far()

    def _say_how_far(self) -> None:
        self.run.progress(self.task.total - len(self.task.keys) + len(self.kept), self.task.total)
        self.beat_at = time.monotonic()

    def _refresh_if_due(self) -> None:
        """Concludes what is known so far, but not so often that it holds the sources up."""
        begun = time.monotonic()
        if begun - self.refreshed_at < max(1.0, 3 * self.refresh_s):
            return
        with self.run.session() as session:
            row = session.scalar(select(ResearchRun).where(ResearchRun.id == self.task.run_id))
            if row is not None:
                facts.refresh(session, row, self.run.now())
                self.verdicts = facts.verdicts_about(session, subject_of(row))
        self.refreshed_at = time.monotonic()
        self.refresh_s = self.refreshed_at - begun

    def _is_stopped(self) -> bool:
        """Whether the run is to end now; says by the way that this worker is alive."""
        if self.lost:
            return True
        try:
            if time.monotonic() - self.beat_at > BEAT_S:
                self._say_how_far()
        except (Superseded, Cancelled):
            self.lost = True
            return True
        with self.run.reader() as session:
            asked = select(ResearchRun.asked_to_stop_at).where(ResearchRun.id == self.task.run_id)
            found = session.execute(asked).one_or_none()
        return found is None or found[0] is not None
