"""Forgetting drafts that were deleted."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from outreach.drafts.models import Departure, Draft, DraftVersion
from outreach.jobs.table import enqueue
from tests import factories


def test_what_was_deleted_a_month_ago_is_forgotten_with_its_versions(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for subject, days in (("Old", 31), ("Recent", 29)):
            gone = factories.make_draft(session, subject=subject, deleted_at=clock.now - factories.MONTH / 30 * days)
            factories.make_draft_version(session, gone)
        factories.make_draft(session, subject="Here")
        enqueue(session, "drafts.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Draft.subject).order_by(Draft.id)).all() == ["Recent", "Here"]
        assert session.scalar(select(func.count()).select_from(DraftVersion)) == 1


def test_a_sending_that_was_broken_off_is_asked_about(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for minutes in (5, 15):
            begun = clock.now - timedelta(minutes=minutes)
            factories.make_departure(session, way="own_account", state="recorded", begun_at=begun)
        enqueue(session, "drafts.ask_about_broken_off", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Departure.state).order_by(Departure.id)).all() == ["recorded", "unknown"]
