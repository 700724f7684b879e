"""A leader with a program on record, a project, and who prepares the questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact, Program
from outreach.interviews import operations
from outreach.interviews.models import QuestionGuide
from outreach.interviews.operations import NewGuide
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.projects.models import Project
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import make_interview


@dataclass(frozen=True)
class Cast:
    """Who and what the tests are about."""

    leader: Person
    program: Program
    project: Project
    award: Fact
    unit: Fact


def told(session: WorkspaceSession, quote: str = "", **named: object) -> Fact:
    """A fact with a source, in these words."""
    fact = factories.make_fact(session, **named)
    about = {"person_id": fact.person_id, "organization_id": fact.organization_id}
    claim = factories.make_claim(session, **about, **({"quote": quote} if quote else {}))
    factories.make_fact_claim(session, fact, claim)
    return fact


def make_cast(session: WorkspaceSession) -> Cast:
    """Inés, who runs a house of the workspace, an award of hers, and the record of a program with its source."""
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist", addressed_as="Inés")
    factories.make_position(session, leader)
    award = told(session, person_id=leader.id, predicate="award", value="Copper Kite Award", starts="2025")
    unit = told(
        session,
        "Harrow Lake opened a 24-bed short-stay unit on September 14, 2026.",
        person_id=leader.id,
        predicate="program",
        value="Short-Stay Unit",
    )
    program = factories.make_program(session, person_id=leader.id)
    factories.make_program_source(session, program)
    project = factories.make_project(session)
    return Cast(leader, program, project, award, unit)


def make_guide(session: WorkspaceSession, cast: Cast, by: By, **named: object) -> QuestionGuide:
    """A guide for twenty minutes about the program, as it is proposed."""
    new = {"minutes": 20, "project_id": cast.project.id, "program_id": cast.program.id, **named}
    return operations.create(session, NewGuide(cast.leader.id, **new), by)


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(database, by) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def cast(session) -> Cast:
    return make_cast(session)


@pytest.fixture
def guide(session, cast, by) -> QuestionGuide:
    return make_guide(session, cast, by)


@pytest.fixture
def inside(app, alice):
    """Opens a session in Alice's workspace."""
    opened = app.extensions["database"]
    return lambda: opened.session_for(1)


@pytest.fixture
def talk_path(inside) -> str:
    """The address of a talk with Inés that began half an hour ago, for twenty minutes, with Tom's help."""
    with inside() as session:
        cast = make_cast(session)
        tom = factories.make_person(session, name="Tom Marsh", kind="assistant")
        talk = make_interview(
            session, cast.leader, starts_at=NOON - timedelta(minutes=30), helper_id=tom.id, project_id=cast.project.id,
            us_state="IL", place="(555) 555-0110",
        )  # fmt: skip
        return f"/interviews/{talk.id}"
