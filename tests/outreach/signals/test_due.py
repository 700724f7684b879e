"""The scheduler of watches: what is due is begun once, however many workers, whatever the clock does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from outreach.db import Database, WorkspaceSession
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.jobs.table import Job
from outreach.people.models import Person
from outreach.signals import due, watch_rules
from outreach.signals.models import Watch
from research import registry
from tests import factories, ledger_factories
from tests.factories import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLAN = Plan((registry.all_connectors()["wikidata"].SOURCE,), 30)


@pytest.fixture
def workspace(each_database: Database) -> int:
    return factories.make_workspace(each_database)


@pytest.fixture
def session(each_database: Database, workspace: int) -> Iterator[WorkspaceSession]:
    with each_database.session_for(workspace) as session:
        yield session


def watch(database: Database, workspace_id: int, **named) -> Watch:
    with database.session_for(workspace_id) as session:
        person = named.pop("person", None)
        return ledger_factories.make_watch(session, person, **{"next_at": NOON, **named})


def round_of(database: Database, now: datetime) -> int:
    return due.look_again(database, PLAN, now)


def runs(database: Database, workspace_id: int) -> int:
    with database.reader_for(workspace_id) as session:
        return session.scalar(select(func.count(ResearchRun.id)))


def finish_all(database: Database, workspace_id: int, at: datetime) -> None:
    with database.session_for(workspace_id) as session:
        for run in session.scalars(select(ResearchRun).where(ResearchRun.finished_at.is_(None))):
            run.state, run.finished_at = "finished", at
        for job in session.scalars(select(Job).where(Job.name == due.INVESTIGATE)):
            job.state, job.finished_at = "done", at


def test_what_is_due_is_begun_and_comes_again_after_its_days(each_database: Database, workspace: int):
    row = watch(each_database, workspace, every_days=30)
    assert round_of(each_database, NOON - timedelta(seconds=1)) == 0, "never early"
    assert round_of(each_database, NOON) == 1
    assert round_of(each_database, NOON + HOUR) == 0
    with each_database.reader_for(workspace) as session:
        known = session.get_one(Watch, row.id)
        run = session.scalars(select(ResearchRun)).one()
        assert known.next_at == watch_rules.next_look(row.id, NOON, 30)
        assert (known.last_run_id, run.person_id, run.state) == (run.id, row.person_id, "waiting")
        assert known.version == row.version, "a form that is open about it still holds"


def test_a_watch_of_nobody_s_account_any_more_is_begun_all_the_same(each_database: Database, workspace: int):
    watch(each_database, workspace, watched_by_id=None)
    assert round_of(each_database, NOON) == 1


@pytest.mark.parametrize("jump", [HOUR, 400 * DAY])
def test_a_clock_that_leaps_ahead_makes_no_pile(each_database: Database, workspace: int, jump: timedelta):
    row = watch(each_database, workspace, every_days=30)
    assert round_of(each_database, NOON + jump) == 1
    finish_all(each_database, workspace, NOON + jump)
    assert round_of(each_database, NOON + jump + HOUR) == 0
    with each_database.reader_for(workspace) as session:
        assert session.get_one(Watch, row.id).next_at.date() == (NOON + jump + 30 * DAY).date()


def test_a_clock_that_goes_back_begins_nothing_twice(each_database: Database, workspace: int):
    watch(each_database, workspace)
    assert round_of(each_database, NOON) == 1
    finish_all(each_database, workspace, NOON)
    assert round_of(each_database, NOON - HOUR) == 0
    assert round_of(each_database, NOON) == 0
    assert runs(each_database, workspace) == 1


def test_a_moment_set_by_a_clock_gone_wrong_is_put_right(each_database: Database, workspace: int):
    far = watch(each_database, workspace, next_at=NOON + 430 * DAY, every_days=91)
    near = watch(each_database, workspace, next_at=NOON + 300 * DAY)
    with each_database.system_session("a test") as session:
        assert due.put_right(session, NOON) == 1
    with each_database.reader_for(workspace) as session:
        assert session.get_one(Watch, far.id).next_at.date() == (NOON + 91 * DAY).date()
        assert session.get_one(Watch, near.id).next_at == NOON + 300 * DAY


@pytest.mark.parametrize("now", [datetime(2027, 3, 14, 7, 30, tzinfo=UTC), datetime(2026, 11, 1, 6, 30, tzinfo=UTC)])
def test_the_hours_of_the_change_of_clocks_are_as_others(each_database: Database, workspace: int, now: datetime):
    watch(each_database, workspace, next_at=now)
    assert [round_of(each_database, now + minutes * timedelta(minutes=5)) for minutes in range(-12, 13)].count(1) == 1


def test_two_workers_begin_each_once(each_database: Database, workspace: int, monkeypatch: pytest.MonkeyPatch):
    """F5: both have read the same watches as due before either claims one."""
    monkeypatch.setattr(watch_rules, "MOST_AT_ONCE", 100)
    ids = [watch(each_database, workspace, next_at=NOON - number * HOUR).id for number in range(10)]
    with each_database.system_reader("a test") as session:
        found = due.pick(session, NOON)
    assert sorted(one.id for one in found) == ids
    begun: list[str] = []
    gate = threading.Barrier(2)

    def work() -> None:
        gate.wait()
        for one in found:
            with each_database.session_for(one.workspace_id) as session:
                begun.append(due.begin(session, one, PLAN, NOON))

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(begun) == ["begun"] * 10 + ["taken"] * 10
    assert runs(each_database, workspace) == 10


def test_only_a_few_go_on_at_once_over_all_workspaces(each_database: Database, workspace: int):
    other = factories.make_workspace(each_database)
    for number in range(4):
        watch(each_database, workspace, next_at=NOON - number * HOUR)
        watch(each_database, other, next_at=NOON - number * HOUR)
    assert round_of(each_database, NOON) == watch_rules.MOST_AT_ONCE
    assert round_of(each_database, NOON) == 0, "these go on still"
    finish_all(each_database, workspace, NOON)
    finish_all(each_database, other, NOON)
    assert round_of(each_database, NOON) == watch_rules.MOST_AT_ONCE


def begin_one(session: WorkspaceSession, row: Watch, now: datetime = NOON) -> str:
    return due.begin(session, due.Due(row.id, row.workspace_id, row.next_at), PLAN, now)


def test_a_run_under_way_is_not_doubled(session: WorkspaceSession):
    leader = factories.make_person(session)
    run = factories.make_run(session, person_id=leader.id)
    factories.make_run_source(session, run, state="waiting")
    row = ledger_factories.make_watch(session, leader, next_at=NOON)
    assert begin_one(session, row) == "begun"
    assert session.scalar(select(func.count(ResearchRun.id))) == 1


def test_who_was_researched_this_week_waits_from_then(session: WorkspaceSession):
    leader = factories.make_person(session)
    over = NOON - 2 * DAY
    factories.make_run(session, person_id=leader.id, state="finished", created_at=over, finished_at=over)
    row = ledger_factories.make_watch(session, leader, next_at=NOON, every_days=30)
    assert begin_one(session, row) == "recent"
    assert row.next_at.date() == (over + 30 * DAY).date()


@pytest.mark.parametrize("why", ["deleted", "merged", "let_go", "do_not_contact"])
def test_who_is_gone_let_go_or_wants_no_letters_is_moved_on(session: WorkspaceSession, why: str):
    leader = factories.make_person(session)
    row = ledger_factories.make_watch(session, leader, next_at=NOON, every_days=30)
    _speak_against(session, leader, why)
    assert begin_one(session, row) == "held"
    assert row.next_at.date() == (NOON + 30 * DAY).date(), "it holds up nobody behind it"
    assert session.scalar(select(func.count(ResearchRun.id))) == 0


def _speak_against(session: WorkspaceSession, leader: Person, why: str) -> None:
    if why == "deleted":
        leader.deleted_at = NOON
    if why == "merged":
        leader.merged_into_id = factories.make_person(session).id
    if why == "do_not_contact":
        leader.do_not_contact_since, leader.do_not_contact_reason = NOON, "They asked for it."
    if why == "let_go":
        ledger_factories.make_standing(session, leader, state="let_go", until=None)
    session.flush()


def test_who_is_paused_alone_or_with_their_house_waits_for_its_end(session: WorkspaceSession):
    house = factories.make_organization(session)
    leader, colleague = factories.make_person(session), factories.make_person(session)
    factories.make_position(session, colleague, house)
    until = NOON.date() + 12 * DAY
    ledger_factories.make_pause(session, leader, begins_on=NOON.date(), until=until)
    ledger_factories.make_pause(session, organization_id=house.id, begins_on=NOON.date(), until=until)
    for person in (leader, colleague):
        row = ledger_factories.make_watch(session, person, next_at=NOON)
        assert begin_one(session, row) == "held"
        assert row.next_at.date() == until


def test_one_that_was_ended_or_moved_meanwhile_is_taken(session: WorkspaceSession):
    row = ledger_factories.make_watch(session, next_at=NOON)
    seen = due.Due(row.id, row.workspace_id, NOON)
    row.is_on = False
    session.flush()
    assert due.begin(session, seen, PLAN, NOON) == "taken"
    row.is_on, row.next_at = True, NOON + DAY
    session.flush()
    assert due.begin(session, seen, PLAN, NOON) == "taken"
    assert due.begin(session, due.Due(row.id + 1_000, row.workspace_id, NOON), PLAN, NOON) == "taken"
