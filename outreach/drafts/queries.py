"""Reads drafts for pages: the lists, one draft with the facts it uses, who keeps whose calendar. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, CompoundSelect, Integer, Select, and_, bindparam, func, literal, select, union_all
from sqlalchemy.orm import aliased

from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, program_queries
from outreach.dossiers.fact_lines import FactLine
from outreach.dossiers.models import Fact, FactUse, Program
from outreach.drafts.fact_marks import numbers_in
from outreach.drafts.models import Departure, Draft, DraftFact
from outreach.errors import NotFound
from outreach.kept_statements import kept, kept_statement
from outreach.once import once
from outreach.pagination import Key, Page, page_of
from outreach.people import queries as people
from outreach.people.models import Contact, Person
from outreach.people.queries import HERE

PAGE_SIZE = 30
MOST_ON_A_PAGE_PART = 12

SHOWN = {"writing": "Being written", "asked": "Did you send it?", "sent": "Sent", "put_away": "Put away"}
"""The lists of drafts -> their words."""

_LATEST = (Key(Draft.updated_at, descending=True), Key(Draft.id, descending=True))

_LINE = (Draft.id, Draft.subject, Draft.person_id, Draft.to_person_id, Draft.kind, Draft.state, Draft.updated_at,
         Draft.sent_at)  # fmt: skip
"""What a line tells of a draft: not its letter."""

WAITS = and_(Departure.draft_id == Draft.id, Departure.state.in_(("asked", "unknown")))
"""A departure of which the user has yet to say whether it was sent."""


@dataclass(frozen=True, slots=True)
class Line:
    """A draft in a list."""

    id: int
    title: str
    person_id: int
    person: str
    to: str
    """Who gets it, where that is not the leader."""
    kind: str
    state: str
    updated_at: datetime
    sent_at: datetime | None
    needs_look: bool
    """Whether a fact in it has changed since somebody looked."""
    is_asked: bool
    """Whether the user has yet to say if it was sent."""

    @property
    def path(self) -> str:
        """Its address."""
        return f"/drafts/{self.id}"


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact under its number in a draft. `trouble` is why it cannot leave like this, in a sentence; "" for none."""

    row_id: int
    number: int
    sentence: str
    line: FactLine | None
    """None for what a program's record says, or where the fact was removed."""
    trouble: str = ""
    instead_id: int | None = None
    """The fact that stands in its place since it was corrected."""
    program_id: int | None = None
    source: str = ""
    address: str = ""
    """Of what a program's record says: where that stands."""


@dataclass(frozen=True, slots=True)
class Assistant:
    """Who keeps a leader's calendar."""

    id: int
    name: str
    email: str
    phone: str


# --- one ------------------------------------------------------------------------------------------------------------


def draft_here(session: WorkspaceSession, number: int) -> Draft:
    """A draft to somebody who is here. Raises: NotFound, also for one that was deleted."""
    draft = deleted_or_not(session, number)
    if draft.deleted_at is not None:
        raise NotFound
    return draft


def deleted_or_not(session: WorkspaceSession, number: int) -> Draft:
    """A draft to somebody who is here, also one that can be brought back. Raises: NotFound."""
    draft = session.get(Draft, number)
    if draft is None or draft.person.deleted_at is not None or draft.person.merged_into_id is not None:
        raise NotFound
    return draft


def reader_of(draft: Draft) -> Person:
    """Who gets it: the leader, or the assistant or office."""
    return draft.to_person or draft.person


def title_of(draft: Any) -> str:
    """What a draft is called where it is listed."""
    return draft.subject.strip() or "A letter without a subject"


# --- lists ----------------------------------------------------------------------------------------------------------


def drafts(session: WorkspaceSession, show: str, cursor: str | None = None) -> Page[Line]:
    """The drafts of one list, the latest first. Raises: BadCursor."""
    page = page_of(session, select(Draft).where(*_listed(show)), _LATEST, cursor=cursor, size=PAGE_SIZE)
    return Page(_lines(session, page.rows), page.next_cursor, page.previous_cursor)


def unsent(session: WorkspaceSession, most: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """The first drafts of two lists, the latest first: those of which it is asked whether they left, those begun."""
    rows = sorted(session.execute(_unsent(), {"most": most}), key=lambda row: (row.updated_at, row.id), reverse=True)
    lines = [
        _line(row, row.person, row.reader or "", needs_look=row.is_changed, is_asked=row.show == "asked")
        for row in rows
    ]  # fmt: skip
    return [line for line in lines if line.is_asked], [line for line in lines if not line.is_asked]


@kept
def _unsent() -> CompoundSelect[*tuple[Any, ...]]:
    """With the names and marks of each line: the first page reads both lists in one question."""
    latest, most = (Draft.updated_at.desc(), Draft.id.desc()), bindparam("most", type_=Integer)
    person, reader = aliased(Person), aliased(Person)
    marked = (FactUse.used_in == "draft", FactUse.used_id == Draft.id, FactUse.needs_look_since.is_not(None))
    changed = select(FactUse.id).where(*marked).exists().label("is_changed")
    told = (person.name.label("person"), reader.name.label("reader"), changed)
    parts = [
        select(literal(show).label("show"), *_LINE, *told)
        .join(person, person.id == Draft.person_id)
        .outerjoin(reader, reader.id == Draft.to_person_id)
        .where(*_listed(show)).order_by(*latest).limit(most).subquery()
        for show in ("asked", "writing")
    ]  # fmt: skip
    return union_all(*(select(part) for part in parts))


def _listed(show: str) -> tuple[ColumnElement[bool], ...]:
    here = select(Person.id).where(Person.id == Draft.person_id, HERE).exists()
    waits = select(Departure.id).where(WAITS).exists()
    if show == "asked":
        return (Draft.deleted_at.is_(None), here, Draft.state == "writing", waits)
    return (Draft.deleted_at.is_(None), here, Draft.state == show, *([~waits] if show == "writing" else []))


def counts(session: WorkspaceSession) -> dict[str, int]:
    """How many drafts wait: those being written and those of which it is asked whether they were sent."""
    return {
        show: int(session.scalar(select(func.count()).select_from(Draft).where(*_listed(show))) or 0)
        for show in ("writing", "asked")
    }


@once
def of_person(session: WorkspaceSession, person_id: int) -> tuple[Line, ...]:
    """The latest drafts about a leader, those put away last."""
    return _lines(session, session.execute(_of_person(), {"person": person_id}).all())


@kept
def _of_person() -> Select[*tuple[Any, ...]]:
    mine = (Draft.person_id == bindparam("person"), Draft.deleted_at.is_(None))
    return select(*_LINE).where(*mine).order_by(*_LATEST_IN_USE).limit(MOST_ON_A_PAGE_PART)


def of_project(session: WorkspaceSession, project_id: int) -> tuple[Line, ...]:
    """The latest drafts made for a project."""
    here = select(Person.id).where(Person.id == Draft.person_id, HERE).exists()
    return _lines(session, session.scalars(_of(and_(Draft.project_id == project_id, here))).all())


def _of(condition: ColumnElement[bool]) -> Select[Draft]:
    mine = select(Draft).where(condition, Draft.deleted_at.is_(None))
    return mine.order_by(*_LATEST_IN_USE).limit(MOST_ON_A_PAGE_PART)


_LATEST_IN_USE = (Draft.state == "put_away", Draft.updated_at.desc(), Draft.id.desc())


def _lines(session: WorkspaceSession, rows: Sequence[Any]) -> tuple[Line, ...]:
    """The lines of some drafts; one question each for names, marks and departures, none for a row."""
    if not rows:
        return ()
    ids = [row.id for row in rows]
    wanted = {number for row in rows for number in (row.person_id, row.to_person_id) if number is not None}
    names = {row.id: row.name for row in session.execute(_NAMES, {"wanted": list(wanted)})}
    changed = set(session.scalars(_CHANGED, {"ids": ids}))
    waiting = set(session.scalars(_WAITING, {"ids": ids}))
    return tuple(
        _line(
            row, names.get(row.person_id, ""), names.get(row.to_person_id or 0, ""),
            needs_look=row.id in changed, is_asked=row.id in waiting,
        )
        for row in rows
    )  # fmt: skip


def _line(row: Any, person: str, to: str, *, needs_look: bool, is_asked: bool) -> Line:
    return Line(
        row.id, title_of(row), row.person_id, person, to, row.kind, row.state, row.updated_at, row.sent_at,
        needs_look, is_asked,
    )  # fmt: skip


_IDS = bindparam("ids", expanding=True, type_=Integer)
_NAMES = kept_statement(select(Person.id, Person.name).where(Person.id.in_(bindparam("wanted", expanding=True))))
_CHANGED = kept_statement(
    select(FactUse.used_id).where(
        FactUse.used_in == "draft", FactUse.used_id.in_(_IDS), FactUse.needs_look_since.is_not(None)
    )
)
_WAITING = kept_statement(
    select(Departure.draft_id).where(Departure.draft_id.in_(_IDS), Departure.state.in_(("asked", "unknown")))
)


def latest_sent(session: WorkspaceSession, person_id: int) -> Draft | None:
    """The letter about a leader that was sent last: what a reminder goes on with."""
    sent = select(Draft).where(Draft.person_id == person_id, Draft.state == "sent", Draft.deleted_at.is_(None))
    return session.scalar(sent.order_by(Draft.sent_at.desc(), Draft.id.desc()).limit(1))


def deleted_before(moment: datetime) -> Select[Draft]:
    """Drafts that were deleted before a moment."""
    return select(Draft).where(Draft.deleted_at < moment)


# --- its facts ------------------------------------------------------------------------------------------------------

_TROUBLES = {
    "withdrawn": "You have withdrawn this fact.",
    "corrected": "This fact was corrected since.",
    "gone": "No source says this any more.",
}


@once
def facts_of(session: WorkspaceSession, draft: Draft) -> Sequence[DraftFact]:
    """The facts put into a draft, by number, whether their mark stands in the text or not."""
    mine = select(DraftFact).where(DraftFact.draft_id == draft.id)
    return session.scalars(mine.order_by(DraftFact.number)).all()


def cited(session: WorkspaceSession, draft: Draft, today: date) -> tuple[CitedFact, ...]:
    """The facts put into a draft as they stand today, with their sources."""
    return cited_rows(session, facts_of(session, draft), today)


class Cites(Protocol):
    """What cites a fact, or the record of a program, under a number: a row of a draft, or of an article."""

    id: Any
    number: Any
    fact_id: Any
    program_id: Any
    sentence: Any


def cited_rows(session: WorkspaceSession, rows: Sequence[Cites], today: date) -> tuple[CitedFact, ...]:
    """What some rows cite, as it stands today, in their order."""
    facts = {row.id: row for row in _facts(session, [row.fact_id for row in rows])}
    lines = {line.id: line for line in fact_lines.lines(session, list(facts.values()), today)}
    disputed = _disputed(session, list(facts.values()))
    instead = _instead_of(session, [row.id for row in facts.values() if row.state == "corrected"])
    return tuple(_cited(session, row, facts, lines, disputed, instead) for row in rows)


def _facts(session: WorkspaceSession, ids: Sequence[int | None]) -> Sequence[Fact]:
    wanted = [number for number in ids if number is not None]
    return session.scalars(select(Fact).where(Fact.id.in_(wanted))).all() if wanted else ()


def _disputed(session: WorkspaceSession, facts: Sequence[Fact]) -> set[int]:
    """Those of these facts that sources disagree about; their rivals need not be among them."""
    doubtful = [row for row in facts if row.standing == "disputed" and row.state == "current"]
    found: set[int] = set()
    for row in doubtful:
        whose = Fact.person_id == row.person_id if row.person_id else Fact.organization_id == row.organization_id
        groups = fact_lines.disputed(session, and_(whose, Fact.predicate == row.predicate))
        found |= {one.id for group in groups for one in group}
    return found


def _instead_of(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, int]:
    if not ids:
        return {}
    newer = select(Fact.corrected_from_id, Fact.id).where(Fact.corrected_from_id.in_(ids), Fact.state == "current")
    return {old: new for old, new in session.execute(newer) if old is not None}


def _cited(
    session: WorkspaceSession,
    row: Cites,
    facts: dict[int, Fact],
    lines: dict[int, FactLine],
    disputed: set[int],
    instead: dict[int, int],
) -> CitedFact:
    if row.program_id is not None:
        return _of_program(session, row)
    fact = facts.get(row.fact_id or 0)
    if fact is None:
        return CitedFact(row.id, row.number, row.sentence, None, "What it rested on was removed.")
    line = lines[fact.id]
    trouble = _TROUBLES.get(fact.state, "")
    if not trouble and not line.sources:
        trouble = _TROUBLES["gone"]
    if not trouble and fact.id in disputed:
        trouble = "Sources disagree about this."
    return CitedFact(row.id, row.number, row.sentence, line, trouble, instead.get(fact.id))


def _of_program(session: WorkspaceSession, row: Cites) -> CitedFact:
    program = session.get(Program, row.program_id)
    if program is None or program.deleted_at is not None:
        return CitedFact(row.id, row.number, row.sentence, None, "The program’s record was deleted.")
    first = program_queries.first_passage(program)
    resting = select(Fact.id).join(FactUse, FactUse.fact_id == Fact.id)
    fallen = resting.where(FactUse.used_in == "program", FactUse.used_id == program.id, Fact.state != "current")
    if session.scalar(fallen.limit(1)) is not None:
        words = "Something that the program’s record rests on does not hold any more."
        return CitedFact(row.id, row.number, row.sentence, None, words, program_id=program.id)
    if first is None:
        words = "The program’s record has no source that others can read."
        return CitedFact(row.id, row.number, row.sentence, None, words, program_id=program.id)
    address = f"/programs/{program.id}#sources"
    return CitedFact(
        row.id, row.number, row.sentence, None, program_id=program.id, source=first.words, address=address
    )  # fmt: skip


def used(facts: Sequence[CitedFact], body: str) -> tuple[tuple[CitedFact, ...], tuple[CitedFact, ...]]:
    """The facts whose mark stands in a text, in order of place, and the others."""
    by_number = {one.number: one for one in facts}
    numbers = [number for number in numbers_in(body) if number in by_number]
    return tuple(by_number[number] for number in numbers), tuple(one for one in facts if one.number not in numbers)


# --- who is written to ----------------------------------------------------------------------------------------------


@once
def assistant_of(session: WorkspaceSession, person_id: int) -> Assistant | None:
    """Who keeps the leader's calendar now, and may be written to; of several the one who was named first."""
    assistant = aliased(Person)
    row = session.execute(
        select(assistant.id, assistant.name, assistant.email, assistant.office_phone)
        .join(Contact, Contact.person_id == assistant.id)
        .where(
            Contact.leader_id == person_id, Contact.part.in_(("schedules", "both")), Contact.ended_at.is_(None),
            assistant.deleted_at.is_(None), assistant.merged_into_id.is_(None),
            assistant.do_not_contact_since.is_(None),
        )
        .order_by(Contact.id)
        .limit(1)
    ).first()  # fmt: skip
    return Assistant(*row) if row is not None else None


def leaders(session: WorkspaceSession, ids: Sequence[int] | None = None) -> Sequence[people.Line]:
    """Leaders to choose from, by name, or those among some people, in that order."""
    wanted = people.Wanted(kind="leader", ids=tuple(ids) if ids is not None else None)
    return people.people(session, wanted).rows
