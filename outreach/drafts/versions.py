"""States of a draft's text that are worth going back to: kept, compared, put back. None is ever edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.drafts import rules
from outreach.drafts.models import Draft, DraftVersion
from outreach.drafts.word_changes import Part, words_apart
from outreach.errors import NotFound
from outreach.people.operations import By
from outreach.people.queries import author_names

ORIGIN_WORDS = {
    "composed": "Composed from the letter",
    "written": "Kept as you wrote",
    "proposed": "Taken from a proposal",
    "restored": "Put back",
}
"""How a version came to be -> the words on the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A version in the list of a draft's versions, with how many words changed since the one before."""

    id: int
    number: int
    origin: str
    author: str
    created_at: datetime
    is_text_now: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two texts, word by word."""

    subject: tuple[Part, ...]
    body: tuple[Part, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return all(kind == "same" for kind, _ in (*self.subject, *self.body))


def keep(session: WorkspaceSession, draft: Draft, origin: str, by: By) -> DraftVersion:
    """Keeps the text as it is saved; what the latest version says already is not kept twice."""
    latest = latest_of(session, draft)
    if latest is not None and (latest.subject, latest.body) == (draft.subject, draft.body):
        return latest
    version = DraftVersion(
        draft_id=draft.id, number=latest.number + 1 if latest else 1, subject=draft.subject, body=draft.body,
        origin=origin, written_by_id=by.user_id, created_at=by.now,
    )  # fmt: skip
    session.add(version)
    session.flush()
    _drop_oldest(session, draft)
    return version


def _drop_oldest(session: WorkspaceSession, draft: Draft) -> None:
    """Of very many versions the oldest written ones go; the composed one stays."""
    mine = select(DraftVersion).where(DraftVersion.draft_id == draft.id)
    rows = session.scalars(mine.order_by(DraftVersion.number.desc()).offset(rules.VERSIONS_MOST)).all()
    for row in rows:
        if row.origin != "composed":
            session.delete(row)
    if rows:
        session.flush()


def latest_of(session: WorkspaceSession, draft: Draft) -> DraftVersion | None:
    """The version that was kept last."""
    mine = select(DraftVersion).where(DraftVersion.draft_id == draft.id)
    return session.scalar(mine.order_by(DraftVersion.number.desc()).limit(1))


def all_of(session: WorkspaceSession, draft: Draft) -> tuple[Line, ...]:
    """The versions of a draft, the latest first."""
    mine = select(DraftVersion).where(DraftVersion.draft_id == draft.id).order_by(DraftVersion.number.desc())
    rows: Sequence[DraftVersion] = session.scalars(mine).all()
    authors = author_names(session, {row.written_by_id for row in rows if row.written_by_id is not None})
    return tuple(
        Line(
            row.id, row.number, ORIGIN_WORDS[row.origin], authors.get(row.written_by_id or 0, ""), row.created_at,
            (row.subject, row.body) == (draft.subject, draft.body),
        )
        for row in rows
    )  # fmt: skip


def numbered(session: WorkspaceSession, draft: Draft, number: int) -> DraftVersion | None:
    """The version of a draft with this number there."""
    mine = (DraftVersion.draft_id == draft.id, DraftVersion.number == number)
    return session.scalar(select(DraftVersion).where(*mine))


def version_here(session: WorkspaceSession, draft: Draft, version_id: int) -> DraftVersion:
    """A version of a draft by its id. Raises: NotFound, also for one of another draft."""
    version = session.get(DraftVersion, version_id)
    if version is None or version.draft_id != draft.id:
        raise NotFound
    return version


def compared(old: Draft | DraftVersion, new: Draft | DraftVersion) -> Comparison:
    """What differs between two texts."""
    return Comparison(words_apart(old.subject, new.subject), words_apart(old.body, new.body))


def put_back(session: WorkspaceSession, draft: Draft, version: DraftVersion, by: By) -> None:
    """Makes an earlier text the draft's again; the present one is kept as a version before."""
    keep(session, draft, "written", by)
    draft.subject, draft.body, draft.updated_at = version.subject, version.body, by.now
    session.flush()
    keep(session, draft, "restored", by)
