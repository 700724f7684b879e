"""Where the demonstration is built: its workspace, its user, a clock that can be set back, and its made-up sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy import select

from config import Settings
from outreach.accounts.models import Membership, User
from outreach.db import Database, WorkspaceSession
from outreach.demo import SOURCES, USER_EMAIL
from outreach.demo.cast import Member
from outreach.dossiers import fetching
from outreach.dossiers import operations as research
from outreach.dossiers.models import Candidate, Fact, ResearchRun
from outreach.dossiers.subjects import Subject, subject_of_person
from outreach.jobs.run import Runner
from outreach.people.models import Person
from outreach.people.operations import By


def _to_nobody(_words: str) -> None:
    """Says nothing."""


@dataclass(slots=True)
class Stage:
    """Where the demonstration is built: the database, the workspace, its user, and a clock that can be set back."""

    database: Database
    runner: Runner
    settings: Settings
    now: datetime
    workspace_id: int
    user_id: int
    people: dict[str, int] = field(default_factory=dict)
    houses: dict[str, int] = field(default_factory=dict)
    say: Callable[[str], object] = _to_nobody
    """Is told what is being done, a line each."""

    def ago(self, days: float) -> datetime:
        """So many days before now."""
        return self.now - timedelta(days=days)

    def by(self, days_ago: float = 0) -> By:
        """The user, so many days ago."""
        return By(self.user_id, self.ago(days_ago))

    def plan(self, *, without: Sequence[str] = ()) -> research.Plan:
        """Every source but these."""
        asked = (one.SOURCE for one in fetching.connectors_of(self.settings))
        return research.Plan(tuple(one for one in asked if one.key not in without), self.settings.research_seconds)

    def run(self, run_id: int, at: datetime) -> None:
        """Lets a research run happen as of a moment."""
        with self.database.reader_for(self.workspace_id) as session:
            job_id = session.scalar(select(ResearchRun.job_id).where(ResearchRun.id == run_id))
        assert job_id is not None
        moment = Runner(self.database, self.runner.jobs, self.settings, lambda: at)
        moment.execute(job_id)


def stage_of(app: Flask, now: datetime, email: str = USER_EMAIL) -> Stage:
    """The workspace that `build` made."""
    database: Database = app.extensions["database"]
    settings = replace(app.extensions["settings"], replay=str(SOURCES), replay_ms=0, hospitals="")
    with database.system_reader("finding the demonstration's workspace") as session:
        owner = select(Membership.workspace_id, User.id).join(User, User.id == Membership.user_id)
        workspace_id, user_id = session.execute(
            owner.where(User.email == email, Membership.role == "owner").limit(1)
        ).one()
    runner = Runner(database, app.extensions["runner"].jobs, settings, lambda: now)
    return Stage(database, runner, settings, now, workspace_id, user_id)


def subject_named(session: WorkspaceSession, stage: Stage, member: Member) -> Subject:
    """Somebody of the cast, at the organization where they work."""
    return subject_of_person(session, session.get_one(Person, stage.people[member.details.name]))


def researched(stage: Stage, member: Member, days_ago: float, *, without: Sequence[str] = ()) -> int:
    """A run about somebody of the cast that finished so many days ago; its number."""
    stage.say(f"- research on {member.details.name}")
    with stage.database.session_for(stage.workspace_id) as session:
        subject = subject_named(session, stage, member)
        plan = stage.plan(without=without)
        run_id = research.start(session, subject, plan, stage.user_id, stage.ago(days_ago)).id
    stage.run(run_id, stage.ago(days_ago))
    return run_id


def candidates(session: WorkspaceSession, person_id: int, judgement: str) -> Sequence[Candidate]:
    """The records that may be somebody, of one judgement."""
    wanted = select(Candidate).where(Candidate.person_id == person_id, Candidate.judgement == judgement)
    return session.scalars(wanted.order_by(Candidate.score, Candidate.id)).all()


def facts(session: WorkspaceSession, person_id: int, predicate: str) -> Sequence[Fact]:
    """What is said about somebody, of one kind."""
    wanted = select(Fact).where(Fact.person_id == person_id, Fact.predicate == predicate, Fact.state == "current")
    return session.scalars(wanted.order_by(Fact.id)).all()
