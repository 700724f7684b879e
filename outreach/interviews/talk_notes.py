"""What is done with the notes of a talk: a line is kept once, changed with its former words kept, deleted for a while.

Exact words are quoted from here, so they are never changed silently: how a line read before stays with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.asklint import run
from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.types import Kind, Message
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.interviews import rules, talks
from outreach.interviews.talk_models import Interview, InterviewNote, InterviewNoteWording
from outreach.people.operations import By, ChangedElsewhere
from outreach.sent_twice import hold

TEXT_MAX = 20_000
SPEAKER_MAX = 200
MOST_LINES = 1_000
"""Lines of one talk: nobody writes more in four hours, and a page stays a page."""

KEY_MAX = 40

_PATIENTS = "patient-detail"
_LOOKED_THROUGH = 4_000
"""Characters of a line that are looked through for details of patients."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line as it was written. `speaker`: who said it where it was not the leader."""

    kind: str
    text: str
    speaker: str = ""
    fact_check: bool = False


def add(session: WorkspaceSession, row: Interview, new: NewLine, key: str, by: By) -> InterviewNote:
    """Keeps a line; the same line sent twice (by the key of its form) is kept once, also after it was deleted.

    Raises: Refused for a talk that was called off, and when there are too many lines.
    """
    if row.state == "canceled":
        raise Refused("This appointment was called off. Put it on again first; nothing was kept.")
    hold(session, Interview.id, row.id)
    mine = select(InterviewNote).where(InterviewNote.interview_id == row.id)
    twin = session.scalar(mine.where(InterviewNote.client_key == key)) if key else None
    if twin is not None:
        return twin
    if len(lines_of(session, row)) >= MOST_LINES:
        raise Refused(f"The notes of a talk hold {MOST_LINES:,} lines at most. What you wrote was not kept.")
    talks.begin_with_first_line(session, row, by)
    line = InterviewNote(
        interview=row, kind=new.kind, text=new.text, speaker=new.speaker, fact_check=new.fact_check,
        said_at=by.now, client_key=key[:KEY_MAX] or None, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    session.add(line)
    session.flush()
    return line


def lines_of(session: WorkspaceSession, row: Interview) -> Sequence[InterviewNote]:
    """The lines of a talk as they were said, first to last."""
    mine = select(InterviewNote).where(InterviewNote.interview_id == row.id, InterviewNote.deleted_at.is_(None))
    return session.scalars(mine.order_by(InterviewNote.said_at, InterviewNote.id)).all()


def change(session: WorkspaceSession, line: InterviewNote, new: NewLine, version: int, by: By) -> None:
    """Writes a line anew; where its words change, or whose they are, the former ones are kept.

    Raises: ChangedElsewhere when the form was made from another state.
    """
    if line.version != version:
        raise ChangedElsewhere
    if (line.text, line.kind) != (new.text, new.kind):
        session.add(
            InterviewNoteWording(
                note_id=line.id, kind=line.kind, text=line.text, changed_at=by.now, changed_by_id=by.user_id
            )
        )
    line.kind, line.text, line.speaker, line.fact_check = new.kind, new.text, new.speaker, new.fact_check
    line.updated_at = by.now
    session.flush()


def former_words(session: WorkspaceSession, line: InterviewNote) -> Sequence[InterviewNoteWording]:
    """How a line read before, latest first."""
    mine = select(InterviewNoteWording).where(InterviewNoteWording.note_id == line.id)
    return session.scalars(mine.order_by(InterviewNoteWording.id.desc())).all()


def changed_lines(session: WorkspaceSession, row: Interview) -> frozenset[int]:
    """The lines that once read otherwise."""
    of_talk = (
        select(InterviewNoteWording.note_id)
        .join(InterviewNote, InterviewNote.id == InterviewNoteWording.note_id)
        .where(InterviewNote.interview_id == row.id)
    )
    return frozenset(session.scalars(of_talk))


def remove(session: WorkspaceSession, line: InterviewNote, by: By) -> None:
    """Takes a line out of the notes for 30 days."""
    if line.deleted_at is None:
        line.deleted_at = line.updated_at = by.now
        session.flush()


def put_back(session: WorkspaceSession, line: InterviewNote, by: By) -> None:
    """Puts a deleted line back. Raises: Refused after 30 days."""
    if line.deleted_at is None:
        return
    if line.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This line was deleted more than 30 days ago.")
    line.deleted_at, line.updated_at = None, by.now
    session.flush()


def patient_details(text: str) -> tuple[str, ...]:
    """The words of a line that could tell who a patient is."""
    rule = all_rules()[_PATIENTS]
    reading = Reading(Message(Kind.OTHER, f"Dear reader,\n\n{text[:_LOOKED_THROUGH]}"))
    return tuple(dict.fromkeys(found.text for found in run.findings_of(rule, reading)))


def as_material(lines: Sequence[InterviewNote]) -> tuple[str, ...]:
    """What was said, as the check of a letter takes it: exact words and what stands in the user's, no own thoughts."""
    return tuple(line.text[:_LOOKED_THROUGH] for line in lines if line.kind != "own")


def latest_change(lines: Sequence[InterviewNote]) -> datetime | None:
    """When a line was written or changed last."""
    return max((line.updated_at for line in lines), default=None)
