"""Rows of jobs that ended are forgotten in time; and every job of the application is safe to run twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.app import rooms_here
from outreach.jobs import registry
from outreach.jobs.run import Runner
from outreach.jobs.table import Job, enqueue
from outreach.jobs.upkeep import KEPT_FOR
from tests.outreach.job_examples import EXAMPLES


def test_only_what_ended_well_and_long_ago_is_forgotten(database, settings, clock):
    ended = {"old": clock.now - KEPT_FOR - timedelta(seconds=1), "new": clock.now - KEPT_FOR}
    with database.open_session() as session:
        for state in ("done", "cancelled", "dead"):
            for age, finished_at in ended.items():
                job = enqueue(session, f"{state}.{age}", at=clock.now)
                job.state, job.finished_at = state, finished_at
        enqueue(session, "waiting.old", at=clock.now + timedelta(days=1))
        enqueue(session, "jobs.forget_finished", at=clock.now)
    Runner(database, registry.load(()), settings, clock).run_due()
    with database.open_reader() as session:
        left = set(session.scalars(select(Job.name)))
    assert left == {"done.new", "cancelled.new", "dead.new", "dead.old", "waiting.old", "jobs.forget_finished"}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_job_may_run_twice(name, database, settings, clock):
    workspace_id, ids = EXAMPLES[name](database)
    runner = Runner(database, registry.load(rooms_here()), settings, clock)
    with database.open_session() as session:
        if workspace_id is not None:
            session.enter(workspace_id)
        job_id = enqueue(session, name, at=clock.now, **ids).id
    for _ in range(2):
        assert runner.execute(job_id)
        with database.open_session() as session:
            job = session.get_one(Job, job_id)
            assert (job.state, job.error) == ("done", "")
            job.state, job.finished_at, job.due_at = "queued", None, clock.now
