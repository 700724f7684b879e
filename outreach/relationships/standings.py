"""Whether a relationship goes on, rests, or was let go; and what was decided about it in a quarter."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import policy
from outreach.relationships.models import QuarterlyReview, Standing
from outreach.sent_twice import hold


def rest(session: WorkspaceSession, person_id: int, by: By, why: str = "", until: date | None = None) -> Standing:
    """Lets a relationship rest until a day; for a season where none is named. Raises: NotFound."""
    return set_to(session, person_id, "resting", by, why, until or by.now.date() + policy.REST.span)


def set_to(
    session: WorkspaceSession, person_id: int, state: str, by: By, why: str = "", until: date | None = None
) -> Standing:
    """Sets how a relationship stands; the latest word counts. Raises: NotFound."""
    person = people.person(session, person_id)
    hold(session, Person.id, person.id)
    row = session.scalar(select(Standing).where(Standing.person_id == person.id))
    if row is None:
        row = Standing(person_id=person.id, state=state, since=by.now.date(), created_at=by.now, updated_at=by.now)
        session.add(row)
    if row.state != state:
        row.since = by.now.date()
    row.state, row.until, row.why = state, until if state == "resting" else None, why
    row.set_by_id, row.updated_at = by.user_id, by.now
    session.flush()
    return row


def quarter_of(day: date) -> str:
    """The quarter of a day: "2026-Q4"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def decide(session: WorkspaceSession, person_id: int, decision: str, words: str, by: By) -> QuarterlyReview:
    """Notes what was decided this quarter; decided again, the later word counts. Raises: NotFound."""
    person = people.person(session, person_id)
    hold(session, Person.id, person.id)
    quarter = quarter_of(by.now.date())
    row = session.scalar(
        select(QuarterlyReview).where(QuarterlyReview.person_id == person.id, QuarterlyReview.quarter == quarter)
    )
    if row is None:
        row = QuarterlyReview(person_id=person.id, quarter=quarter, decision=decision, created_at=by.now,
                              decided_on=by.now.date(), updated_at=by.now)  # fmt: skip
        session.add(row)
    row.decision, row.words, row.decided_on = decision, words, by.now.date()
    row.decided_by_id, row.updated_at = by.user_id, by.now
    until = by.now.date() + policy.REST.span if decision == "resting" else None
    set_to(session, person.id, decision, by, words[:500], until)
    session.flush()
    return row
