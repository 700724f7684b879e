"""What a draft may rest on: the facts about a leader and their house that stand, undisputed, fresh where it matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select

from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, fact_rules, program_queries
from outreach.dossiers.fact_lines import STANDS, FactLine
from outreach.dossiers.models import Fact, Program, ProgramSource
from outreach.dossiers.program_queries import PROGRAM_KINDS
from outreach.dossiers.program_rules import Ranked
from outreach.dossiers.subjects import Subject, subject_of_person
from outreach.people.models import Person

MOST = 400
"""Facts of a subject that are looked at; a leader has some dozens, a researcher some hundreds."""

OFFERED = 40
"""Facts offered for a draft: more than anybody reads through for a letter of 125 words."""

PRESELECTED = 3

_HOUSE = frozenset(
    {"organization_program", "quality_measure", "overall_rating", "organization_award", "community_benefit", "mission",
     "news", "beds", "discharges", "employees", "founded"}
)  # fmt: skip
"""What of a house may stand in a letter to its leader; the rest is nothing that one would say to them."""

_NOT_OFFERED = frozenset({"credential", "affiliation", "licensed_state", "specialty", "topic"})
"""What tells who a leader is: a letter to them has no sentence for it."""

_NOT_PRESELECTED = frozenset({"mention", "education", "membership", "former_role", "public_service"})
"""True, and no reason to write to somebody."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts about a leader and their house: those that hold, and those that sources disagree about."""

    holds: tuple[Fact, ...]
    contested: tuple[Fact, ...]


def subjects_of(session: WorkspaceSession, person: Person) -> tuple[Subject, ...]:
    """The leader, and the house where they work if the workspace keeps it."""
    both = subject_of_person(session, person)
    own = Subject(person.id, None)
    return (own,) if both.organization_id is None else (own, Subject(None, both.organization_id))


def standing(session: WorkspaceSession, person: Person) -> Standing:
    """The facts about a leader and their house that are told at all."""
    rows = [row for subject in subjects_of(session, person) for row in _told(session, subject)]
    contested = {row.id for group in fact_lines.disputes_among(rows) for row in group}
    return Standing(
        tuple(row for row in rows if row.id not in contested), tuple(row for row in rows if row.id in contested)
    )


def _told(session: WorkspaceSession, subject: Subject) -> Sequence[Fact]:
    rows = select(Fact).where(fact_lines.of(subject), STANDS, Fact.predicate.not_in(fact_rules.NOT_SAID))
    return session.scalars(rows.order_by(Fact.dated.desc(), Fact.id.desc()).limit(MOST)).all()


def has_any(session: WorkspaceSession, person: Person) -> bool:
    """Whether anything about a leader is told that others can read."""
    told = (fact_lines.of(Subject(person.id, None)), STANDS, Fact.is_own_note.is_(False))
    return session.scalar(select(Fact.id).where(*told, Fact.predicate.not_in(fact_rules.NOT_SAID)).limit(1)) is not None


_BRIEFLY = (
    Fact.id, Fact.predicate, Fact.value, Fact.organization_name, Fact.starts, Fact.ends, Fact.details, Fact.standing,
    Fact.why, Fact.person_id, Fact.organization_id,
)  # fmt: skip
"""What the check needs of a fact: it is read with each pause in somebody's typing, and rows as objects take longer."""


def standing_briefly(session: WorkspaceSession, person: Person) -> tuple[list[Any], list[Any]]:
    """The facts that hold and the contested ones as plain rows with the columns of `_BRIEFLY`."""
    rows = [row for subject in subjects_of(session, person) for row in session.execute(_briefly(subject))]
    contested = {row.id for group in fact_lines.disputes_among(rows) for row in group}
    return [row for row in rows if row.id not in contested], [row for row in rows if row.id in contested]


def _briefly(subject: Subject) -> Select[Any]:
    rows = select(*_BRIEFLY).where(fact_lines.of(subject), STANDS, Fact.predicate.not_in(fact_rules.NOT_SAID))
    return rows.order_by(Fact.dated.desc(), Fact.id.desc()).limit(MOST)


def records_briefly(session: WorkspaceSession, person: Person) -> Sequence[Any]:
    """The records of programs as plain rows: id, the texts, and whether a source says it (`is_sourced`)."""
    whose = or_(*(program_queries.of(one) for one in subjects_of(session, person)))
    sourced = select(ProgramSource.id).where(ProgramSource.program_id == Program.id).exists()
    columns = (
        Program.id, Program.name, Program.problem, Program.action, Program.result, Program.period, Program.leader_part,
        sourced.label("is_sourced"),
    )  # fmt: skip
    rows = select(*columns).where(whose, Program.deleted_at.is_(None))
    return session.execute(rows.order_by(Program.id).limit(program_queries.MOST)).all()


# --- offering -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """Facts to choose from for a draft, the best first; `best` are the ids of those that are chosen already."""

    lines: tuple[FactLine, ...]
    best: tuple[int, ...]
    old: int
    """How many more there are that are too old to be said as they are."""


def offer(session: WorkspaceSession, person: Person, program: Program | None, today: date) -> Offer:
    """The confirmed facts that a letter to this leader can use; what belongs to the program comes first."""
    rows = [row for row in standing(session, person).holds if _can_be_said(row)]
    of_program = _of_program(session, program)
    rows.sort(key=lambda row: (row.id not in of_program, fact_rules.rank(row.predicate)))
    lines = fact_lines.lines(session, rows[: OFFERED + 20], today)
    fresh = [line for line in lines if not line.stale and not line.is_disputed]
    return Offer(tuple(fresh[:OFFERED]), _best(fresh, program, of_program), len(lines) - len(fresh))


def _can_be_said(row: Fact) -> bool:
    return row.predicate not in _NOT_OFFERED if row.person_id is not None else row.predicate in _HOUSE


def _of_program(session: WorkspaceSession, program: Program | None) -> set[int]:
    """The facts that say what the program's record says."""
    if program is None:
        return set()
    claims = {one.claim_id for one in program.sources if one.claim_id is not None}
    facts = select(Fact).where(STANDS, Fact.predicate.in_((*PROGRAM_KINDS, "said", "quality_measure")))
    rows = session.scalars(facts.where(_about(program)).limit(MOST))
    return {row.id for row in rows if claims & {link.claim_id for link in row.links} or _names(row, program.name)}


def _about(program: Program) -> Any:
    if program.person_id is not None:
        return Fact.person_id == program.person_id
    return Fact.organization_id == program.organization_id


def _names(row: Fact, name: str) -> bool:
    return name.casefold() in row.value_words.casefold()


def _best(lines: Iterable[FactLine], program: Program | None, of_program: set[int]) -> tuple[int, ...]:
    """Two or three: what belongs to the program, then of as many kinds as there are; nothing that only a note says.

    What the program itself achieved stands in its record, and a letter asks about one program alone.
    """
    told_by_record = PROGRAM_KINDS if program is not None else ()
    most = PRESELECTED - 1 if program is not None else PRESELECTED
    own = [
        line
        for line in lines
        if not line.is_own and line.predicate not in _NOT_PRESELECTED and line.predicate not in told_by_record
    ]
    first = [line.id for line in own if line.id in of_program][:most]
    rest = [(line.predicate, line.id) for line in own if line.id not in first]
    return tuple([*first, *fact_rules.varied(rest, most)][:most])


def programs(session: WorkspaceSession, person: Person, today: date) -> tuple[Ranked, ...]:
    """The recorded programs of a leader and of their house, the one to ask about first, with the reasons."""
    return program_queries.picked(session, recorded_programs(session, person), today)


def recorded_programs(session: WorkspaceSession, person: Person) -> list[Program]:
    """The records of programs of a leader and of their house, each once."""
    found = [row for one in subjects_of(session, person) for row in program_queries.programs_of(session, one)]
    return list({row.id: row for row in found}.values())
