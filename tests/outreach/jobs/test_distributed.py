"""A broker may lose an id, bring it twice, or be away: each job runs once all the same."""

from __future__ import annotations

import random
from collections import deque
from datetime import timedelta

import pytest

from outreach.jobs import distributed
from outreach.jobs.distributed import Announcer
from outreach.jobs.table import enqueue


class Broker:
    """Takes ids and brings them, as badly as it is told to."""

    def __init__(self, *, times: int = 1) -> None:
        self.times = times
        self.is_away = False
        self.queue: deque[int] = deque()

    def send(self, job_id: int) -> None:
        if self.is_away:
            raise ConnectionError("the broker is away")
        self.queue.extend([job_id] * self.times)

    def deliver(self, execute) -> None:
        random.Random(1).shuffle(self.queue)
        while self.queue:
            execute(self.queue.popleft())


@pytest.fixture
def ran(jobs) -> list[int]:
    numbers: list[int] = []
    jobs.job("tests.note")(lambda run, number: numbers.append(number))
    return numbers


def add(database, clock, count: int = 20) -> None:
    for number in range(count):
        with database.open_session() as session:
            enqueue(session, "tests.note", at=clock.now, number=number)


def test_ids_that_are_delivered_twice_run_once(database, runner, ran, clock):
    broker = Broker(times=2)
    database.announce = Announcer(broker.send)
    add(database, clock)
    assert len(broker.queue) == 40
    broker.deliver(runner.execute)
    assert sorted(ran) == list(range(20))


def test_ids_that_were_lost_are_announced_again(database, runner, ran, clock):
    broker = Broker()
    database.announce = announcer = Announcer(broker.send)
    add(database, clock)
    for _ in range(7):
        broker.queue.pop()
    broker.deliver(runner.execute)
    assert len(ran) == 13
    assert announcer.sweep(database, clock) == 7
    broker.deliver(runner.execute)
    assert sorted(ran) == list(range(20))
    assert announcer.sweep(database, clock) == 0


def test_a_page_is_answered_while_the_broker_is_away_and_the_job_waits(database, runner, ran, clock, caplog):
    broker = Broker()
    broker.is_away = True
    database.announce = announcer = Announcer(broker.send)
    add(database, clock, count=3)
    assert "event=announce_failed" in caplog.text
    broker.is_away = False
    assert announcer.sweep(database, clock) == 3
    broker.deliver(runner.execute)
    assert sorted(ran) == [0, 1, 2]


def test_a_job_that_is_not_due_yet_comes_back_with_the_sweep(database, runner, ran, clock):
    broker = Broker()
    database.announce = announcer = Announcer(broker.send)
    with database.open_session() as session:
        enqueue(session, "tests.note", at=clock.now + timedelta(hours=1), number=1)
    broker.deliver(runner.execute)
    assert ran == []
    clock.move(hours=1)
    announcer.sweep(database, clock)
    broker.deliver(runner.execute)
    assert ran == [1]


def test_celery_runs_one_job_for_each_id():
    pytest.importorskip("celery", reason="Celery comes with the extra `team`")
    executed: list[int] = []

    class Runs:
        def execute(self, job_id: int) -> bool:
            executed.append(job_id)
            return True

    celery = distributed.celery_application("memory://", Runs().execute)
    celery.conf.task_always_eager = True
    celery.tasks[distributed.TASK].delay(7)
    assert executed == [7]
    assert celery.conf.task_acks_late
