"""The part of the digest that tells what changed: a sentence, the passage, and an idea for a give; seven at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.record_words import said
from outreach.signals import gives, operations, queries

MOST = 7
"""Changes in one digest; the rest are counted and stand on their page."""


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One change. `passage` is what the source says, in quotation marks or as a record's fields; "" for none."""

    sentence: str
    passage: str
    source: str
    url: str
    give: str
    address: str
    """Its page in the application."""


@dataclass(frozen=True, slots=True)
class DigestPart:
    """What a digest tells of changes: the lines, and how many more there are."""

    lines: tuple[DigestLine, ...]
    more: int

    def __bool__(self) -> bool:
        return bool(self.lines)


def digest_lines(session: WorkspaceSession, user_id: int, since: datetime, until: datetime) -> DigestPart:
    """What was found after `since` and until `until`, for one user's digest; notes that it was told.

    The times of one user's digests follow one another, so none is told to them twice; asked again for the same time,
    as after mail that could not be sent, it gives the same.
    """
    rows, count = queries.for_digest(session, since, until, MOST)
    operations.mark_told(session, [row.id for row in rows], today_of(session, user_id, until))
    lines = [
        DigestLine(row.sentence, said(row.quote) if row.quote else "", row.source_title, row.url,
                   gives.give_for(row.kind).words, f"/signals/{row.id}")
        for row in rows
    ]  # fmt: skip
    return DigestPart(tuple(lines), max(0, count - len(lines)))
