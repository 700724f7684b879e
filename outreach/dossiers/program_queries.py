"""Reads programs: the records of a leader or a house, their sources, and what sources tell of that is not recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import selectinload

from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, program_rules
from outreach.dossiers.fact_lines import STANDS, FactLine, Words, words_of_claim
from outreach.dossiers.facts import MANY_PUBLISHERS
from outreach.dossiers.judging import families_of
from outreach.dossiers.models import Claim, Fact, FactClaim, FactUse, Program, ProgramCredit, ProgramSource
from outreach.dossiers.one_text import Place, count_publishers
from outreach.dossiers.program_rules import Passage, ProgramSeen, Ranked
from outreach.dossiers.subjects import Subject, held
from outreach.errors import NotFound
from outreach.once import once
from outreach.people.models import Person

PROGRAM_KINDS = ("program", "organization_program")
MOST = 200
"""Programs of one leader that are read at once; more than a career holds."""

MANY = 2
"""From so many documents and publishers on, it is worth a look whether their texts copy one another."""

_ASKED_IN = ("draft", "interview")
"""Places whose use of a fact means that it was asked about."""

FIELDS = (
    ("problem", "Problem"), ("action", "Action"), ("result", "Result"), ("period", "What time the result is true of"),
    ("leader_part", "The leader’s part"),
)  # fmt: skip
"""What a program tells, with the words of the page."""


@dataclass(frozen=True, slots=True)
class SourceOfProgram:
    """A passage of a program, from a source's claim or given by hand."""

    id: int
    words: str
    quote: str
    address: str
    """Of the stored copy, or of the page for a passage by hand."""
    is_stored: bool
    read_at: datetime
    is_own: bool


@dataclass(frozen=True, slots=True)
class FieldOfProgram:
    """One field with the passage that it stands in; without one it is in the user's words."""

    label: str
    text: str
    passage: SourceOfProgram | None


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """What the page of a program prints."""

    program: Program
    about: str
    fields: tuple[FieldOfProgram, ...]
    sources: tuple[SourceOfProgram, ...]
    publishers: int
    credits: Sequence[ProgramCredit]
    ranked: Ranked
    waiting: Sequence[FactUse]


# --- finding --------------------------------------------------------------------------------------------------------


def program_here(session: WorkspaceSession, program_id: int) -> Program:
    """A program of somebody or something that is here. Raises: NotFound."""
    program = deleted_or_not(session, program_id)
    if program.deleted_at is not None:
        raise NotFound
    return program


def deleted_or_not(session: WorkspaceSession, program_id: int) -> Program:
    """A program of somebody or something that is here, also one that can be brought back. Raises: NotFound."""
    program = session.scalar(select(Program).where(Program.id == program_id))
    if program is None:
        raise NotFound
    about = program.person or program.organization
    if about is None or about.deleted_at is not None or getattr(about, "merged_into_id", None) is not None:
        raise NotFound
    return program


def of(subject: Subject) -> ColumnElement[bool]:
    """The programs of the person where there is one, else of the organization."""
    if subject.person_id is not None:
        return Program.person_id == subject.person_id
    return Program.organization_id == subject.organization_id


@once
def programs_of(session: WorkspaceSession, subject: Subject) -> Sequence[Program]:
    """The recorded programs of a subject with their sources, the latest first."""
    if not held(session, subject).programs:
        return ()
    statement = (
        select(Program)
        .where(of(subject), Program.deleted_at.is_(None))
        .options(
            selectinload(Program.sources).joinedload(ProgramSource.claim), selectinload(Program.credits)
        )
        .order_by(Program.ends.desc(), Program.id.desc())
        .limit(MOST)
    )  # fmt: skip
    return session.scalars(statement).all()


def not_recorded(
    session: WorkspaceSession, subject: Subject, programs: Sequence[Program], today: date
) -> list[FactLine]:
    """The programs that sources tell of and no record holds yet, those with a result first."""
    recorded = {one.claim_id for program in programs for one in program.sources if one.claim_id is not None}
    rows = session.scalars(
        select(Fact)
        .where(fact_lines.of(subject), STANDS, Fact.predicate.in_(PROGRAM_KINDS))
        .order_by(Fact.dated.desc(), Fact.id.desc())
        .limit(MOST)
    ).all()
    lines = fact_lines.lines(session, rows, today)
    left = [one for one in lines if not any(said.claim_id in recorded for said in one.sources)]
    return sorted(left, key=lambda one: not one.details.get("result"))


def claims_of_fact(session: WorkspaceSession, fact: Fact) -> Sequence[Claim]:
    """The claims that a fact rests on, the latest first."""
    return session.scalars(
        select(Claim)
        .join(FactClaim, FactClaim.claim_id == Claim.id)
        .where(FactClaim.fact_id == fact.id)
        .order_by(Claim.published.desc(), Claim.id)
    ).all()


def claims_about(session: WorkspaceSession, subject: Subject, ids: Sequence[int]) -> Sequence[Claim]:
    """Those of these claims that are about the subject, and that a fact rests on; any other is as if it were not."""
    if not ids:
        return []
    whose = Claim.person_id == subject.person_id
    if subject.person_id is None:
        whose = Claim.organization_id == subject.organization_id
    rests = select(FactClaim.id).where(FactClaim.claim_id == Claim.id).exists()
    return session.scalars(select(Claim).where(Claim.id.in_(list(ids)), whose, rests).order_by(Claim.id)).all()


# --- judging --------------------------------------------------------------------------------------------------------


def publishers(session: WorkspaceSession, program: Program) -> int:
    """How many tell of a program by themselves: copies of one text are one, the user's own notes are none."""
    told = [one for one in program.sources if one.claim is None or one.claim.origin != "own_note"]
    places = [_place(one, {}) for one in told]
    documents = frozenset(place.document for place in places if place.document)
    if len(documents) < MANY or count_publishers(places) < MANY:
        return count_publishers(places)
    families = families_of(session, set(documents))
    return count_publishers([_place(one, families) for one in told])


def _place(source: ProgramSource, families: Mapping[str, str]) -> Place:
    claim = source.claim
    if claim is None:
        by_hand = program_rules.publisher_of("", "", source.url, MANY_PUBLISHERS)
        return Place(by_hand, "", source.quote, source.url)
    text = families.get(claim.document_sha256, claim.document_sha256)
    publisher = program_rules.publisher_of(claim.source_key, text, claim.cited_url, MANY_PUBLISHERS)
    return Place(publisher, text, claim.quote, claim.cited_url)


def picked(session: WorkspaceSession, programs: Sequence[Program], today: date) -> tuple[Ranked, ...]:
    """The programs in the order of asking, with the reasons."""
    asked = _asked_about(session, programs)
    return program_rules.pick([_seen(session, one, asked) for one in programs], today)


def _seen(session: WorkspaceSession, program: Program, asked: set[int]) -> ProgramSeen:
    return ProgramSeen(
        id=program.id,
        name=program.name,
        problem=program.problem,
        result=program.result,
        period=program.period,
        starts=program.starts,
        ends=program.ends,
        leader_part=program.leader_part,
        credited=len(program.credits),
        publishers=publishers(session, program),
        asked_about=program.id in asked,
    )


def _asked_about(session: WorkspaceSession, programs: Sequence[Program]) -> set[int]:
    """The programs of which a fact is used where one asks."""
    if not programs:
        return set()
    asked = select(FactUse.fact_id).where(FactUse.used_in.in_(_ASKED_IN))
    found = session.execute(
        select(ProgramSource.program_id)
        .join(FactClaim, FactClaim.claim_id == ProgramSource.claim_id)
        .where(ProgramSource.program_id.in_([one.id for one in programs]), FactClaim.fact_id.in_(asked))
    )
    return {number for (number,) in found}


# --- printing -------------------------------------------------------------------------------------------------------


def program_page(session: WorkspaceSession, program: Program, waiting: Sequence[FactUse], today: date) -> ProgramPage:
    """What the page of a program prints."""
    sources = tuple(_source(one) for one in program.sources)
    passages = [Passage(one.id, one.quote) for one in sources]
    by_id = {one.id: one for one in sources}
    fields = []
    for name, label in FIELDS:
        text = getattr(program, name)
        found = program_rules.passage_for(text, passages)
        fields.append(FieldOfProgram(label, text, by_id[found.key] if found else None))
    about = program.person or program.organization
    assert about is not None
    return ProgramPage(
        program=program,
        about=about.name,
        fields=tuple(fields),
        sources=sources,
        publishers=publishers(session, program),
        credits=program.credits,
        ranked=picked(session, [program], today)[0],
        waiting=waiting,
    )


def path_of_program(program: Program) -> str:
    """The address of whom a program is about."""
    return f"/people/{program.person_id}" if program.person_id is not None else f"/orgs/{program.organization_id}"


def _source(row: ProgramSource) -> SourceOfProgram:
    if row.claim is None:
        return SourceOfProgram(row.id, row.title or row.url, row.quote, row.url, False, row.read_at, False)
    said: Words = words_of_claim(row.claim, row.title)
    return SourceOfProgram(row.id, said.words, said.quote, said.address, True, said.read_at, said.is_own)


def first_passage(program: Program) -> SourceOfProgram | None:
    """The first passage of a program that others can read; None where there are only the user's own notes."""
    return next((told for one in program.sources if not (told := _source(one)).is_own), None)


def best(session: WorkspaceSession, subject: Subject) -> tuple[Program | None, int]:
    """The program that most sources tell of, and how many; of equals the latest."""
    programs = programs_of(session, subject)
    counted = [(publishers(session, one), one) for one in programs]
    number, program = max(counted, key=lambda pair: pair[0], default=(0, None))
    return program, number


def person_by_names(session: WorkspaceSession, names: Sequence[str]) -> dict[str, int]:
    """Those of these names that exactly one person of the workspace bears, as they are written there."""
    if not names:
        return {}
    here = (Person.deleted_at.is_(None), Person.merged_into_id.is_(None))
    found: dict[str, list[int]] = {}
    for number, name in session.execute(select(Person.id, Person.name).where(Person.name.in_(list(names)), *here)):
        found.setdefault(name, []).append(number)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}
