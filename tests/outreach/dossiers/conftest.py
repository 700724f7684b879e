"""A workspace with Jane Q. Roe at Larkspur Valley Health, the invented sources, and a runner of the real jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

import config
from outreach.app import rooms_here
from outreach.db import Database, WorkspaceSession
from outreach.dossiers import fetching, operations
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.dossiers.subjects import Subject
from outreach.jobs import registry as jobs
from outreach.jobs.run import Runner
from research.connector import Connector
from tests import factories
from tests.outreach.dossiers import invented_sources
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, NOW, Sources


@dataclass
class Workspace:
    """One workspace, with ids of what stands in it."""

    database: Database
    id: int
    user_id: int
    person_id: int
    organization_id: int

    @property
    def subject(self) -> Subject:
        return Subject(self.person_id, self.organization_id)

    @contextmanager
    def session(self) -> Iterator[WorkspaceSession]:
        with self.database.session_for(self.id) as session:
            yield session

    @contextmanager
    def reader(self) -> Iterator[WorkspaceSession]:
        with self.database.reader_for(self.id) as session:
            yield session


def make_workspace(database: Database) -> Workspace:
    with database.open_session() as session:
        user_id = factories.make_user(session).id
    workspace_id = factories.make_workspace(database)
    with database.session_for(workspace_id) as session:
        house = factories.make_organization(session, name=HOUSE, state="VT", city="Larkspur", website="")
        jane = factories.make_person(session, name=JANE)
        factories.make_position(session, jane, house, title="Chief Medical Officer")
        return Workspace(database, workspace_id, user_id, jane.id, house.id)


@pytest.fixture
def workspace(database: Database) -> Workspace:
    return make_workspace(database)


@pytest.fixture
def sources() -> Sources:
    """What the invented sources say; a test may change it."""
    return Sources()


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch, sources: Sources) -> tuple[Connector, ...]:
    """Lets runs ask the invented sources, and the user's own texts, instead of the real ones."""
    chosen = (*invented_sources.connectors(), fetching.given())
    monkeypatch.setattr(fetching, "connectors_of", lambda _settings: chosen)
    monkeypatch.setattr(fetching, "fetcher_of", lambda _settings, _now: sources)
    return chosen


@pytest.fixture
def plan(invented: tuple[Connector, ...]) -> Plan:
    return Plan(tuple(one.SOURCE for one in invented), 30)


@pytest.fixture
def runner(database: Database, settings: config.Settings, clock) -> Runner:
    return Runner(database, jobs.load(rooms_here()), settings, clock)


@pytest.fixture
def start(workspace: Workspace, plan: Plan) -> Callable[[], int]:
    """Starts a run on Jane, and returns its id."""

    def begin() -> int:
        with workspace.session() as session:
            return operations.start(session, workspace.subject, plan, workspace.user_id, NOW).id

    return begin


@pytest.fixture
def finished(start: Callable[[], int], runner: Runner) -> Callable[[], int]:
    """Starts a run on Jane and lets it come to its end."""

    def whole() -> int:
        run_id = start()
        assert runner.run_due() == 1
        return run_id

    return whole


def run_of(session: WorkspaceSession, run_id: int) -> ResearchRun:
    return session.get_one(ResearchRun, run_id)
