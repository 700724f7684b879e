"""Which projects are offered."""

from __future__ import annotations

import pytest

from outreach.db import Database
from outreach.errors import NotFound
from outreach.projects import queries
from tests import factories


def test_projects_under_way_are_offered_the_latest_first(database: Database) -> None:
    with database.session_for(factories.make_workspace(database)) as session:
        first = factories.make_project(session, title="First")
        second = factories.make_project(session, title="Second")
        factories.make_project(session, title="Done", state="done")
        gone = factories.make_project(session, title="Gone", deleted_at=factories.NOON)
        assert [project.id for project in queries.open_projects(session)] == [second.id, first.id]
        with pytest.raises(NotFound):
            queries.project_here(session, gone.id)
