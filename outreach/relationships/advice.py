"""The advice loop: what they advised, what the user tried, what came of it, and that they were told.

Each step is noted once, with its day, and can be taken back. A report is a give; it is noted in the ledger with the
last step, unless the letter that told it stands there already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.kept_statements import kept_statement
from outreach.pagination import Key, Page, page_of
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import operations, policy, rules
from outreach.relationships.models import Advice, Touch
from outreach.relationships.operations import NewTouch
from outreach.relationships.queries import COUNTS
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold, just_made

WORDS_MAX = 2_000
"""Characters of an advice, of what was tried, and of what came of it."""

WHY_MAX = 500
PAGE = 25

STATES = {
    "advised": "Not tried yet",
    "tried": "Tried",
    "happened": "Result in",
    "told": "They were told",
    "set_aside": "Set aside",
}
"""How far an advice is -> the words on the screen."""

STEPS = ("tried", "happened", "told", "set_aside")
"""What can be taken back."""

IN_A_LETTER = "here"
"""How they were told: in a letter that was written here, which the ledger knows already."""


@dataclass(frozen=True, slots=True)
class NewAdvice:
    """What was advised. Names of fields are those of `models.Advice`."""

    person_id: int
    words: str
    given_on: date
    is_exact: bool = False
    source: str = "hand"
    source_id: int | None = None


def state_of(row: Advice) -> str:
    """How far it is: a key of `STATES`."""
    if row.told_on is not None:
        return "told"
    if row.set_aside_on is not None:
        return "set_aside"
    if row.outcome:
        return "happened"
    return "tried" if row.tried else "advised"


# --- noting ---------------------------------------------------------------------------------------------------------


def note(session: WorkspaceSession, new: NewAdvice, by: By, today: date) -> Advice:
    """Notes an advice, once however often its form is sent. Raises: NotFound; Refused without words; BadDay."""
    person = people.person(session, new.person_id)
    if not new.words.strip():
        raise Refused("Say what they advised.")
    rules.check_day(new.given_on, today)
    hold(session, Person.id, person.id)
    twin = just_made(session, Advice, by.now, person_id=person.id, words=new.words, given_on=new.given_on,
                     source=new.source, source_id=new.source_id, deleted_at=None)  # fmt: skip
    if twin is not None:
        return twin
    row = Advice(
        person_id=person.id, words=new.words, is_exact=new.is_exact, given_on=new.given_on, source=new.source,
        source_id=new.source_id, noted_by_id=by.user_id, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def correct(session: WorkspaceSession, row: Advice, new: NewAdvice, version: int, by: By, today: date) -> None:
    """Writes what the form says. Person and source stay. Raises: ChangedElsewhere; BadDay."""
    if (row.words, row.is_exact, row.given_on) == (new.words, new.is_exact, new.given_on):
        return
    _check_version(row, version)
    rules.check_day(new.given_on, today)
    later = [one for one in (row.tried_on, row.outcome_on, row.told_on) if one is not None]
    if later and new.given_on > min(later):
        raise BadDay("This is after the day on which you tried it. Check both.")
    row.words, row.is_exact, row.given_on, row.updated_at = new.words, new.is_exact, new.given_on, by.now
    session.flush()


def _check_version(row: Advice, version: int) -> None:
    if row.version != version:
        raise ChangedElsewhere


# --- its steps ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was made: what, on which day, from which state of the row."""

    words: str
    on: date
    version: int


def set_tried(session: WorkspaceSession, row: Advice, done: Done, by: By, today: date) -> None:
    """Notes what was tried. Raises: Refused without words; BadDay; ChangedElsewhere."""
    if (row.tried, row.tried_on) == (done.words, done.on):
        return
    _check_step(row, done, today)
    if row.outcome_on is not None and done.on > row.outcome_on:
        raise BadDay("This is after the day on which you noted the result. Check both.")
    row.tried, row.tried_on, row.updated_at = done.words, done.on, by.now
    row.set_aside_on, row.set_aside_words = None, ""
    session.flush()


def set_outcome(session: WorkspaceSession, row: Advice, done: Done, by: By, today: date) -> None:
    """Notes what came of it. Raises: Refused without words; BadDay; ChangedElsewhere."""
    if (row.outcome, row.outcome_on) == (done.words, done.on):
        return
    _check_step(row, done, today)
    if row.tried_on is not None and done.on < row.tried_on:
        raise BadDay("This is before the day on which you tried it. Check both.")
    row.outcome, row.outcome_on, row.updated_at = done.words, done.on, by.now
    row.set_aside_on, row.set_aside_words = None, ""
    session.flush()


def _check_step(row: Advice, done: Done, today: date) -> None:
    _check_version(row, done.version)
    if not done.words.strip():
        raise Refused("Say it in a sentence.")
    rules.check_day(done.on, today, begun=row.given_on)
    if row.told_on is not None and done.on > row.told_on:
        raise BadDay("This is after the day on which they were told. Check both.")


def tell(session: WorkspaceSession, row: Advice, on: date, how: str, by: By, today: date) -> None:
    """Notes that they were told, once. `how`: a channel of touches, or `IN_A_LETTER`.

    Told otherwise than in a letter from here, it is noted in the ledger as what it is: something given.
    Raises: Refused where nothing was tried; BadDay.
    """
    if row.told_on is not None:
        return
    if not (row.tried or row.outcome):
        raise Refused("Note first what you tried, or what came of it: that is what they want to hear.")
    done_on = max(one for one in (row.given_on, row.tried_on, row.outcome_on) if one is not None)
    rules.check_day(on, today)
    if on < done_on:
        raise BadDay("This is before the day of what there was to tell. Check both.")
    row.told_on, row.updated_at = on, by.now
    row.set_aside_on, row.set_aside_words = None, ""
    if how == IN_A_LETTER:
        letters = letters_that_may_tell(session, row)
        row.told_touch_id = letters[0].id if letters else None
    else:
        row.told_touch_id = _noted(session, row, on, how, by).id
    session.flush()


def told_by(session: WorkspaceSession, number: int, touch: Touch, by: By) -> None:
    """They were told in a letter that the ledger knows. Nothing where the advice is gone, or they were told before."""
    row = session.get(Advice, number)
    if row is None or row.deleted_at is not None or row.told_on is not None or not (row.tried or row.outcome):
        return
    row.told_on, row.told_touch_id, row.updated_at = touch.happened_on, touch.id, by.now
    row.set_aside_on, row.set_aside_words = None, ""
    session.flush()


def not_told_by(session: WorkspaceSession, touch: Touch, by: By) -> None:
    """The letter did not leave after all: of what it told they were not told."""
    for row in session.scalars(select(Advice).where(Advice.told_touch_id == touch.id)):
        row.told_on, row.told_touch_id, row.updated_at = None, None, by.now
    session.flush()


def _noted(session: WorkspaceSession, row: Advice, on: date, channel: str, by: By) -> Touch:
    """The report of that day, where it stands in the ledger already and tells of no other advice; else a new entry."""
    known = session.scalar(_reports(row).where(Touch.happened_on == on, Touch.source == "hand").limit(1))
    if known is not None:
        return known
    new = NewTouch(row.person_id, "gave", on, _said(row), channel, give_kind="report_back")
    return operations.note(session, new, by)


def _said(row: Advice) -> str:
    return f"Told what came of the advice “{_short(row.words)}”."


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:77].rpartition(' ')[0] or line[:77]} …"


def set_aside(session: WorkspaceSession, row: Advice, words: str, version: int, by: By, today: date) -> None:
    """Notes that it is not going to be tried, and why. Raises: ChangedElsewhere; Refused where they were told."""
    if row.set_aside_on is not None and row.set_aside_words == words:
        return
    _check_version(row, version)
    if row.told_on is not None:
        raise Refused("They were told what came of it, so there is nothing left to set aside.")
    row.set_aside_on, row.set_aside_words, row.updated_at = row.set_aside_on or today, words, by.now
    session.flush()


def take_step_back(session: WorkspaceSession, row: Advice, step: str, by: By) -> None:
    """The undo of a step: a key of `STEPS`. Raises: NotFound; Refused for what they were told of."""
    if step not in STEPS:
        raise NotFound
    if step in ("tried", "happened") and row.told_on is not None:
        raise Refused("They were told of it. Take back first that they were told.")
    if step == "tried":
        row.tried, row.tried_on = "", None
    elif step == "happened":
        row.outcome, row.outcome_on = "", None
    elif step == "set_aside":
        row.set_aside_on, row.set_aside_words = None, ""
    else:
        _untell(session, row, by)
    row.updated_at = by.now
    session.flush()


def _untell(session: WorkspaceSession, row: Advice, by: By) -> None:
    """What was noted in the ledger with it goes as well; a letter stays where it is."""
    touch = session.get(Touch, row.told_touch_id) if row.told_touch_id is not None else None
    if touch is not None and touch.source == "hand" and touch.what == _said(row):
        operations.remove(session, touch, by)
    row.told_on, row.told_touch_id = None, None


# --- going and coming back ------------------------------------------------------------------------------------------


def remove(session: WorkspaceSession, row: Advice, by: By) -> None:
    """Takes an advice out of every list, for 30 days."""
    if row.deleted_at is None:
        row.deleted_at = row.updated_at = by.now
        session.flush()


def bring_back(session: WorkspaceSession, row: Advice, by: By) -> None:
    """Brings a deleted one back. Raises: Refused after 30 days."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This was deleted more than 30 days ago.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()


# --- reading --------------------------------------------------------------------------------------------------------


def here_or_deleted(session: WorkspaceSession, number: int) -> Advice:
    """An advice that can be brought back as well. Raises: NotFound."""
    row = session.get(Advice, number)
    if row is None:
        raise NotFound
    people.person(session, row.person_id)
    return row


OPEN = and_(Advice.told_on.is_(None), Advice.set_aside_on.is_(None))

SHOWN: Mapping[str, tuple[str, ColumnElement[bool]]] = {
    "open": ("Not told yet", OPEN),
    "told": ("They were told", Advice.told_on.is_not(None)),
    "aside": ("Set aside", and_(Advice.set_aside_on.is_not(None), Advice.told_on.is_(None))),
}
"""Lists of advice: their word in the address -> the words on the screen, and what stands in it."""


def listed(
    session: WorkspaceSession, show: str, cursor: str | None = None, person_id: int | None = None
) -> Page[Advice]:
    """The advice of a list, latest first; of one person, or of all who are here. Raises: BadCursor."""
    wanted = select(Advice).join(Person).options(joinedload(Advice.person))
    wanted = wanted.where(Advice.deleted_at.is_(None), people.HERE, SHOWN[show][1])
    if person_id is not None:
        wanted = wanted.where(Advice.person_id == person_id)
    order = (Key(Advice.given_on, descending=True), Key(Advice.id, descending=True))
    return page_of(session, wanted, order, cursor=cursor, size=PAGE)


def of_person(session: WorkspaceSession, person_id: int, most: int) -> Sequence[Advice]:
    """The advice of a person: what is not told yet first, then the latest."""
    return session.scalars(_OF_PERSON, {"person": person_id, "most": most}).all()


_OF_PERSON = kept_statement(
    select(Advice)
    .where(Advice.person_id == bindparam("person"), Advice.deleted_at.is_(None))
    .order_by(Advice.told_on.is_not(None), Advice.set_aside_on.is_not(None), Advice.given_on.desc(), Advice.id.desc())
    .limit(bindparam("most"))
)


def letters_that_may_tell(session: WorkspaceSession, row: Advice) -> Sequence[Touch]:
    """Reports that left in a letter since there was something to tell, and that tell of no other advice."""
    since = max(one for one in (row.given_on, row.tried_on, row.outcome_on) if one is not None)
    sent = _reports(row).where(Touch.source == "letter", Touch.happened_on >= since)
    return session.scalars(sent.order_by(Touch.happened_on.desc(), Touch.id.desc()).limit(5)).all()


def _reports(row: Advice) -> Select[Touch]:
    """What the ledger knows to have been reported to this person, but for what told of another advice."""
    others = select(Advice.told_touch_id).where(Advice.told_touch_id.is_not(None), Advice.id != row.id)
    return select(Touch).where(
        COUNTS, Touch.person_id == row.person_id, Touch.kind == "gave", Touch.give_kind == "report_back",
        Touch.id.not_in(others),
    )  # fmt: skip


def untold(session: WorkspaceSession, today: date, most: int) -> Sequence[Any]:
    """Advice of sixty days ago and more that was tried and not told, the oldest first, of those who may be written to.

    Rows of what a task says: id, person_id, words, outcome, given_on, name and pronouns.
    """
    latest = today - min(policy.ADVICE_UNTOLD.span, today - date.min)
    return session.execute(_UNTOLD, {"latest": latest, "most": most}).all()


_UNTOLD = kept_statement(
    select(
        Advice.id, Advice.person_id, Advice.words, Advice.outcome, Advice.given_on, Person.name, Person.pronouns
    )
    .join(Advice.person)
    .where(
        Advice.deleted_at.is_(None), people.HERE, OPEN, or_(Advice.tried != "", Advice.outcome != ""),
        Advice.given_on <= bindparam("latest"), Person.do_not_contact_since.is_(None),
    )
    .order_by(Advice.given_on, Advice.id)
    .limit(bindparam("most"))
)  # fmt: skip
