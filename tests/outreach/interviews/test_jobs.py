"""Forgetting question guides that were deleted."""

from __future__ import annotations

from sqlalchemy import select

from outreach.interviews.models import GuideQuestion, QuestionGuide
from outreach.jobs.table import enqueue
from tests import factories


def test_what_was_deleted_a_month_ago_is_forgotten_with_its_questions(app, clock, run_jobs):
    database = app.extensions["database"]
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        for minutes, days in ((11, 31), (12, 29)):
            gone = factories.make_guide(session, minutes=minutes, deleted_at=clock.now - factories.MONTH / 30 * days)
            factories.make_question(session, gone, text=f"What of {minutes}?")
        factories.make_guide(session, minutes=13)
        enqueue(session, "interviews.forget_deleted", at=clock.now)
    run_jobs()
    with database.reader_for(workspace) as session:
        assert session.scalars(select(QuestionGuide.minutes).order_by(QuestionGuide.id)).all() == [12, 13]
        assert session.scalars(select(GuideQuestion.text)).all() == ["What of 12?"]
