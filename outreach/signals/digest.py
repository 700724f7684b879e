"""The part of the digest that tells what changed: a sentence, the passage, and an idea for a give; seven at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.record_words import said
from outreach.signals import gives, operations, queries
from outreach.signals.models import Signal

MOST = 7
"""Changes in one digest; the rest are counted and stand on their page."""


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One change. `passage` is what the source says, in quotation marks or as a record's fields; "" for none."""

    id: int
    person_id: int
    sentence: str
    passage: str
    source: str
    url: str
    give: str

    @property
    def address(self) -> str:
        """Its page in the application."""
        return f"/signals/{self.id}"


@dataclass(frozen=True, slots=True)
class DigestPart:
    """What a digest tells of changes: the lines, and how many more there are."""

    lines: tuple[DigestLine, ...]
    more: int

    def __bool__(self) -> bool:
        return bool(self.lines)


def digest_lines(
    session: WorkspaceSession, user_id: int, since: datetime, until: datetime, told_after: date | None = None
) -> DigestPart:
    """What was found after `since` and until `until`, for one user's digest; notes that it was told.

    told_after: the day of the user's last digest, if that is another than that of `since`: what was told by then is
    not told again. Asked again for the same time, as after mail that could not be sent, it gives the same. A session
    that only reads notes nothing.
    """
    day = told_after or since.date()
    rows, count = queries.for_digest(session, since, until, day, MOST)
    if not session.reads_only:
        operations.mark_told(session, [row.id for row in rows], today_of(session, user_id, until))
    lines = [_line(row) for row in rows]
    return DigestPart(tuple(lines), max(0, count - len(lines)))


def _line(row: Signal) -> DigestLine:
    passage = said(row.quote) if row.quote else ""
    idea = gives.give_for(row.kind).words
    return DigestLine(row.id, row.person_id, row.sentence, passage, row.source_title, row.url, idea)
