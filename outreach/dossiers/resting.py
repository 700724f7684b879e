"""What rests on a note of the user's: facts that stand in it and passages of programs. They go and come with it.

A fact that stands in a deleted note alone is said no more, and the places that use it are marked. The note's claims
stay, tied to nothing, until the note is forgotten for good; ties and passages are written down with the note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import program_changes, uses
from outreach.dossiers.fact_lines import only_in_note
from outreach.dossiers.models import Claim, Fact, FactClaim, Program, ProgramSource
from outreach.people.models import PersonNote
from outreach.people.notes import rests_on_notes
from outreach.people.operations import By

DELETED = "The note that it stood in was deleted."


class FactsOfNotes:
    """Facts and passages; the words for it in `people.notes.Resting`."""

    def put_away(self, session: WorkspaceSession, note: PersonNote, by: By) -> Mapping[str, Any]:
        """Unties what stands in the note; facts that nothing else says are gone, and their places marked."""
        alone = session.scalars(only_in_note(note.id)).all()
        gone = [[fact.id, fact.why] for fact in alone]
        for fact in alone:
            _write(fact, "gone", DELETED, by)
        uses.mark(session, [fact.id for fact in alone], DELETED, by.now)
        links = session.scalars(select(FactClaim).where(FactClaim.claim_id.in_(_claims_in(note.id)))).all()
        passages = session.scalars(select(ProgramSource).where(ProgramSource.claim_id.in_(_claims_in(note.id)))).all()
        kept = {
            "gone": gone,
            "links": [[link.fact_id, link.claim_id] for link in links],
            "passages": [[one.program_id, one.claim_id, one.title, one.read_at.isoformat()] for one in passages],
        }
        for row in (*links, *passages):
            session.delete(row)
        session.flush()
        session.expire_all()
        return kept

    def bring_back(self, session: WorkspaceSession, note: PersonNote, kept: Mapping[str, Any], by: By) -> None:
        """Ties again what was tied, says again what was said, and takes back the marks made for the deletion."""
        claims = set(session.scalars(_claims_in(note.id)))
        _tie(session, [pair for pair in kept.get("links", ()) if pair[1] in claims])
        said = dict(kept.get("gone", ()))
        for fact in session.scalars(select(Fact).where(Fact.id.in_(said), Fact.state == "gone")):
            _write(fact, "current", said[fact.id], by)
        uses.unmark(session, said, (DELETED,))
        session.flush()
        session.expire_all()
        _put_in(session, [one for one in kept.get("passages", ()) if one[1] in claims], by)


rests_on_notes("dossiers", FactsOfNotes())


def _claims_in(note_id: int) -> Any:
    return select(Claim.id).where(Claim.note_id == note_id)


def _write(fact: Fact, state: str, why: str, by: By) -> None:
    fact.state, fact.why = state, why
    fact.changed_by_id, fact.changed_at, fact.updated_at = by.user_id, by.now, by.now


def _tie(session: WorkspaceSession, pairs: Sequence[Sequence[int]]) -> None:
    wanted = {fact_id for fact_id, _ in pairs}
    here = set(session.scalars(select(Fact.id).where(Fact.id.in_(wanted))))
    tied = select(FactClaim.fact_id, FactClaim.claim_id).where(FactClaim.fact_id.in_(wanted))
    there = {tuple(pair) for pair in session.execute(tied)}
    for fact_id, claim_id in pairs:
        if fact_id in here and (fact_id, claim_id) not in there:
            session.add(FactClaim(fact_id=fact_id, claim_id=claim_id))
    session.flush()


def _put_in(session: WorkspaceSession, passages: Sequence[Sequence[Any]], by: By) -> None:
    """Gives programs their passages again, and notes anew what a program rests on that is not deleted itself."""
    ids = {program_id for program_id, *_ in passages}
    programs = {row.id: row for row in session.scalars(select(Program).where(Program.id.in_(ids)))}
    for program_id, claim_id, title, read_at in passages:
        program = programs.get(program_id)
        if program is not None and claim_id not in {one.claim_id for one in program.sources}:
            moment = datetime.fromisoformat(read_at)
            session.add(ProgramSource(program_id=program_id, claim_id=claim_id, title=title, read_at=moment))
    session.flush()
    session.expire_all()
    for program in programs.values():
        if program.deleted_at is None:
            program_changes.note_uses(session, program, by)
