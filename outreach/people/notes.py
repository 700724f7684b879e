"""The user's notes about people: written, changed, deleted, and brought back for a while with what rested on them.

Later rooms keep what stands in a note's words, and `people` may not import them. So a room says in a module `resting`
what becomes of that (`rests_on_notes`):

    rests_on_notes("dossiers", FactsOfNotes())
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol, cast

from sqlalchemy import select

from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.people import queries, rules
from outreach.people.models import Person, PersonNote
from outreach.people.operations import By, check_version
from outreach.sent_twice import hold, just_made


class Resting(Protocol):
    """What a room keeps that rests on notes."""

    def put_away(self, session: WorkspaceSession, note: PersonNote, by: By) -> Mapping[str, Any]:
        """Takes what rests on a note out of sight; what was there, as JSON: enough to put it back."""

    def bring_back(self, session: WorkspaceSession, note: PersonNote, kept: Mapping[str, Any], by: By) -> None:
        """Puts it back, but for what has gone since."""


_resting: dict[str, Resting] = {}


def rests_on_notes(name: str, resting: Resting) -> None:
    """Says that a room keeps what rests on notes; `name` keys its part of `PersonNote.taken_along`."""
    _resting[name] = resting


def write(session: WorkspaceSession, number: int, text: str, by: By) -> PersonNote:
    """Keeps what the form of a note holds, once however often it is sent. Raises: NotFound."""
    person = queries.person(session, number)
    hold(session, Person.id, person.id)
    said = {"person_id": person.id, "text": text, "author_id": by.user_id, "deleted_at": None}
    same = just_made(session, PersonNote, by.now, **said)
    return same or add(session, number, text, by)


def add(session: WorkspaceSession, number: int, text: str, by: By) -> PersonNote:
    """Keeps a note of the user's about a person. Raises: NotFound."""
    person = queries.person(session, number)
    note = PersonNote(person=person, text=text, author_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(note)
    session.flush()
    return note


def change(session: WorkspaceSession, number: int, note_id: int, text: str, version: int, by: By) -> PersonNote:
    """Writes a note anew. Raises: NotFound, ChangedElsewhere."""
    note = queries.note(session, number, note_id)
    check_version(note, version)
    note.text, note.updated_at = text, by.now
    session.flush()
    return note


def remove(session: WorkspaceSession, note: PersonNote, by: By) -> None:
    """Takes a note out of sight with what rests on it alone, for 30 days; one that is deleted stays as it is."""
    if note.deleted_at is not None:
        return
    note.taken_along = {name: dict(one.put_away(session, note, by)) for name, one in _resting.items()}
    note.deleted_at = by.now
    session.flush()


def bring_back(session: WorkspaceSession, note: PersonNote, by: By) -> None:
    """Brings a deleted note back, and what rested on it. Raises: Refused after 30 days."""
    if note.deleted_at is None:
        return
    if note.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This note was deleted more than 30 days ago.")
    kept = cast("dict[str, Any]", thawed(note.taken_along or {}))
    note.deleted_at = note.taken_along = None
    session.flush()
    for name, one in _resting.items():
        one.bring_back(session, note, kept.get(name, {}), by)
    session.flush()


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes notes for good that were deleted too long ago to be brought back; how many."""
    gone = session.scalars(select(PersonNote).where(PersonNote.deleted_at < now - rules.UNDO_FOR)).all()
    for note in gone:
        session.delete(note)
    session.flush()
    return len(gone)
