"""Starting, stopping, asking again: each leaves the run in a state that the next press can go on from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.dossiers import operations
from outreach.dossiers.given import pasted
from outreach.dossiers.models import ResearchRun, RunSource, SourceDocument, Verdict
from outreach.dossiers.operations import Plan
from outreach.dossiers.queries import candidate_here, open_candidates, run_here, run_under_way, runs_about
from outreach.dossiers.subjects import Subject
from outreach.errors import NotFound, Refused
from outreach.jobs.table import Job
from research import registry
from tests import factories
from tests.outreach.dossiers.invented_sources import KEYS, NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def begin(workspace, plan):
    def begin(session, **more):
        return operations.start(session, workspace.subject, plan, workspace.user_id, NOW, **more)

    return begin


def test_a_run_is_written_with_its_sources_and_its_job_or_not_at_all(workspace, begin):
    with workspace.session() as session:
        begin(session)
        session.rollback()
    with workspace.session() as session:
        assert session.scalars(select(ResearchRun)).all() == session.scalars(select(Job)).all() == []
        run = begin(session)
        assert [source.source_key for source in run.sources] == list(KEYS)
        job = session.get_one(Job, run.job_id)
        assert (job.name, dict(job.ids), job.workspace_id) == (
            "dossiers.investigate", {"run_id": run.id}, workspace.id,
        )  # fmt: skip


def test_only_sources_that_can_tell_are_asked(workspace):
    everything = Plan(tuple(one.SOURCE for one in registry.all_connectors().values()), 30)
    with workspace.session() as session:
        alone = factories.make_person(session, name="Tomasz Brandtner")
        run = operations.start(session, Subject(alone.id, None), everything, workspace.user_id, NOW)
        assert all("person" in registry.all_connectors()[one.source_key].SOURCE.subjects for one in run.sources)
        house = operations.start(session, Subject(None, workspace.organization_id), everything, workspace.user_id, NOW)
        assert all("organization" in registry.all_connectors()[one.source_key].SOURCE.subjects for one in house.sources)
        assert "given_pages" not in {one.source_key for one in (*run.sources, *house.sources)}


def test_one_run_through_the_sources_at_a_time(workspace, begin, plan):
    with workspace.session() as session:
        run = begin(session)
        assert begin(session).id == run.id
        text = operations.read_given(
            session, workspace.subject, plan, workspace.user_id, NOW, documents=[pasted("Jane spoke.")]
        )
        assert text.id != run.id
        assert run_under_way(session, workspace.subject).id == run.id
        operations.stop(session, run, NOW)
        assert run_under_way(session, workspace.subject) is None
        again = begin(session)
        assert again.id != run.id
        assert again.previous_run_id == runs_about(session, workspace.subject)[1].id


def test_a_new_run_reads_everything_that_was_ever_given(workspace, begin, plan):
    with workspace.session() as session:
        for text, url in (
            ("One.", "https://a.example/"),
            ("Two.", "https://b.example/"),
            ("One.", "https://a.example/"),
        ):
            operations.read_given(
                session, workspace.subject, plan, workspace.user_id, NOW, documents=[pasted(text)], urls=[url]
            )
        run = begin(session)
        assert run.query["urls"] == ["https://a.example/", "https://b.example/"]
        assert len(run.given_documents) == session.scalar(select(func.count()).select_from(SourceDocument)) == 2
        assert run.sources[-1].source_key == "given_pages"


def test_a_run_that_waits_is_stopped_at_once_and_one_that_runs_is_asked_to(workspace, begin):
    with workspace.session() as session:
        run = begin(session)
        operations.stop(session, run, NOW)
        assert (run.state, run.finished_at) == ("stopped", NOW)
        assert {source.state for source in run.sources} == {"skipped"}
        operations.stop(session, run, LATER)
        assert run.asked_to_stop_at == NOW
        running = begin(session)
        running.state = "running"
        operations.stop(session, running, LATER)
        assert (running.state, running.asked_to_stop_at) == ("running", LATER)


def test_only_sources_that_did_not_answer_are_asked_again(workspace, begin):
    with workspace.session() as session:
        run = begin(session)
        assert operations.ask_again(session, run, NOW) == 0, "it is under way"
        states = {"orcid": ("failed", "timeout"), "pubmed": ("later", "dns"), "wikidata": ("skipped", "stopped")}
        for source in run.sources:
            source.state, source.fault = states.get(source.source_key, ("found", ""))
            source.retry_at = NOW
        run.state, run.finished_at = "stopped", NOW
        assert operations.ask_again(session, run, LATER) == 3
        waiting = {source.source_key for source in run.sources if source.state == "waiting"}
        assert waiting == states.keys()
        assert (run.state, run.finished_at, run.asked_to_stop_at) == ("waiting", None, None)
        for source in run.sources:
            source.state = "found"
        run.state, run.finished_at = "finished", NOW
        with pytest.raises(Refused, match="has answered"):
            operations.ask_again(session, run, LATER)


def test_a_run_whose_job_was_given_up_is_set_going_again(workspace, begin):
    with workspace.session() as session:
        run = begin(session)
        with pytest.raises(Refused):
            operations.revive(session, run, NOW)
        job = session.get_one(Job, run.job_id)
        job.state, job.finished_at, job.attempts = "dead", NOW, 12
        session.flush()
        operations.revive(session, run, LATER)
        assert (job.state, job.most_attempts) == ("queued", 13)


def test_an_answer_takes_the_place_of_the_one_before(workspace, finished, sources):
    run_id = finished()
    with workspace.session() as session:
        run = run_here(session, run_id)
        candidate = factories.make_candidate(session, person_id=workspace.person_id)
        for word in ("cannot_tell", "not_same", "same"):
            operations.answer(session, run, candidate, word, workspace.user_id, NOW)
            candidate = (
                candidate
                if candidate in session
                else factories.make_candidate(session, person_id=workspace.person_id, record_id=candidate.record_id)
            )
        standing = session.scalars(select(Verdict).where(Verdict.undone_at.is_(None))).all()
        assert [one.answer for one in standing] == ["same"]
        assert len(session.scalars(select(Verdict)).all()) == 3


def test_an_answer_is_taken_back_within_thirty_days_and_once(workspace, finished):
    run_id = finished()
    with workspace.session() as session:
        run = run_here(session, run_id)
        verdict = factories.make_verdict(session, person_id=workspace.person_id)
        assert operations.undo(session, run, verdict.id, LATER).undone_at == LATER
        assert operations.undo(session, run, verdict.id, LATER + timedelta(days=90)).undone_at == LATER
        old = factories.make_verdict(session, person_id=workspace.person_id)
        with pytest.raises(Refused, match="30 days"):
            operations.undo(session, run, old.id, NOW + timedelta(days=31))
        stranger = factories.make_verdict(session)
        with pytest.raises(NotFound):
            operations.undo(session, run, stranger.id, NOW)


def test_a_text_of_one_s_own_has_no_page_to_look_at_again(workspace):
    with workspace.session() as session:
        with pytest.raises(Refused):
            operations.look_again(session, factories.make_own_document(session), NOW)
        with pytest.raises(Refused):
            operations.look_again(session, None, NOW)
        operations.look_again(session, factories.make_document(session), NOW)
        assert session.scalars(select(Job.name)).all() == ["dossiers.look_again"]


def test_of_organizations_is_asked_only_while_none_is_found(workspace, finished):
    run_id = finished()
    with workspace.session() as session:
        run = run_here(session, run_id)
        about = {"organization_id": workspace.organization_id, "record_kind": "organization"}
        unsure = factories.make_candidate(session, **about)
        assert [one.id for one in open_candidates(session, workspace.subject)] == [unsure.id]
        assert candidate_here(session, run, unsure.id) is unsure
        factories.make_candidate(session, judgement="same", **about)
        assert open_candidates(session, workspace.subject) == []
        with pytest.raises(NotFound):
            candidate_here(session, run, factories.make_candidate(session).id)


def test_a_source_twice_in_a_plan_would_be_refused_by_the_table(workspace, plan):
    twice = replace(plan, sources=(*plan.sources, plan.sources[0]))
    with pytest.raises(Exception, match=r"(?i)unique"), workspace.session() as session:
        operations.start(session, workspace.subject, twice, workspace.user_id, NOW)
    with workspace.reader() as session:
        assert session.scalars(select(RunSource)).all() == []
