"""Moves ladders on: begins those of requests that were sent, ends those that were answered, makes due what is due.

    advance(session, now)         all of one workspace
    pick_due(database, now)       what is due in all workspaces, by the index, each by compare-and-set
    follow_sent(database, now)    what was sent of late: requests get their ladder, notes are noted
    advance_all(database, now)    all workspaces with ladders under way

Rooms before this one know nothing of it: it looks at what they keep when it is its turn. Nothing is sent here.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, literal_column, or_, select, tuple_

from outreach.db import Database, WorkspaceSession
from outreach.drafts.models import Draft
from outreach.followups import ladder_facts, ladder_files, operations, rules
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.people.models import Person
from outreach.people.queries import HERE

BATCH = 200
"""Steps that are picked at once: what they hold is held no longer than these take."""

FREE_S = 0.12
"""Seconds between two transactions: whoever waits for SQLite's writer asks every tenth of a second."""

ANSWERED_LATE = timedelta(days=90)
"""How long after its end a ladder still hears an answer, and lets the relationship rest no more."""

_PLANNED = FollowUpStep.state == literal_column("'planned'")
"""Written out: a partial index is taken where the statement itself says what it holds."""


@dataclass(frozen=True, slots=True)
class Advanced:
    """What came of it. `became_due` are ids of steps."""

    begun: int = 0
    ended: int = 0
    became_due: tuple[int, ...] = ()

    def __add__(self, other: Advanced) -> Advanced:
        """Both together."""
        return Advanced(self.begun + other.begun, self.ended + other.ended, (*self.became_due, *other.became_due))


# --- one workspace --------------------------------------------------------------------------------------------------


def advance(session: WorkspaceSession, now: datetime) -> Advanced:
    """Brings all ladders of a workspace up to this moment. Done twice, the second time changes nothing."""
    found, last = begin_missing(session, now), 0
    while True:
        some = select(FollowUp.id).where(_alive(now), FollowUp.id > last).order_by(FollowUp.id)
        ids = session.scalars(some.limit(ladder_facts.MOST_AT_ONCE)).all()
        if not ids:
            return found
        found += bring_up(session, ids, now)
        last = ids[-1]


def begin_missing(session: WorkspaceSession, now: datetime) -> Advanced:
    """Begins the ladders of requests that were sent of late."""
    requests = session.scalars(select(Draft).where(*without_ladder(now)).order_by(Draft.sent_at, Draft.id)).all()
    begun = [operations.begin(session, draft, now) for draft in requests]
    return Advanced(begun=sum(one is not None for one in begun))


def bring_up(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> Advanced:
    """Brings these ladders of a workspace up to this moment; those that somebody else has in hand are left to them."""
    mine = select(FollowUp).where(FollowUp.id.in_(ids)).order_by(FollowUp.id).with_for_update(skip_locked=True)
    rows = session.scalars(mine.execution_options(populate_existing=True)).all()
    written = [operations.write_all_but_due(session, one, now) for one in ladder_facts.looks(session, rows, now)]
    coming = [one.to_make_due for one in written if one.to_make_due is not None]
    return Advanced(
        ended=sum(one.ended for one in written), became_due=operations.make_due(session, coming, now)
    )  # fmt: skip


def _alive(now: datetime) -> ColumnElement[bool]:
    """Ladders that something can still happen to."""
    return or_(
        FollowUp.state == "running",
        and_(FollowUp.state == "finished", FollowUp.ended_at > now - ANSWERED_LATE),
        and_(FollowUp.state == "stopped", FollowUp.ended_at > now - rules.UNDO_FOR),
    )


def without_ladder(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Requests that were sent of late to somebody who is here, and have no ladder."""
    kinds = {kind for ladder in ladder_files.ladders().values() for kind in ladder.after}
    known = select(FollowUp.id).where(FollowUp.draft_id == Draft.id)
    here = select(Person.id).where(Person.id == Draft.person_id, HERE)
    return (
        Draft.state == "sent", Draft.kind.in_(kinds), Draft.sent_at > now - rules.RECENT,
        Draft.deleted_at.is_(None), ~exists(known), exists(here),
    )  # fmt: skip


# --- all workspaces -------------------------------------------------------------------------------------------------


def pick_due(database: Database, now: datetime) -> Advanced:
    """Makes due what is due by now in all workspaces. What waits for another reason gets its new moment."""
    found = Advanced()
    for picked in _picked(database, now):
        found += _brought_up(database, picked, now)
    return found


def _picked(database: Database, now: datetime) -> Iterator[Sequence[tuple[int, int]]]:
    """(workspace, ladder) of the steps whose moment has come, those due longest first, some at a time."""
    last: tuple[datetime, int] | None = None
    while True:
        with database.system_reader("looking which notes are due in all workspaces") as session:
            rows = session.execute(due_steps(now, last)).all()
        if not rows:
            return
        last = (rows[-1].due_at, rows[-1].id)
        yield [(row.workspace_id, row.follow_up_id) for row in rows]


def due_steps(now: datetime, last: tuple[datetime, int] | None = None) -> Select[tuple[datetime, int, int, int]]:
    """The statement that picks planned steps whose moment has come, behind the `last` one that was picked."""
    columns = (FollowUpStep.due_at, FollowUpStep.id, FollowUpStep.workspace_id, FollowUpStep.follow_up_id)
    due = select(*columns).where(_PLANNED, FollowUpStep.due_at <= now)
    if last is not None:
        due = due.where(tuple_(FollowUpStep.due_at, FollowUpStep.id) > last)
    return due.order_by(FollowUpStep.due_at, FollowUpStep.id).limit(BATCH)  # type: ignore[return-value]


def _brought_up(database: Database, picked: Sequence[tuple[int, int]], now: datetime) -> Advanced:
    by_workspace: dict[int, set[int]] = defaultdict(set)
    for workspace_id, number in picked:
        by_workspace[workspace_id].add(number)
    found = Advanced()
    for workspace_id, numbers in by_workspace.items():
        with database.session_for(workspace_id) as session:
            found += bring_up(session, sorted(numbers), now)
        _let_others_write(database)
    return found


def _let_others_write(database: Database) -> None:
    """SQLite has one writer, and gives its place to whoever asks in the right instant: here it is left free a while."""
    if database.is_sqlite:
        time.sleep(FREE_S)


def follow_sent(database: Database, now: datetime) -> Advanced:
    """Begins the ladders of requests that were sent, and notes the notes that were, in all workspaces."""
    with database.system_reader("looking which letters of all workspaces were sent") as session:
        waiting = session.scalars(select(Draft.workspace_id).where(*without_ladder(now)).distinct()).all()
        sent = (
            select(FollowUpStep.workspace_id, FollowUpStep.follow_up_id)
            .join(Draft, Draft.id == FollowUpStep.draft_id)
            .where(FollowUpStep.state.in_(rules.OPEN), Draft.state == "sent")
        )
        notes = [(workspace_id, number) for workspace_id, number in session.execute(sent)]
    found = Advanced()
    for workspace_id in waiting:
        with database.session_for(workspace_id) as session:
            found += begin_missing(session, now)
    return found + _brought_up(database, notes, now)


def advance_all(database: Database, now: datetime) -> Advanced:
    """Brings the ladders of all workspaces up to this moment, one workspace after the other."""
    with database.system_reader("looking in which workspaces ladders are under way") as session:
        workspaces = session.scalars(select(FollowUp.workspace_id).where(_alive(now)).distinct()).all()
    found = Advanced()
    for workspace_id in workspaces:
        with database.session_for(workspace_id) as session:
            found += advance(session, now)
    return found
