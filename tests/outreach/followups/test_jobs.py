"""The jobs of following up, run twice as every job may be: rhythms planned anew, ladders moved on."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.followups.models import FollowUp, Rhythm
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


def test_requests_that_were_sent_are_followed_up_and_answers_are_heard(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        draft = factories.make_draft(session, state="sent", sent_at=clock.now - timedelta(days=20))
        enqueue(session, "followups.pick_due", at=clock.now)
    run_jobs()
    with database.session_for(workspace) as session:
        assert [one.state for one in session.query(FollowUp).one().steps] == ["due", "planned"]
        ledger_factories.make_answer(session, session.get(type(draft), draft.id).person)
        enqueue(session, "followups.look_over", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.query(FollowUp).one().stop_reason == "answered"
