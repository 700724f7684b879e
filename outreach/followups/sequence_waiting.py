"""What ladders tell the first page: notes to decide about, requests that wait for an answer, notes that are planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from outreach.db import WorkspaceSession
from outreach.followups import ladder_facts, queries
from outreach.followups import sequence_words as words
from outreach.followups.ladder_facts import Look
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.waiting import Coming, Expected, Waiting

MOST_EXPECTED = 50
"""Requests that wait for an answer and are told of."""


def tasks(session: WorkspaceSession, now: datetime) -> Sequence[Waiting]:
    """Notes whose time has come, unless they have answered, or everything is paused, meanwhile."""
    found = _looks(session, now, lambda step: step.state == "due", lambda: queries.with_due_note(session))
    return [_task(look, now) for look in found if _is_due(look)]


def _looks(
    session: WorkspaceSession, now: datetime, has: Callable[[FollowUpStep], bool],
    read: Callable[[], Sequence[FollowUp]],
) -> Sequence[Look]:  # fmt: skip
    """The ladders under way that have such a note, by its time: out of all, where all are read for this page anyway."""
    rows = queries.running(session, MOST_EXPECTED)
    if len(rows) >= MOST_EXPECTED:
        return ladder_facts.looks(session, read(), now)
    found = [
        (step.due_at or now, step.id, look)
        for look in ladder_facts.looks(session, rows, now)
        for step in look.steps
        if has(step)
    ]
    return [look for *_, look in sorted(found, key=lambda one: one[:2])]


def _is_due(look: Look) -> bool:
    step = look.course.open_step
    return step is not None and step.state == "due" and look.facts.paused_until is None


def _task(look: Look, now: datetime) -> Waiting:
    step, name = look.course.open_step, look.row.person.name
    assert step is not None
    then = "or rest" if step.kind == "note" else "to close kindly, or rest"
    return Waiting(
        key=f"sequence:{look.row.id}:{step.place}",
        kind="follow-up",
        words=f"Decide: write once more to {name}, {then}",
        reason=f"{name} has not answered {words.silence(look, now)}.",
        action="Decide",
        address=f"/sequences/{look.row.id}",
        # From its day on a note may be written: none is owed to anybody, so it is never said to be late.
        due_on=now.astimezone(look.zones.here).date(),
        person_id=look.row.person_id,
    )


def expected(session: WorkspaceSession, now: datetime, today: date) -> Sequence[Expected]:
    """Requests under way, the latest first."""
    found = ladder_facts.looks(session, queries.running(session, MOST_EXPECTED), now)
    return [
        Expected(
            key=f"sequence:{look.row.id}",
            words=f"Request to {look.row.person.name}",
            since=look.course.started_at.astimezone(look.zones.here).date(),
            next_words=words.waits_for(look, today) or f"{words.next_words(look, today)}.",
            address=f"/sequences/{look.row.id}",
            person_id=look.row.person_id,
        )
        for look in found
        if look.course.state == "running"
    ]


def coming(session: WorkspaceSession, now: datetime, today: date, until: date) -> Sequence[Coming]:
    """Notes that are planned after today, up to a day."""
    first, last = queries.around(today, until)

    def is_planned(step: FollowUpStep) -> bool:
        return step.state == "planned" and step.due_at is not None and first <= step.due_at < last

    found = _looks(session, now, is_planned, lambda: queries.planned_until(session, today, until))
    return [
        one
        for look in found
        if (one := _coming(look)) is not None and today < one.on <= until
    ]  # fmt: skip


def _coming(look: Look) -> Coming | None:
    step = look.course.open_step
    if step is None or step.state != "planned" or step.due_at is None:
        return None
    on = step.due_at.astimezone(look.zones.here).date()
    what = f"{words.note_name(step)} to {look.row.person.name}, if no answer comes"
    uid = f"follow-up-{look.row.id}-{step.place}"
    return Coming(uid, on, what, "follow-up", f"/sequences/{look.row.id}", person_id=look.row.person_id)
