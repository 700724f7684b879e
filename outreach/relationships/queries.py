"""Reads the ledger: one touch, the history that the gate looks at, the last contact, who is paused or rests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from outreach.db import WorkspaceSession
from outreach.errors import NotFound
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.organizations.models import Organization
from outreach.people import queries as people
from outreach.people.models import Person, Position
from outreach.relationships import policy
from outreach.relationships.models import (
    GIVES_THAT_COUNT,
    PAUSE_REASONS,
    Advice,
    Pause,
    Promise,
    Recommendation,
    Standing,
    Touch,
)
from outreach.relationships.rules import Ask, AskNearby, Give, History, Paused, Rests

COUNTS = Touch.deleted_at.is_(None)
REAL = and_(COUNTS, or_(Touch.kind != "answered", Touch.answer != "out_of_office"))
"""Touches that are a contact: an automatic answer is none."""

BY_A_ROOM = and_(COUNTS, Touch.source != literal_column("'hand'"))
"""Touches that a room has noted. Written out: the partial index of them is taken where the statement itself says so."""

IS_ASK = and_(COUNTS, Touch.kind == literal_column("'asked'"))
"""Requests that count. Written out for their partial index, too."""

_MOST_AT_ONCE = 400
"""Ids in one question to the database."""


def touch_here(session: WorkspaceSession, number: int) -> Touch:
    """A touch that counts. Raises: NotFound."""
    row = touch_or_deleted(session, number)
    if row.deleted_at is not None:
        raise NotFound
    return row


def promise_here(session: WorkspaceSession, number: int) -> Promise:
    """A promise that was not deleted. Raises: NotFound."""
    row = promise_or_deleted(session, number)
    if row.deleted_at is not None:
        raise NotFound
    return row


def advice_here(session: WorkspaceSession, number: int) -> Advice:
    """An advice that was not deleted. Raises: NotFound."""
    row = session.get(Advice, number)
    if row is None or row.deleted_at is not None:
        raise NotFound
    people.person(session, row.person_id)
    return row


def recommendation_here(session: WorkspaceSession, number: int) -> Recommendation:
    """Something recommended that was not deleted. Raises: NotFound."""
    row = session.get(Recommendation, number)
    if row is None or row.deleted_at is not None:
        raise NotFound
    people.person(session, row.person_id)
    return row


# --- the gate -------------------------------------------------------------------------------------------------------


def history_of(session: WorkspaceSession, person: Person, today: date) -> History:
    """All that the gate looks at of a person, in a fixed number of questions to the database."""
    asks, gives = _asks_and_gives(session, person.id)
    kept = select(Promise.closed_on, Promise.updated_at).where(
        Promise.person_id == person.id, Promise.is_mine, Promise.state == "kept", Promise.deleted_at.is_(None)
    )
    promises = [Give(on, at.timestamp(), is_promise=True) for on, at in session.execute(kept) if on is not None]
    return History(
        name=person.name,
        asks=asks,
        gives=(*gives, *promises),
        overdue_promises=_overdue(session, person.id, today),
        asks_nearby=_asks_nearby(session, person.id, today),
        paused=paused(session, person.id, today),
        rests=rests(session, person.id, today),
        may_be_contacted=person.may_be_contacted,
        not_contact_reason=person.do_not_contact_reason,
    )


def _asks_and_gives(session: WorkspaceSession, person_id: int) -> tuple[tuple[Ask, ...], tuple[Give, ...]]:
    columns = (Touch.kind, Touch.happened_on, Touch.created_at, Touch.ask_state, Touch.ask_kind, Touch.ask_closed_on)
    mine = select(*columns).where(
        Touch.person_id == person_id,
        COUNTS,
        or_(Touch.kind == "asked", and_(Touch.kind == "gave", Touch.give_kind.in_(GIVES_THAT_COUNT))),
    )
    asks, gives = [], []
    for kind, on, noted_at, state, ask_kind, closed_on in session.execute(mine):
        if kind == "asked":
            asks.append(Ask(on, noted_at.timestamp(), state, ask_kind, closed_on))
        else:
            gives.append(Give(on, noted_at.timestamp()))
    return tuple(asks), tuple(gives)


def _overdue(session: WorkspaceSession, person_id: int, today: date) -> tuple[str, ...]:
    late = select(Promise.what).where(
        Promise.person_id == person_id, Promise.is_mine, Promise.state == "open", Promise.due_on < today,
        Promise.deleted_at.is_(None),
    )  # fmt: skip
    return tuple(session.scalars(late.order_by(Promise.due_on, Promise.id)))


def _asks_nearby(session: WorkspaceSession, person_id: int, today: date) -> tuple[AskNearby, ...]:
    """Requests of the last days to others who work where this person works now."""
    here = select(Position.organization_id).where(
        Position.person_id == person_id, Position.is_current.is_(True), Position.organization_id.is_not(None)
    )
    asked = (
        select(Person.name, Organization.name, Touch.happened_on)
        .join(Touch, Touch.person_id == Person.id)
        .join(Position, Position.person_id == Person.id)
        .join(Organization, Organization.id == Position.organization_id)
        .where(
            COUNTS, people.HERE, Touch.kind == "asked", Touch.ask_state != "withdrawn",
            Touch.ask_kind.not_in(policy.APPROVAL_IS_NO_NEW_ASK), Touch.person_id != person_id,
            Touch.happened_on > today - policy.SAME_ORGANIZATION.span,
            Position.is_current.is_(True), Position.organization_id.in_(here),
        )
        .distinct()
    )  # fmt: skip
    return tuple(AskNearby(name, house, on) for name, house, on in session.execute(asked))


# --- pauses and rest ------------------------------------------------------------------------------------------------


def standing_now(today: date | BindParameter[date]) -> ColumnElement[bool]:
    """Pauses that stand on a day."""
    return and_(Pause.ended_at.is_(None), Pause.begins_on <= today, Pause.until > today)


def paused(session: WorkspaceSession, person_id: int, today: date) -> Paused | None:
    """The pause that holds for a person: their own, or that of a house where they work now; the longest one."""
    return paused_people(session, today, [person_id]).get(person_id)


def paused_people(session: WorkspaceSession, today: date, ids: Iterable[int] | None = None) -> Mapping[int, Paused]:
    """The pauses that hold on a day, by person; all people's, or those of these ids."""
    if ids is None:
        return _all_paused(session, today)
    wanted = set(ids)
    if (session.reads_only and len(wanted) > 1) or len(wanted) > _MOST_AT_ONCE:
        # Lists that know nothing of each other ask for one page, and nobody pauses many at once: read together.
        return {number: one for number, one in _all_paused(session, today).items() if number in wanted}
    return _paused(session, today, wanted)


@once
def _all_paused(session: WorkspaceSession, today: date) -> Mapping[int, Paused]:
    return _paused(session, today, None)


def _paused(session: WorkspaceSession, today: date, wanted: Collection[int] | None) -> Mapping[int, Paused]:
    statement, which = (_pauses(), {}) if wanted is None else (_pauses_of(), {"people": list(wanted)})
    found: dict[int, Paused] = {}
    for number, reason, until, person_id, of in session.execute(statement, {"today": today, **which}):
        if person_id not in found or found[person_id].until < until:
            found[person_id] = Paused(of, PAUSE_REASONS[reason], until, number)
    return found


@kept
def _pauses() -> CompoundSelect[*tuple[Any, ...]]:
    return union_all(_own_pauses(), _pauses_of_houses())


@kept
def _pauses_of() -> CompoundSelect[*tuple[Any, ...]]:
    people = bindparam("people", expanding=True, type_=Integer)
    return union_all(
        _own_pauses().where(Pause.person_id.in_(people)), _pauses_of_houses().where(Position.person_id.in_(people))
    )


def _own_pauses() -> Select[*tuple[Any, ...]]:
    own = select(Pause.id, Pause.reason, Pause.until, Pause.person_id, Person.name)
    return own.join(Person, Person.id == Pause.person_id).where(standing_now(bindparam("today")))


def _pauses_of_houses() -> Select[*tuple[Any, ...]]:
    """Those of the people who work now at an organization about which everything is paused."""
    return (
        select(Pause.id, Pause.reason, Pause.until, Position.person_id, Organization.name)
        .join(Organization, Organization.id == Pause.organization_id)
        .join(Position, and_(Position.organization_id == Organization.id, Position.is_current.is_(True)))
        .where(standing_now(bindparam("today")))
    )


def rests(session: WorkspaceSession, person_id: int, today: date) -> Rests | None:
    """Whether a relationship rests or was let go."""
    row = session.scalar(select(Standing).where(Standing.person_id == person_id, Standing.state != "active"))
    if row is None or (row.until is not None and row.until <= today):
        return None
    return Rests(row.state, row.until)


@once
def resting_people(session: WorkspaceSession, today: date) -> Mapping[int, Rests]:
    """Those who rest on a day or were let go, by person."""
    rows = session.execute(_RESTING, {"today": today})
    return {person_id: Rests(state, until) for person_id, state, until in rows}


_RESTING = kept_statement(
    select(Standing.person_id, Standing.state, Standing.until).where(
        Standing.state != "active", or_(Standing.until.is_(None), Standing.until > bindparam("today"))
    )
)


# --- contacts -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LastContact:
    """The last time that something passed, either way."""

    on: date
    kind: str
    what: str


def last_contact_days(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, date]:
    """The day of the last real contact with each of these people; those without one are left out."""
    found: dict[int, date] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = session.execute(_LAST_DAYS, {"people": ids[start : start + _MOST_AT_ONCE]})
        found.update((person_id, on) for person_id, on in some)
    return found


_LAST_DAYS = kept_statement(
    select(Touch.person_id, func.max(Touch.happened_on))
    .where(REAL, Touch.person_id.in_(bindparam("people", expanding=True)))
    .group_by(Touch.person_id)
)


def latest_touches(session: WorkspaceSession, person_id: int, most: int) -> Sequence[Touch]:
    """The latest touches of a person, newest first."""
    return session.scalars(_LATEST, {"person": person_id, "most": most}).all()


_LATEST = kept_statement(
    select(Touch)
    .where(Touch.person_id == bindparam("person"), COUNTS)
    .order_by(Touch.happened_on.desc(), Touch.id.desc())
    .limit(bindparam("most"))
)


def answers_since(session: WorkspaceSession, person_id: int, since: date) -> Sequence[Touch]:
    """What came from a person or for them since a day, first to last: answers, and other signs of life of theirs."""
    theirs = select(Touch).where(
        Touch.person_id == person_id, COUNTS, Touch.happened_on >= since,
        Touch.kind.in_(("answered", "received", "they_asked", "they_wrote", "met")),
    )  # fmt: skip
    return session.scalars(theirs.order_by(Touch.happened_on, Touch.id)).all()


def open_asks(session: WorkspaceSession, person_id: int) -> Sequence[Touch]:
    """Requests to a person that have no answer yet, latest first."""
    mine = select(Touch).where(Touch.person_id == person_id, COUNTS, Touch.ask_state == "open")
    return session.scalars(mine.order_by(Touch.happened_on.desc(), Touch.id.desc())).all()


def asks_to_answer(session: WorkspaceSession, person_id: int, most: int = 10) -> Sequence[Touch]:
    """Requests to a person that an answer can be to: the open ones, then those closed without one; latest first."""
    mine = select(Touch).where(Touch.person_id == person_id, COUNTS, Touch.ask_state.in_(("open", "unanswered")))
    order = (Touch.ask_state != "open", Touch.happened_on.desc(), Touch.id.desc())
    return session.scalars(mine.order_by(*order).limit(most)).all()


def answers_to(session: WorkspaceSession, ask: Touch) -> Sequence[Touch]:
    """The answers to a request, first to last."""
    given = select(Touch).where(Touch.answers_id == ask.id, COUNTS)
    return session.scalars(given.order_by(Touch.happened_on, Touch.id)).all()


def touch_or_deleted(session: WorkspaceSession, number: int) -> Touch:
    """A touch of somebody who is here, also one that can be brought back. Raises: NotFound."""
    row = session.get(Touch, number)
    if row is None:
        raise NotFound
    people.person(session, row.person_id)
    return row


def promise_or_deleted(session: WorkspaceSession, number: int) -> Promise:
    """A promise with somebody who is here, also one that can be brought back. Raises: NotFound."""
    row = session.get(Promise, number)
    if row is None:
        raise NotFound
    people.person(session, row.person_id)
    return row


def noted_by(session: WorkspaceSession, source: str, source_id: int) -> Sequence[Touch]:
    """The touches that a room has noted on the ground of one of its rows."""
    noted = select(Touch).where(Touch.source == source, Touch.source_id == source_id, BY_A_ROOM)
    return session.scalars(noted.order_by(Touch.id)).all()


# --- promises -------------------------------------------------------------------------------------------------------


def open_promises(session: WorkspaceSession, person_id: int | None = None, most: int = 100) -> Sequence[Promise]:
    """Promises that are neither kept nor let go, those due first at the top; of one person, or of all who are here."""
    if person_id is not None:
        return session.scalars(_open_promises_of(), {"person": person_id, "most": most}).all()
    return session.scalars(_open_promises(), {"most": most}).all()


@kept
def _open_promises() -> Select[Promise]:
    wanted = select(Promise).join(Person).where(Promise.state == "open", Promise.deleted_at.is_(None), people.HERE)
    return wanted.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id).limit(bindparam("most"))


@kept
def _open_promises_of() -> Select[Promise]:
    return _open_promises().where(Promise.person_id == bindparam("person"))
