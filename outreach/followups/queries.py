"""Reads ladders for pages: one, a list of them, those of a person, those with something due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.errors import NotFound
from outreach.followups import advance
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.kept_statements import kept
from outreach.once import once
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person
from outreach.people.queries import HERE

PAGE_SIZE = 30
MOST_DUE = 50
"""Notes that can be due and are told of: whoever has more has stopped looking."""

MOST_PLANNED = 200
"""Planned notes that are told of at once."""

MOST_ON_A_PAGE_PART = 5

SHOWN = {"running": "Under way", "ended": "Ended"}
"""The lists -> their words."""

_LATEST = (Key(FollowUp.started_at, descending=True), Key(FollowUp.id, descending=True))


def _here() -> ColumnElement[bool]:
    return exists(select(Person.id).where(Person.id == FollowUp.person_id, HERE))


def follow_up_here(session: WorkspaceSession, number: int) -> FollowUp:
    """A ladder of a request to somebody who is here. Raises: NotFound."""
    row = session.scalar(select(FollowUp).where(FollowUp.id == number, _here()).options(joinedload(FollowUp.person)))
    if row is None:
        raise NotFound
    return row


def of_draft(session: WorkspaceSession, draft_id: int) -> FollowUp | None:
    """The ladder of a request, or that of which a letter is a note."""
    of_note = select(FollowUpStep.follow_up_id).where(FollowUpStep.draft_id == draft_id)
    either = (FollowUp.draft_id == draft_id) | FollowUp.id.in_(of_note)
    return session.scalar(select(FollowUp).where(either).options(joinedload(FollowUp.person)).limit(1))


@once
def of_person(session: WorkspaceSession, person_id: int) -> Sequence[FollowUp]:
    """The latest ladders of requests to a person, those under way first."""
    return session.scalars(_of_person(), {"person": person_id}).all()


@kept
def _of_person() -> Select[FollowUp]:
    mine = select(FollowUp).where(FollowUp.person_id == bindparam("person")).options(joinedload(FollowUp.person))
    order = (FollowUp.state != "running", FollowUp.started_at.desc(), FollowUp.id.desc())
    return mine.order_by(*order).limit(MOST_ON_A_PAGE_PART)


def follow_ups(session: WorkspaceSession, show: str, cursor: str | None = None) -> Page[FollowUp]:
    """The ladders of one list, the latest first. Raises: BadCursor."""
    is_running = FollowUp.state == "running" if show == "running" else FollowUp.state != "running"
    listed = select(FollowUp).where(is_running, _here()).options(joinedload(FollowUp.person))
    return page_of(session, listed, _LATEST, cursor=cursor, size=PAGE_SIZE)


def with_due_note(session: WorkspaceSession) -> Sequence[FollowUp]:
    """The ladders whose next note is due, those due longest first."""
    due = (
        select(FollowUp)
        .join(FollowUpStep, FollowUpStep.follow_up_id == FollowUp.id)
        .where(FollowUpStep.state == "due", FollowUp.state == "running", _here())
        .options(joinedload(FollowUp.person))
    )
    return session.scalars(due.order_by(FollowUpStep.due_at, FollowUpStep.id).limit(MOST_DUE)).all()


@once
def running(session: WorkspaceSession, most: int) -> Sequence[FollowUp]:
    """Ladders under way, the latest first."""
    return session.scalars(_running(), {"most": most}).all()


@kept
def _running() -> Select[FollowUp]:
    who = joinedload(FollowUp.person).load_only(Person.name)
    mine = select(FollowUp).where(FollowUp.state == "running", _here()).options(who)
    return mine.order_by(FollowUp.started_at.desc(), FollowUp.id.desc()).limit(bindparam("most"))


def planned_until(session: WorkspaceSession, today: date, until: date) -> Sequence[FollowUp]:
    """Ladders whose next note is planned between two days, and a day around them: zones decide."""
    first, last = around(today, until)
    planned = (
        select(FollowUp)
        .join(FollowUpStep, FollowUpStep.follow_up_id == FollowUp.id)
        .where(FollowUpStep.state == "planned", FollowUpStep.due_at >= first, FollowUpStep.due_at < last)
        .where(FollowUp.state == "running", _here())
        .options(joinedload(FollowUp.person))
    )
    return session.scalars(planned.order_by(FollowUpStep.due_at, FollowUpStep.id).limit(MOST_PLANNED)).all()


def around(today: date, until: date) -> tuple[datetime, datetime]:
    """From when to before when a note can fall between two days, whatever the zone."""
    first = datetime.combine(today, time(), UTC)
    try:
        return first, datetime.combine(until, time(), UTC) + timedelta(days=2)
    except OverflowError:
        return first, datetime.max.replace(tzinfo=UTC)


def not_begun(session: WorkspaceSession, now: datetime) -> int:
    """How many requests were sent of late and get their ladder with the next look."""
    found = select(func.count()).select_from(Draft).where(*advance.without_ladder(now))
    return int(session.scalar(found) or 0)
