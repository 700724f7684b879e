"""The ledger goes over with the person it is about, when two people are joined; of two pauses the longer one holds."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.people.merging import concludes, follows
from outreach.people.models import PersonMerge
from outreach.relationships.models import (
    Advice,
    LearningPlan,
    Pause,
    Promise,
    QuarterlyReview,
    Recommendation,
    Standing,
    Touch,
)

_ONE = "one"


def _noted_by_a_room(row: Touch) -> Hashable:
    """What a room has noted about both is there once."""
    return (row.source, row.source_id, row.kind) if row.source != "hand" and row.deleted_at is None else None


def _standing(row: Pause) -> Hashable:
    return _ONE if row.ended_at is None else None


follows(Touch, "person_id", "what happened", same=_noted_by_a_room)
follows(Touch, "helper_id", "what happened with their help")
follows(Promise, "person_id", "promises")
follows(Advice, "person_id", "pieces of advice")
follows(Pause, "person_id", "pauses", same=_standing)
follows(Standing, "person_id", "how it stands", same=lambda _: _ONE)
follows(QuarterlyReview, "person_id", "reviews", same=lambda row: row.quarter)
follows(LearningPlan, "person_id", "learning plans", same=lambda _: _ONE)
follows(Recommendation, "person_id", "recommendations")


class _Pauses:
    """A pause that stays behind, since the kept person has one, lends that one its days."""

    def before(self, session: WorkspaceSession, kept_id: int, merged_id: int) -> Mapping[str, Any]:
        """The pauses of the two that nobody has ended: [id, begins, until] each, or None."""
        return {"kept": _told(session, kept_id), "merged": _told(session, merged_id)}

    def after(self, session: WorkspaceSession, kept_id: int, before: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG002 (as every room's)
        """The kept one's pause holds as long as the longer of the two."""
        row, mine, theirs = _of_both(session, before)
        if row is not None:
            row.begins_on, row.until, row.updated_at = min(mine[0], theirs[0]), max(mine[1], theirs[1]), now

    def undo(self, session: WorkspaceSession, merge: PersonMerge, before: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG002 (as every room's)
        """Gives the kept one's pause its own days back, unless somebody has set others since."""
        row, mine, theirs = _of_both(session, before)
        if row is not None and row.until == max(mine[1], theirs[1]):
            (row.begins_on, row.until), row.updated_at = mine, now


_NEVER = (date.min, date.min)


def _of_both(
    session: WorkspaceSession, before: Mapping[str, Any]
) -> tuple[Pause | None, tuple[date, date], tuple[date, date]]:
    """The kept one's pause where both had one, with the days of each."""
    mine, theirs = before.get("kept"), before.get("merged")
    if not mine or not theirs:
        return None, _NEVER, _NEVER
    days = [(date.fromisoformat(begins), date.fromisoformat(until)) for _, begins, until in (mine, theirs)]
    return session.get(Pause, mine[0]), days[0], days[1]


def _told(session: WorkspaceSession, person_id: int) -> list[Any] | None:
    row = session.scalar(select(Pause).where(Pause.person_id == person_id, Pause.ended_at.is_(None)))
    return [row.id, row.begins_on.isoformat(), row.until.isoformat()] if row is not None else None


concludes("pauses", _Pauses())
