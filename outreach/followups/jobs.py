"""Background work of following up: days planned anew, ladders of what was sent, notes whose time has come."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from outreach.followups import advance, rhythm_plan
from outreach.followups.models import Rhythm
from outreach.jobs.registry import job
from outreach.jobs.run import JobRun

log = logging.getLogger(__name__)

_BEHIND = timedelta(hours=12)
"""Days are planned by the clock of the last place where a day ends: elsewhere it may be tomorrow already."""


@job("followups.plan_rhythms", every=timedelta(hours=1))
def plan_rhythms(run: JobRun) -> None:
    """Gives a day to everybody who lost theirs: by a contact, a pause that ended, or a day that passed unused."""
    with run.database.system_session("finding the workspaces that keep rhythms") as session:
        workspaces = session.scalars(select(Rhythm.workspace_id).distinct().order_by(Rhythm.workspace_id)).all()
    today = (run.now() - _BEHIND).date()
    planned = 0
    for number in workspaces:
        with run.database.session_for(number) as session:
            planned += rhythm_plan.plan(session, today)
    log.info("event=rhythms_planned workspaces=%d people=%d", len(workspaces), planned)


@job("followups.pick_due", every=timedelta(minutes=5))
def pick_due(run: JobRun) -> None:
    """Gives requests that were sent their ladder, and makes notes due whose time has come, each once."""
    now = run.now()
    found = advance.follow_sent(run.database, now) + advance.pick_due(run.database, now)
    if found.begun or found.became_due:
        log.info("event=followups_picked begun=%d due=%d", found.begun, len(found.became_due))


@job("followups.look_over", every=timedelta(hours=1))
def look_over(run: JobRun) -> None:
    """Looks at all ladders under way: who has answered, moved or was paused, and what was taken back."""
    found = advance.advance_all(run.database, run.now())
    if found.ended:
        log.info("event=followups_ended count=%d", found.ended)
