"""Putting off and bringing back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from outreach.today import operations
from outreach.today.models import PutOff
from tests import factories
from tests.factories import NOON

MONDAY = date(2026, 11, 23)


@pytest.fixture
def user(each_database):
    with each_database.open_session() as session:
        return factories.make_user(session).id


@pytest.fixture
def session(each_database, user):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def rows(session):
    return sorted((row.task_key, row.until) for row in session.scalars(select(PutOff)))


def test_a_task_is_put_off_once_to_the_last_day_said(session, user):
    operations.put_off(session, user, "research:1", MONDAY, NOON)
    operations.put_off(session, user, "research:1", date(2026, 12, 1), NOON)
    operations.put_off(session, user, "research:2", MONDAY, NOON)
    assert rows(session) == [("research:1", date(2026, 12, 1)), ("research:2", MONDAY)]


def test_it_is_brought_back_for_this_user_only(session, user):
    factories.make_put_off(session, task_key="research:1")
    operations.put_off(session, user, "research:1", MONDAY, NOON)
    operations.bring_back(session, user, "research:1")
    operations.bring_back(session, user, "research:1")
    assert rows(session) == [("research:1", MONDAY)]


def test_what_is_put_off_to_tomorrow_in_honolulu_stays_so_when_it_is_tomorrow_by_utc(session, user):
    evening = NOON + timedelta(hours=18)  # eight in the evening there, six in the morning by UTC
    tomorrow_there = NOON.date() + timedelta(days=1)
    assert evening.date() == tomorrow_there
    operations.put_off(session, user, "research:1", tomorrow_there, NOON)
    operations.put_off(session, user, "research:2", tomorrow_there, evening)
    assert rows(session) == [("research:1", tomorrow_there), ("research:2", tomorrow_there)]


def test_what_has_come_back_is_forgotten(session, user):
    operations.put_off(session, user, "research:1", MONDAY, NOON)
    operations.put_off(session, user, "research:2", date(2026, 12, 1), NOON + timedelta(days=4))
    assert rows(session) == [("research:2", date(2026, 12, 1))]
