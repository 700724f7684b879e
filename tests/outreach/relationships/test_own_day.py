"""The user's own day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from outreach.accounts import own_mail
from outreach.accounts.own_mail import Signature
from outreach.relationships import own_day
from tests import factories

LATE = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("", date(2026, 11, 20)),
        ("America/Los_Angeles", date(2026, 11, 19)),
        ("Pacific/Auckland", date(2026, 11, 20)),
        ("Nowhere/At_All", date(2026, 11, 20)),
        ("../etc/passwd", date(2026, 11, 20)),
    ],
)
def test_it_is_the_day_where_the_user_is(database, zone: str, expected: date):
    with database.open_session() as session:
        user_id = factories.make_user(session).id
    with database.session_for(factories.make_workspace(database)) as session:
        own_mail.keep_signature(session, user_id, Signature("Priya Raman", time_zone=zone), LATE)
        assert own_day.today_of(session, user_id, LATE) == expected


def test_the_edges_of_the_calendar_have_a_day(database):
    with database.open_session() as session:
        user_id = factories.make_user(session).id
    with database.session_for(factories.make_workspace(database)) as session:
        own_mail.keep_signature(session, user_id, Signature("Priya Raman", time_zone="Pacific/Auckland"), LATE)
        last = datetime(9999, 12, 31, 23, tzinfo=UTC)
        assert own_day.today_of(session, user_id, last) == date(9999, 12, 31)
