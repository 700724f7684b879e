"""What rhythms tell the first page."""

from __future__ import annotations

from datetime import date, timedelta

from outreach.followups import rhythm_waiting
from tests import factories, ledger_factories

MONDAY = date(2026, 11, 23)


def test_those_of_today_are_tasks_and_the_others_are_coming(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        now, later = (factories.make_person(session, name=name) for name in ("Inés Okafor", "Tomás Reyes"))
        ledger_factories.make_rhythm(session, now, planned_on=MONDAY, counted_from=date(2026, 8, 1))
        ledger_factories.make_rhythm(session, later, planned_on=MONDAY + timedelta(days=9))
        (task,) = rhythm_waiting.tasks(session, MONDAY)
        (next_one,) = rhythm_waiting.coming(session, MONDAY, MONDAY + timedelta(days=30))
    assert task.words == "Think of Inés Okafor"
    assert task.reason == (
        "The last contact was Sat, Aug 1. You wanted to be in touch every 3 months, at the latest after 6 months."
    )
    assert (next_one.words, next_one.on) == ("Think of Tomás Reyes", MONDAY + timedelta(days=9))
