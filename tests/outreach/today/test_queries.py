"""What waits, read from either database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from outreach.jobs.table import DEAD, enqueue
from outreach.today import queries
from tests import factories, ledger_factories
from tests.factories import NOON, make_workspace

QUERY = {"kind": "person", "name": "Inés Okafor", "organization": "Harrow Lake Regional"}


@pytest.fixture
def workspace(each_database):
    return make_workspace(each_database)


@pytest.fixture
def session(each_database, workspace):
    with each_database.session_for(workspace) as session:
        yield session


def kinds(session, **named):
    return sorted(task.kind for task in queries.tasks(session, NOON, may_change=named.get("may_change", True)))


def run_on(session, leader, **named):
    over = {"state": "finished", "finished_at": NOON}
    return factories.make_run(session, person_id=leader.id, query=QUERY, **{**over, **named})


def test_each_kind_of_task_is_found(session):
    asked, failed, stuck, fresh = (factories.make_person(session) for _ in range(4))
    factories.make_candidate(session, person_id=asked.id, run_id=run_on(session, asked).id)
    run_on(session, failed, state="failed")
    job = enqueue(session, "dossiers.investigate", at=NOON, run_id=1)
    job.state, job.finished_at = DEAD, NOON
    run_on(session, stuck, state="running", finished_at=None, job_id=job.id)
    factories.make_fact_use(session, factories.make_fact(session, person_id=asked.id), needs_look_since=NOON)
    found = queries.tasks(session, NOON, may_change=True)
    by_kind = {task.kind: task for task in found}
    assert {"question", "failed", "standstill", "look", "research"} <= by_kind.keys()
    assert by_kind["research"].address == f"/people/{fresh.id}/research"
    assert len({task.key for task in found}) == len(found)
    assert all(len(task.key) <= 60 for task in found)
    assert queries.tasks(session, NOON, may_change=False) == []


@pytest.mark.parametrize("answer", ["same", "not_same", "cannot_tell"])
def test_an_answered_record_waits_no_more_until_the_answer_is_taken_back(session, answer):
    leader = factories.make_person(session)
    record = factories.make_candidate(session, person_id=leader.id, run_id=run_on(session, leader).id)
    told = {"source_key": record.source_key, "record_id": record.record_id, "answer": answer}
    verdict = factories.make_verdict(session, person_id=leader.id, **told)
    assert "question" not in kinds(session)
    verdict.undone_at = NOON
    session.flush()
    assert "question" in kinds(session)


def test_a_question_about_an_organization_is_one_too(session):
    house = factories.make_organization(session)
    run = factories.make_run(
        session, organization_id=house.id, query={"kind": "organization", "name": house.name}, state="finished",
        finished_at=NOON,
    )  # fmt: skip
    factories.make_candidate(session, organization_id=house.id, run_id=run.id, record_kind="organization")
    [task] = queries.tasks(session, NOON, may_change=True)
    assert task.words == "Decide: is M. Lukasik the same organization?"
    house.deleted_at = NOON
    session.flush()
    assert queries.tasks(session, NOON, may_change=True) == []


def test_an_old_failure_is_left_alone(session):
    run_on(session, factories.make_person(session), state="failed", created_at=NOON - timedelta(days=31))
    assert "failed" not in kinds(session)


def test_what_is_put_off_is_read_for_its_user_until_its_day(session):
    row = factories.make_put_off(session)
    factories.make_put_off(session)
    assert queries.put_off(session, row.user_id, date(2026, 11, 22)) == {row.task_key: date(2026, 11, 23)}
    assert queries.put_off(session, row.user_id, date(2026, 11, 23)) == {}


def test_a_long_list_is_read_in_few_statements(session):
    for _ in range(30):
        leader = factories.make_person(session)
        factories.make_candidate(session, person_id=leader.id, run_id=run_on(session, leader).id)
    tasks = queries.tasks(session, NOON, may_change=True)
    assert kinds(session).count("question") == 12
    assert len(tasks) <= 40


def test_a_letter_that_lies_for_a_day_is_spoken_of_until_it_is_sent_or_put_away(session):
    leader = factories.make_person(session, name="Inés Okafor")
    old = NOON - timedelta(days=2)
    lying = factories.make_draft(session, leader, subject="Interview request", updated_at=old)
    factories.make_draft(session, leader)
    factories.make_draft(session, leader, state="put_away", updated_at=old)
    factories.make_draft(session, leader, state="sent", sent_at=old, updated_at=old)
    found = [task for task in queries.tasks(session, NOON, may_change=True) if task.kind == "letter"]
    assert [(task.words, task.address) for task in found] == [
        ("Go on with “Interview request” to Inés Okafor", f"/drafts/{lying.id}")
    ]
    factories.make_fact_use(session, used_id=lying.id, needs_look_since=NOON)
    assert "letter" not in kinds(session), "it is looked at for its changed fact"


def test_thanks_and_notes_that_have_a_task_of_their_own_are_not_told_of_as_letters(session):
    leader = factories.make_person(session)
    old = NOON - timedelta(days=2)
    thanks = factories.make_draft(session, leader, kind="thank-you", updated_at=old)
    talk = ledger_factories.make_interview(session, leader, starts_at=old, thanks_draft_id=thanks.id)
    note = factories.make_draft(session, leader, kind="reminder", updated_at=old)
    step = ledger_factories.make_step(session, draft_id=note.id, state="due", due_at=old)
    assert "letter" not in kinds(session)
    talk.starts_at, step.state = NOON - timedelta(days=31), "planned"
    assert kinds(session).count("letter") == 2


def test_a_letter_that_was_taken_is_asked_about_until_somebody_says(session):
    leader = factories.make_person(session, name="Inés Okafor")
    taken = factories.make_draft(session, leader, subject="Interview request")
    departure = factories.make_departure(session, taken)
    found = [task for task in queries.tasks(session, NOON, may_change=True) if task.kind == "asked"]
    assert [(task.words, task.address) for task in found] == [
        ("Say whether you sent “Interview request” to Inés Okafor", f"/drafts/{taken.id}#asked")
    ]
    departure.state = "not_sent"
    session.flush()
    assert "asked" not in kinds(session)
