"""What was deleted long ago goes by itself."""

from __future__ import annotations

from sqlalchemy import select

from outreach.jobs.table import enqueue
from outreach.projects.models import OwnVenue, Project
from tests import factories


def test_what_was_deleted_a_month_ago_is_forgotten(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for title, days in (("Old", 31), ("Recent", 29)):
            gone_at = clock.now - factories.MONTH / 30 * days
            factories.make_project(session, title=title, venue_key="podcast", deleted_at=gone_at)
            factories.make_venue(session, name=title, deleted_at=gone_at)
        enqueue(session, "projects.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Project.title)).all() == ["Recent"]
        assert session.scalars(select(OwnVenue.name)).all() == ["Recent"]
