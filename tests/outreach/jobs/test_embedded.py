"""Threads that work: woken by a new job, and outliving a database that is away."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from outreach.jobs import embedded
from outreach.jobs.embedded import Worker
from outreach.jobs.run import Runner
from outreach.jobs.table import enqueue


@pytest.fixture
def ran(jobs) -> threading.Event:
    """Is set when the job has run."""
    event = threading.Event()
    jobs.job("tests.note")(lambda run: event.set())
    return event


@pytest.fixture
def worker(database, jobs, settings, monkeypatch):
    monkeypatch.setattr(embedded, "LOOK_S", 60.0)
    worker = Worker(Runner(database, jobs, settings), threads=2)
    database.announce = worker.announce
    yield worker
    worker.stop()
    assert not any(thread.is_alive() for thread in worker._threads)


def test_a_new_job_wakes_a_thread_at_once(worker, ran, database):
    worker.start()
    worker.start()
    time.sleep(0.3)  # both threads sleep now, for a minute
    with database.open_session() as session:
        enqueue(session, "tests.note")
    assert ran.wait(45)


def test_a_job_that_waited_before_the_start_is_run(worker, ran, database):
    with database.open_session() as session:
        enqueue(session, "tests.note")
    worker.start()
    assert ran.wait(45)


def test_a_job_for_later_is_run_when_it_is_due(worker, ran, database):
    with database.open_session() as session:
        enqueue(session, "tests.note", at=worker._runner.clock() + timedelta(seconds=0.6))
    worker.start()
    assert not ran.wait(0.2)
    assert ran.wait(45)


def test_what_comes_round_is_written_by_the_worker(worker, jobs):
    came = threading.Event()
    jobs.job("tests.daily", every=timedelta(days=1))(lambda run: came.set())
    worker.start()
    assert came.wait(45)


def test_a_worker_outlives_a_database_that_is_away(worker, ran, database, monkeypatch, caplog):
    monkeypatch.setattr(embedded, "AFTER_TROUBLE_S", 0.05)
    away = [True, True, True]
    run_one = worker._runner.run_one

    def sometimes():
        if away:
            away.pop()
            raise OperationalError("SELECT 1", {}, Exception("the connection was refused"))
        return run_one()

    monkeypatch.setattr(worker._runner, "run_one", sometimes)
    with database.open_session() as session:
        enqueue(session, "tests.note")
    worker.start()
    assert ran.wait(45)
    assert "event=worker_trouble" in caplog.text


def test_a_worker_that_was_asked_to_stop_ends(worker):
    worker.start()
    worker.ask_to_stop()
    worker.wait()
