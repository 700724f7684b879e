"""Reads what waits: questions, runs that need a hand, texts whose facts changed, and what is missing before an ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Select, bindparam, func, select

from outreach.db import WorkspaceSession
from outreach.dossiers import readiness
from outreach.dossiers.models import Candidate, FactUse, ResearchRun, Verdict
from outreach.dossiers.queries import open_candidates
from outreach.dossiers.readiness_rules import Close, Item
from outreach.dossiers.run_page import heading
from outreach.dossiers.subjects import subject_of
from outreach.drafts import queries as drafts
from outreach.errors import NotFound
from outreach.followups.models import FollowUpStep
from outreach.interviews.talk_models import Interview
from outreach.interviews.waiting import ASKED_FOR
from outreach.kept_statements import kept, kept_statement
from outreach.people.models import Person
from outreach.people.queries import HERE
from outreach.today import runs
from outreach.today.models import PutOff
from outreach.today.rules import MINUTES, MOST_MINUTES_OF_QUESTIONS, Task

LEFT_LYING = timedelta(days=1)
"""How long a letter may lie before it is spoken of: whoever writes one knows of it."""

_MOST = 12
"""Subjects with questions, and people being prepared, that are looked at for one page."""


def tasks(session: WorkspaceSession, now: datetime, *, may_change: bool) -> list[Task]:
    """All that waits for the user, in no order but latest first within a kind.

    `may_change` is false for a reviewer, who has nothing to do here.
    """
    if not may_change:
        return []
    found = [*_questions(session), *runs.broken(session, now), *_to_look_at(session), *_letters(session, now)]
    asked = {task.address.partition("#")[0] for task in found if task.kind == "question"}
    return [*found, *_gaps(session, now, asked), *_unresearched(session)]


# --- questions ----------------------------------------------------------------------------------------------------


def _questions(session: WorkspaceSession) -> Iterator[Task]:
    """One task for each run whose subject has records that wait for the user's word."""
    for run_id in dict.fromkeys(session.scalars(_asking())):
        run = session.get(ResearchRun, run_id)
        task = _question(session, run) if run is not None else None
        if task is not None:
            yield task


@kept
def _asking() -> Select[int | None]:
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
    return (
        select(latest)
        .where(Candidate.judgement == "unsure", Candidate.run_id.is_not(None), ~answered)
        .group_by(Candidate.person_id, Candidate.organization_id)
        .order_by(latest.desc())
        .limit(_MOST)
    )


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


# --- texts whose facts changed ------------------------------------------------------------------------------------


def _to_look_at(session: WorkspaceSession) -> Iterator[Task]:
    """One task for each place in which a fact was corrected, withdrawn or is gone."""
    for used_in, used_id, label, path, why in session.execute(_PLACES):
        reason = why or "A fact that it uses was changed."
        yield Task(
            f"look:{used_in[:20]}:{used_id}", "look", f"Look at {label} again", reason, "Open it", path, MINUTES["look"]
        )


_PLACES = kept_statement(
    select(FactUse.used_in, FactUse.used_id, func.max(FactUse.label), func.max(FactUse.path), func.max(FactUse.why))
    .where(FactUse.needs_look_since.is_not(None))
    .group_by(FactUse.used_in, FactUse.used_id)
    .order_by(func.max(FactUse.needs_look_since).desc())
    .limit(_MOST)
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
    latest = [run for run in runs.latest_of_each(session) if run.may_be_asked and run.finished_at is not None][:_MOST]
    first = readiness.first_open(session, {run.person_id: run.reason for run in latest}, now) if latest else {}
    for run in latest:
        if run.person_id in first:
            yield _sketch(run.person_id, run.name, *first[run.person_id])
            continue
        person = session.get(Person, run.person_id)
        has_question = f"/research/{run.id}" in asked
        task = _gap(session, person, now, has_question=has_question) if person is not None else None
        if task is not None:
            yield task


def _sketch(person_id: int, name: str, key: str, close: Close) -> Task:
    """A gap whose reason is read when it is shown: it counts all that is met."""
    return Task(
        key=f"gap:{key}:{person_id}",
        kind=key,
        words=f"{close.words}: {name}",
        reason="",
        action="Noted: it holds" if close.posts else "Do it",
        address=close.address,
        minutes=MINUTES[key],
        posts=close.posts,
        person_id=person_id,
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
    return replace(
        _sketch(person.id, person.name, first.key, first.close), reason=_of_all(checks, first), is_sketch=False
    )


def _unresearched(session: WorkspaceSession) -> Iterator[Task]:
    """Leaders who were added lately and never researched."""
    for person in session.execute(_UNRESEARCHED):
        reason = "Not researched yet. It reads public pages only, and goes on while you do something else."
        yield Task(
            f"research:{person.id}", "research", f"Start the research on {person.name}", reason, "Start research",
            f"/people/{person.id}/research", MINUTES["research"], posts=True, person_id=person.id,
        )  # fmt: skip


_UNRESEARCHED = kept_statement(
    select(Person.id, Person.name)
    .where(HERE, Person.kind == "leader", Person.do_not_contact_since.is_(None))
    .where(~select(ResearchRun.id).where(ResearchRun.person_id == Person.id).exists())
    .order_by(Person.created_at.desc(), Person.id.desc())
    .limit(_MOST)
)


# --- what was put off ---------------------------------------------------------------------------------------------


def put_off(session: WorkspaceSession, user_id: int, today: date) -> dict[str, date]:
    """The tasks that a user has put off beyond today, with their days."""
    mine = session.execute(_PUT_OFF, {"user": user_id, "today": today})
    return {row.task_key: row.until for row in mine}


_PUT_OFF = kept_statement(
    select(PutOff.task_key, PutOff.until).where(PutOff.user_id == bindparam("user"), PutOff.until > bindparam("today"))
)
