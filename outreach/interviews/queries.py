"""Reads question guides for pages: one guide with its questions and what they hang on, the guides of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select

from outreach.asklint.types import Known
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, program_queries, uses
from outreach.dossiers.models import Claim, Fact, FactUse, Program
from outreach.dossiers.subjects import Subject, present_position
from outreach.drafts import confirmed, materials
from outreach.drafts.letter_dates import in_time
from outreach.drafts.letter_grammar import program_name
from outreach.errors import NotFound
from outreach.interviews import rules
from outreach.interviews.answered import Passage
from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.interviews.question_rules import Grounds, passages_of
from outreach.interviews.rules import Question, Review
from outreach.kept_statements import kept
from outreach.people.models import Person
from outreach.people.queries import HERE

MOST_ON_A_PAGE_PART = 12
MOST_PASSAGES = 400
"""Passages that a question is looked up in, the latest first; a leader has some dozens."""

_TROUBLES = {
    "withdrawn": "You have withdrawn the fact that it hangs on.",
    "corrected": "The fact that it hangs on was corrected since.",
    "gone": "No source says any more what it hangs on.",
}


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A guide in a list."""

    id: int
    title: str
    person: str
    minutes: int
    questions: int
    meets_on: date | None
    updated_at: datetime
    needs_look: bool

    @property
    def path(self) -> str:
        """Its address."""
        return f"/guides/{self.id}"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a question hangs on: its words, its source, and where to look at it. `trouble`: why it does not hold."""

    words: str
    source: str
    address: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A question of a guide as pages print it; `begins` and `ends` are minutes of the talk, None in reserve."""

    question: GuideQuestion
    ground: Ground | None
    begins: int | None
    ends: int | None


# --- one ------------------------------------------------------------------------------------------------------------


def guide_here(session: WorkspaceSession, guide_id: int) -> QuestionGuide:
    """A guide for somebody who is here. Raises: NotFound, also for one that was deleted."""
    guide = deleted_or_not(session, guide_id)
    if guide.deleted_at is not None:
        raise NotFound
    return guide


def guide_or_none(session: WorkspaceSession, guide_id: int) -> QuestionGuide | None:
    """A guide that was not deleted, if there is one of this number."""
    guide = session.get(QuestionGuide, guide_id)
    return guide if guide is not None and guide.deleted_at is None else None


def deleted_or_not(session: WorkspaceSession, guide_id: int) -> QuestionGuide:
    """A guide for somebody who is here, also one that can be brought back. Raises: NotFound."""
    guide = session.get(QuestionGuide, guide_id)
    if guide is None or guide.person.deleted_at is not None or guide.person.merged_into_id is not None:
        raise NotFound
    return guide


def question_of(session: WorkspaceSession, guide: QuestionGuide, question_id: int) -> GuideQuestion:
    """A question of this guide, also one that was taken out. Raises: NotFound."""
    mine = (GuideQuestion.id == question_id, GuideQuestion.guide_id == guide.id)
    question = session.scalar(select(GuideQuestion).where(*mine))
    if question is None:
        raise NotFound
    return question


def questions_of(session: WorkspaceSession, guide: QuestionGuide) -> Sequence[GuideQuestion]:
    """The questions of a guide in their order, those in reserve last."""
    mine = (GuideQuestion.guide_id == guide.id, GuideQuestion.deleted_at.is_(None))
    in_order = (GuideQuestion.kind == "reserve", GuideQuestion.place, GuideQuestion.id)
    return session.scalars(select(GuideQuestion).where(*mine).order_by(*in_order)).all()


def title_of(guide: QuestionGuide) -> str:
    """What a guide is called where it is listed."""
    if guide.program is not None:
        return f"Questions about {guide.program.name}"
    return f"Questions for {guide.person.name}"


# --- lists ----------------------------------------------------------------------------------------------------------


def of_person(session: WorkspaceSession, person_id: int) -> tuple[GuideLine, ...]:
    """The latest guides for a leader."""
    return _lines(session, session.scalars(_of_person(), {"person": person_id}).all())


@kept
def _of_person() -> Select[QuestionGuide]:
    return _latest(QuestionGuide.person_id == bindparam("person"))


def of_project(session: WorkspaceSession, project_id: int) -> tuple[GuideLine, ...]:
    """The latest guides made for a project."""
    return _lines(session, session.scalars(_latest(QuestionGuide.project_id == project_id)).all())


def of_draft(session: WorkspaceSession, draft_id: int) -> tuple[GuideLine, ...]:
    """The latest guides for the talk that a letter asks for."""
    return _lines(session, session.scalars(_latest(QuestionGuide.draft_id == draft_id)).all())


def _latest(condition: ColumnElement[bool]) -> Select[QuestionGuide]:
    here = select(Person.id).where(Person.id == QuestionGuide.person_id, HERE).exists()
    wanted = select(QuestionGuide).where(and_(condition, here), QuestionGuide.deleted_at.is_(None))
    return wanted.order_by(QuestionGuide.updated_at.desc(), QuestionGuide.id.desc()).limit(MOST_ON_A_PAGE_PART)


def _lines(session: WorkspaceSession, rows: Sequence[QuestionGuide]) -> tuple[GuideLine, ...]:
    if not rows:
        return ()
    ids = [row.id for row in rows]
    live = (GuideQuestion.guide_id.in_(ids), GuideQuestion.deleted_at.is_(None))
    counted = select(GuideQuestion.guide_id, func.count()).where(*live).group_by(GuideQuestion.guide_id)
    numbers = {number: int(many) for number, many in session.execute(counted)}
    marked = (FactUse.used_in == "guide", FactUse.used_id.in_(ids), FactUse.needs_look_since.is_not(None))
    changed = set(session.scalars(select(FactUse.used_id).where(*marked)))
    return tuple(
        GuideLine(
            row.id, title_of(row), row.person.name, row.minutes, numbers.get(row.id, 0), row.meets_on, row.updated_at,
            row.id in changed,
        )
        for row in rows
    )  # fmt: skip


def deleted_before(moment: datetime) -> Select[QuestionGuide]:
    """Guides that were deleted before a moment."""
    return select(QuestionGuide).where(QuestionGuide.deleted_at < moment)


# --- its questions --------------------------------------------------------------------------------------------------


def lines(session: WorkspaceSession, guide: QuestionGuide, today: date) -> tuple[Line, ...]:
    """The questions with what they hang on and when their time comes."""
    rows = questions_of(session, guide)
    facts = [row.fact for row in rows if row.fact is not None]
    told = {one.id: one for one in fact_lines.lines(session, facts, today)}
    disputed = _disputed(session, facts)
    found, minute = [], 0
    for row in rows:
        begins = None if row.kind == "reserve" else minute
        minute += 0 if begins is None else row.minutes
        ends = None if begins is None else minute
        found.append(Line(row, _ground(session, row, told, disputed), begins, ends))
    return tuple(found)


def _disputed(session: WorkspaceSession, facts: Sequence[Fact]) -> set[int]:
    """Those of these facts that sources disagree about; what they disagree with need not be among them."""
    found: set[int] = set()
    for row in facts:
        if row.standing == "disputed" and row.state == "current":
            whose = fact_lines.of(Subject(row.person_id, row.organization_id))
            groups = fact_lines.disputed(session, and_(whose, Fact.predicate == row.predicate))
            found |= {one.id for group in groups for one in group}
    return found


def _ground(
    session: WorkspaceSession, row: GuideQuestion, told: dict[int, fact_lines.FactLine], disputed: set[int]
) -> Ground | None:
    if row.fact is not None:
        line = told[row.fact.id]
        trouble = _TROUBLES.get(row.fact.state, "") or ("" if line.sources else _TROUBLES["gone"])
        trouble = trouble or ("Sources disagree about what it hangs on." if row.fact.id in disputed else "")
        source = line.links[0].words if line.links else ""
        return Ground(line.statement, source, f"/facts/{row.fact.id}", trouble)
    if row.program is not None:
        return _program_ground(session, row.program)
    return None


def _program_ground(session: WorkspaceSession, program: Program) -> Ground:
    if program.deleted_at is not None:
        return Ground(program.name, "", "", "The program’s record that it hangs on was deleted.")
    resting = (use.fact for use in uses.uses_at(session, "program", program.id))
    gone = any(fact.state != "current" for fact in resting)
    trouble = "Something that the program’s record rests on does not hold any more." if gone else ""
    first = program_queries.first_passage(program)
    return Ground(program.name, first.words if first else "", f"/programs/{program.id}", trouble)


def read(found: Sequence[Line]) -> list[Question]:
    """The questions as the rules read them."""
    return [
        Question(
            one.question.id, one.question.kind, one.question.text, one.question.minutes, one.ground is not None,
            one.ground.trouble if one.ground else "",
        )
        for one in found
    ]  # fmt: skip


def review_of(session: WorkspaceSession, guide: QuestionGuide, found: Sequence[Line], today: date) -> Review:
    """What the rules find in a guide."""
    grounds = grounds_of(session, guide)
    return rules.review(guide.minutes, read(found), grounds, meets_on=guide.meets_on, today=today)


# --- what is known --------------------------------------------------------------------------------------------------


def grounds_of(session: WorkspaceSession, guide: QuestionGuide) -> Grounds:
    """What stored sources say about the leader, the house and their programs, and which facts are confirmed."""
    person = guide.person
    position = present_position(session, person.id)
    house = position.organization_name if position else ""
    programs = confirmed.recorded_programs(session, person)
    standing = confirmed.standing(session, person)
    known = Known(
        person=person.name,
        title=position.title if position else "",
        organization=house,
        facts=(*_post(person, position), *(materials.sentence_of(session, row) for row in standing.holds),
               *(text for one in programs for text in _record(one)), *_project_words(guide)),
        greeted_as=person.addressed_as,
        programs=tuple(one.name for one in programs),
        contested=tuple(materials.sentence_of(session, row) for row in standing.contested),
    )  # fmt: skip
    names = (person.name, house, *(one.name for one in programs))
    return Grounds(_passages(session, person, programs), tuple(name for name in names if name), known)


def _post(person: Person, position: object) -> tuple[str, ...]:
    title, house = getattr(position, "title", ""), getattr(position, "organization_name", "")
    return (f"{person.name} is {title}" + (f" of {house}." if house else "."),) if title else ()


def _record(program: Program) -> tuple[str, ...]:
    """What a program's record says; without a source nothing rests on it."""
    if program_queries.first_passage(program) is None:
        return ()
    began = f"{program_name(program.name)} began {in_time(program.starts)}." if program.starts else ""
    told = (program.problem, program.action, f"{program.result} {program.period}".strip(), program.leader_part, began)
    return tuple(f"{program.name}: {text}" for text in told if text)


def _project_words(guide: QuestionGuide) -> tuple[str, ...]:
    """What the user writes and for whom is theirs to say."""
    if guide.project is None:
        return ()
    return tuple(text for text in (guide.project.title, guide.project.topic, guide.project.readers,
                                   guide.project.question) if text)  # fmt: skip


_LABELS = (("problem", "Problem"), ("action", "Action"), ("result", "Result"), ("leader_part", "Part of the leader"))


def _passages(session: WorkspaceSession, person: Person, programs: Sequence[Program]) -> tuple[Passage, ...]:
    """The words of stored sources, then the programs' records, each with where it is read."""
    whose = or_(*(_said_about(one) for one in confirmed.subjects_of(session, person)))
    latest = select(Claim).where(whose).order_by(Claim.published.desc(), Claim.id.desc()).limit(MOST_PASSAGES)
    said = [(claim, fact_lines.words_of_claim(claim)) for claim in session.scalars(latest)]
    texts = [(claim.quote, words.words, words.address) for claim, words in said]
    given = [
        (source.quote, source.title or source.url, f"/programs/{program.id}#sources")
        for program in programs for source in program.sources if source.quote
    ]  # fmt: skip
    records = [
        (f"{program.name}. {label}: {getattr(program, name)}", "The program’s record", f"/programs/{program.id}")
        for program in programs for name, label in _LABELS if getattr(program, name)
    ]  # fmt: skip
    return passages_of([*texts, *given, *records])


def _said_about(subject: Subject) -> ColumnElement[bool]:
    if subject.person_id is not None:
        return Claim.person_id == subject.person_id
    return Claim.organization_id == subject.organization_id


def facts_to_hang_on(session: WorkspaceSession, guide: QuestionGuide, today: date) -> list[tuple[str, str]]:
    """What a question can hang on, as (choice, words): records of programs, then confirmed facts, the best first."""
    offered = confirmed.offer(session, guide.person, guide.program, today)
    programs = confirmed.programs(session, guide.person, today)
    return [
        *((f"program-{one.id}", f"The record of {one.name}") for one in programs),
        *((f"fact-{line.id}", line.statement) for line in offered.lines),
    ]
