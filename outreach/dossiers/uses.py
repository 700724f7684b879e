"""Where a fact is used: programs, drafts, articles, briefs. A fact that changes marks each place as needing a look.

    uses.use_fact(session, fact, "draft", draft.id, "Request for 20 minutes", now=now)
    uses.uses_of(session, fact.id)
    uses.waiting_at(session, "draft", draft.id)

Later rooms call these; none of them has to be asked when a fact changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact, FactUse
from outreach.dossiers.subjects import Subject

PATHS = {
    "program": "/programs/{}", "draft": "/drafts/{}", "guide": "/guides/{}", "article": "/articles/{}",
    "brief": "/briefs/{}",
}  # fmt: skip
"""Kind of a place -> its address, where the caller gives none."""

GONE = "No source says it any more."
TOLD_OTHERWISE = "It is told otherwise now."
_LABEL = 300

Told = Mapping[int, tuple[str, str]]
"""Fact -> its state and words."""


def use_fact(
    session: WorkspaceSession, fact: Fact, used_in: str, used_id: int, label: str, *, now: datetime, path: str = ""
) -> FactUse:
    """Notes that a place uses a fact; once for a place, with its present name. Raises: KeyError without an address."""
    address = path or PATHS[used_in].format(used_id)
    here = (FactUse.fact_id == fact.id, FactUse.used_in == used_in, FactUse.used_id == used_id)
    use = session.scalar(select(FactUse).where(*here))
    if use is None:
        use = FactUse(fact_id=fact.id, used_in=used_in, used_id=used_id, used_at=now)
        session.add(use)
    use.label, use.path = label[:_LABEL], address
    session.flush()
    return use


def use_facts(
    session: WorkspaceSession, fact_ids: Collection[int], used_in: str, used_id: int, label: str, *, now: datetime
) -> None:
    """Notes that a new place uses these facts, all at once. The place must not use any yet. Raises: KeyError."""
    path = PATHS[used_in].format(used_id)
    session.add_all(
        FactUse(fact_id=number, used_in=used_in, used_id=used_id, used_at=now, label=label[:_LABEL], path=path)
        for number in sorted(fact_ids)
    )
    session.flush()


def stop_using(session: WorkspaceSession, used_in: str, used_id: int, keep: Collection[int] = ()) -> None:
    """Notes that a place uses these facts only, or, without any, that it uses none any more."""
    for use in uses_at(session, used_in, used_id):
        if use.fact_id not in keep:
            session.delete(use)
    session.flush()


def uses_of(session: WorkspaceSession, fact_id: int) -> Sequence[FactUse]:
    """The places that use a fact, the latest first."""
    uses = select(FactUse).where(FactUse.fact_id == fact_id).order_by(FactUse.used_at.desc(), FactUse.id.desc())
    return session.scalars(uses).all()


def waiting_at(session: WorkspaceSession, used_in: str, used_id: int) -> Sequence[FactUse]:
    """The facts of a place that have changed since somebody looked."""
    return [use for use in uses_at(session, used_in, used_id) if use.needs_look_since is not None]


def to_look_at(session: WorkspaceSession, most: int = 50) -> Sequence[FactUse]:
    """Every place that needs a look, the oldest first."""
    waiting = select(FactUse).where(FactUse.needs_look_since.is_not(None))
    return session.scalars(waiting.order_by(FactUse.needs_look_since, FactUse.id).limit(most)).all()


def looked_at(session: WorkspaceSession, used_in: str, used_id: int) -> int:
    """Notes that somebody has looked at a place; how many marks went."""
    waiting = waiting_at(session, used_in, used_id)
    for use in waiting:
        use.needs_look_since, use.why = None, ""
    session.flush()
    return len(waiting)


def uses_at(session: WorkspaceSession, used_in: str, used_id: int) -> Sequence[FactUse]:
    """The facts that a place uses, those first that were put in first."""
    here = (FactUse.used_in == used_in, FactUse.used_id == used_id)
    return session.scalars(select(FactUse).where(*here).order_by(FactUse.id)).all()


# --- marking --------------------------------------------------------------------------------------------------------


def mark(session: WorkspaceSession, fact_ids: Iterable[int], why: str, now: datetime) -> int:
    """Marks every place that uses one of these facts; how many there are. The first mark keeps its time."""
    ids = list(fact_ids)
    uses = session.scalars(select(FactUse).where(FactUse.fact_id.in_(ids))).all() if ids else ()
    for use in uses:
        use.needs_look_since = use.needs_look_since or now
        use.why = why[:500]
    session.flush()
    return len(uses)


def unmark(session: WorkspaceSession, fact_ids: Iterable[int], why: Collection[str]) -> None:
    """Takes marks back that were made for one of these reasons, since the fact is again as it was."""
    ids = list(fact_ids)
    if not ids:
        return
    for use in session.scalars(select(FactUse).where(FactUse.fact_id.in_(ids), FactUse.why.in_(list(why)))):
        use.needs_look_since, use.why = None, ""
    session.flush()


def told(session: WorkspaceSession, subject: Subject) -> Told:
    """How the facts of a subject stand that are used somewhere; to compare with `mark_changed`."""
    used = select(FactUse.id).where(FactUse.fact_id == Fact.id).exists()
    rows = session.execute(select(Fact.id, Fact.state, Fact.value_words).where(subject.rows(Fact), used))
    return {number: (state, words) for number, state, words in rows}


def mark_changed(session: WorkspaceSession, subject: Subject, before: Told, now: datetime) -> None:
    """Marks what used a fact that has gone or is told otherwise since; unmarks what used one that is here again."""
    after = told(session, subject)
    both = [(number, before[number], after[number]) for number in before.keys() & after.keys()]
    mark(session, (number for number, was, now_ in both if now_[0] == "gone" != was[0]), GONE, now)
    unmark(session, (number for number, was, now_ in both if was[0] == "gone" and now_[0] == "current"), (GONE,))
    current = [(number, was, now_) for number, was, now_ in both if was[0] == now_[0] == "current"]
    mark(session, (number for number, was, now_ in current if was[1] != now_[1]), TOLD_OTHERWISE, now)
