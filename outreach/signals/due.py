"""The scheduler of watches: picks those that are due over all workspaces, and begins their research, once each.

A watch is claimed by a write that is guarded by its moment as it was read: of two workers one finds it so. The write
sets the next moment, and stands in one transaction with the run that it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import and_, func, or_, select, text, update

from outreach.db import Database, WorkspaceSession
from outreach.dossiers import operations as research
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.dossiers.subjects import subject_of_person
from outreach.jobs.table import QUEUED, RUNNING, Job
from outreach.people.models import Person
from outreach.signals import watch_rules
from outreach.signals.models import Watch
from outreach.signals.watches import held

INVESTIGATE = "dossiers.investigate"

RECENT = timedelta(days=7)
"""Somebody who was researched by hand so lately is not looked up again now."""

_IS_ON = text("watch.is_on")
"""As the index has it: SQLite takes a partial index only for the very words of its condition."""

_WHY = "looking which watched people are due"

Outcome = Literal["begun", "held", "recent", "taken"]
"""What became of a watch that was due: a run was begun; it was moved on, for a reason, or since it was read lately;
another worker was faster."""


@dataclass(frozen=True, slots=True)
class Due:
    """A watch whose moment has come, as it was read."""

    id: int
    workspace_id: int
    next_at: datetime


def pick(session: WorkspaceSession, now: datetime, most: int = watch_rules.MOST_IN_A_ROUND) -> Sequence[Due]:
    """The watches that are due, longest due first, over all workspaces that the session sees. Reads the index only."""
    due = select(Watch.id, Watch.workspace_id, Watch.next_at).where(_IS_ON, Watch.next_at <= now)
    return [Due(*row) for row in session.execute(due.order_by(Watch.next_at, Watch.id).limit(most))]


def under_way(session: WorkspaceSession, now: datetime) -> int:
    """How many runs through the sources go on, or wait for their turn, over all workspaces."""
    going = or_(Job.state == RUNNING, and_(Job.state == QUEUED, Job.due_at <= now))
    return session.scalar(select(func.count(Job.id)).where(going, Job.name == INVESTIGATE)) or 0


def look_again(database: Database, plan: Plan, now: datetime) -> int:
    """One round: begins what is due as far as there is room; how many runs were begun."""
    with database.system_reader(_WHY) as session:
        room = watch_rules.MOST_AT_ONCE - under_way(session, now)
        due = pick(session, now) if room > 0 else ()
    begun = 0
    for one in due:
        if begun >= room:
            break
        with database.session_for(one.workspace_id) as session:
            begun += begin(session, one, plan, now) == "begun"
    return begun


def begin(session: WorkspaceSession, due: Due, plan: Plan, now: datetime) -> Outcome:
    """Claims a watch, and begins its research unless something speaks against it."""
    row = session.scalar(select(Watch).where(Watch.id == due.id))
    if row is None or not row.is_on or row.next_at != due.next_at:
        return "taken"
    person = session.get_one(Person, row.person_id)
    until = _held_until(session, person, row, now)
    recent = _read_lately(session, person, now) if until is None else None
    next_at = until or watch_rules.next_look(row.id, recent or now, row.every_days)
    if not _claim(session, due, next_at):
        return "taken"
    session.refresh(row)
    if until is not None:
        return "held"
    if recent is not None:
        return "recent"
    run = research.start(session, subject_of_person(session, person), plan, row.watched_by_id, now)
    noted = update(Watch).where(Watch.id == row.id).values(last_run_id=run.id)
    session.execute(noted, execution_options={"synchronize_session": False})
    return "begun"


def _claim(session: WorkspaceSession, due: Due, next_at: datetime) -> bool:
    as_read = (Watch.id == due.id, Watch.is_on.is_(True), Watch.next_at == due.next_at)
    guarded = update(Watch).where(*as_read).values(next_at=next_at)
    done = session.execute(guarded, execution_options={"synchronize_session": False})
    return bool(done.rowcount == 1)  # type: ignore[attr-defined]


def _held_until(session: WorkspaceSession, person: Person, row: Watch, now: datetime) -> datetime | None:
    """When to think of it again, where somebody is not to be looked up now; None where they are."""
    if person.deleted_at is not None or person.merged_into_id is not None:
        return watch_rules.next_look(row.id, now, row.every_days)
    today = now.date()
    reason = held(session, [person], today).get(person.id)
    if reason is None:
        return None
    if reason.until is None:
        return watch_rules.next_look(row.id, now, row.every_days)
    return watch_rules.on_day(row.id, max(reason.until, _tomorrow(today)))


def _tomorrow(today: date) -> date:
    return date.fromordinal(min(today.toordinal() + 1, date.max.toordinal()))


def _read_lately(session: WorkspaceSession, person: Person, now: datetime) -> datetime | None:
    """When a run about them ended in the last days."""
    over = select(func.max(ResearchRun.finished_at)).where(
        ResearchRun.person_id == person.id, ResearchRun.state == "finished", ResearchRun.finished_at > now - RECENT,
        ResearchRun.finished_at <= now,
    )  # fmt: skip
    return session.scalar(over)


def put_right(session: WorkspaceSession, now: datetime, most: int = 200) -> int:
    """Brings moments back that a clock gone wrong had set farther ahead than any look lies; how many."""
    wrong = select(Watch).where(_IS_ON, Watch.next_at > now + watch_rules.FARTHEST)
    rows = session.scalars(wrong.order_by(Watch.next_at.desc()).limit(most)).all()
    for row in rows:
        row.next_at = watch_rules.next_look(row.id, now, row.every_days)
    session.flush()
    return len(rows)
