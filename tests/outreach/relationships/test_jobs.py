"""Forgetting what was deleted from the ledger."""

from __future__ import annotations

from sqlalchemy import select

from outreach.jobs.table import enqueue
from outreach.relationships.models import Promise, Touch
from tests import factories, ledger_factories


def test_what_was_deleted_a_month_ago_is_forgotten(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        leader = factories.make_person(session)
        for name, days in (("old", 31), ("young", 29)):
            deleted_at = clock.now - factories.MONTH / 30 * days
            ledger_factories.make_touch(session, leader, what=name, deleted_at=deleted_at)
            ledger_factories.make_promise(session, leader, what=name, deleted_at=deleted_at)
        ledger_factories.make_touch(session, leader, what="kept")
        enqueue(session, "relationships.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(Touch.what).order_by(Touch.id)).all() == ["young", "kept"]
        assert session.scalars(select(Promise.what)).all() == ["young"]
