"""Background work of following up: days planned anew."""

from __future__ import annotations

import logging
from datetime import timedelta

from sqlalchemy import select

from outreach.followups import rhythm_plan
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
