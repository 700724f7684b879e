"""Question guides of the demonstration: a good one for the talk that a letter asks for, and one with findings."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.demo import cast
from outreach.demo.letters import ASKED_ABOUT
from outreach.demo.stage import Stage
from outreach.dossiers.models import Program
from outreach.drafts import confirmed
from outreach.drafts.models import Draft
from outreach.interviews import operations, queries
from outreach.interviews.operations import NewGuide, QuestionDetails
from outreach.people.models import Person

HASTY = (
    QuestionDetails("origin", "When did the Short-Stay Unit open, and why did nobody do it before?", 4),
    QuestionDetails("people", "How proud are you of your team?", 4),
    QuestionDetails("people", "Did the nurses agree?", 3),
    QuestionDetails("transfer", "How did you become chief operating officer?", 4),
)
"""What somebody asks who has not thought about it."""


def prepare(stage: Stage) -> None:
    """Both, for the leader who is asked for a talk."""
    with stage.database.session_for(stage.workspace_id) as session:
        person = session.get_one(Person, stage.people[cast.MARISOL.details.name])
        program = _program(session, stage, person)
        draft = session.scalars(
            select(Draft).where(Draft.person_id == person.id, Draft.state == "writing").order_by(Draft.id.desc())
        ).first()
        _hasty(session, stage, person, draft, program)
        about = {"project_id": draft.project_id, "draft_id": draft.id} if draft is not None else {}
        meets_on = (stage.now + timedelta(days=26)).date()
        new = NewGuide(person.id, 20, program_id=program.id if program else None, meets_on=meets_on, **about)
        operations.create(session, new, stage.by(0.05))


def _program(session: WorkspaceSession, stage: Stage, person: Person) -> Program | None:
    ranked = sorted(confirmed.programs(session, person, stage.now.date()), key=lambda one: one.name != ASKED_ABOUT)
    return session.get(Program, ranked[0].id) if ranked else None


def _hasty(
    session: WorkspaceSession, stage: Stage, person: Person, draft: Draft | None, program: Program | None
) -> None:
    """One that was begun in haste: questions that the sources answer, that lead, that ask for a career."""
    by = stage.by(2)
    project_id = draft.project_id if draft is not None else None
    program_id = program.id if program is not None else None
    guide = operations.create(session, NewGuide(person.id, 15, project_id, program_id=program_id), by)
    for row in queries.questions_of(session, guide):
        if row.kind not in ("opening", "close"):
            operations.take_out(session, row, by)
    for details in HASTY:
        operations.add_question(session, guide, details, by)
