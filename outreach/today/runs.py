"""Reads runs for the first page: those that need a hand, those under way, and those that ended lately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select

from outreach.db import WorkspaceSession
from outreach.dossiers.models import ResearchRun, RunSource
from outreach.dossiers.subjects import query_of
from outreach.jobs.table import DEAD, Job
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.today.rules import MINUTES, Task

LATELY = timedelta(days=7)
"""How long a run that is over is told of."""

STALE_AFTER = timedelta(days=30)
"""A failed run older than this is left alone: nobody has missed it."""

_MOST = 12
"""Runs of a kind that are told of on one page."""

_READ = 60
"""Runs that are looked through for them."""

_OPEN_SOURCES = ("waiting", "now")

# What a run compared itself with is as long as a dossier, and nothing of it is told here.
_RUN = (
    ResearchRun.id, ResearchRun.person_id, ResearchRun.organization_id, ResearchRun.query, ResearchRun.state,
    ResearchRun.error, ResearchRun.created_at, ResearchRun.finished_at,
)  # fmt: skip


def name_of(run: Any) -> str:
    """Whom a run is about, as it was asked."""
    return query_of(run).name


# --- those that need a hand -----------------------------------------------------------------------------------------


def broken(session: WorkspaceSession, now: datetime) -> Iterator[Task]:
    """Runs that were given up, and failed ones that no later run has made good."""
    stuck = [run for run in _under_way(session) if run.job_state == DEAD]
    for run in stuck[:_MOST]:
        reason = "It was broken off again and again. What was found is kept."
        yield _task(run, "standstill", f"Set the research on {name_of(run)} going again", reason)
    for run in latest_of_each(session):
        if run.state == "failed" and run.created_at > now - STALE_AFTER:
            reason = run.error or "What was found is kept."
            yield _task(run, "failed", f"See why the research on {name_of(run)} failed", reason)


def _task(run: Any, kind: str, words: str, reason: str) -> Task:
    return Task(f"{kind}:{run.id}", kind, words, reason, "Look at it", f"/research/{run.id}", MINUTES[kind])


# --- the latest -----------------------------------------------------------------------------------------------------


@once
def latest_of_each(session: WorkspaceSession) -> Sequence[Any]:
    """The latest run of each subject, of the latest few dozen; of people and organizations that are still here.

    With each of a person: their `name`, `reason`, and `may_be_asked`, whether they are a leader who may be written to.
    """
    found: dict[tuple[Any, ...], Any] = {}
    for run in session.execute(_latest()):
        found.setdefault((run.person_id, None if run.person_id is not None else run.organization_id), run)
    return [run for run in found.values() if run.is_here]


@kept
def _latest() -> Select[*tuple[Any, ...]]:
    person_here = and_(Person.id.is_not(None), HERE)
    house_here = and_(ResearchRun.person_id.is_(None), Organization.id.is_not(None), Organization.deleted_at.is_(None))
    may_be_asked = and_(Person.kind == "leader", Person.do_not_contact_since.is_(None))
    return (
        select(
            *_RUN, Person.name, Person.reason, may_be_asked.label("may_be_asked"),
            or_(person_here, house_here).label("is_here"),
        )
        .outerjoin(Person, Person.id == ResearchRun.person_id)
        .outerjoin(Organization, Organization.id == ResearchRun.organization_id)
        .order_by(ResearchRun.created_at.desc(), ResearchRun.id.desc())
        .limit(_READ)
    )  # fmt: skip


# --- those under way, and those that ended lately -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Running:
    """A run that is under way."""

    run_id: int
    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Over:
    """A run that ended lately; `found` are the passages that it brought."""

    run_id: int
    name: str
    state: str
    found: int
    ended_at: datetime


def running(session: WorkspaceSession) -> tuple[Running, ...]:
    """The runs that are under way, with how many of their sources have answered."""
    found = _under_way(session)[:_MOST]
    counted = _counts(session, [run.id for run in found])
    return tuple(Running(run.id, name_of(run), *counted.get(run.id, (0, 0, 0))[:2]) for run in found)


@once
def _under_way(session: WorkspaceSession) -> Sequence[Any]:
    """The latest runs that are not over, with how their jobs stand."""
    # Put in order here: asked to, SQLite reads every run of the workspace in the order of their days instead.
    return sorted(session.execute(_NOT_OVER), key=lambda run: run.created_at, reverse=True)


_NOT_OVER = kept_statement(
    select(*_RUN, Job.state.label("job_state"))
    .outerjoin(Job, Job.id == ResearchRun.job_id)
    .where(ResearchRun.state.in_(("waiting", "running")))
)


def over_lately(session: WorkspaceSession, now: datetime) -> tuple[Over, ...]:
    """The latest runs of their subjects that ended in the last days, latest first; failed ones are tasks."""
    found = [
        run
        for run in latest_of_each(session)
        if run.state in ("finished", "stopped") and run.finished_at is not None and run.finished_at > now - LATELY
    ][:5]
    counted = _counts(session, [run.id for run in found])
    return tuple(
        Over(run.id, name_of(run), run.state, counted.get(run.id, (0, 0, 0))[2], run.finished_at)
        for run in found
    )  # fmt: skip


def _counts(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Run -> sources that have finished, all its sources, passages."""
    found: dict[int, tuple[int, int, int]] = {}
    for run_id, state, count, claims in session.execute(_COUNTS, {"ids": ids}) if ids else ():
        done, total, passages = found.get(run_id, (0, 0, 0))
        found[run_id] = (
            done + (0 if state in _OPEN_SOURCES else count), total + count, passages + int(claims or 0)
        )  # fmt: skip
    return found


_COUNTS = kept_statement(
    select(RunSource.run_id, RunSource.state, func.count(), func.sum(RunSource.claims_count))
    .where(RunSource.run_id.in_(bindparam("ids", expanding=True)))
    .group_by(RunSource.run_id, RunSource.state)
)
