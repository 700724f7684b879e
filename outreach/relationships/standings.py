"""Whether a relationship goes on, rests, or was let go; and what was decided about it in a quarter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships import policy
from outreach.relationships.models import STANDINGS, QuarterlyReview, Standing
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


def decide(
    session: WorkspaceSession, person_id: int, decision: str, words: str, by: By, today: date | None = None
) -> QuarterlyReview:
    """Notes what was decided this quarter; decided again, the later word counts. `today` is the user's.

    A relationship that goes on is proposed and reminded of; one that rests is not until a day, one let go never.
    Raises: NotFound.
    """
    person = people.person(session, person_id)
    hold(session, Person.id, person.id)
    day = today or by.now.date()
    row = decided_in(session, person.id, quarter_of(day))
    if row is None:
        row = QuarterlyReview(person_id=person.id, quarter=quarter_of(day), decision=decision, created_at=by.now,
                              decided_on=day, updated_at=by.now)  # fmt: skip
        session.add(row)
    elif (row.decision, row.words) == (decision, words):
        return row
    row.decision, row.words, row.decided_on = decision, words, day
    row.decided_by_id, row.updated_at = by.user_id, by.now
    until = day + policy.REST.span if decision == "resting" else None
    set_to(session, person.id, decision, by, words[:500], until)
    session.flush()
    return row


def decided_in(session: WorkspaceSession, person_id: int, quarter: str) -> QuarterlyReview | None:
    """What was decided about a person in a quarter; None where nothing was."""
    return session.scalar(
        select(QuarterlyReview).where(QuarterlyReview.person_id == person_id, QuarterlyReview.quarter == quarter)
    )


_LONGEST_WHY = 200
"""Characters of a reason that go along in an address."""


def before(session: WorkspaceSession, person_id: int, today: date) -> Mapping[str, str] | None:
    """How a relationship stands before its first decision of the quarter, as an address can carry it.

    None where it was decided already: then the decision is changed by deciding anew.
    """
    if decided_in(session, person_id, quarter_of(today)) is not None:
        return None
    row = session.scalar(select(Standing).where(Standing.person_id == person_id))
    if row is None:
        return {"was": ""}
    until = row.until.isoformat() if row.until is not None else ""
    return {"was": row.state, "until": until, "why": row.why[:_LONGEST_WHY]}


def take_back(session: WorkspaceSession, person_id: int, told: Mapping[str, str], by: By, today: date) -> None:
    """The undo of the first decision of a quarter: it stands as `before` told. A second press changes nothing.

    Raises: ValueError for what `before` does not tell.
    """
    row = decided_in(session, person_id, quarter_of(today))
    state = told.get("was", "")
    if state not in ("", *STANDINGS):
        raise ValueError(f"no standing: {state[:20]!r}")
    until = date.fromisoformat(told["until"]) if told.get("until") else None
    if row is None:
        return
    session.delete(row)
    session.flush()
    set_to(session, person_id, state or "active", by, told.get("why", "")[:_LONGEST_WHY], until)
