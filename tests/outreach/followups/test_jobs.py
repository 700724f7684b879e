"""The job that plans rhythms anew, run twice as every job may be."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.followups.models import Rhythm
from outreach.jobs.table import enqueue
from tests import factories, ledger_factories

TODAY = date(2026, 11, 20)


def test_those_who_lost_their_day_get_another_in_every_workspace(app, clock, run_jobs):
    database = app.extensions["database"]
    workspaces = [factories.make_workspace(database) for _ in range(2)]
    for number in workspaces:
        with database.session_for(number) as session:
            ledger_factories.make_rhythm(session, counted_from=TODAY - timedelta(days=200), planned_on=None)
    for _ in range(2):
        with database.session_for(workspaces[0]) as session:
            enqueue(session, "followups.plan_rhythms", at=clock.now)
        run_jobs()
        for number in workspaces:
            with database.session_for(number) as session:
                assert session.query(Rhythm).one().planned_on == TODAY
