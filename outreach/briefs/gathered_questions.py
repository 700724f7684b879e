"""The questions of a brief: those of the newest guide for the leader, else put together from facts as guides do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from outreach.briefs.gathered_facts import Gathered
from outreach.briefs.gathered_sources import MOST_CITED, claim_source, page_source
from outreach.briefs.material import Asked, KnownProgram
from outreach.briefs.model import Source
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_rules
from outreach.dossiers.models import Fact, Program, ProgramSource
from outreach.drafts import confirmed, materials
from outreach.drafts.letter_facts import clause_of
from outreach.drafts.letter_programs import Voice
from outreach.interviews import composing, operations
from outreach.interviews import queries as interviews
from outreach.interviews.composing import FactGround, Proposed, Talk
from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.interviews.question_rules import FRAMES
from outreach.people.models import Person
from outreach.projects.models import Project

MOST_QUESTIONS = 8
MOST_PROGRAMS = 6

_MINUTES = 20
"""How long the talk is that questions are put together for; product.md, 5.8."""

_YOU = Voice("you", "your", is_you=True)

_NO_GROUND = frozenset(
    {"mention", "education", "membership", "former_role", "public_service", "credential", "affiliation",
     "licensed_state", "specialty", "topic", "role"}
)  # fmt: skip
"""True, and nothing that one would ask about."""

_ON_FACTS = 4


# --- programs -------------------------------------------------------------------------------------------------------


def programs_of(session: WorkspaceSession, person: Person) -> tuple[Program, ...]:
    """The records of programs that a source tells of, the leader's own first, then those with a result.

    What was done under another leader of the house is nothing that this one is told or asked about.
    """
    recorded = confirmed.recorded_programs(session, person)
    rows = [row for row in recorded if row.person_id in (None, person.id) and program_sources(row)]
    rows.sort(key=lambda row: (row.person_id is None, not row.result, not row.leader_part, -len(program_sources(row))))
    return tuple(rows[:MOST_PROGRAMS])


def program_sources(program: Program) -> tuple[Source, ...]:
    """Who tells of a program that others can read, each place once."""
    found = {one.key: one for row in program.sources for one in _source(row)}
    return tuple(found.values())


def _source(row: ProgramSource) -> Iterator[Source]:
    claim = row.claim
    if claim is None:
        yield page_source("", row.title or row.url, row.url, row.read_at)
    elif claim.origin != "own_note":
        title = claim.cited_title or row.title
        yield claim_source(claim.source_key, title, claim.cited_url, claim.retrieved_at, claim.published)


def known_program(program: Program) -> KnownProgram:
    """A program as a brief takes it."""
    return KnownProgram(
        key=f"program:{program.id}",
        name=program.name,
        problem=program.problem,
        action=program.action,
        result=program.result,
        period=program.period,
        leader_part=program.leader_part if program.person_id is not None else "",
        sources=program_sources(program)[:MOST_CITED],
        starts=program.starts,
        ends=program.ends,
        is_own=program.person_id is not None,
    )


# --- questions ------------------------------------------------------------------------------------------------------


def newest_guide(session: WorkspaceSession, person: Person) -> QuestionGuide | None:
    """The guide for a leader that was worked on last."""
    lines = interviews.of_person(session, person.id)
    return interviews.guide_or_none(session, lines[0].id) if lines else None


def questions(
    session: WorkspaceSession,
    guide: QuestionGuide | None,
    project: Project | None,
    programs: Sequence[Program],
    known: Gathered,
) -> tuple[Asked, ...]:
    """The questions worth asking, in their order; one whose fact does not hold any more is left out."""
    of_guide = _of_guide(session, guide, known) if guide is not None else ()
    return (of_guide or _composed(project, programs, known))[:MOST_QUESTIONS]


def _of_guide(session: WorkspaceSession, guide: QuestionGuide, known: Gathered) -> tuple[Asked, ...]:
    mine = (GuideQuestion.guide_id == guide.id, GuideQuestion.deleted_at.is_(None))
    rows = session.scalars(
        select(GuideQuestion).where(*mine, GuideQuestion.kind.not_in((*FRAMES, "reserve")))
        .order_by(GuideQuestion.place, GuideQuestion.id)
    ).all()  # fmt: skip
    grounds = _programs_by_id(session, [row.program_id for row in rows if row.program_id is not None])
    return tuple(
        Asked(f"question:{row.id}", " ".join(row.text.split()), _grounds(row, grounds, known))
        for row in rows
        if row.fact_id is None or row.fact_id in known.rows
    )


def _programs_by_id(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Program]:
    if not ids:
        return {}
    rows = session.scalars(select(Program).where(Program.id.in_(set(ids)), Program.deleted_at.is_(None)))
    return {row.id: row for row in rows}


def _grounds(row: GuideQuestion, programs: dict[int, Program], known: Gathered) -> tuple[Source, ...]:
    if row.fact_id is not None:
        return known.sources(row.fact_id)
    program = programs.get(row.program_id or 0)
    return program_sources(program)[:MOST_CITED] if program is not None else ()


def _composed(project: Project | None, programs: Sequence[Program], known: Gathered) -> tuple[Asked, ...]:
    """Put together as a guide's are, without the opening and the close."""
    program = programs[0] if programs else None
    ground = operations.program_ground(program) if program is not None else None
    if ground is not None and program is not None and program.person_id is None:
        ground = replace(ground, leader_part="")
    proposed = composing.propose(
        Talk(
            minutes=_MINUTES,
            program=ground,
            facts=_fact_grounds(known),
            readers=project.readers if project is not None else "",
        )
    )
    asked = [one for one in proposed if one.kind not in (*FRAMES, "reserve")]
    return tuple(
        Asked(f"composed:{one.kind}:{number}", one.text, _composed_sources(one, program, known))
        for number, one in enumerate(asked, start=1)
    )


def _composed_sources(one: Proposed, program: Program | None, known: Gathered) -> tuple[Source, ...]:
    if one.program_id is not None and program is not None:
        return program_sources(program)[:MOST_CITED]
    return known.sources(one.fact_id)


def _fact_grounds(known: Gathered) -> tuple[FactGround, ...]:
    """The best facts as they go on after "I read that", of as many kinds as there are."""
    offered = [(row.predicate, row) for row in known.rows.values() if _can_be_asked_about(row)]
    told = [(row, clause_of(materials.letter_fact(row, 1, row.organization_name), _YOU))
            for row in fact_rules.varied(offered, 2 * _ON_FACTS)]  # fmt: skip
    return tuple(FactGround(row.id, said.words) for row, said in told if said.form == "that")[:_ON_FACTS]


def _can_be_asked_about(row: Fact) -> bool:
    return row.person_id is not None and row.predicate not in _NO_GROUND and not row.stale
