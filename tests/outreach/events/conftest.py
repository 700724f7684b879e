"""A session of a workspace, who acts in it, and an event of three days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from outreach.db import WorkspaceSession
from outreach.events.models import Event
from outreach.people.operations import By
from tests import factories
from tests.event_factories import make_event
from tests.factories import NOON


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(database, by) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def event(session) -> Event:
    return make_event(session)


@pytest.fixture
def inside(app, alice):
    """Opens a session in Alice's workspace."""
    opened = app.extensions["database"]
    return lambda: opened.session_for(1)
