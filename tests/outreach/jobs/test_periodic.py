"""What comes round is written once a period, whoever writes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from outreach.jobs.periodic import period_key, write_due
from outreach.jobs.table import Job

DAY = timedelta(days=1)


@pytest.fixture
def daily(jobs):
    jobs.job("tests.daily", every=DAY)(lambda run: None)
    jobs.job("tests.once")(lambda run: None)
    return jobs


def test_a_period_s_job_is_written_once_and_the_next_one_s_again(database, daily):
    start = datetime(2026, 3, 7, 23, 59, tzinfo=UTC)
    assert [write_due(database, daily, start + minutes * timedelta(minutes=1)) for minutes in range(3)] == [1, 1, 0]
    assert write_due(database, daily, start + 10 * DAY) == 1  # what was missed while nothing ran is not made up for
    with database.open_reader() as session:
        assert session.scalars(select(Job.name)).all() == ["tests.daily"] * 3


def test_a_clock_set_back_writes_nothing_again(database, daily, clock):
    assert write_due(database, daily, clock.now) == 1
    assert write_due(database, daily, clock.now - timedelta(hours=1)) == 0
    assert write_due(database, daily, clock.now - DAY) == 1  # a day that had no job yet
    assert write_due(database, daily, clock.now) == 0


def test_a_job_of_a_period_that_is_done_is_not_written_again(database, daily, clock, runner):
    write_due(database, daily, clock.now)
    assert runner.run_due() == 1
    assert write_due(database, daily, clock.now) == 0


def test_a_job_that_does_not_come_round_has_no_period(daily, clock):
    with pytest.raises(ValueError, match="does not come round"):
        period_key(daily.kind("tests.once"), clock.now)
