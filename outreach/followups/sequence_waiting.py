"""What ladders tell the first page: notes to decide about, requests that wait for an answer, notes that are planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from outreach.db import WorkspaceSession
from outreach.followups import ladder_facts, queries
from outreach.followups import sequence_words as words
from outreach.followups.ladder_facts import Look
from outreach.waiting import Coming, Expected, Waiting

MOST_EXPECTED = 50
"""Requests that wait for an answer and are told of."""


def tasks(session: WorkspaceSession, now: datetime) -> Sequence[Waiting]:
    """Notes whose time has come, unless they have answered, or everything is paused, meanwhile."""
    found = ladder_facts.looks(session, queries.with_due_note(session), now)
    return [_task(look, now) for look in found if _is_due(look)]


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
    found = ladder_facts.looks(session, queries.planned_until(session, today, until), now)
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
