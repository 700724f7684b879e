"""Packs made by a job, and files that go with those who were forgotten. How it runs: `test_pack_pages.py`."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import select

from outreach.briefs.jobs import ask_for_pack, choice_number, choice_of
from outreach.briefs.models import PAPERS, PrintedFile
from outreach.briefs.packs import PARTS, USUAL_PARTS, gathered_pack
from outreach.briefs.printings import keep, printed_pack
from outreach.jobs.table import Job, enqueue
from tests.factories import NOON


def test_a_second_press_while_a_pack_is_being_made_asks_for_no_second_one(session, cast, by):
    first = ask_for_pack(session, cast.event.id, "a4", ("cards",), by)
    assert ask_for_pack(session, cast.event.id, "a4", ("cards",), by) == first
    assert ask_for_pack(session, cast.event.id, "letter", ("cards",), by) != first
    job = session.get(Job, first)
    job.state, job.finished_at = "done", NOON
    session.flush()
    assert ask_for_pack(session, cast.event.id, "a4", ("cards",), by) > first


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_and_parts_are_one_number(paper):
    for count in range(len(PARTS) + 1):
        for parts in itertools.combinations(PARTS, count):
            assert choice_of(choice_number(paper, parts)) == (paper, parts)


def test_the_job_keeps_numbers_only(session, cast, by):
    number = ask_for_pack(session, cast.event.id, "a4", ("run_sheet", "cards"), by)
    job = session.get(Job, number)
    assert job.name == "briefs.make_pack"
    assert choice_of(job.ids["choice"]) == ("a4", ("run_sheet", "cards"))


def test_files_of_forgotten_people_go_each_hour(app, database, session, cast, user, by, run_jobs, clock):
    gathered = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter")
    keep(session, printed_pack(cast.event, gathered, "letter", USUAL_PARTS), by)
    session.delete(cast.unknown)
    session.commit()
    with database.system_session("asking for the job that comes each hour") as asking:
        enqueue(asking, "briefs.erase_forgotten", at=clock.now)
    run_jobs()
    with database.session_for(session.workspace_id) as later:
        assert later.scalar(select(PrintedFile)) is None
