"""Following up tells the first page of both: ladders after requests, and rhythms."""

from __future__ import annotations

from datetime import timedelta

from outreach.followups import operations, waiting
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY

DAY = timedelta(days=1)


def test_ladders_and_rhythms_are_told_together(database):
    with database.session_for(factories.make_workspace(database)) as session:
        draft = factories.make_draft(session, state="sent", sent_at=NOON)
        operations.begin(session, draft, NOON)
        ledger_factories.make_rhythm(session, planned_on=TODAY + 3 * DAY)
        told = waiting.coming(session, 1, NOON, TODAY, TODAY + 30 * DAY)
        assert {one.kind for one in told} == {"follow-up", "rhythm"}
        assert [one.key for one in waiting.expected(session, 1, NOON, TODAY)]
        assert waiting.tasks(session, 1, NOON, TODAY) == []
