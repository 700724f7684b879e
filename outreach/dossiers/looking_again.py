"""Looks again at the page behind a stored copy: is it still there, does it still say so. Only when a user asks for it,
by a press on the copy or by researching anew.

The page is asked like any page that a user names: robots rules, pacing and every guard of the engine apply. What is not
there for a passing reason changes nothing: only "no such page" makes it gone.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import words
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun, SourceDocument
from outreach.dossiers.plain_text import find, kept_text
from outreach.dossiers.subjects import subject_of
from research.connectors import given_pages
from research.errors import SourceError
from research.gather import Fetcher
from research.types import Request

_ASKED_AS = replace(given_pages.SOURCE, keep_for=timedelta(0))
"""Never answered from the kept copy alone."""

LOOKED_AT_FOR = timedelta(days=7)
"""A page that was looked at is not asked again by a run for so long."""

MOST_PAGES = 20
"""Pages that one run looks at again."""

_GONE = frozenset({"not-found"})


@dataclass(frozen=True, slots=True)
class Look:
    """What became of it. `text` is None where the page could not be read; `note` then says why."""

    is_gone: bool = False
    text: str | None = None
    note: str = ""


def look(fetcher: Fetcher, url: str) -> Look:
    """Asks the address. Raises nothing for what the page does."""
    try:
        deadline = time.monotonic() + _ASKED_AS.timeout_s
        document = fetcher.fetch(_ASKED_AS, Request(url, accept="text/html,*/*;q=0.5"), deadline)
    except SourceError as error:
        if error.fault in _GONE:
            return Look(is_gone=True)
        reason = words.reason_of(error.fault, str(error))
        return Look(note=f"We could not look at the page again: it {reason}. The copy stays as it was read.")
    return Look(text=kept_text(document.body, media_type=document.media_type, charset=document.charset))


def worth_a_look(session: WorkspaceSession, run: ResearchRun, now: datetime) -> Sequence[int]:
    """Ids of pages that present facts cite and a later run has not read again: those looked at longest ago first."""
    subject = subject_of(run)
    rows = session.scalars(
        select(SourceDocument)
        .join(Claim, Claim.document_id == SourceDocument.id)
        .join(FactClaim, FactClaim.claim_id == Claim.id)
        .join(Fact, Fact.id == FactClaim.fact_id)
        .where(
            subject.rows(Fact),
            Fact.state == "current",
            SourceDocument.public_sha256.is_not(None),
            SourceDocument.media_type.contains("html"),
            SourceDocument.retrieved_at < now - LOOKED_AT_FOR,
        )
        .distinct()
    )
    due = [row for row in rows if row.checked_at is None or row.checked_at < now - LOOKED_AT_FOR]
    return [row.id for row in sorted(due, key=lambda row: (row.checked_at or row.retrieved_at, row.id))[:MOST_PAGES]]


def quotes_of(session: WorkspaceSession, document_id: int) -> Sequence[str]:
    """The words that claims cite from a document."""
    return session.scalars(select(Claim.quote).where(Claim.document_id == document_id).distinct()).all()


def note(session: WorkspaceSession, document: SourceDocument, seen: Look, now: datetime) -> None:
    """Writes what the look has shown. A page that is back, or says so again, is flagged no longer."""
    document.check_note = seen.note[:300]
    if seen.is_gone:
        document.checked_at = now
        document.dead_since = document.dead_since or now
        return
    if seen.text is None:
        return
    document.checked_at, document.dead_since = now, None
    text = seen.text
    if any(find(text, quote) is None for quote in quotes_of(session, document.id)):
        document.changed_since = document.changed_since or now
    else:
        document.changed_since = None
