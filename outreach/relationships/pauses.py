"""Pause with grace: one act stops reminders, drafts, ladders and sends about a person or a house, until a day.

Nothing is switched off anywhere else: whoever proposes, reminds or sends asks `queries.paused` when it is their turn.
So a pause that ends leaves no trace, and everything goes on from where it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.organizations.models import Organization
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships.models import PAUSE_REASONS, Pause
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold

LONGEST = timedelta(days=366)

SMALL_THINGS = {
    "loss": ("condolence", "A few lines of condolence, by hand if you can. No reply is needed."),
    "hard_times": ("support", "One sentence that you think of them, and that nothing waits for them."),
    "layoffs": ("support", "One sentence that you think of them and their people. Ask for nothing, not even news."),
    "crisis": ("support", "One sentence of respect for what they do now. Ask for nothing."),
    "their_wish": ("nothing", "Nothing at all: they asked for time."),
    "leave": ("nothing", "Nothing until they are back."),
    "other": ("nothing", "Nothing, or one sentence without a request."),
}
"""Reason -> what is right in such a time (the letter's kind, and in words)."""


@dataclass(frozen=True, slots=True)
class NewPause:
    """Whom or what to pause, why, and until when: the first day on which things go on."""

    reason: str
    until: date
    person_id: int | None = None
    organization_id: int | None = None
    words: str = ""


def begin(session: WorkspaceSession, new: NewPause, by: By) -> Pause:
    """Pauses; where a pause stands already it is changed. Raises: NotFound; BadDay."""
    today = by.now.date()
    if new.reason not in PAUSE_REASONS:
        raise NotFound
    if new.until <= today:
        raise BadDay("Choose a day after today: until then everything stands still.")
    if new.until > today + LONGEST:
        raise BadDay("Choose a day within a year. A pause can be made longer later.")
    row = _standing(session, new, today)
    if row is None:
        row = Pause(person_id=new.person_id, organization_id=new.organization_id, reason=new.reason, begins_on=today,
                    until=new.until, began_by_id=by.user_id, created_at=by.now, updated_at=by.now)  # fmt: skip
        session.add(row)
    row.reason, row.until, row.words, row.updated_at = new.reason, new.until, new.words, by.now
    session.flush()
    return row


def _standing(session: WorkspaceSession, new: NewPause, today: date) -> Pause | None:
    """The pause of this subject that is not ended; one that is over by its day is closed on the way."""
    if new.person_id is not None:
        people.person(session, new.person_id)
        hold(session, Person.id, new.person_id)
        whose = Pause.person_id == new.person_id
    else:
        if new.organization_id is None or session.get(Organization, new.organization_id) is None:
            raise NotFound
        hold(session, Organization.id, new.organization_id)
        whose = Pause.organization_id == new.organization_id
    row = session.scalar(select(Pause).where(whose, Pause.ended_at.is_(None)))
    if row is not None and row.until <= today:
        row.ended_at = row.updated_at
        session.flush()
        return None
    return row


def end(session: WorkspaceSession, pause: Pause, by: By) -> None:
    """Things go on from today."""
    if pause.ended_at is None:
        pause.ended_at = pause.updated_at = by.now
        session.flush()


def pause_here(session: WorkspaceSession, number: int) -> Pause:
    """A pause. Raises: NotFound."""
    row = session.get(Pause, number)
    if row is None:
        raise NotFound
    return row
