"""Gathers what an article can be written from: the program's record, confirmed facts, and the notes of the talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from outreach.accounts import own_mail
from outreach.accounts.whereabouts import zone_of_user
from outreach.articles.operations import NewFact
from outreach.articles.outlines import Heard, Material, Told
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact, Program
from outreach.dossiers.program_queries import PROGRAM_KINDS
from outreach.drafts import confirmed, materials
from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.people.queries import HERE
from outreach.projects import rules as project_rules
from outreach.projects.models import Project
from outreach.projects.venues import Venue, venue_of
from outreach.words import MONTHS

MOST_NOTES = 400
"""Lines of notes that are looked through: those of some long talks."""

_OF_WORK = frozenset({*PROGRAM_KINDS, "quality_measure", "community_benefit"})
"""Kinds of facts with figures of what was done: they belong to an article about that."""

_OF_HOUSE = frozenset({"beds", "discharges", "employees", "overall_rating"})
"""Kinds of facts with figures of the house, which belong to any article about work done there."""

MOST_FIGURES = 6


@dataclass(frozen=True, slots=True)
class Sources:
    """What an article is about and for; any of them may be missing."""

    person: Person | None
    project: Project | None
    program: Program | None


def gather(session: WorkspaceSession, sources: Sources, by: By) -> Material:
    """All that an outline is filled from."""
    project, program = sources.project, sources.program
    venue = venue_of(session, project) if project is not None else None
    return Material(
        title=project.title if project is not None else program.name if program is not None else "",
        fields=_fields(program),
        people=_people(program),
        figures=_figures(session, sources),
        heard=heard(session, sources, by.user_id),
        question=_question(project),
        writer=_writer(session, by),
        disclosure=project_rules.promise(venue).disclosure if project is not None else "",
    )


def venue_for(session: WorkspaceSession, project: Project | None) -> Venue | None:
    """The venue of an article's project."""
    return venue_of(session, project) if project is not None else None


def _fields(program: Program | None) -> dict[str, Told]:
    if program is None:
        return {}
    result = f"{program.result.rstrip('. ')}, {program.period}" if program.result and program.period else program.result
    texts = {"problem": program.problem, "action": program.action, "leader part": program.leader_part, "result": result}
    return {fill: Told(text, NewFact(text, program_id=program.id)) for fill, text in texts.items() if text.strip()}


def _people(program: Program | None) -> tuple[Told, ...]:
    if program is None:
        return ()
    said = [f"{one.name}: {one.part}" if one.part else one.name for one in program.credits]
    return tuple(Told(words, NewFact(words, program_id=program.id)) for words in said)


def _question(project: Project | None) -> str:
    if project is None or not project.question.strip():
        return ""
    return f"The question is how {project.question.strip().rstrip('.?')}."


def _writer(session: WorkspaceSession, by: By) -> str:
    signs = own_mail.signature_of(session, by.user_id)
    post = ", ".join(part for part in (signs.title, signs.organization) if part)
    return f"{signs.name} wrote this: {post}." if post else ""


# --- facts ------------------------------------------------------------------------------------------------------------


def facts_for(session: WorkspaceSession, sources: Sources) -> Sequence[Fact]:
    """The confirmed, undisputed facts that an article can rest on, those of its subject first."""
    if sources.person is None:
        return ()
    rows = [row for row in confirmed.standing(session, sources.person).holds if not row.is_own_note]
    about = _words(sources)
    return sorted(rows, key=lambda row: -len(about & set(row.value_words.casefold().split())))


def _figures(session: WorkspaceSession, sources: Sources) -> tuple[Told, ...]:
    """The facts with a number about what the article is about."""
    about, found = _words(sources), []
    for row in facts_for(session, sources):
        has_number = any(character.isdigit() for character in row.value_words)
        is_near = bool(about & set(row.value_words.casefold().split()))
        if has_number and (row.predicate in _OF_HOUSE or (row.predicate in _OF_WORK and (is_near or not about))):
            sentence = materials.sentence_of(session, row)
            found.append(Told(sentence, NewFact(sentence, fact_id=row.id)))
    return tuple(found[:MOST_FIGURES])


def _words(sources: Sources) -> set[str]:
    """The telling words of the program and the project."""
    named = [sources.program.name if sources.program else "", sources.project.topic if sources.project else ""]
    return {word for word in " ".join(named).casefold().split() if len(word) > 4}


# --- notes ------------------------------------------------------------------------------------------------------------


def heard(session: WorkspaceSession, sources: Sources, user_id: int) -> tuple[Heard, ...]:
    """The lines of the notes of all talks with the leader or for the project, as they were said; no own thoughts."""
    wanted = _notes_of(sources)
    if wanted is None:
        return ()
    in_order = wanted.where(InterviewNote.kind != "own").order_by(InterviewNote.said_at, InterviewNote.id)
    zone = zone_of_user(session, user_id)
    return tuple(heard_of(note, zone) for note in session.scalars(in_order.limit(MOST_NOTES)))


def note_of(session: WorkspaceSession, sources: Sources, note_id: int) -> InterviewNote | None:
    """A line of the notes of one of these talks; None for another."""
    wanted = _notes_of(sources)
    return session.scalar(wanted.where(InterviewNote.id == note_id)) if wanted is not None else None


def _notes_of(sources: Sources) -> Select[InterviewNote] | None:
    """The lines of all talks with the leader or for the project; None without either."""
    whose = []
    if sources.person is not None:
        whose.append(Interview.person_id == sources.person.id)
    if sources.project is not None:
        whose.append(Interview.project_id == sources.project.id)
    if not whose:
        return None
    here = select(Person.id).where(Person.id == Interview.person_id, HERE).exists()
    return (
        select(InterviewNote)
        .join(Interview, Interview.id == InterviewNote.interview_id)
        .where(or_(*whose), here, Interview.deleted_at.is_(None), Interview.state != "canceled")
        .where(InterviewNote.deleted_at.is_(None))
        .options(joinedload(InterviewNote.interview).joinedload(Interview.person))
    )


def heard_of(note: InterviewNote, zone: tzinfo) -> Heard:
    """A line of the notes. What somebody else said in the talk is under that name."""
    talk = note.interview
    return Heard(
        note_id=note.id, is_exact=note.kind == "exact", words=note.text, speaker=note.speaker or talk.person.name,
        quoting=talk.quoting, told_in=told_in(talk, zone), person_id=None if note.speaker else talk.person_id,
        said_at=note.said_at, minute=_minute(talk, note.said_at),
    )  # fmt: skip


def told_in(talk: Interview, zone: tzinfo) -> str:
    """ "the talk on May 12, 2026"."""
    on = (talk.started_at or talk.starts_at).astimezone(zone)
    return f"the talk on {MONTHS[on.month - 1]} {on.day}, {on.year}"


def _minute(talk: Interview, said_at: datetime) -> int | None:
    if talk.started_at is None:
        return None
    return max(0, int((said_at - talk.started_at).total_seconds() // 60))
