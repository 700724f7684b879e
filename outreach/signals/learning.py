"""What "not relevant" teaches: of which source and kind further changes are kept quietly. By verdicts, nothing else."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.signals.models import Signal

NOT_RELEVANT_TWICE = 2
"""So many verdicts one after the other, without a keep between, make the like of it quiet."""

JUDGED = ("kept", "not_relevant", "used")


def is_learned(session: WorkspaceSession, source_key: str, kind: str) -> bool:
    """Whether the last verdicts on changes of this kind from this source all were "not relevant"."""
    if not source_key:
        return False
    latest = (
        select(Signal.state)
        .where(Signal.source_key == source_key, Signal.kind == kind, Signal.state.in_(JUDGED))
        .order_by(Signal.judged_at.desc(), Signal.id.desc())
        .limit(NOT_RELEVANT_TWICE)
    )
    states = session.scalars(latest).all()
    return len(states) == NOT_RELEVANT_TWICE and set(states) == {"not_relevant"}


def learned_among(session: WorkspaceSession, pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these (source, kind) that are quiet by verdict; one question for each pair of a page, at most a few."""
    return {(source_key, kind) for source_key, kind in set(pairs) if is_learned(session, source_key, kind)}
