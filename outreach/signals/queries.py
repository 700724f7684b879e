"""Reads signals for pages, the first page and the digest: no query for each row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import joinedload

from outreach import partial_dates
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.errors import NotFound
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.organizations.models import Organization
from outreach.pagination import Key, Page, page_of
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.signals import gives, noise
from outreach.signals.gives import Give
from outreach.signals.models import SIGNAL_KINDS, Signal
from outreach.signals.trouble import trouble_in

PAGE_SIZE = 20
SHOWN = {"new": "New", "kept": "Kept", "less": "Less relevant"}
"""Lists of signals -> the words on the screen."""

_NEWEST = (Key(Signal.found_at, descending=True), Key(Signal.id, descending=True))
_MOST_OF_PERSON = 50

TROUBLE_FOR = timedelta(days=60)
"""Trouble that was found longer ago is no task any more."""

STILL_SAID = or_(
    Signal.fact_id.is_(None), select(Fact.id).where(Fact.id == Signal.fact_id, Fact.state == "current").exists()
)
"""Signals whose fact was neither withdrawn nor taken back by its source; those of an end rest on no fact."""


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A signal as pages print it."""

    id: int
    person_id: int
    name: str
    organization_id: int | None
    fact_id: int | None
    kind: str
    sentence: str
    quote: str
    source_title: str
    url: str
    happened: str
    """A partial date for reading, or ""."""
    found_at: datetime
    state: str
    is_quiet: bool
    why_quiet: str
    give: Give
    can_note: bool
    is_said: bool
    """Whether sources still say so."""

    @property
    def kind_words(self) -> str:
        """The kind on the screen."""
        return SIGNAL_KINDS[self.kind]

    @property
    def is_trouble(self) -> bool:
        """Whether a pause is offered."""
        return self.kind == "trouble"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which signals a list shows; empty for all."""

    show: str = "new"
    kind: str = ""
    person_id: int | None = None


# --- one ------------------------------------------------------------------------------------------------------------


def signal_here(session: WorkspaceSession, number: int) -> Signal:
    """A signal about somebody who is here. Raises: NotFound."""
    row = session.scalar(select(Signal).options(joinedload(Signal.person)).where(Signal.id == number))
    if row is None:
        raise NotFound
    people.person(session, row.person_id)
    return row


# --- lists ----------------------------------------------------------------------------------------------------------


def _of_list(show: str) -> ColumnElement[bool]:
    return {
        "new": and_(Signal.state == "new", Signal.is_quiet.is_(False)),
        "kept": Signal.state.in_(("kept", "used")),
        "less": or_(Signal.state == "not_relevant", and_(Signal.state == "new", Signal.is_quiet.is_(True))),
    }[show]


def _here() -> Select[Signal]:
    return select(Signal).join(Person, Person.id == Signal.person_id).where(people.HERE)


def signals(session: WorkspaceSession, wanted: Wanted, cursor: str | None) -> Page[Signal]:
    """The signals of a list, the newest first."""
    rows = _here().options(joinedload(Signal.person)).where(_of_list(wanted.show))
    if wanted.kind:
        rows = rows.where(Signal.kind == wanted.kind)
    if wanted.person_id is not None:
        rows = rows.where(Signal.person_id == wanted.person_id)
    return page_of(session, rows, _NEWEST, cursor=cursor, size=PAGE_SIZE)


def counts(session: WorkspaceSession) -> Mapping[str, int]:
    """How many signals each list has."""
    numbers = [func.count(Signal.id).filter(_of_list(show)) for show in SHOWN]
    here = select(*numbers).select_from(Signal).join(Person, Person.id == Signal.person_id).where(people.HERE)
    return dict(zip(SHOWN, session.execute(here).one(), strict=True))


def lines(session: WorkspaceSession, rows: Sequence[Signal]) -> list[SignalLine]:
    """The signals as pages print them; their persons are loaded."""
    said = facts_said(session, rows)
    houses = names_of(session, [row.organization_id for row in rows])
    return [_line(row, is_said=row.fact_id is None or row.fact_id in said, houses=houses) for row in rows]


def facts_said(session: WorkspaceSession, rows: Collection[Signal]) -> set[int]:
    """The facts of these signals that still stand."""
    ids = [row.fact_id for row in rows if row.fact_id is not None]
    if not ids:
        return set()
    return set(session.scalars(select(Fact.id).where(Fact.id.in_(ids), Fact.state == "current")))


def names_of(session: WorkspaceSession, ids: Collection[int | None]) -> Mapping[int, str]:
    """The names of organizations that are here."""
    wanted = {number for number in ids if number is not None}
    if not wanted:
        return {}
    return {row.id: row.name for row in session.execute(_NAMES, {"wanted": list(wanted)})}


_NAMES = kept_statement(
    select(Organization.id, Organization.name).where(
        Organization.id.in_(bindparam("wanted", expanding=True)), Organization.deleted_at.is_(None)
    )
)


def _line(row: Signal, houses: Mapping[int, str], *, is_said: bool) -> SignalLine:
    give = gives.give_for(row.kind)
    return SignalLine(
        id=row.id, person_id=row.person_id, name=row.person.name,
        organization_id=row.organization_id if row.organization_id in houses else None,
        fact_id=row.fact_id if is_said else None, kind=row.kind,
        sentence=row.sentence, quote=row.quote, source_title=row.source_title, url=row.url,
        happened=partial_dates.say(row.happened), found_at=row.found_at, state=row.state, is_quiet=row.is_quiet,
        why_quiet=_why_quiet(row, houses.get(row.organization_id or 0, "")), give=give,
        can_note=give.has_note and is_said and row.fact_id is not None and row.person.may_be_contacted,
        is_said=is_said,
    )  # fmt: skip


def _why_quiet(row: Signal, house: str) -> str:
    if not row.is_quiet:
        return ""
    if noise.was_long_ago(row.happened, row.found_at.date()):
        return f"From {partial_dates.say(row.happened)}, and only found now."
    told = trouble_in((row.sentence, row.quote), house) if row.kind == "trouble" else None
    if told is not None and not told.is_sure:
        return "It is not sure that this is about them, or that it still holds."
    where = f" from {row.source_title}" if row.source_title else ""
    return f"The last two of this kind{where} were not relevant to you."


# --- of a person or an organization ---------------------------------------------------------------------------------


@once
def of_person(session: WorkspaceSession, person_id: int) -> Sequence[Signal]:
    """The latest signals about a person that were not put aside, newest first."""
    return session.scalars(_of_person(), {"person": person_id}).all()


@kept
def _of_person() -> Select[Signal]:
    mine = select(Signal).options(joinedload(Signal.person)).where(
        Signal.person_id == bindparam("person"), Signal.is_quiet.is_(False), Signal.state != "not_relevant"
    )  # fmt: skip
    return mine.order_by(Signal.found_at.desc(), Signal.id.desc()).limit(_MOST_OF_PERSON)


def of_organization(session: WorkspaceSession, organization_id: int, most: int) -> Sequence[Signal]:
    """The latest signals about an organization that were not put aside, newest first."""
    its = _here().options(joinedload(Signal.person)).where(
        Signal.organization_id == organization_id, Signal.is_quiet.is_(False), Signal.state != "not_relevant"
    )  # fmt: skip
    return session.scalars(its.order_by(Signal.found_at.desc(), Signal.id.desc()).limit(most)).all()


# --- the first page -------------------------------------------------------------------------------------------------


def troubles(session: WorkspaceSession, now: datetime, most: int = 20) -> Sequence[Any]:
    """Trouble that nobody has judged, newest first.

    Rows of the signal: id, person_id, organization_id, sentence, quote; and the `name` of the person.
    """
    return session.execute(_troubles(), {"since": now - TROUBLE_FOR, "most": most}).all()


@kept
def _troubles() -> Select[*tuple[Any, ...]]:
    told = (Signal.id, Signal.person_id, Signal.organization_id, Signal.sentence, Signal.quote)
    open_ones = select(*told, Person.name).join(Person, Person.id == Signal.person_id).where(
        people.HERE, Signal.state == "new", Signal.kind == "trouble", Signal.is_quiet.is_(False), STILL_SAID,
        Signal.found_at > bindparam("since"),
    )  # fmt: skip
    return open_ones.order_by(Signal.found_at.desc(), Signal.id.desc()).limit(bindparam("most"))


def new_since(session: WorkspaceSession, since: datetime) -> tuple[int, Sequence[str]]:
    """How many changes but trouble nobody has judged, found since; and about whom, the latest first, at most four."""
    rows = session.execute(_named_since(), {"since": since}).all()
    return (int(rows[0][1]), [name for name, _ in rows]) if rows else (0, ())


@kept
def _named_since() -> Select[str, int]:
    new = (
        people.HERE, Signal.state == "new", Signal.kind != "trouble", Signal.is_quiet.is_(False), STILL_SAID,
        Signal.found_at >= bindparam("since"),
    )  # fmt: skip
    of_all = func.sum(func.count(Signal.id)).over()
    return (
        select(Person.name, of_all).join(Signal, Signal.person_id == Person.id).where(*new)
        .group_by(Person.id, Person.name).order_by(func.max(Signal.found_at).desc(), Person.id).limit(4)
    )  # fmt: skip


# --- the digest -----------------------------------------------------------------------------------------------------


def for_digest(
    session: WorkspaceSession, since: datetime, until: datetime, told_after: date, most: int
) -> tuple[Sequence[Signal], int]:
    """The signals of a time that are told in a digest, trouble first, at most so many; and how many there are.

    One that a digest has told by the day `told_after` is left out; one told since, as by a colleague's, is not.
    """
    new = (
        Signal.state == "new", Signal.is_quiet.is_(False), STILL_SAID, Signal.found_at > since,
        Signal.found_at <= until, or_(Signal.told_in.is_(None), Signal.told_in > told_after),
    )  # fmt: skip
    rows = _here().options(joinedload(Signal.person)).where(*new)
    first = (Signal.kind != "trouble", Signal.found_at.desc(), Signal.id.desc())
    count = session.scalar(select(func.count()).select_from(_here().where(*new).subquery())) or 0
    return session.scalars(rows.order_by(*first).limit(most)).all(), count
