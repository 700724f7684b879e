"""Watched people of the demonstration, and what was new about them: read from its recorded sources like any other."""

from __future__ import annotations

from sqlalchemy import func, select

from outreach.db import WorkspaceSession
from outreach.demo import cast
from outreach.demo.cast import Member
from outreach.demo.stage import Stage
from outreach.dossiers import operations as research
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.dossiers.subjects import Subject
from outreach.signals import reading, watch_rules, watches
from outreach.signals.models import Watch

WATCHED = (
    (cast.MARISOL, "month", 119.0), (cast.SERIFE, "quarter", 2.5), (cast.INGRID, "half_year", 399.0),
    (cast.RENATA, "month", 38.0),
)  # fmt: skip
"""Who is looked up again, how often, and since how many days."""


def watch(stage: Stage) -> None:
    """Lets four leaders be looked up again, and reads what their runs since then have changed."""
    stage.say("- what changed about those who are looked up again")
    _look_at_cedar_ridge(stage)
    for member, every, days_ago in WATCHED:
        with stage.database.session_for(stage.workspace_id) as session:
            row = _watched(session, stage, member, every, days_ago)
            reading.read_watch(session, row.id, stage.ago(0.5))


def _look_at_cedar_ridge(stage: Stage) -> None:
    """Twice, each time at one source only: a register that knows nothing of it, then the press with its layoffs."""
    for key, days_ago in (("ror", 38.5), ("trade_press", 1.0)):
        with stage.database.session_for(stage.workspace_id) as session:
            house = stage.houses[cast.RENATA.posts[0][1]]
            plan = stage.plan()
            asked = Plan(tuple(one for one in plan.sources if one.key == key), plan.seconds)
            run = research.start(session, Subject(None, house), asked, stage.user_id, stage.ago(days_ago)).id
        stage.run(run, stage.ago(days_ago))


def _watched(session: WorkspaceSession, stage: Stage, member: Member, every: str, days_ago: float) -> Watch:
    row = watches.set_watch(session, stage.people[member.details.name], every, 0, stage.by(days_ago))
    assert row is not None
    before = select(func.max(ResearchRun.id)).where(
        ResearchRun.person_id == row.person_id, ResearchRun.created_at <= stage.ago(days_ago)
    )
    row.read_run_id = session.scalar(before)
    row.next_at = max(row.next_at, watch_rules.next_look(row.id, stage.now, 1))
    session.flush()
    return row
