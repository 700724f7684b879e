"""What is said to a suggestion: the passage behind a figure, and one reply to a reviewer with all that was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from outreach.articles.approval_models import Suggestion
from outreach.articles.versions import FactMeant
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, program_queries
from outreach.dossiers.models import Fact, Program
from outreach.interviews.talk_models import InterviewNote

SHORT = 120
"""Characters of a suggestion that a reply repeats."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What says a fact: its words and where they stand. number: of the mark; quote: "" where no text is known."""

    number: int
    fact_id: int | None
    sentence: str
    quote: str
    source: str
    address: str

    @property
    def words(self) -> str:
        """As it goes into an answer: "The source says: “…” (Annual report 2025)."."""
        said = f"“{self.quote.strip()}”" if self.quote.strip() else self.sentence
        return f"The source says: {said} ({self.source})." if self.source else f"What it rests on: {said}"


def passages(session: WorkspaceSession, facts: Sequence[FactMeant], today: date) -> tuple[Passage, ...]:
    """The passages behind facts of the text, in their order; a fact whose source is gone is left out."""
    ids = [one.fact_id for one in facts if one.fact_id is not None]
    rows = [row for number in dict.fromkeys(ids) if (row := session.get(Fact, number)) is not None]
    lines = {line.id: line for line in fact_lines.lines(session, rows, today)} if rows else {}
    found = (_passage(session, one, lines) for one in facts)
    return tuple(one for one in found if one is not None)


def _passage(session: WorkspaceSession, meant: FactMeant, lines: dict[int, fact_lines.FactLine]) -> Passage | None:
    line = lines.get(meant.fact_id) if meant.fact_id is not None else None
    if line is not None and line.sources:
        first = next((one for one in line.sources if not one.is_own), line.sources[0])
        return Passage(meant.number, meant.fact_id, meant.sentence, first.quote, first.words, first.address)
    if meant.program_id is not None:
        program = session.get(Program, meant.program_id)
        told = program_queries.first_passage(program) if program is not None and program.deleted_at is None else None
        return Passage(meant.number, None, meant.sentence, told.quote, told.words, told.address) if told else None
    note = session.get(InterviewNote, meant.note_id) if meant.note_id is not None else None
    if note is not None and note.deleted_at is None:
        address = f"/interviews/{note.interview_id}/notes"
        return Passage(meant.number, None, meant.sentence, note.text, "my notes of our talk", address)
    return None


def proposed(row: Suggestion, shown: Passage | None) -> str:
    """The beginning of an answer: the passage, and the question whether it may stay."""
    if shown is None:
        return row.answer
    return f"{shown.words} May the text stay as it is, with this source?"


def reply(rows: Sequence[Suggestion], title: str) -> str:
    """A reply to one reviewer: what was taken, and what is said to the rest. To be copied, and looked over first."""
    taken = [row for row in rows if row.state == "accepted"]
    adapted = [row for row in rows if row.state == "adapted"]
    lines = [f"Thank you for your corrections to “{title}”."]
    if taken:
        one, stand = len(taken) == 1, all(row.made_in_id is not None for row in taken)
        how_many = "One of them" if one else f"{len(taken)} of them"
        does = ("is" if one else "are") if stand else ("goes" if one else "go")
        lines.append(f"{how_many} {does} {'in' if stand else 'into'} the text as you wished.")
    lines += [f"On {_named(row)}: it now reads “{row.settled_text}”." for row in adapted]
    lines += [f"On {_named(row)}: {row.answer}" for row in rows if row.state == "discussed"]
    lines += [f"On {_named(row)}: it stayed as it was. {row.answer}" for row in rows if row.state == "kept"]
    return "\n\n".join(lines)


def _named(row: Suggestion) -> str:
    words = " ".join((row.before or row.after or row.comment or row.around).split())
    short = words if len(words) <= SHORT else words[: SHORT - 2].rpartition(" ")[0] + " …"
    return f"“{short}”"
