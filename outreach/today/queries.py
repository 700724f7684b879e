"""Reads what waits: questions, runs that need a hand, texts whose facts changed, and what is missing before an ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import defer

from outreach.db import WorkspaceSession
from outreach.dossiers import readiness
from outreach.dossiers.models import Candidate, FactUse, ResearchRun, RunSource, Verdict
from outreach.dossiers.queries import open_candidates, runs_under_way
from outreach.dossiers.readiness_rules import Close, Item
from outreach.dossiers.run_page import heading
from outreach.dossiers.subjects import query_of, subject_of
from outreach.drafts import queries as drafts
from outreach.errors import NotFound
from outreach.followups.models import FollowUpStep
from outreach.interviews.talk_models import Interview
from outreach.interviews.waiting import ASKED_FOR
from outreach.jobs.table import DEAD, Job
from outreach.once import once
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.today.models import PutOff
from outreach.today.rules import MINUTES, MOST_MINUTES_OF_QUESTIONS, Task

LATELY = timedelta(days=7)
"""How long a run that is over is told of."""

STALE_AFTER = timedelta(days=30)
"""A failed run older than this is left alone: nobody has missed it."""

LEFT_LYING = timedelta(days=1)
"""How long a letter may lie before it is spoken of: whoever writes one knows of it."""

_MOST = 12
"""Subjects with questions, and people being prepared, that are looked at for one page."""

_RUNS_READ = 60


def tasks(session: WorkspaceSession, now: datetime, *, may_change: bool) -> list[Task]:
    """All that waits for the user, in no order but latest first within a kind.

    `may_change` is false for a reviewer, who has nothing to do here.
    """
    if not may_change:
        return []
    found = [*_questions(session), *_broken_runs(session, now), *_to_look_at(session), *_letters(session, now)]
    asked = {task.address.partition("#")[0] for task in found if task.kind == "question"}
    return [*found, *_gaps(session, now, asked), *_unresearched(session)]


# --- questions ----------------------------------------------------------------------------------------------------


def _questions(session: WorkspaceSession) -> Iterator[Task]:
    """One task for each run whose subject has records that wait for the user's word."""
    answered = (
        select(Verdict.id)
        .where(
            Verdict.source_key == Candidate.source_key,
            Verdict.record_id == Candidate.record_id,
            func.coalesce(Verdict.person_id, 0) == func.coalesce(Candidate.person_id, 0),
            func.coalesce(Verdict.organization_id, 0) == func.coalesce(Candidate.organization_id, 0),
            Verdict.undone_at.is_(None),
        )
        .exists()
    )
    latest = func.max(Candidate.run_id)
    asking = (
        select(latest)
        .where(Candidate.judgement == "unsure", Candidate.run_id.is_not(None), ~answered)
        .group_by(Candidate.person_id, Candidate.organization_id)
        .order_by(latest.desc())
        .limit(_MOST)
    )
    for run_id in dict.fromkeys(session.scalars(asking)):
        run = session.get(ResearchRun, run_id)
        task = _question(session, run) if run is not None else None
        if task is not None:
            yield task


def _question(session: WorkspaceSession, run: ResearchRun) -> Task | None:
    subject = subject_of(run)
    try:
        name, _ = heading(session, subject)
    except NotFound:
        return None
    waiting = open_candidates(session, subject)
    if not waiting:
        return None
    what = "person" if waiting[0].record_kind == "person" else "organization"
    words = f"Decide: is {waiting[0].record_label} the same {what}?"
    action = "Compare"
    if len(waiting) > 1:
        words, action = f"Answer {len(waiting)} questions about {name}", "Answer"
    minutes = min(MINUTES["question"] * len(waiting), MOST_MINUTES_OF_QUESTIONS)
    address = f"/research/{run.id}#question-{waiting[0].id}"
    return Task(
        f"question:{run.id}", "question", words, f"What is known of {name} waits on this.", action, address, minutes,
        person_id=run.person_id,
    )  # fmt: skip


# --- runs ---------------------------------------------------------------------------------------------------------


def _broken_runs(session: WorkspaceSession, now: datetime) -> Iterator[Task]:
    """Runs that were given up, and failed ones that no later run has made good."""
    stuck = select(ResearchRun).join(Job, Job.id == ResearchRun.job_id)
    stuck = stuck.where(ResearchRun.finished_at.is_(None), Job.state == DEAD).limit(_MOST)
    for run in session.scalars(stuck):
        reason = "It was broken off again and again. What was found is kept."
        yield _of_run(run, "standstill", f"Set the research on {_name(run)} going again", reason, "Look at it")
    latest = _latest_of_each(session)
    for run in latest:
        if run.state == "failed" and run.created_at > now - STALE_AFTER:
            reason = run.error or "What was found is kept."
            yield _of_run(run, "failed", f"See why the research on {_name(run)} failed", reason, "Look at it")


def _of_run(run: ResearchRun, kind: str, words: str, reason: str, action: str) -> Task:
    return Task(f"{kind}:{run.id}", kind, words, reason, action, f"/research/{run.id}", MINUTES[kind])


@once
def _latest_of_each(session: WorkspaceSession) -> Sequence[ResearchRun]:
    """The latest run of each subject, of the latest few dozen; of people and organizations that are still here."""
    # What a run compared itself with is as long as a dossier, and nothing of it is told here.
    lean = (defer(ResearchRun.facts_before), defer(ResearchRun.changes), defer(ResearchRun.given_documents))
    recent = select(ResearchRun).order_by(ResearchRun.created_at.desc(), ResearchRun.id.desc()).limit(_RUNS_READ)
    found: dict[tuple[Any, ...], ResearchRun] = {}
    for run in session.scalars(recent.options(*lean)):
        whose = ("person", run.person_id) if run.person_id is not None else ("organization", run.organization_id)
        found.setdefault(whose, run)
    here = {("person", number) for number in _here(session, Person.id, HERE, found)}
    houses = (Organization.id, Organization.deleted_at.is_(None))
    here |= {("organization", number) for number in _here(session, *houses, found)}
    return [run for whose, run in found.items() if whose in here]


def _here(session: WorkspaceSession, column: Any, is_here: ColumnElement[bool], asked: Iterable[Any]) -> Iterable[int]:
    """Those of one kind that are still here."""
    kind = column.class_.__tablename__
    ids = [number for of, number in asked if of == kind]
    return session.scalars(select(column).where(column.in_(ids), is_here)) if ids else ()


def _name(run: ResearchRun) -> str:
    return query_of(run).name


# --- texts whose facts changed ------------------------------------------------------------------------------------


def _to_look_at(session: WorkspaceSession) -> Iterator[Task]:
    """One task for each place in which a fact was corrected, withdrawn or is gone."""
    since = func.max(FactUse.needs_look_since)
    places = (
        select(FactUse.used_in, FactUse.used_id, func.max(FactUse.label), func.max(FactUse.path), func.max(FactUse.why))
        .where(FactUse.needs_look_since.is_not(None))
        .group_by(FactUse.used_in, FactUse.used_id)
        .order_by(since.desc())
        .limit(_MOST)
    )
    for used_in, used_id, label, path, why in session.execute(places):
        reason = why or "A fact that it uses was changed."
        yield Task(
            f"look:{used_in[:20]}:{used_id}", "look", f"Look at {label} again", reason, "Open it", path, MINUTES["look"]
        )


def _told_elsewhere(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> set[int]:
    """Which of these letters are the thanks for a talk, or the note of a request, that the first page asks for."""
    thanks = select(Interview.thanks_draft_id).where(
        Interview.thanks_draft_id.in_(ids), Interview.deleted_at.is_(None), Interview.starts_at > now - ASKED_FOR
    )
    notes = select(FollowUpStep.draft_id).where(FollowUpStep.draft_id.in_(ids), FollowUpStep.state == "due")
    return {number for number in session.scalars(thanks.union(notes)) if number is not None}


# --- letters that wait ----------------------------------------------------------------------------------------------


def _letters(session: WorkspaceSession, now: datetime) -> Iterator[Task]:
    """Letters of which it is not known whether they were sent, and those that were begun and left lying.

    Those with a changed fact are told of already, and so are those that a task of their own leads to.
    """
    taken, begun = drafts.unsent(session, _MOST)
    for line in taken:
        words = f"Say whether you sent “{line.title}” to {line.to or line.person}"
        reason = "It was taken to be sent. When it is known that it left, it is known when to follow up."
        address = f"{line.path}#asked"
        yield Task(
            f"asked:{line.id}", "asked", words, reason, "Answer", address, MINUTES["asked"], person_id=line.person_id
        )
    lying = [line for line in begun if line.updated_at <= now - LEFT_LYING and not line.needs_look]
    elsewhere = _told_elsewhere(session, [line.id for line in lying], now) if lying else set()
    for line in lying:
        if line.id in elsewhere:
            continue
        words = f"Go on with “{line.title}” to {line.to or line.person}"
        reason = "It was begun and is not sent yet."
        yield Task(
            f"letter:{line.id}", "letter", words, reason, "Open it", line.path, MINUTES["letter"],
            person_id=line.person_id,
        )  # fmt: skip


# --- before an ask ------------------------------------------------------------------------------------------------


def _gaps(session: WorkspaceSession, now: datetime, asked: set[str]) -> Iterator[Task]:
    """The gap that is closed soonest, of each leader who was researched lately and may be written to."""
    runs = {run.person_id: run for run in _latest_of_each(session) if run.person_id is not None and run.is_over}
    may = (Person.kind == "leader", Person.do_not_contact_since.is_(None))
    allowed = set(session.scalars(select(Person.id).where(Person.id.in_(runs), *may))) if runs else set()
    ids = [number for number in runs if number in allowed][:_MOST]
    people = {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(ids)))} if ids else {}
    first = readiness.first_open(session, list(people.values()), now) if people else {}
    for number in ids:
        if number in first:
            yield _sketch(people[number], *first[number])
            continue
        has_question = f"/research/{runs[number].id}" in asked
        task = _gap(session, people[number], now, has_question=has_question)
        if task is not None:
            yield task


def _sketch(person: Person, key: str, close: Close) -> Task:
    """A gap whose reason is read when it is shown: it counts all that is met."""
    return Task(
        key=f"gap:{key}:{person.id}",
        kind=key,
        words=f"{close.words}: {person.name}",
        reason="",
        action="Noted: it holds" if close.posts else "Do it",
        address=close.address,
        minutes=MINUTES[key],
        posts=close.posts,
        person_id=person.id,
        is_sketch=True,
    )


def in_full(session: WorkspaceSession, task: Task, now: datetime) -> Task:
    """A task with its reason."""
    person = session.get(Person, task.person_id) if task.is_sketch else None
    if person is None:
        return task
    items = {one.key: one for one in readiness.items(session, person, now)}
    return replace(task, reason=_of_all(list(items.values()), items[task.kind]), is_sketch=False)


def _of_all(checks: Sequence[Item], first: Item) -> str:
    return f"{sum(one.met for one in checks)} of {len(checks)} met before you ask. {first.why}"


def _gap(session: WorkspaceSession, person: Person, now: datetime, *, has_question: bool) -> Task | None:
    checks = readiness.items(session, person, now)
    missing = [one for one in checks if not one.met and one.close and not (has_question and one.key == "unsettled")]
    if not missing:
        return None
    first = min(missing, key=lambda one: MINUTES[one.key])
    assert first.close is not None
    return replace(_sketch(person, first.key, first.close), reason=_of_all(checks, first), is_sketch=False)


def _unresearched(session: WorkspaceSession) -> Iterator[Task]:
    """Leaders who were added lately and never researched."""
    researched = select(ResearchRun.id).where(ResearchRun.person_id == Person.id).exists()
    newest = select(Person.id, Person.name).where(
        HERE, Person.kind == "leader", Person.do_not_contact_since.is_(None), ~researched
    )
    for person in session.execute(newest.order_by(Person.created_at.desc(), Person.id.desc()).limit(_MOST)):
        reason = "Not researched yet. It reads public pages only, and goes on while you do something else."
        yield Task(
            f"research:{person.id}", "research", f"Start the research on {person.name}", reason, "Start research",
            f"/people/{person.id}/research", MINUTES["research"], posts=True, person_id=person.id,
        )  # fmt: skip


# --- what one waits for -------------------------------------------------------------------------------------------


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


_OPEN = ("waiting", "now")


def running(session: WorkspaceSession) -> tuple[Running, ...]:
    """The runs that are under way, with how many of their sources have answered."""
    runs = runs_under_way(session, most=_MOST)
    counted = _counts(session, [run.id for run in runs])
    return tuple(Running(run.id, _name(run), *counted.get(run.id, (0, 0, 0))[:2]) for run in runs)


def _counts(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Run -> sources that have finished, all its sources, passages."""
    if not ids:
        return {}
    columns = (RunSource.run_id, RunSource.state, func.count(), func.sum(RunSource.claims_count))
    found: dict[int, tuple[int, int, int]] = {}
    grouped = select(*columns).where(RunSource.run_id.in_(ids)).group_by(RunSource.run_id, RunSource.state)
    for run_id, state, count, claims in session.execute(grouped):
        done, total, passages = found.get(run_id, (0, 0, 0))
        found[run_id] = (done + (0 if state in _OPEN else count), total + count, passages + int(claims or 0))
    return found


def over_lately(session: WorkspaceSession, now: datetime) -> tuple[Over, ...]:
    """The latest runs of their subjects that ended in the last days, latest first; failed ones are tasks."""
    runs = [
        run
        for run in _latest_of_each(session)
        if run.state in ("finished", "stopped") and run.finished_at is not None and run.finished_at > now - LATELY
    ][:5]
    counted = _counts(session, [run.id for run in runs])
    return tuple(
        Over(run.id, _name(run), run.state, counted.get(run.id, (0, 0, 0))[2], run.finished_at)
        for run in runs
        if run.finished_at is not None
    )


# --- what was put off ---------------------------------------------------------------------------------------------


def put_off(session: WorkspaceSession, user_id: int, today: date) -> dict[str, date]:
    """The tasks that a user has put off beyond today, with their days."""
    mine = and_(PutOff.user_id == user_id, PutOff.until > today)
    return {row.task_key: row.until for row in session.scalars(select(PutOff).where(mine))}
