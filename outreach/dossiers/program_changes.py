"""What is done with programs: recorded from what sources tell or by hand, changed, given sources, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import uses
from outreach.dossiers.models import Claim, Fact, FactClaim, Program, ProgramCredit, ProgramSource
from outreach.dossiers.operations import UNDO_FOR
from outreach.dossiers.program_queries import person_by_names
from outreach.dossiers.subjects import Subject
from outreach.errors import AppError, NotFound, Refused
from outreach.people.operations import By

PLACE = "program"
"""What `uses` calls a program."""


class ChangedElsewhere(AppError):
    """The program was changed after the form was opened."""

    status = 409
    title = "This was changed in another window"


@dataclass(frozen=True, slots=True)
class Told:
    """What the form of a program says. Names of fields are those of `models.Program`."""

    name: str
    problem: str = ""
    action: str = ""
    result: str = ""
    period: str = ""
    starts: str = ""
    ends: str = ""
    leader_part: str = ""
    credits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HandPassage:
    """A passage that the user gives: its words, and where they stand."""

    title: str
    url: str
    quote: str


_FIELDS = ("name", "problem", "action", "result", "period", "starts", "ends", "leader_part")


def record(session: WorkspaceSession, subject: Subject, told: Told, claims: Sequence[Claim], by: By) -> Program:
    """A new program with the claims that it was made from; the same record pressed twice is kept once."""
    twin = _twin(session, subject, told, claims)
    if twin is not None:
        return twin
    program = Program(
        person_id=subject.person_id,
        organization_id=subject.organization_id,
        made_from_claim_id=claims[0].id if claims else None,
        made_by_id=by.user_id,
        created_at=by.now,
    )
    _write(program, told, by)
    session.add(program)
    session.flush()
    _write_credits(session, program, told)
    for claim in claims:
        session.add(ProgramSource(program_id=program.id, claim_id=claim.id, document_id=claim.document_id,
                                  title=claim.cited_title, read_at=claim.retrieved_at))  # fmt: skip
    session.flush()
    session.expire(program)
    note_uses(session, program, by)
    return program


def _twin(session: WorkspaceSession, subject: Subject, told: Told, claims: Sequence[Claim]) -> Program | None:
    """The record that a second press of the same button would double: made of the same claim, with the same words."""
    same = select(Program).where(
        Program.person_id == subject.person_id,
        Program.organization_id == subject.organization_id,
        Program.made_from_claim_id == (claims[0].id if claims else None),
        Program.deleted_at.is_(None),
        *(getattr(Program, name) == getattr(told, name) for name in _FIELDS),
    )
    return session.scalar(same.limit(1))


def change(session: WorkspaceSession, program: Program, told: Told, version: int, by: By) -> Program:
    """Writes what the form says. Raises: ChangedElsewhere."""
    if program.version != version:
        raise ChangedElsewhere
    _write(program, told, by)
    _write_credits(session, program, told)
    session.flush()
    session.expire(program)
    note_uses(session, program, by)
    return program


def remove(session: WorkspaceSession, program: Program, by: By) -> None:
    """Takes a record away, for 30 days so that it can be brought back; the facts that it was made from stay.

    One that is deleted stays as it is.
    """
    if program.deleted_at is not None:
        return
    uses.stop_using(session, PLACE, program.id)
    program.deleted_at = by.now
    session.flush()


def bring_back(session: WorkspaceSession, program: Program, by: By) -> None:
    """Brings a deleted record back with all that was written in it. Raises: Refused after 30 days."""
    if program.deleted_at is None:
        return
    if program.deleted_at < by.now - UNDO_FOR:
        raise Refused("This record was deleted more than 30 days ago. What sources tell can be recorded anew.")
    program.deleted_at = None
    session.flush()
    note_uses(session, program, by)


def _write(program: Program, told: Told, by: By) -> None:
    for name in _FIELDS:
        setattr(program, name, getattr(told, name))
    program.updated_at = by.now


def _write_credits(session: WorkspaceSession, program: Program, told: Told) -> None:
    rows = session.scalars(
        select(ProgramCredit).where(ProgramCredit.program_id == program.id).order_by(ProgramCredit.id)
    ).all()
    if [(row.name, row.part) for row in rows] == list(told.credits):
        return
    for row in rows:
        session.delete(row)
    session.flush()
    known = person_by_names(session, [name for name, _ in told.credits])
    for name, part in told.credits:
        session.add(ProgramCredit(program_id=program.id, name=name, part=part, person_id=known.get(name)))


# --- sources --------------------------------------------------------------------------------------------------------


def add_claims(session: WorkspaceSession, program: Program, claims: Sequence[Claim], by: By) -> int:
    """Adds what sources say of a program; how many are new."""
    have = {one.claim_id for one in program.sources}
    new = [claim for claim in claims if claim.id not in have]
    for claim in new:
        session.add(ProgramSource(program_id=program.id, claim_id=claim.id, document_id=claim.document_id,
                                  title=claim.cited_title, read_at=claim.retrieved_at))  # fmt: skip
    session.flush()
    session.expire(program, ["sources"])
    note_uses(session, program, by)
    return len(new)


def add_passage(session: WorkspaceSession, program: Program, passage: HandPassage, by: By) -> ProgramSource:
    """Adds a passage by hand; the same words from the same page are kept once."""
    for one in program.sources:
        if one.claim_id is None and (one.url, one.quote) == (passage.url, passage.quote):
            return one
    row = ProgramSource(
        program_id=program.id, title=passage.title, url=passage.url, quote=passage.quote, read_at=by.now
    )
    session.add(row)
    session.flush()
    session.expire(program, ["sources"])
    return row


def remove_source(session: WorkspaceSession, program: Program, source_id: int, by: By) -> None:
    """Takes a source away from a program. Raises: NotFound."""
    row = next((one for one in program.sources if one.id == source_id), None)
    if row is None:
        raise NotFound
    session.delete(row)
    session.flush()
    session.expire(program, ["sources"])
    note_uses(session, program, by)


def note_uses(session: WorkspaceSession, program: Program, by: By) -> None:
    """Notes which facts the program rests on, so that it is marked when one of them changes."""
    ids = [one.claim_id for one in program.sources if one.claim_id is not None]
    resting = select(FactClaim.id).where(FactClaim.fact_id == Fact.id, FactClaim.claim_id.in_(ids)).exists()
    rows = session.scalars(select(Fact).where(resting).order_by(Fact.id)).all() if ids else ()
    uses.stop_using(session, PLACE, program.id, keep={row.id for row in rows})
    for row in rows:
        uses.use_fact(session, row, PLACE, program.id, program.name, now=by.now)
