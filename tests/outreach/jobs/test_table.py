"""A job is written with the change that needs it, or not at all, and is announced only after that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.db import Database
from outreach.jobs import table
from outreach.jobs.table import Job, dead_jobs, due_ids, enqueue, enqueue_once, job_of, next_due_at, try_again


def names(database: Database) -> list[str]:
    with database.open_reader() as session:
        return list(session.scalars(select(Job.name).order_by(Job.id)))


@pytest.fixture
def announced(database) -> list[int]:
    """The ids that are announced, while none of them may be seen before its row is."""
    ids: list[int] = []

    def announce(job_id: int) -> None:
        with database.open_reader() as session:
            assert session.get(Job, job_id) is not None, "it was announced before it was saved"
        ids.append(job_id)

    database.announce = announce
    return ids


def test_a_job_is_announced_after_the_commit(database, announced):
    with database.open_session() as session:
        job = enqueue(session, "tests.note")
        assert announced == []
    assert announced == [job.id]


def test_a_job_is_dropped_with_the_change_that_needed_it(database, announced):
    def enqueue_two() -> None:
        with database.open_session() as session:
            enqueue(session, "tests.note")
            enqueue(session, "tests.note", thing_id="no id")

    with pytest.raises(TypeError):
        enqueue_two()
    assert names(database) == announced == []


def test_a_job_of_a_rolled_back_part_is_not_announced_with_the_next_commit(database, announced):
    with database.open_session() as session:
        enqueue(session, "tests.first")
        session.rollback()
        second = enqueue(session, "tests.second")
    assert names(database) == ["tests.second"]
    assert announced == [second.id]


def test_a_job_keeps_ids_only(database):
    for value in ("name", 1.5, True, None, {"a": 1}):
        with pytest.raises(TypeError, match="thing_id"), database.open_session() as session:
            enqueue(session, "tests.note", thing_id=value)


def test_a_job_with_a_key_is_written_once(database, announced):
    for _ in range(2):
        with database.open_session() as session:
            enqueue_once(session, "tests.note", "a key")
    with database.open_session() as session:
        enqueue_once(session, "tests.note", "another key")
    assert names(database) == ["tests.note"] * 2
    assert len(announced) == 2


def test_of_two_that_write_a_key_at_once_one_succeeds_and_the_other_goes_on(each_database, monkeypatch):
    with each_database.open_session() as session:
        enqueue_once(session, "tests.note", "a key")
    # The other had looked before this one had written.
    monkeypatch.setattr("outreach.db.WorkspaceSession.scalar", lambda *_: None)
    with each_database.open_session() as session:
        assert enqueue_once(session, "tests.note", "a key") is None
        enqueue(session, "tests.other")
    monkeypatch.undo()
    assert names(each_database) == ["tests.note", "tests.other"]


def test_the_longest_due_comes_first(database, clock):
    with database.open_session() as session:
        later = enqueue(session, "tests.b", at=clock.now)
        earlier = enqueue(session, "tests.a", at=clock.now - timedelta(days=1))
        enqueue(session, "tests.c", at=clock.now + timedelta(seconds=1))
    with database.open_reader() as session:
        assert due_ids(session, clock.now) == [earlier.id, later.id]
        assert next_due_at(session) == clock.now - timedelta(days=1)


def kill(database: Database, job_id: int, clock) -> None:
    with database.system_session("a test") as session:
        job = session.get_one(Job, job_id)
        job.state, job.finished_at, job.attempts = "dead", clock.now, 5


def test_a_workspace_sees_and_moves_its_own_jobs_only(database, clock):
    with database.session_for(7) as session:
        job_id = enqueue(session, "tests.note").id
    with database.session_for(8) as session:
        table.cancel(session, job_id, clock.now)
        assert job_of(session, job_id) is None
    kill(database, job_id, clock)
    with database.session_for(8) as session:
        assert dead_jobs(session) == []
        assert try_again(session, job_id, clock.now) is False
    with database.session_for(7) as session:
        assert [job.id for job in dead_jobs(session)] == [job_id]
        assert job_of(session, job_id).state == "dead"


def test_a_dead_job_can_be_given_another_attempt(database, clock, announced):
    with database.session_for(7) as session:
        job_id = enqueue(session, "tests.note").id
    kill(database, job_id, clock)
    with database.session_for(7) as session:
        assert try_again(session, job_id, clock.now) is True
        assert try_again(session, job_id, clock.now) is False
    with database.open_reader() as session:
        job = session.get_one(Job, job_id)
    assert (job.state, job.due_at, job.finished_at, job.most_attempts) == ("queued", clock.now, None, 6)
    assert announced == [job_id, job_id]
