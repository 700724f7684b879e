"""Jobs are claimed by one worker each, tried again with patience, given up at last, and never lost."""

from __future__ import annotations

import threading
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from outreach.db import Database
from outreach.jobs import table
from outreach.jobs.registry import Registry
from outreach.jobs.run import Cancelled, JobRun, Runner, Superseded, TryAgainLater, wait_after
from outreach.jobs.table import Job, enqueue
from tests.outreach import forked
from tests.outreach.jobs import claiming_worker, killed_worker


def add(database: Database, name: str, at=None, **ids: int) -> int:
    with database.open_session() as session:
        return enqueue(session, name, at=at, **ids).id


def row(database: Database, job_id: int) -> Job:
    with database.open_reader() as session:
        return session.get_one(Job, job_id)


def test_a_job_that_is_done_is_not_run_again(runner, jobs, database, clock):
    ran: list[int] = []

    @jobs.job("tests.note")
    def note(run, number):
        ran.append(number)

    job_id = add(database, "tests.note", at=clock.now, number=7)
    assert runner.run_due() == 1
    assert runner.execute(job_id) is False
    assert ran == [7]
    job = row(database, job_id)
    assert (job.state, job.finished_at, job.attempts) == ("done", clock.now, 1)


def test_a_job_is_not_run_before_it_is_due(runner, jobs, database, clock):
    jobs.job("tests.note")(lambda run: None)
    add(database, "tests.note", at=clock.now + timedelta(hours=1))
    assert runner.run_due() == 0
    assert runner.run_due(clock.now + timedelta(hours=1)) == 1


def test_a_job_that_fails_waits_longer_each_time_and_is_given_up_at_last(runner, jobs, database, clock):
    @jobs.job("tests.fail", most_attempts=3)
    def fail(run):
        raise ValueError("the first line\nand another")

    job_id = add(database, "tests.fail", at=clock.now)
    waits = []
    while runner.run_due():
        job = row(database, job_id)
        waits.append((job.due_at - clock.now).total_seconds() if job.state == "queued" else job.state)
        clock.now = max(job.due_at, clock.now)
    assert waits == [10, 40, "dead"]
    assert row(database, job_id).error == "ValueError: the first line"


def test_waits_grow_to_an_hour():
    assert [wait_after(failures).total_seconds() for failures in (1, 2, 3, 4, 5, 6, 50)] == [
        10, 40, 160, 640, 2560, 3600, 3600,
    ]  # fmt: skip


def test_a_job_that_was_asked_to_wait_has_not_failed(runner, jobs, database, clock):
    waits = [True] * 4

    @jobs.job("tests.patient", most_attempts=1)
    def patient(run):
        if waits:
            waits.pop()
            raise TryAgainLater(timedelta(minutes=5))

    job_id = add(database, "tests.patient", at=clock.now)
    for _ in range(4):
        assert runner.run_due() == 1
        assert row(database, job_id).due_at == clock.now + timedelta(minutes=5)
        clock.move(minutes=5)
    assert runner.run_due() == 1
    assert row(database, job_id).state == "done"


def test_a_job_that_nobody_knows_is_given_up_and_says_so(runner, database, clock):
    job_id = add(database, "tests.renamed", at=clock.now)
    assert runner.run_due() == 0
    job = row(database, job_id)
    assert (job.state, job.finished_at) == ("dead", clock.now)
    assert "tests.renamed" in job.error


def test_a_job_works_in_its_own_workspace(runner, jobs, database, clock):
    seen = []

    @jobs.job("tests.look")
    def look(run):
        with run.session() as session, run.reader() as reader:
            seen.append((session.workspace_id, reader.workspace_id))

    with database.session_for(7) as session:
        enqueue(session, "tests.look", at=clock.now)
    add(database, "tests.look", at=clock.now)
    runner.run_due()
    assert seen == [(7, 7), (None, None)]


# --- leases -------------------------------------------------------------------------------------------------------


def test_a_job_whose_worker_fell_silent_runs_again_when_its_lease_is_over(runner, jobs, database, clock):
    jobs.job("tests.slow", lease=timedelta(minutes=2))(lambda run: None)
    job_id = add(database, "tests.slow", at=clock.now)
    assert runner._claim(job_id) is not None  # a worker takes it, and is never heard of again
    clock.move(seconds=119)
    assert runner.run_due() == 0
    clock.move(seconds=1)
    assert runner.run_due() == 1
    assert row(database, job_id).attempts == 2


def test_progress_renews_the_lease(runner, jobs, database, clock):
    @jobs.job("tests.slow", lease=timedelta(minutes=2))
    def slow(run):
        for done in range(1, 4):
            clock.move(seconds=100)
            run.progress(done, 3)
            assert runner.run_one() is False

    job_id = add(database, "tests.slow", at=clock.now)
    assert runner.run_due() == 1
    job = row(database, job_id)
    assert (job.done, job.total, job.attempts, job.state) == (3, 3, 1, "done")


def test_a_worker_that_was_given_up_saves_nothing_more(runner, jobs, database, clock):
    met = []

    @jobs.job("tests.slow", lease=timedelta(minutes=2))
    def slow(run: JobRun):
        if run.ticket > 1:
            return
        clock.move(minutes=3)
        assert runner.run_one()  # another worker does it meanwhile
        for attempt in (run.session, lambda: run.progress(1, 1)):
            try:
                with attempt() as session:
                    enqueue(session, "tests.never")
            except Superseded as error:
                met.append(error)
        raise ValueError("and its failure is not written over the other's success")

    job_id = add(database, "tests.slow", at=clock.now)
    runner.run_due()
    assert len(met) == 2
    job = row(database, job_id)
    assert (job.state, job.attempts, job.error) == ("done", 2, "")
    with database.open_reader() as session:
        assert session.scalars(select(Job).where(Job.name == "tests.never")).all() == []


def test_a_job_that_ends_its_worker_each_time_is_given_up(runner, jobs, database, clock):
    jobs.job("tests.poison", lease=timedelta(minutes=1), most_attempts=3)(lambda run: None)
    job_id = add(database, "tests.poison", at=clock.now)
    for _ in range(3):
        assert runner._claim(job_id) is not None
        clock.move(minutes=1)
    assert runner.run_due() == 0
    job = row(database, job_id)
    assert job.state == "dead"
    assert "in the middle" in job.error


# --- stopping -----------------------------------------------------------------------------------------------------


def cancel(database: Database, job_id: int, clock) -> None:
    with database.open_session() as session:
        table.cancel(session, job_id, clock.now)


def test_a_waiting_job_that_is_stopped_never_runs(runner, jobs, database, clock):
    jobs.job("tests.note")(lambda run: None)
    job_id = add(database, "tests.note", at=clock.now)
    cancel(database, job_id, clock)
    assert runner.run_due() == 0
    assert row(database, job_id).state == "cancelled"


@pytest.mark.parametrize("how", ["not caught", "caught", "asked"])
def test_a_running_job_that_is_stopped_hears_of_it_and_keeps_what_it_has(how, runner, jobs, database, clock):
    @jobs.job("tests.long")
    def long(run: JobRun):
        with run.session() as session:
            enqueue(session, "tests.kept", at=clock.now + timedelta(days=1))
        cancel(database, run.job_id, clock)
        assert run.is_cancelled()
        if how == "asked":
            raise Cancelled
        try:
            run.progress(1, 2)
        except Cancelled:
            if how == "not caught":
                raise
            raise ConnectionError("met while putting things in order") from None
        pytest.fail("it was not told")

    job_id = add(database, "tests.long", at=clock.now)
    runner.run_due()
    assert row(database, job_id).state == "cancelled"
    with database.open_reader() as session:
        assert set(session.scalars(select(Job.name))) == {"tests.long", "tests.kept"}


def test_a_stopped_job_whose_worker_died_does_not_run_again(runner, jobs, database, clock):
    jobs.job("tests.long")(lambda run: None)
    job_id = add(database, "tests.long", at=clock.now)
    runner._claim(job_id)
    cancel(database, job_id, clock)
    clock.move(hours=1)
    assert runner.run_due() == 0
    assert row(database, job_id).state == "cancelled"


def test_a_job_that_was_done_before_it_heard_is_done(runner, jobs, database, clock):
    @jobs.job("tests.quick")
    def quick(run: JobRun):
        cancel(database, run.job_id, clock)

    job_id = add(database, "tests.quick", at=clock.now)
    runner.run_due()
    assert row(database, job_id).state == "done"


# --- several workers ----------------------------------------------------------------------------------------------

JOBS_TO_CLAIM = 50


def test_four_threads_run_fifty_jobs_once_each(each_database, settings, clock):
    jobs, ran = Registry(), []
    jobs.job("tests.note")(lambda run, number: ran.append(number))
    with each_database.open_session() as session:
        for number in range(JOBS_TO_CLAIM):
            enqueue(session, "tests.note", at=clock.now, number=number)
    runner = Runner(each_database, jobs, settings, clock)
    together(lambda: runner.run_due(), threads=4)
    assert Counter(ran) == Counter(range(JOBS_TO_CLAIM))


def test_one_job_announced_to_eight_threads_at_once_runs_once(each_database, settings, clock):
    jobs, ran = Registry(), []
    jobs.job("tests.note")(lambda run: ran.append(run.ticket))
    runner = Runner(each_database, jobs, settings, clock)
    for _ in range(5):
        job_id = add(each_database, "tests.note", at=clock.now)
        together(lambda job_id=job_id: runner.execute(job_id), threads=8)
    assert ran == [1] * 5


def together(work, threads: int) -> None:
    """Runs the same work in several threads that start at one moment; an error in one fails the test."""
    gate, errors = threading.Barrier(threads), []

    def wait_and_work():
        try:
            gate.wait(120)
            work()
        except BaseException as error:  # noqa: BLE001 (told to the test)
            errors.append(error)

    running = [threading.Thread(target=wait_and_work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(300)
    assert errors == []


def start_worker(module, database: Database, file: Path) -> int:
    url = database.url.render_as_string(hide_password=False)
    database.close()
    return forked.start(module.work, url, file)


def test_three_processes_run_fifty_jobs_once_each(each_database, tmp_path):
    with each_database.open_session() as session:
        for number in range(JOBS_TO_CLAIM):
            enqueue(session, "tests.note", number=number)
    file = tmp_path / "ran"
    workers = [start_worker(claiming_worker, each_database, file) for _ in range(3)]
    assert [forked.wait(worker) for worker in workers] == [0, 0, 0]
    assert Counter(file.read_text().split()) == Counter(str(number) for number in range(JOBS_TO_CLAIM))
    with each_database.open_reader() as session:
        assert set(session.execute(select(Job.state, Job.attempts))) == {("done", 1)}


@pytest.mark.parametrize("number", range(2))
def test_a_job_whose_worker_is_killed_in_the_middle_is_run_again(number, each_database, tmp_path):
    job_id = add(each_database, "tests.wait", number=number)
    file = tmp_path / "told"
    worker = start_worker(killed_worker, each_database, file)
    try:
        until(lambda: file.exists() and "attempt 1" in file.read_text())
    finally:
        forked.kill(worker)
    assert row(each_database, job_id).state == "running"
    successor = start_worker(killed_worker, each_database, file)
    try:
        until(lambda: row(each_database, job_id).state == "done")
    finally:
        forked.kill(successor)
    assert file.read_text().splitlines() == [
        f"{number} began, attempt 1", f"{number} began, attempt 2", f"{number} ended, attempt 2",
    ]  # fmt: skip


def until(condition, seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            pytest.fail("it did not happen in time")
        time.sleep(0.05)


def test_the_table_refuses_a_job_that_is_over_and_has_no_end(database, clock):
    job_id = add(database, "tests.note", at=clock.now)
    with pytest.raises(Exception, match="finished"), database.open_session() as session:
        session.execute(update(Job).where(Job.id == job_id).values(state="done"))
