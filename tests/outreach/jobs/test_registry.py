"""Jobs are found by their names, and no two have one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.app import rooms_here
from outreach.jobs import registry
from outreach.jobs.registry import Registry, UnknownJob
from tests.outreach.job_examples import EXAMPLES


def test_a_job_is_found_by_its_name(jobs):
    @jobs.job("tests.note", most_attempts=2)
    def note(run):
        pass

    assert jobs.kind("tests.note").function is note
    assert [kind.name for kind in jobs] == ["tests.note"]


def test_an_unknown_name_is_an_error(jobs):
    with pytest.raises(UnknownJob, match=r"tests\.note"):
        jobs.kind("tests.note")


@pytest.mark.parametrize("name", ["note", "Tests.note", "tests.", "tests.note.more", "", "tests note"])
def test_a_name_says_room_and_verb(name, jobs):
    with pytest.raises(ValueError, match=r"room\.verb"):
        jobs.job(name)(lambda run: None)


def test_two_functions_cannot_have_one_name(jobs):
    jobs.job("tests.note")(lambda run: None)
    with pytest.raises(ValueError, match="two jobs"):
        jobs.job("tests.note")(lambda run: None)


@pytest.mark.parametrize("every", [timedelta(seconds=59), timedelta(days=29)])
def test_a_job_comes_round_neither_every_moment_nor_so_rarely_that_its_row_is_forgotten(every, jobs):
    with pytest.raises(ValueError, match="comes round"):
        jobs.job("tests.note", every=every)(lambda run: None)


def test_the_jobs_of_rooms_that_are_not_there_are_no_error():
    assert isinstance(registry.load(["no_such_room", *rooms_here()]), Registry)


def test_every_job_of_the_application_has_an_example():
    named = {kind.name for kind in registry.load(rooms_here())}
    assert sorted(named - EXAMPLES.keys()) == [], "add one to tests/outreach/<room>/job_examples.py"
    assert sorted(EXAMPLES.keys() - named) == [], "there is no such job"
