"""Following up while somebody is paused, and what rhythms come to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.followups import pausing
from tests import factories
from tests.factories import NOON
from tests.ledger_factories import make_follow_up, make_group, make_rhythm


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_requests_that_are_followed_up_are_counted_by_person(session: WorkspaceSession):
    person, other = factories.make_person(session), factories.make_person(session)
    make_follow_up(session, person)
    make_follow_up(session, person)
    make_follow_up(session, other, state="finished", ended_at=NOON)
    assert pausing.followed_up(session, [person.id, other.id]) == {person.id: 2}


def test_rhythms_are_counted_and_told_in_days_by_group_or_by_own_numbers(session: WorkspaceSession):
    own, grouped, without = (factories.make_person(session) for _ in range(3))
    make_rhythm(session, own, ideal_days=30, latest_days=60)
    make_rhythm(session, grouped, group_id=make_group(session, ideal_days=120, latest_days=240).id)
    ids = [own.id, grouped.id, without.id]
    assert pausing.in_rhythm(session, ids) == {own.id: 1, grouped.id: 1}
    assert pausing.ideal_days(session, ids) == {own.id: 30, grouped.id: 120}
    assert pausing.ideal_days(session, [own.id]) == {own.id: 30}
