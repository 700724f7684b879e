"""Pause with grace: one act stops reminders, drafts, ladders and sends about a person or a house, until a day.

Nothing is switched off anywhere else: whoever proposes, reminds or sends asks `queries.paused` when it is their turn.
So a pause that ends leaves no trace, and everything goes on from where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, or_, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.kept_statements import kept
from outreach.once import once
from outreach.organizations import queries as organizations
from outreach.organizations.models import Organization
from outreach.people import queries as people
from outreach.people.models import Person, Position
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships.models import PAUSE_REASONS, Pause
from outreach.relationships.queries import standing_now
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold

LONGEST = timedelta(days=366)

WORDS_MAX = 300

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

LETTERS = {"condolence": "condolence", "support": "support-note"}
"""What is right -> the letter that it begins."""


@dataclass(frozen=True, slots=True)
class NewPause:
    """Whom or what to pause, why, and until when: the first day on which things go on."""

    reason: str
    until: date
    person_id: int | None = None
    organization_id: int | None = None
    words: str = ""


# --- beginning, changing, ending ------------------------------------------------------------------------------------


def begin(session: WorkspaceSession, new: NewPause, by: By, today: date | None = None) -> Pause:
    """Pauses; where a pause stands already it is changed. `today` is the user's. Raises: NotFound; BadDay."""
    today = today or by.now.date()
    _check(new, today)
    row = _standing(session, new, today)
    return _begun(session, new, by, today) if row is None else _changed(session, row, new, by)


def set_from_form(session: WorkspaceSession, new: NewPause, version: int, by: By, today: date) -> tuple[Pause, bool]:
    """The same for a form that was made from a version of the pause; and whether the pause is a new one.

    A form sent twice does it once. Raises: NotFound; BadDay; ChangedElsewhere where another window was faster.
    """
    _check(new, today)
    row = _standing(session, new, today)
    if row is None:
        return _begun(session, new, by, today), True
    if (row.reason, row.until, row.words) == (new.reason, new.until, new.words):
        return row, False
    if row.version != version:
        raise ChangedElsewhere
    return _changed(session, row, new, by), False


def _check(new: NewPause, today: date) -> None:
    if new.reason not in PAUSE_REASONS:
        raise NotFound
    if new.until <= today:
        raise BadDay("Choose a day after today: until then everything stands still.")
    if new.until - today > LONGEST:
        raise BadDay("Choose a day within a year. A pause can be made longer later.")


def _begun(session: WorkspaceSession, new: NewPause, by: By, today: date) -> Pause:
    # It holds at once, whether the user's day or that of UTC is asked: either may be ahead of the other.
    begins_on = min(today, by.now.date())
    row = Pause(person_id=new.person_id, organization_id=new.organization_id, reason=new.reason, begins_on=begins_on,
                until=new.until, words=new.words, began_by_id=by.user_id, created_at=by.now,
                updated_at=by.now)  # fmt: skip
    session.add(row)
    session.flush()
    return row


def _changed(session: WorkspaceSession, row: Pause, new: NewPause, by: By) -> Pause:
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
        organizations.organization(session, new.organization_id or 0)
        hold(session, Organization.id, new.organization_id or 0)
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


def take_back(session: WorkspaceSession, pause: Pause, by: By) -> None:
    """The undo of beginning: as if it had not been. One that has stood for a day is ended, so that it stays known."""
    if pause.ended_at is None and pause.created_at >= by.now - timedelta(days=1):
        session.delete(pause)
        session.flush()
        return
    end(session, pause, by)


def take_up(session: WorkspaceSession, pause: Pause, by: By, today: date) -> None:
    """The undo of ending. Raises: Refused where it would be over by now, or another pause stands."""
    if pause.ended_at is None:
        return
    if pause.until <= today:
        raise Refused("This pause would be over by now. Begin a new one.")
    whose = _of(pause.person_id, pause.organization_id)
    if session.scalar(select(Pause.id).where(whose, Pause.ended_at.is_(None))) is not None:
        raise Refused("Another pause was begun in the meantime. It holds.")
    pause.ended_at, pause.updated_at = None, by.now
    session.flush()


# --- reading --------------------------------------------------------------------------------------------------------


def pause_here(session: WorkspaceSession, number: int) -> Pause:
    """A pause of somebody who is here, or of an organization: that of a deleted one holds, so it can be ended.

    Raises: NotFound.
    """
    row = session.get(Pause, number)
    if row is None:
        raise NotFound
    if row.person_id is not None:
        people.person(session, row.person_id)
    return row


def stands(pause: Pause, today: date) -> bool:
    """Whether it holds on a day."""
    return pause.ended_at is None and pause.begins_on <= today < pause.until


def standing_of(
    session: WorkspaceSession, today: date, *, person_id: int | None = None, organization_id: int | None = None
) -> Pause | None:
    """The pause of this very person or organization that holds."""
    if person_id is not None and session.reads_only:
        # Read for the page anyway, with those of the houses.
        return next((one for one in all_standing_over(session, person_id, today) if one.person_id == person_id), None)
    return session.scalar(select(Pause).where(_of(person_id, organization_id), standing_now(today)))


def history_of(
    session: WorkspaceSession, today: date, *, person_id: int | None = None, organization_id: int | None = None
) -> Sequence[Pause]:
    """The pauses of this person or organization that are over, the latest first."""
    statement = _over_of_person() if person_id is not None else _over_of_house()
    return session.scalars(statement, {"whose": person_id or organization_id, "today": today}).all()


@kept
def _over_of_person() -> Select[Pause]:
    return _over(Pause.person_id == bindparam("whose"))


@kept
def _over_of_house() -> Select[Pause]:
    return _over(Pause.organization_id == bindparam("whose"))


def _over(whose: ColumnElement[bool]) -> Select[Pause]:
    over = or_(Pause.ended_at.is_not(None), Pause.until <= bindparam("today"))
    return select(Pause).where(whose, over).order_by(Pause.begins_on.desc(), Pause.id.desc()).limit(50)


def _of(person_id: int | None, organization_id: int | None) -> ColumnElement[bool]:
    return Pause.person_id == person_id if person_id is not None else Pause.organization_id == organization_id


@once
def all_standing_over(session: WorkspaceSession, person_id: int, today: date) -> Sequence[Pause]:
    """Every pause that holds for a person: their own, and those of the houses where they work now."""
    return session.scalars(_standing_over(), {"person": person_id, "today": today}).all()


@kept
def _standing_over() -> Select[Pause]:
    houses = select(Position.organization_id).where(
        Position.person_id == bindparam("person"), Position.is_current.is_(True), Position.organization_id.is_not(None)
    )
    whose = or_(Pause.person_id == bindparam("person"), Pause.organization_id.in_(houses))
    found = select(Pause).options(joinedload(Pause.organization)).where(whose, standing_now(bindparam("today")))
    return found.order_by(Pause.person_id.is_(None), Pause.until.desc(), Pause.id)


def people_at(session: WorkspaceSession, organization_id: int, most: int = 200) -> Sequence[Person]:
    """Who works at an organization now, by name: those for whom its pause holds."""
    there = (
        select(Person)
        .join(Position, Position.person_id == Person.id)
        .where(Position.organization_id == organization_id, Position.is_current.is_(True), people.HERE)
        .distinct()
    )
    return session.scalars(there.order_by(Person.sort_key, Person.id).limit(most)).all()


def ending_between(session: WorkspaceSession, today: date, last: date) -> Sequence[Pause]:
    """The pauses after which things go on on a day after today, up to a last one; the first to end first."""
    return session.scalars(_ending(), {"today": today, "last": last}).all()


@kept
def _ending() -> Select[Pause]:
    named = (
        joinedload(Pause.person).load_only(Person.name, Person.deleted_at),
        joinedload(Pause.organization).load_only(Organization.name, Organization.deleted_at),
    )
    found = select(Pause).options(*named)
    found = found.where(Pause.ended_at.is_(None), Pause.until > bindparam("today"), Pause.until <= bindparam("last"))
    return found.order_by(Pause.until, Pause.id)


def subject_of(pause: Pause) -> str:
    """The name of whom or what it is about."""
    about = pause.person or pause.organization
    return about.name if about is not None else ""


def address_of(pause: Pause) -> str:
    """The page where it is changed."""
    return f"/people/{pause.person_id}/pause" if pause.person_id is not None else f"/orgs/{pause.organization_id}/pause"
