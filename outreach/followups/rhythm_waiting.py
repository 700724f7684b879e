"""What rhythms tell the first page: whom to think of today, and who comes up next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from outreach.db import WorkspaceSession
from outreach.followups import rhythm_plan, rhythm_rules
from outreach.waiting import Coming, Waiting
from outreach.words import day


def tasks(session: WorkspaceSession, today: date) -> Sequence[Waiting]:
    """Those of today, four at most."""
    return [
        Waiting(
            key=f"rhythm:{line.person_id}",
            kind="rhythm",
            words=f"Think of {line.name}",
            reason=f"The last contact was {day(line.counted_from, today)}. You wanted to be in touch "
            f"{rhythm_rules.said(line.ideal_days, line.latest_days)}.",
            action="Open the page",
            address=f"/people/{line.person_id}",
            due_on=today,
            person_id=line.person_id,
        )
        for line in rhythm_plan.due_lines(session, today)
    ]


def coming(session: WorkspaceSession, today: date, until: date) -> Sequence[Coming]:
    """Those of the next days."""
    return [
        Coming(f"rhythm-{line.rhythm_id}", line.planned_on, f"Think of {line.name}", "rhythm", "/rhythm",
               person_id=line.person_id)
        for line in rhythm_plan.planned(session, today, until)
        if line.planned_on > today
    ]  # fmt: skip
