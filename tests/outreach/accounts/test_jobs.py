"""Mail and clearing up in the background."""

from __future__ import annotations

from outreach.accounts.models import Invitation, LoginAttempt, SessionRecord
from outreach.jobs.table import Job, enqueue
from outreach.mail import memory
from tests.browser import EMAIL, Browser


def test_no_token_lies_in_the_row_of_a_job(alice, app, database):
    browser = Browser(app)
    browser.get("/forgot")
    browser.post("/forgot", {"email": EMAIL})
    with database.open_reader() as session:
        job = session.query(Job).one()
    assert dict(job.ids) == {"user_id": 1}


def test_an_invitation_is_mailed_once_also_when_its_job_runs_again(alice, app, database):
    alice.get("/settings/members")
    alice.post("/settings/members", {"role": "reviewer", "email": "ben@example.org"})
    run = app.extensions["runner"].run_due
    run()
    with database.system_session("running a job again") as session:
        job = session.query(Job).one()
        job.state, job.finished_at, job.attempts = "queued", None, 0
        before = session.query(Invitation).one().token_sha256
    run()
    assert len(memory.SHARED.sent) == 1
    with database.system_reader("looking at the link") as session:
        assert session.query(Invitation).one().token_sha256 == before


def test_a_withdrawn_invitation_is_not_mailed(alice, app):
    alice.get("/settings/members")
    alice.post("/settings/members", {"role": "reviewer", "email": "ben@example.org"})
    alice.get("/settings/members")
    alice.post("/settings/members/invitations/1/withdraw")
    app.extensions["runner"].run_due()
    assert memory.SHARED.sent == []


def test_what_is_over_is_cleared_away(alice, app, database, clock):
    Browser(app).sign_in(password="wrong")
    clock.move(days=90)
    with database.open_session() as session:
        enqueue(session, "accounts.forget_old", at=clock())
    app.extensions["runner"].run_due()
    with database.open_reader() as session:
        assert session.query(SessionRecord).count() == 0
        assert session.query(LoginAttempt).count() == 0
