"""Forgets documents that nothing rests on any more: those of people who were deleted, those that no claim cites.

A document may stay without claims for a day, since a run that is under way, or one broken off, may still read it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from outreach import search
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, Program, ProgramSource, PublicCopy, ResearchRun, SourceDocument
from outreach.dossiers.operations import UNDO_FOR

KEPT_FOR = timedelta(days=1)
_PIECE = 500

_RESTING: list[Callable[[], ColumnElement[bool]]] = []


def rests_on_documents(condition: Callable[[], ColumnElement[bool]]) -> None:
    """Lets a later room keep documents: those of which its condition on `SourceDocument` holds are not forgotten."""
    _RESTING.append(condition)


def forget_documents(session: WorkspaceSession, now: datetime) -> int:
    """Removes documents without claims, and bytes of pages without documents; how many documents these were.

    session: a system session, since bytes of public pages are kept once for all workspaces.
    """
    forgotten = _forget_rows(session, now)
    session.flush()
    unused = select(PublicCopy.sha256).where(
        PublicCopy.first_read_at < now - KEPT_FOR,
        ~select(SourceDocument.id).where(SourceDocument.public_sha256 == PublicCopy.sha256).exists(),
    )
    hashes = session.scalars(unused).all()
    for start in range(0, len(hashes), _PIECE):
        session.execute(delete(PublicCopy).where(PublicCopy.sha256.in_(hashes[start : start + _PIECE])))
    return forgotten


def forget_programs(session: WorkspaceSession, now: datetime) -> int:
    """Removes records of programs for good that were deleted too long ago to be brought back; how many."""
    old = select(Program.id).where(Program.deleted_at < now - UNDO_FOR)
    ids = session.scalars(old).all()
    for start in range(0, len(ids), _PIECE):
        session.execute(delete(Program).where(Program.id.in_(ids[start : start + _PIECE])))
    return len(ids)


def _forget_rows(session: WorkspaceSession, now: datetime) -> int:
    lonely = select(SourceDocument.id).where(
        SourceDocument.retrieved_at < now - KEPT_FOR,
        ~select(Claim.id).where(Claim.document_id == SourceDocument.id).exists(),
        ~select(ProgramSource.id).where(ProgramSource.document_id == SourceDocument.id).exists(),
        *(~condition() for condition in _RESTING),
    )
    given = {number for numbers in session.scalars(select(ResearchRun.given_documents)) for number in numbers or ()}
    ids = [number for number in session.scalars(lonely) if number not in given]
    for start in range(0, len(ids), _PIECE):
        session.execute(delete(SourceDocument).where(SourceDocument.id.in_(ids[start : start + _PIECE])))
    search.remove(session, "source", ids)
    return len(ids)
