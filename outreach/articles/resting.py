"""What an article's text rests on today: each quote and fact of it, where it comes from, and what became of that.

A quote keeps its words when its note is deleted or changed; here it says so. Reads only, a fixed number of questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach.articles import rendered
from outreach.articles.models import Article, ArticleFact, ArticleQuote
from outreach.articles.versions import QuoteMeant, facts_of, quotes_of
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines
from outreach.dossiers.fact_lines import FactLine
from outreach.dossiers.models import Fact, Program
from outreach.interviews.consent import CHECK_FIRST, NO_QUOTE, NOT_ASKED
from outreach.interviews.talk_models import InterviewNote

NOTE_GONE = "The note that it was taken from was deleted. What was said stands here as it was then."
NOTE_CHANGED = "The note was changed since. It reads now:"
NOT_EXACT = "The note is no longer marked as exact words, so it cannot be quoted."
FACT_GONE = "The fact was removed. Put in another, or take the sentence out."
FACT_OVER = "This fact does not hold any more."


@dataclass(frozen=True, slots=True)
class RestingQuote:
    """Exact words of the article. where: who said it, and where; trouble: what became of the note; consent: what
    follows of what they agreed to; "" for nothing to say."""

    number: int
    words: str
    speaker: str
    where: str
    address: str
    trouble: str
    consent: str


@dataclass(frozen=True, slots=True)
class RestingFact:
    """A fact of the article. source: in words; address: where that stands, or ""."""

    number: int
    sentence: str
    source: str
    address: str
    trouble: str


@dataclass(frozen=True, slots=True)
class Rests:
    """Everything that was put into an article, by number."""

    quotes: tuple[RestingQuote, ...]
    facts: tuple[RestingFact, ...]

    def only(self, quotes: set[int], facts: set[int]) -> Rests:
        """Those with these numbers."""
        return Rests(
            tuple(one for one in self.quotes if one.number in quotes),
            tuple(one for one in self.facts if one.number in facts),
        )


def rests(session: WorkspaceSession, article: Article, today: date) -> Rests:
    """What was put into an article, as it stands today."""
    quotes, facts = quotes_of(session, article), facts_of(session, article)
    notes = _notes(session, [*(row.note_id for row in quotes), *(row.note_id for row in facts)])
    told = _facts(session, [*(row.fact_id for row in quotes), *(row.fact_id for row in facts)])
    lines = {line.id: line for line in fact_lines.lines(session, list(told.values()), today)}
    programs = _programs(session, [row.program_id for row in facts])
    return Rests(
        tuple(_quote(row, notes, told, lines) for row in quotes),
        tuple(_fact(row, notes, told, lines, programs) for row in facts),
    )


def _notes(session: WorkspaceSession, ids: Sequence[int | None]) -> dict[int, InterviewNote]:
    wanted = {number for number in ids if number is not None}
    if not wanted:
        return {}
    found = select(InterviewNote).where(InterviewNote.id.in_(wanted)).options(joinedload(InterviewNote.interview))
    return {row.id: row for row in session.scalars(found)}


def _facts(session: WorkspaceSession, ids: Sequence[int | None]) -> dict[int, Fact]:
    wanted = {number for number in ids if number is not None}
    return {row.id: row for row in session.scalars(select(Fact).where(Fact.id.in_(wanted)))} if wanted else {}


def _programs(session: WorkspaceSession, ids: Sequence[int | None]) -> dict[int, Program]:
    wanted = {number for number in ids if number is not None}
    return {row.id: row for row in session.scalars(select(Program).where(Program.id.in_(wanted)))} if wanted else {}


def _is_there(note: InterviewNote | None) -> bool:
    return note is not None and note.deleted_at is None and note.interview.deleted_at is None


def _address(note: InterviewNote) -> str:
    """Of the line in the notes of its talk."""
    return f"/interviews/{note.interview_id}/notes#line-{note.id}"


def _quote(
    row: ArticleQuote, notes: Mapping[int, InterviewNote], told: Mapping[int, Fact], lines: Mapping[int, FactLine]
) -> RestingQuote:
    meant = QuoteMeant(row.number, row.speaker, row.words, row.source, row.person_id, row.minute, row.told_in)
    where = rendered.minute_words(meant)
    if row.source != "note":
        line = lines.get(row.fact_id or 0)
        address = line.sources[0].address if line is not None and line.sources else ""
        trouble = _trouble_of_fact(row.fact_id, told) if row.source == "source" else ""
        return RestingQuote(row.number, row.words, row.speaker, where, address, trouble, "")
    note = notes.get(row.note_id or 0)
    if note is None or not _is_there(note):
        return RestingQuote(row.number, row.words, row.speaker, where, "", NOTE_GONE, "")
    trouble = NOT_EXACT if note.kind != "exact" else f"{NOTE_CHANGED} “{note.text}”" if note.text != row.words else ""
    consent = CONSENT_WORDS.get(note.interview.quoting, "")
    address = _address(note)
    return RestingQuote(row.number, row.words, row.speaker, where, address, trouble, consent)


CONSENT_WORDS = {"no": NO_QUOTE, "not_asked": NOT_ASKED, "after_check": CHECK_FIRST}
"""What they agreed to about quoting -> what follows, where anything does."""


def _fact(
    row: ArticleFact,
    notes: Mapping[int, InterviewNote],
    told: Mapping[int, Fact],
    lines: Mapping[int, FactLine],
    programs: Mapping[int, Program],
) -> RestingFact:
    if row.note_id is not None:
        note = notes.get(row.note_id)
        trouble = "" if _is_there(note) else NOTE_GONE
        address = _address(note) if note is not None and not trouble else ""
        return RestingFact(row.number, row.sentence, "What they told you, in your words", address, trouble)
    if row.program_id is not None:
        program = programs.get(row.program_id)
        is_there = program is not None and program.deleted_at is None
        address = f"/programs/{row.program_id}" if is_there else ""
        source = f"The record of {program.name}" if program is not None else "A program's record"
        return RestingFact(row.number, row.sentence, source, address, "" if is_there else FACT_GONE)
    line = lines.get(row.fact_id or 0)
    first = line.sources[0] if line is not None and line.sources else None
    trouble = _trouble_of_fact(row.fact_id, told)
    if first is None:
        return RestingFact(row.number, row.sentence, "No source", "", trouble or FACT_GONE)
    return RestingFact(row.number, row.sentence, first.words, first.address, trouble)


def _trouble_of_fact(fact_id: int | None, told: Mapping[int, Fact]) -> str:
    fact = told.get(fact_id or 0)
    if fact is None:
        return FACT_GONE
    return "" if fact.state == "current" else FACT_OVER
