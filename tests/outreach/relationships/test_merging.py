"""Two people are joined: their ledgers become one, and of two pauses the longer one holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.people import merging
from outreach.people.merging import Wanted
from outreach.people.operations import By
from outreach.relationships.models import Promise, Touch
from outreach.relationships.queries import paused
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.ledger_factories import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def by(session) -> By:
    return By(factories.make_user(session).id, NOON)


@pytest.fixture
def two(session):
    return factories.make_person(session, name="Inés Okafor"), factories.make_person(session, name="Ines Okafor")


def join(session, two, by):
    kept, merged = two
    return merging.merge(session, Wanted(kept.id, merged.id, kept.version, merged.version), by)


def test_touches_and_promises_come_over_and_go_back(session, two, by):
    kept, merged = two
    ledger_factories.make_give(session, kept)
    ledger_factories.make_ask(session, merged)
    ledger_factories.make_promise(session, merged)
    ledger_factories.make_touch(session, kept, helper_id=merged.id)
    made = join(session, two, by)
    assert {row.person_id for row in session.query(Touch)} == {kept.id}
    assert {row.helper_id for row in session.query(Touch)} == {None, kept.id}
    assert session.query(Promise).one().person_id == kept.id
    merging.undo(session, made.id, by)
    assert session.query(Touch).filter_by(person_id=merged.id).one().kind == "asked"
    assert session.query(Promise).one().person_id == merged.id


def test_what_a_room_noted_about_both_is_there_once(session, two, by):
    for person in two:
        ledger_factories.make_touch(session, person, source="event", source_id=3)
    join(session, two, by)
    assert session.query(Touch).filter_by(person_id=two[0].id).count() == 1


def test_of_two_pauses_the_longer_one_holds_until_they_are_parted(session, two, by):
    kept, merged = two
    mine = ledger_factories.make_pause(session, kept, until=TODAY + 5 * DAY)
    ledger_factories.make_pause(session, merged, until=TODAY + 40 * DAY)
    made = join(session, two, by)
    found = paused(session, kept.id, TODAY)
    assert found is not None
    assert found.until == TODAY + 40 * DAY
    merging.undo(session, made.id, by)
    assert mine.until == TODAY + 5 * DAY
    assert paused(session, merged.id, TODAY).until == TODAY + 40 * DAY


def test_a_pause_of_one_alone_comes_over(session, two, by):
    ledger_factories.make_pause(session, two[1], until=TODAY + 40 * DAY)
    join(session, two, by)
    assert paused(session, two[0].id, TODAY).until == TODAY + 40 * DAY
