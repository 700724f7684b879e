"""A research run comes to its end whatever happens: sources fail, the program is killed, somebody stops it."""

from __future__ import annotations

import dataclasses
import random
import socket
import threading

import pytest
from sqlalchemy import func, select, update

from outreach.dossiers import fetching, keeping, operations
from outreach.dossiers.given import pasted
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun, RunSource, SourceDocument
from outreach.dossiers.operations import Plan
from outreach.dossiers.plain_text import passage
from outreach.dossiers.run_page import run_page
from outreach.dossiers.subjects import query_about
from outreach.jobs.table import Job
from outreach.people.models import Person
from research.errors import InputError, Refused, Unavailable
from tests.outreach import forked
from tests.outreach.dossiers import killed_worker, recorded
from tests.outreach.dossiers.invented_sources import HOUSE, KEYS, NOW, page_of


def states(workspace, run_id):
    with workspace.reader() as session:
        rows = session.scalars(select(RunSource).where(RunSource.run_id == run_id).order_by(RunSource.place))
        return {row.source_key: row.state for row in rows}


def run_row(workspace, run_id) -> ResearchRun:
    with workspace.reader() as session:
        return session.get_one(ResearchRun, run_id)


def test_a_run_asks_every_source_and_makes_facts_of_what_they_say(workspace, finished):
    run_id = finished()
    run = run_row(workspace, run_id)
    assert (run.state, run.attempts, run.error) == ("finished", 1, "")
    assert set(states(workspace, run_id).values()) == {"found"}
    with workspace.reader() as session:
        facts = session.scalars(select(Fact).where(Fact.person_id == workspace.person_id)).all()
        roles = [fact for fact in facts if fact.predicate == "role"]
        assert [(fact.value, fact.organization_name, fact.standing) for fact in roles] == [
            ("Chief Medical Officer", HOUSE, "settled")
        ]
        assert roles[0].sources_count == len(KEYS)
        assert len([fact for fact in facts if fact.predicate == "award"]) == len(KEYS)
        linked = session.scalar(select(func.count()).select_from(FactClaim).where(FactClaim.fact_id == roles[0].id))
        assert linked == len(KEYS)
        for document in session.scalars(select(SourceDocument)):
            assert document.plain_text.startswith("Jane Q. Roe")


def test_a_run_that_is_done_is_not_done_again(workspace, finished, runner, sources):
    run_id = finished()
    with workspace.session() as session:
        job_id = session.get_one(ResearchRun, run_id).job_id
        job = session.get_one(Job, job_id)
        job.state, job.finished_at, job.due_at = "queued", None, NOW
    assert runner.execute(job_id)
    assert sorted(sources.asked) == sorted(KEYS)
    assert run_row(workspace, run_id).attempts == 1


def test_a_source_that_fails_for_a_passing_reason_is_asked_once_more_by_itself(
    workspace, start, runner, sources, clock
):
    sources.says["orcid"] = Unavailable("orcid.example did not answer.", fault="timeout")
    sources.says["wikidata"] = Refused("not for us", fault="refused")
    run_id = start()
    runner.run_due()
    assert states(workspace, run_id)["orcid"] == "later"
    assert states(workspace, run_id)["wikidata"] == "failed"
    assert run_row(workspace, run_id).state == "finished"
    clock.move(minutes=11)
    del sources.says["orcid"]
    assert runner.run_due() == 1
    assert states(workspace, run_id)["orcid"] == "found"
    assert sources.asked.count("wikidata") == 1


def test_a_source_that_fails_twice_is_left_alone_until_somebody_asks(workspace, start, runner, sources, clock):
    sources.says["orcid"] = Unavailable("orcid.example did not answer.", fault="timeout")
    run_id = start()
    runner.run_due()
    clock.move(minutes=11)
    runner.run_due()
    assert states(workspace, run_id)["orcid"] == "failed"
    clock.move(days=1)
    assert runner.run_due() == 0 or sources.asked.count("orcid") == 2
    del sources.says["orcid"]
    with workspace.session() as session:
        assert operations.ask_again(session, session.get_one(ResearchRun, run_id), clock.now) == 1
    runner.run_due()
    assert states(workspace, run_id)["orcid"] == "found"
    assert sources.asked.count("wikidata") == 1


def test_a_fault_in_keeping_one_source_costs_neither_it_nor_the_others(workspace, start, runner, monkeypatch, clock):
    """As when the disk is full for a moment: the source is kept at the end of the run."""
    real, failed = keeping.keep, []

    def once_broken(session, run, ready, now):
        if ready.outcome.source == "orcid" and not failed:
            failed.append(True)
            raise OSError("no space left on device")
        real(session, run, ready, now)

    monkeypatch.setattr(keeping, "keep", once_broken)
    run_id = start()
    runner.run_due()
    assert failed == [True]
    assert set(states(workspace, run_id).values()) == {"found"}
    assert run_row(workspace, run_id).state == "finished"


def test_a_worker_that_lost_the_run_to_another_saves_nothing_more(workspace, start, runner, sources, database):
    def taken_over() -> str:
        with database.open_session() as session:
            session.execute(update(Job).values(attempts=Job.attempts + 1))
        return page_of("orcid")

    sources.says["orcid"] = taken_over
    run_id = start()
    runner.run_one()
    run = run_row(workspace, run_id)
    assert (run.state, run.changes) == ("running", None)
    assert states(workspace, run_id)["orcid"] != "found"


@pytest.mark.timeout(300)
def test_stopping_ends_a_run_without_the_source_that_hangs_and_keeps_what_came(
    workspace, start, runner, sources, clock
):
    release, answered = threading.Event(), threading.Event()

    def stop_and_hang() -> str:
        with workspace.session() as session:
            operations.stop(session, session.get_one(ResearchRun, run_id), clock.now)
        release.wait(120)
        answered.set()
        return page_of("orcid")

    sources.says["orcid"] = stop_and_hang
    run_id = start()
    runner.run_due()
    assert not answered.is_set(), "it waited for the source that hangs"
    release.set()
    run = run_row(workspace, run_id)
    assert run.state == "stopped"
    assert states(workspace, run_id)["orcid"] == "skipped"
    with workspace.reader() as session:
        assert session.scalar(select(func.count()).select_from(Fact)) >= 2


def test_a_text_of_the_user_s_own_makes_facts_that_cite_it(workspace, plan, runner, clock):
    text = "Jane Q. Roe, Chief Medical Officer of Larkspur Valley Health, opened a short-stay unit on May 3, 2026."
    with workspace.session() as session:
        given = [pasted(text, "Sentinel, May 3")]
        run = operations.read_given(session, workspace.subject, plan, workspace.user_id, NOW, documents=given)
    runner.run_due()
    assert states(workspace, run.id) == {"given_pages": "found"}
    with workspace.reader() as session:
        claims = session.scalars(select(Claim).where(Claim.person_id == workspace.person_id)).all()
        assert claims
        assert {claim.origin for claim in claims} == {"document"}
        assert {claim.document.own_text for claim in claims} == {text}
        assert {claim.document.origin for claim in claims} == {"pasted"}
        roles = session.scalars(select(Fact).where(Fact.predicate == "role")).all()
        assert [fact.value for fact in roles] == ["Chief Medical Officer"]
        kept = session.scalar(select(func.count()).select_from(Claim))
    with workspace.session() as session:
        again = operations.read_given(session, workspace.subject, plan, workspace.user_id, NOW, documents=given)
    runner.run_due()
    with workspace.reader() as session:
        assert session.scalar(select(func.count()).select_from(SourceDocument)) == 1
        assert session.scalar(select(func.count()).select_from(Claim)) == kept
        assert session.get_one(ResearchRun, again.id).changes == {"new": [], "changed": [], "gone": []}


def test_a_later_run_reads_what_was_given_before(workspace, plan, runner, start):
    with workspace.session() as session:
        given = [pasted("Jane Q. Roe leads Larkspur Valley Health as its chief medical officer.")]
        operations.read_given(session, workspace.subject, plan, workspace.user_id, NOW, documents=given)
    runner.run_due()
    run_id = start()
    runner.run_due()
    assert states(workspace, run_id)["given_pages"] in ("found", "nothing")
    assert len(states(workspace, run_id)) == len(KEYS) + 1


def test_of_others_on_the_same_page_nothing_is_kept(workspace, plan, runner):
    text = (
        "Jane Q. Roe, Chief Medical Officer of Larkspur Valley Health, spoke first. "
        "Tomasz Brandtner, Chief Financial Officer of Larkspur Valley Health, spoke second."
    )
    with workspace.session() as session:
        operations.read_given(session, workspace.subject, plan, workspace.user_id, NOW, documents=[pasted(text)])
    runner.run_due()
    with workspace.reader() as session:
        labels = set(session.scalars(select(Claim.record_label).where(Claim.record_kind == "person")))
    assert labels == {"Jane Q. Roe"}


def test_a_run_whose_subject_is_gone_ends_quietly(workspace, start, runner):
    start()
    with workspace.session() as session:
        session.delete(session.get_one(Person, workspace.person_id))
    assert runner.run_due() == 1
    with workspace.reader() as session:
        assert session.scalars(select(ResearchRun)).all() == []


def test_recordings_that_cannot_be_read_end_the_run_with_the_reason(workspace, start, runner, monkeypatch):
    def broken(_settings, _now):
        raise InputError("recorded is no folder of recordings: it has no index.jsonl.")

    run_id = start()
    monkeypatch.setattr(fetching, "fetcher_of", broken)
    runner.run_due()
    run = run_row(workspace, run_id)
    assert run.state == "failed"
    assert "no folder of recordings" in run.error


def test_why_a_run_could_not_begin_is_told_once_and_not_in_every_source_s_row(workspace, start, runner, monkeypatch):
    def unknown(_settings):
        raise InputError(f"There is no source “orcidd”. {'All are listed elsewhere. ' * 15}Look there.")

    run_id = start()
    monkeypatch.setattr(fetching, "connectors_of", unknown)
    runner.run_due()
    run = run_row(workspace, run_id)
    assert run.error.endswith("Look there.")
    with workspace.reader() as session:
        page = run_page(session, session.get_one(ResearchRun, run_id), NOW)
        assert page.note == run.error
        assert page.sources
        assert {source.note for source in page.sources} == {"was not asked: the research could not begin"}


def test_a_run_over_recorded_answers_finds_what_they_say(workspace, runner, settings, tmp_path, monkeypatch):
    """The real sources' readers over invented answers in the sources' own shapes, with the network closed."""
    with workspace.session() as session:
        session.get_one(Person, workspace.person_id).name = recorded.NAME
        query = query_about(session, workspace.subject)
        keys = recorded.write(tmp_path / "recorded", query)
    recordings = dataclasses.replace(settings, replay=str(tmp_path / "recorded"))
    runner.settings = recordings
    plan = Plan(tuple(one.SOURCE for one in fetching.connectors_of(recordings)), 30)
    with workspace.session() as session:
        run_id = operations.start(session, workspace.subject, plan, workspace.user_id, NOW).id
    runner.run_due()
    told = states(workspace, run_id)
    assert {key for key, state in told.items() if state == "found"} == set(keys)
    assert {state for key, state in told.items() if key not in keys} == {"skipped"}
    with workspace.reader() as session:
        facts = session.scalars(select(Fact).where(Fact.state == "current")).all()
        assert {"publication", "grant", "talk", "trial"} <= {fact.predicate for fact in facts}
        for claim in session.scalars(select(Claim)):
            assert passage(claim.document.plain_text, claim.quote).marked, claim.quote


@pytest.mark.timeout(300)
def test_without_a_network_every_real_source_says_so(workspace, runner, settings, monkeypatch):
    def no_address(*_arguments, **_named):
        raise OSError("Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", no_address)
    plan = Plan(tuple(one.SOURCE for one in fetching.connectors_of(settings)), 120)
    with workspace.session() as session:
        run_id = operations.start(session, workspace.subject, plan, workspace.user_id, NOW).id
    runner.run_one()
    with workspace.reader() as session:
        rows = session.scalars(select(RunSource).where(RunSource.run_id == run_id)).all()
    assert {row.state for row in rows} <= {"later", "skipped"}
    assert {row.fault for row in rows if row.state == "later"} == {"dns"}
    assert sum(row.state == "later" for row in rows) >= 8


# --- killed -----------------------------------------------------------------------------------------------------------

KILLS = 10


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_loses_no_finished_source_and_doubles_no_claim(
    number, workspace, start, database, settings, clock
):
    run_id = start()
    url = database.url.render_as_string(hide_password=False)
    database.close()
    child = forked.start(killed_worker.work, url, settings, clock, 0.5)
    moment = random.Random(number)
    done = moment.randrange(len(KEYS))
    killed_worker.kill_when(child, lambda: len(finished_sources(workspace, run_id)) >= done, moment.uniform(0, 0.15))
    before = finished_sources(workspace, run_id)
    assert len(before) >= done
    clock.move(seconds=30)
    assert forked.wait(forked.start(killed_worker.work, url, settings, clock, 0.02)) == 0
    run = run_row(workspace, run_id)
    assert run.state == "finished"
    after = finished_sources(workspace, run_id)
    assert before.items() <= after.items(), "a source that had finished was asked again, or lost"
    assert len(after) == len(KEYS)
    with workspace.reader() as session:
        claims = session.execute(select(Claim.source_key, Claim.predicate, Claim.value_words)).all()
        assert len(claims) == len(set(claims)) == 3 * len(KEYS)
        facts = session.execute(select(Fact.predicate, Fact.value_words).where(Fact.state == "current")).all()
        assert len(facts) == len(set(facts)) == len(KEYS) + 2
        documents = session.scalars(select(SourceDocument.url)).all()
        assert len(documents) == len(set(documents)) == len(KEYS)
    assert_sound(database)


def finished_sources(workspace, run_id):
    with workspace.reader() as session:
        rows = session.scalars(select(RunSource).where(RunSource.run_id == run_id, RunSource.finished_at.is_not(None)))
        return {row.source_key: (row.finished_at, row.elapsed_s, row.claims_count) for row in rows}


def assert_sound(database):
    if database.is_sqlite:
        with database.system_connection("checking a database that was killed") as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
