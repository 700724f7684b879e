"""Reads the ledger for its page: who was given what and asked for what, the year in two counts, one person's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from outreach.db import WorkspaceSession
from outreach.kept_statements import kept, kept_statement
from outreach.pagination import Key, Page, page_of
from outreach.people.models import Person, Position
from outreach.people.queries import HERE
from outreach.relationships import policy, touch_words
from outreach.relationships.models import GIVES_THAT_COUNT, Promise, Touch
from outreach.relationships.queries import COUNTS, REAL

PAGE_SIZE = 30
ENTRIES_ON_A_PAGE = 50
MOST_NAMED = 3
"""Names in a sentence; beyond that they are counted."""

_BY_NAME = (Key(Person.sort_key), Key(Person.id))
_NEWEST = (Key(Touch.happened_on, descending=True), Key(Touch.id, descending=True))

IS_GIVE = and_(Touch.kind == "gave", Touch.give_kind.in_(GIVES_THAT_COUNT))
IS_ASK = and_(Touch.kind == "asked", Touch.ask_state != "withdrawn")
IS_NEW_ASK = and_(IS_ASK, Touch.ask_kind.not_in(policy.APPROVAL_IS_NO_NEW_ASK))

SHOWN = {
    "": "Everybody",
    "give": "Asked, and nothing given since",
    "open": "With an open request",
    "promises": "With an open promise",
    "quiet": "Gone quiet",
}
"""The choices above the ledger -> their words."""


# --- conditions on people -------------------------------------------------------------------------------------------


def _of_person(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Touch.id).where(Touch.person_id == Person.id, *conditions).exists()


def gone_quiet(today: date) -> ColumnElement[bool]:
    """People with whom something passed, and nothing for a long time."""
    # The list of numbers first, made from an index alone: asked for each person, 100,000 people would be gone through.
    lately = Touch.happened_on >= today - policy.GONE_QUIET.span
    return and_(Person.id.in_(select(Touch.person_id)), _of_person(REAL), ~_of_person(REAL, lately))


def _condition(show: str, today: date) -> tuple[ColumnElement[bool], ...]:
    if show == "quiet":
        return (gone_quiet(today),)
    if show == "open":
        return (_of_person(COUNTS, Touch.kind == "asked", Touch.ask_state == "open"),)
    if show == "promises":
        promised = select(Promise.id).where(
            Promise.person_id == Person.id, Promise.state == "open", Promise.deleted_at.is_(None)
        )
        return (promised.exists(),)
    if show == "give":
        return (_asked_and_nothing_given(),)
    return (or_(_of_person(COUNTS), _has_promise()),)


def _has_promise() -> ColumnElement[bool]:
    return select(Promise.id).where(Promise.person_id == Person.id, Promise.deleted_at.is_(None)).exists()


def _asked_and_nothing_given() -> ColumnElement[bool]:
    """By the latest day of each, which an index of the person's rows tells."""
    asked, given, promise = aliased(Touch), aliased(Touch), aliased(Promise)
    last_ask = (
        select(func.max(asked.happened_on))
        .where(
            asked.person_id == Person.id, asked.kind == "asked", asked.deleted_at.is_(None),
            asked.ask_state != "withdrawn", asked.ask_kind.not_in(policy.APPROVAL_IS_NO_NEW_ASK),
        )
        .scalar_subquery()
    )  # fmt: skip
    last_give = select(func.max(given.happened_on)).where(
        given.person_id == Person.id, given.kind == "gave", given.give_kind.in_(GIVES_THAT_COUNT),
        given.deleted_at.is_(None),
    )  # fmt: skip
    last_kept = select(func.max(promise.closed_on)).where(
        promise.person_id == Person.id, promise.is_mine, promise.state == "kept", promise.deleted_at.is_(None)
    )
    return and_(
        last_ask.is_not(None),
        *(func.coalesce(one.scalar_subquery(), date.min) < last_ask for one in (last_give, last_kept)),
    )


# --- the page -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Line:
    """A person in the ledger."""

    id: int
    name: str
    gave: int = 0
    asked: int = 0
    open_asks: int = 0
    promised: int = 0
    """Open promises to them."""
    owed: int = 0
    """Open promises of theirs."""
    last_give: Any = None
    last_ask: Any = None
    last: Any = None
    """The latest give, request and contact: rows of `_TOLD`."""

    @property
    def path(self) -> str:
        """The address of all that happened with them."""
        return f"/people/{self.id}/between"

    @property
    def gave_dots(self) -> str:
        """A dot a give."""
        return touch_words.dots(self.gave)

    @property
    def asked_dots(self) -> str:
        """A dot a request, those still open hollow."""
        return touch_words.dots(self.asked - self.open_asks, self.open_asks)


_TOLD = (
    Touch.person_id, Touch.id, Touch.kind, Touch.happened_on, Touch.give_kind, Touch.ask_kind, Touch.ask_state,
    Touch.answer, Touch.source, func.substr(Touch.what, 1, 200).label("what"),
)  # fmt: skip


def ledger(session: WorkspaceSession, show: str, today: date, cursor: str | None = None) -> Page[Line]:
    """The people with whom something happened, by name. Raises: BadCursor."""
    wanted = select(Person.id, Person.name, Person.sort_key).where(HERE, *_condition(show, today))
    page = page_of(session, wanted, _BY_NAME, cursor=cursor, size=PAGE_SIZE)
    lines = {row.id: Line(row.id, row.name) for row in page.rows}
    _count(session, lines)
    return Page(tuple(lines.values()), page.next_cursor, page.previous_cursor)


def lines_of(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, Line]:
    """The lines of these people, without their names."""
    lines = {number: Line(number, "") for number in ids}
    _count(session, lines)
    return lines


def _count(session: WorkspaceSession, lines: Mapping[int, Line]) -> None:
    if not lines:
        return
    people = {"people": list(lines)}
    for row in session.execute(_HAPPENED, people):
        _add(lines[row.person_id], row)
    for person_id, is_mine, count in session.execute(_PROMISED, people):
        if is_mine:
            lines[person_id].promised = count
        else:
            lines[person_id].owed = count


_AMONG: BindParameter[Any] = bindparam("people", expanding=True)
_HAPPENED = kept_statement(
    select(*_TOLD).where(Touch.person_id.in_(_AMONG), REAL).order_by(Touch.person_id, Touch.happened_on, Touch.id)
)
_PROMISED = kept_statement(
    select(Promise.person_id, Promise.is_mine, func.count())
    .where(Promise.person_id.in_(_AMONG), Promise.state == "open", Promise.deleted_at.is_(None))
    .group_by(Promise.person_id, Promise.is_mine)
)


def _add(line: Line, row: Any) -> None:
    line.last = row
    if row.kind == "gave" and row.give_kind != "goods":
        line.gave, line.last_give = line.gave + 1, row
    if row.kind == "asked" and row.ask_state != "withdrawn":
        line.asked, line.last_ask = line.asked + 1, row
        line.open_asks += row.ask_state == "open"


# --- the year in a sentence -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Year:
    """A year of giving and asking. `before_giving` are the names of those asked before anything was given to them."""

    year: int
    gave: int
    asked: int
    people_asked: int
    before_giving: tuple[str, ...] = field(default=())
    more_before_giving: int = 0


def year_of(session: WorkspaceSession, today: date) -> Year:
    """What was given and asked for this year, to those who are here: one look at the year's rows in an index.

    The database adds up; only where somebody was asked before anything was given, it is asked who.
    """
    since = {"since": date(today.year, 1, 1)}
    gave, asked, people_asked, before = (int(one or 0) for one in session.execute(_year(), since).one())
    names = session.scalars(_asked_before_giving(), since).all() if before else ()
    return Year(today.year, gave, asked, people_asked, tuple(names), before - len(names))


@kept
def _year() -> Select[*tuple[Any, ...]]:
    each = _each_of_year()
    whether = (each.c.asked > 0, each.c.is_before)
    return select(
        func.sum(each.c.gave), func.sum(each.c.asked), *(func.sum(case((one, 1), else_=0)) for one in whether)
    )


@kept
def _asked_before_giving() -> Select[str]:
    each = _each_of_year()
    return select(each.c.name).where(each.c.is_before).order_by(each.c.sort_key, each.c.person_id).limit(MOST_NAMED)


def _each_of_year() -> Subquery:
    """What each of those who are here was given and asked for since a day."""
    new_ask = case((IS_NEW_ASK, Touch.happened_on))
    # Not the bare column: SQLite would go through all years in the order of people, to spare itself sorting one.
    whose = Touch.person_id.op("+", return_type=Integer())(literal_column("0"))
    each = (
        select(
            whose.label("person_id"), func.count(case((IS_GIVE, 1))).label("gave"),
            func.count(case((IS_ASK, 1))).label("asked"), func.min(new_ask).label("first_ask"),
        )
        .where(COUNTS, Touch.happened_on >= bindparam("since"), Touch.kind.in_(("gave", "asked")))
        .group_by(whose)
        .subquery()
    )  # fmt: skip
    return (
        select(
            Person.name, Person.sort_key, Person.id.label("person_id"), each.c.gave, each.c.asked,
            _asked_first(each).label("is_before"),
        )
        .join(each, each.c.person_id == Person.id)
        .where(HERE)
        .subquery()
    )  # fmt: skip


def _asked_first(each: Subquery) -> ColumnElement[bool]:
    """Whether the first request of the year came before anything was given, or a promise kept."""
    earlier, promise = aliased(Touch), aliased(Promise)
    given = select(earlier.id).where(
        earlier.person_id == each.c.person_id, earlier.kind == "gave", earlier.give_kind.in_(GIVES_THAT_COUNT),
        earlier.deleted_at.is_(None), earlier.happened_on <= each.c.first_ask,
    )  # fmt: skip
    kept = select(promise.id).where(
        promise.person_id == each.c.person_id, promise.is_mine, promise.state == "kept", promise.deleted_at.is_(None),
        promise.closed_on <= each.c.first_ask,
    )  # fmt: skip
    return and_(each.c.first_ask.is_not(None), ~given.exists(), ~kept.exists())


# --- one person -----------------------------------------------------------------------------------------------------


def entries(session: WorkspaceSession, person_id: int, cursor: str | None = None) -> Page[Touch]:
    """All that happened with a person, newest first. Raises: BadCursor."""
    mine = select(Touch).where(Touch.person_id == person_id, COUNTS)
    return page_of(session, mine, _NEWEST, cursor=cursor, size=ENTRIES_ON_A_PAGE)


def promises(session: WorkspaceSession, person_id: int, most: int = 100) -> Sequence[Promise]:
    """The promises between the user and a person, the open ones first."""
    return session.scalars(_PROMISES, {"person": person_id, "most": most}).all()


_PROMISES = kept_statement(
    select(Promise)
    .where(Promise.person_id == bindparam("person"), Promise.deleted_at.is_(None))
    .order_by(Promise.state != "open", Promise.due_on.is_(None), Promise.due_on, Promise.id.desc())
    .limit(bindparam("most"))
)


# --- an organization ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AskedThere:
    """Somebody of an organization who was asked lately."""

    touch_id: int
    person_id: int
    name: str
    on: date
    state: str


def asked_at(session: WorkspaceSession, organization_id: int, today: date, most: int = 10) -> Sequence[AskedThere]:
    """Who works there and was asked within the last year, the latest first."""
    there = select(Position.person_id).where(Position.organization_id == organization_id, Position.is_current.is_(True))
    asked = (
        select(Touch.id, Person.id, Person.name, Touch.happened_on, Touch.ask_state)
        .join(Person, Person.id == Touch.person_id)
        .where(HERE, COUNTS, IS_NEW_ASK, Touch.happened_on > today - timedelta(days=365), Touch.person_id.in_(there))
        .order_by(Touch.happened_on.desc(), Touch.id.desc())
        .limit(most)
    )
    return [AskedThere(*row) for row in session.execute(asked)]
