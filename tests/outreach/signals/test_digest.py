"""The part of the digest that tells what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from outreach.accounts.models import User
from outreach.db import Database, WorkspaceSession
from outreach.signals.digest import MOST, digest_lines
from outreach.signals.models import Signal
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.outreach.signals import told_runs

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


@pytest.fixture
def user(session: WorkspaceSession) -> User:
    return factories.make_user(session)


def found(session: WorkspaceSession, hours_ago: float = 1, **named) -> Signal:
    return ledger_factories.make_signal(session, **{"found_at": NOON - hours_ago * HOUR, **named})


def told(session: WorkspaceSession, user: User, since=NOON - WEEK, until=NOON):
    return digest_lines(session, user.id, since, until)


def test_a_change_is_told_with_its_passage_and_an_idea(session: WorkspaceSession, user: User):
    row = found(session)
    part = told(session, user)
    [line] = part.lines
    assert (line.sentence, line.passage) == (row.sentence, "“the 2026 Rural Care Award”")
    assert (line.source, line.url, line.address) == ("News", row.url, f"/signals/{row.id}")
    assert line.give.startswith("Congratulate in one sentence")
    assert part.more == 0
    session.refresh(row)
    assert row.told_in == NOON.date()


def test_at_most_seven_are_told_and_the_rest_counted_trouble_first(session: WorkspaceSession, user: User):
    trouble = found(session, 100, kind="trouble", sentence="News tells of layoffs at Harrow Lake: 120.")
    for hours in range(9):
        found(session, hours + 0.5)
    part = told(session, user)
    assert (len(part.lines), part.more) == (MOST, 3)
    assert part.lines[0].sentence == trouble.sentence


def test_nothing_is_told_a_second_time_but_to_a_colleague(session: WorkspaceSession, user: User):
    found(session)
    assert told(session, user)
    assert told(session, user), "mail that could not be sent is made again"
    assert told(session, factories.make_user(session))
    assert not told(session, user, NOON, NOON + WEEK)


@pytest.mark.parametrize(
    "named", [{"is_quiet": True}, {"state": "not_relevant", "judged_at": NOON}, {"state": "kept", "judged_at": NOON}]
)
def test_what_is_quiet_or_was_judged_is_left_out(session: WorkspaceSession, user: User, named: dict):
    found(session, **named)
    assert not told(session, user)


def test_what_no_source_says_any_more_and_who_is_gone_is_left_out(session: WorkspaceSession, user: User):
    person = factories.make_person(session)
    award = told_runs.make_award(session, person, state="withdrawn")
    found(session, person=person, fact_id=award.id)
    found(session, person=factories.make_person(session, deleted_at=NOON))
    assert not told(session, user)


def test_the_time_is_heeded_to_the_moment(session: WorkspaceSession, user: User):
    found(session, 0)
    found(session, 24 * 7)
    assert len(told(session, user).lines) == 1
