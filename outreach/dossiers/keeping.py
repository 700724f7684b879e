"""Keeps what a source brought, in one transaction: its row, its claims, the documents they stand in. Twice is as once.

What costs time (reading a page's plain text) is done by `prepared`, before the transaction that others wait for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from outreach.db import Base, WorkspaceSession
from outreach.dossiers import convert
from outreach.dossiers.models import Claim, PublicCopy, ResearchRun, RunSource, SourceDocument
from outreach.dossiers.plain_text import find, kept_text
from outreach.dossiers.subjects import Subject, subject_of
from outreach.dossiers.words import PASSING
from research.connectors import given_pages
from research.resolve import judge_people
from research.types import Claim as Said
from research.types import Document, Outcome, PartialDate, Query

RETRY_AFTER = timedelta(minutes=10)
"""A source that did not answer is asked once more by itself, so much later."""

_PIECE = 100
"""Rows of one statement; SQLite takes 32,766 values, a claim has 30."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A fetched document that claims cite, with its plain text and what the page calls itself."""

    document: Document
    text: str
    title: str
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An outcome ready to be kept: claims as their columns take them, and the documents that they cite."""

    outcome: Outcome
    claims: tuple[Said, ...]
    documents: tuple[Kept, ...]


def prepared(outcome: Outcome, query: Query, verdicts: Mapping[str, bool]) -> Prepared:
    """What of an outcome is kept: claims of organizations, and of those people who bear the asked name.

    Of others who stand on the same page nothing is kept.
    """
    claims = [convert.kept_claim(claim) for claim in outcome.claims if len(claim.citation.url) <= convert.LONGEST_URL]
    bearers = set()
    if query.kind == "person":
        bearers = {candidate.record for candidate in judge_people(query, claims, verdicts)}
    kept = tuple(claim for claim in claims if claim.record.kind == "organization" or claim.record in bearers)
    cited = {claim.citation.document: claim.citation for claim in reversed(kept)}
    documents = tuple(
        Kept(
            document,
            kept_text(document.body, media_type=document.media_type, charset=document.charset),
            cited[document.sha256].title,
            cited[document.sha256].published,
        )
        for document in {one.sha256: one for one in outcome.documents}.values()
        if document.sha256 in cited and is_public(document)
    )
    return Prepared(outcome, kept, documents)


def is_public(document: Document) -> bool:
    """Whether the document was fetched; what the user pasted or sent is kept already."""
    return document.url.startswith(("http:", "https:"))


def keep(session: WorkspaceSession, run: ResearchRun, ready: Prepared, now: datetime) -> None:
    """Writes an outcome. Doing it again changes nothing."""
    documents = {kept.document.sha256: keep_document(session, kept, now) for kept in ready.documents}
    shas = {claim.citation.document for claim in ready.claims} - documents.keys()
    if shas:
        own = select(SourceDocument).where(SourceDocument.sha256.in_(sorted(shas)))
        documents |= {document.sha256: document.id for document in session.scalars(own)}
    claims = [claim for claim in ready.claims if claim.citation.document in documents]
    _keep_claims(session, run, claims, documents, now)
    _finish(session, run, ready.outcome, len(claims), now)


def _finish(session: WorkspaceSession, run: ResearchRun, outcome: Outcome, claims_count: int, now: datetime) -> None:
    row = session.scalar(select(RunSource).where(RunSource.run_id == run.id, RunSource.source_key == outcome.source))
    if row is None:
        return
    asked_before = row.retry_at is not None
    for name, value in convert.outcome_values(outcome, claims_count, now).items():
        setattr(row, name, value)
    if outcome.status == "failed" and outcome.fault == "stopped":
        row.state = "skipped"
    if outcome.status == "failed" and outcome.fault in PASSING and not asked_before:
        row.state, row.retry_at = "later", now + RETRY_AFTER


# --- documents ------------------------------------------------------------------------------------------------------


def keep_document(session: WorkspaceSession, kept: Kept, now: datetime) -> int:
    """The id of the workspace's row for this document, new or known."""
    document = kept.document
    insert_new(session, PublicCopy, [convert.public_copy_values(document, kept.text)])
    row = _row_of(session, kept)
    row.retrieved_at = max(row.retrieved_at, document.retrieved_at)
    row.dead_since = row.changed_since = None
    if "html" in document.media_type:
        mark_changed(session, row.url, row.sha256, kept.text, now)
    return row.id


def _row_of(session: WorkspaceSession, kept: Kept) -> SourceDocument:
    """The workspace's row of a document; made now if there is none, also when another worker makes it just now."""
    values = convert.document_values(kept.document, kept.title, kept.published)
    known = select(SourceDocument).where(SourceDocument.sha256 == values["sha256"], SourceDocument.url == values["url"])
    row = session.scalar(known)
    if row is not None:
        return row
    origin = "address" if kept.document.source == given_pages.SOURCE.key else "fetched"
    try:
        with session.begin_nested():
            row = SourceDocument(**values, origin=origin)
            session.add(row)
            session.flush()
            return row
    except IntegrityError:
        return session.scalars(known).one()


def mark_changed(session: WorkspaceSession, url: str, sha256: str, text: str, now: datetime) -> int:
    """Flags earlier copies of a page whose cited words do not stand in its present text; how many these are."""
    changed = 0
    earlier = select(SourceDocument).where(
        SourceDocument.url == url, SourceDocument.sha256 != sha256, SourceDocument.changed_since.is_(None)
    )
    for document in session.scalars(earlier):
        quotes = session.scalars(select(Claim.quote).where(Claim.document_id == document.id).distinct()).all()
        document.checked_at = now
        if any(find(text, quote) is None for quote in quotes):
            document.changed_since = now
            changed += 1
    return changed


# --- claims ---------------------------------------------------------------------------------------------------------


def _keep_claims(
    session: WorkspaceSession, run: ResearchRun, claims: Sequence[Said], documents: Mapping[str, int], now: datetime
) -> None:
    subject = subject_of(run)
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for claim in claims:
        values = {
            **convert.claim_values(claim),
            **subject.columns(claim.record.kind),
            "workspace_id": session.workspace_id,
            "origin": "research" if is_fetched(claim) else "document",
            "document_id": documents[claim.citation.document],
            "run_id": run.id,
            "last_run_id": run.id,
            "created_at": now,
            "seen_at": now,
        }
        rows.setdefault((claim.record.kind, values["fingerprint"]), values)
    insert_new(session, Claim, list(rows.values()))
    _mark_seen(session, run, subject, list(rows.values()), now)


def is_fetched(claim: Said) -> bool:
    """Whether the claim stands in a page that was fetched, and not in a text of the user's own."""
    return claim.citation.url.startswith(("http:", "https:"))


def _mark_seen(
    session: WorkspaceSession, run: ResearchRun, subject: Subject, rows: Sequence[Mapping[str, Any]], now: datetime
) -> None:
    """Claims that an earlier run brought are noted as seen again, in the copy that was read now."""
    by_document: dict[tuple[int, str, datetime], list[str]] = {}
    for row in rows:
        place = (row["document_id"], row["document_sha256"], row["retrieved_at"])
        by_document.setdefault(place, []).append(row["fingerprint"])
    for (document_id, sha256, retrieved_at), fingerprints in by_document.items():
        for start in range(0, len(fingerprints), _PIECE):
            session.execute(
                update(Claim)
                .where(
                    subject.rows(Claim),
                    Claim.fingerprint.in_(fingerprints[start : start + _PIECE]),
                    Claim.run_id.is_distinct_from(run.id),
                )
                .values(
                    last_run_id=run.id,
                    seen_at=now,
                    document_id=document_id,
                    document_sha256=sha256,
                    retrieved_at=retrieved_at,
                )
                .execution_options(synchronize_session=False)
            )


def insert_new(session: WorkspaceSession, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows; one that breaks a unique constraint is there already, perhaps by another worker, and stays."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    target = table.__table__
    assert isinstance(target, Table)
    for start in range(0, len(rows), _PIECE):
        # one statement for many rows, and compiled once: with the values in it, each would be compiled anew
        session.execute(insert(target).on_conflict_do_nothing(), [dict(row) for row in rows[start : start + _PIECE]])
