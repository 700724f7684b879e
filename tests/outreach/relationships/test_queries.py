"""What is read of the ledger: requests that an answer can be to, and rows out of sight."""

from __future__ import annotations

import pytest

from outreach.errors import NotFound
from outreach.relationships import queries
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY, long_ago


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_an_answer_can_be_to_open_requests_and_to_those_closed_without_one(session):
    leader = factories.make_person(session)
    on, at = long_ago(200)
    old = ledger_factories.make_ask(
        session, leader, happened_on=on, created_at=at, ask_state="unanswered", ask_closed_on=TODAY
    )
    new = ledger_factories.make_ask(session, leader)
    ledger_factories.make_ask(session, leader, ask_state="declined", ask_closed_on=TODAY)
    assert [row.id for row in queries.asks_to_answer(session, leader.id)] == [new.id, old.id]
    answer = ledger_factories.make_answer(session, leader, answers_id=new.id)
    assert [row.id for row in queries.answers_to(session, new)] == [answer.id]


def test_of_somebody_who_was_deleted_nothing_is_here(session):
    leader = factories.make_person(session)
    touch, promise = ledger_factories.make_touch(session, leader), ledger_factories.make_promise(session, leader)
    assert queries.touch_here(session, touch.id) is touch
    touch.deleted_at = NOON
    with pytest.raises(NotFound):
        queries.touch_here(session, touch.id)
    assert queries.touch_or_deleted(session, touch.id) is touch
    leader.deleted_at = NOON
    for read, number in ((queries.touch_or_deleted, touch.id), (queries.promise_or_deleted, promise.id),
                         (queries.promise_here, promise.id)):  # fmt: skip
        with pytest.raises(NotFound):
            read(session, number)


def test_the_last_contact_is_no_automatic_answer(session):
    leader, quiet = factories.make_person(session), factories.make_person(session)
    on, at = long_ago(3)
    ledger_factories.make_touch(session, leader, happened_on=on, created_at=at)
    ledger_factories.make_answer(session, leader, answer="out_of_office")
    assert queries.last_contact_days(session, [leader.id, quiet.id]) == {leader.id: on}
