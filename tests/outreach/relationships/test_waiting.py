"""What the ledger tells the first page: promises due, whom one waits for, what is coming, and one idea to give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import event

from outreach.db import Database, WorkspaceSession
from outreach.people.models import Person
from outreach.relationships import waiting
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, long_ago

DAY = timedelta(days=1)


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


def tasks(session: WorkspaceSession, kind: str) -> list[waiting.Waiting]:
    return [one for one in waiting.tasks(session, 1, NOON, TODAY) if one.kind == kind]


def made(session: WorkspaceSession, leader: Person, **named: object):
    return ledger_factories.make_promise(session, leader, made_on=TODAY - 9 * DAY, **named)


def test_own_promises_are_told_when_they_are_due_or_late(session, leader):
    late, due = made(session, leader, due_on=TODAY - DAY), made(session, leader, due_on=TODAY)
    made(session, leader, due_on=TODAY + DAY)
    made(session, leader, due_on=None)
    made(session, leader, due_on=TODAY, is_mine=False)
    made(session, leader, due_on=TODAY, state="kept", closed_on=TODAY)
    made(session, leader, due_on=TODAY, deleted_at=NOON)
    found = tasks(session, "promise")
    assert [one.key for one in found] == [f"promise:{late.id}", f"promise:{due.id}"]
    assert found[0].words == "Keep your promise to Inés Okafor-Lindqvist: Send the benchmark"
    assert found[0].reason == "You promised it on Wed, Nov 11."
    assert found[0].due_on == TODAY - DAY


def test_a_promise_to_somebody_who_was_deleted_is_silent_until_they_are_back(session, leader):
    made(session, leader, due_on=TODAY)
    leader.deleted_at = NOON
    session.flush()
    assert tasks(session, "promise") == []
    leader.deleted_at = None
    session.flush()
    assert len(tasks(session, "promise")) == 1


def test_one_good_idea_to_give_is_told_at_most(session, leader):
    assert tasks(session, "give") == []
    for person in (leader, factories.make_person(session, name="Tomás Reyes")):
        on, at = long_ago(40)
        ledger_factories.make_touch(session, person, happened_on=on, created_at=at)
        fact = factories.make_fact(session, person_id=person.id, predicate="award", dated="2026-10")
        factories.make_fact_claim(session, fact)
    (idea,) = tasks(session, "give")
    assert idea.words.startswith("Congratulate ")
    assert idea.address == "/ledger#ideas"
    assert len(idea.key) <= 60


def test_whom_one_waits_for_are_their_promises_and_requests_without_a_ladder(session, leader):
    promised = made(session, leader, is_mine=False, due_on=TODAY + DAY)
    by_hand = ledger_factories.make_ask(session, leader)
    approval = ledger_factories.make_ask(session, leader, source="letter", source_id=7, ask_kind="approval")
    ledger_factories.make_ask(session, leader, source="letter", source_id=8)
    ledger_factories.make_ask(session, leader, ask_state="granted", ask_closed_on=TODAY)
    found = waiting.expected(session, 1, NOON, TODAY)
    assert [one.key for one in found] == [f"promised:{promised.id}", f"ask:{by_hand.id}", f"ask:{approval.id}"]
    assert found[0].next_words == "By Sat, Nov 21."


def test_promises_with_a_day_are_coming_of_either_side(session, leader):
    soon = made(session, leader, due_on=TODAY + DAY)
    made(session, leader, due_on=TODAY - DAY)
    made(session, leader, due_on=TODAY + 60 * DAY)
    theirs = made(session, leader, due_on=TODAY + 2 * DAY, is_mine=False)
    found = [one for one in waiting.coming(session, 1, NOON, TODAY, TODAY + 14 * DAY) if one.kind == "promise"]
    assert [one.uid for one in found] == [f"promise-{soon.id}@groundwork", f"promise-{theirs.id}@groundwork"]
    assert [one.on for one in found] == [TODAY + DAY, TODAY + 2 * DAY]


def test_however_many_there_are_the_database_is_asked_as_often(session):
    def asked() -> int:
        count = 0

        def counting(*_arguments: object) -> None:
            nonlocal count
            count += 1

        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", counting)
        waiting.tasks(session, 1, NOON, TODAY)
        waiting.expected(session, 1, NOON, TODAY)
        waiting.coming(session, 1, NOON, TODAY, TODAY + 14 * DAY)
        event.remove(engine, "before_cursor_execute", counting)
        return count

    def add(number: int) -> None:
        for _ in range(number):
            person = factories.make_person(session)
            made(session, person, due_on=TODAY)
            made(session, person, due_on=TODAY + DAY, is_mine=False)
            ledger_factories.make_ask(session, person)
        session.expire_all()

    add(1)
    one = asked()
    add(12)
    assert asked() == one
