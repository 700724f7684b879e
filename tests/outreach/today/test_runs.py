"""Runs as the first page tells of them, read from either database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.jobs.table import DEAD, enqueue
from outreach.today import runs
from tests import factories
from tests.factories import NOON, make_workspace

QUERY = {"kind": "person", "name": "Inés Okafor", "organization": "Harrow Lake Regional"}


@pytest.fixture
def session(each_database):
    with each_database.session_for(make_workspace(each_database)) as session:
        yield session


def run_on(session, leader, **named):
    over = {"state": "finished", "finished_at": NOON}
    return factories.make_run(session, person_id=leader.id, query=QUERY, **{**over, **named})


def test_what_one_waits_for_and_what_came_in(session):
    leader, other = factories.make_person(session), factories.make_person(session)
    going = run_on(session, leader, state="running", finished_at=None)
    for state, claims in (("found", 3), ("now", 0)):
        factories.make_run_source(session, going, state=state, claims_count=claims)
    over = run_on(session, other)
    factories.make_run_source(session, over, state="found", claims_count=3)
    assert [(run.run_id, run.done, run.total) for run in runs.running(session)] == [(going.id, 1, 2)]
    assert [(run.run_id, run.found) for run in runs.over_lately(session, NOON)] == [(over.id, 3)]
    assert runs.over_lately(session, NOON + timedelta(days=8)) == ()


def test_only_the_latest_run_of_somebody_who_is_here_counts(session):
    leader, gone = factories.make_person(session), factories.make_person(session, deleted_at=NOON)
    house = factories.make_organization(session)
    closed = factories.make_organization(session, deleted_at=NOON)
    early = NOON - timedelta(days=1)
    run_on(session, leader, created_at=early)
    latest = run_on(session, leader, created_at=NOON)
    run_on(session, gone)
    about = {"query": {"kind": "organization", "name": house.name}, "state": "finished", "finished_at": NOON}
    of_house = factories.make_run(session, organization_id=house.id, created_at=early, **about)
    factories.make_run(session, organization_id=closed.id, **about)
    at_house = run_on(session, factories.make_person(session), organization_id=house.id, created_at=early)
    found = [run.id for run in runs.latest_of_each(session)]
    assert found[0] == latest.id
    assert sorted(found[1:]) == sorted([of_house.id, at_house.id])


def test_it_is_told_whether_they_are_a_leader_who_may_be_written_to(session):
    factories.make_run(session, person_id=factories.make_person(session, reason="Her bed meetings").id, query=QUERY)
    [run] = runs.latest_of_each(session)
    assert run.may_be_asked
    assert run.reason == "Her bed meetings"
    for named in ({"kind": "assistant"}, {"do_not_contact_since": NOON}):
        row = factories.make_run(session, person_id=factories.make_person(session, **named).id, query=QUERY)
        assert not next(one for one in runs.latest_of_each(session) if one.id == row.id).may_be_asked


def test_a_run_that_stands_still_is_under_way_and_needs_a_hand(session):
    job = enqueue(session, "dossiers.investigate", at=NOON, run_id=1)
    job.state, job.finished_at = DEAD, NOON
    stuck = run_on(session, factories.make_person(session), state="running", finished_at=None, job_id=job.id)
    later = NOON + timedelta(hours=1)
    going = run_on(session, factories.make_person(session), state="waiting", finished_at=None, created_at=later)
    assert [run.run_id for run in runs.running(session)] == [going.id, stuck.id]
    assert [task.key for task in runs.broken(session, NOON)] == [f"standstill:{stuck.id}"]
