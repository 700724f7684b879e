"""Which day it is where a user is, however odd what they said about where that is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from outreach.accounts import whereabouts
from outreach.accounts.models import SenderProfile
from tests import factories

EVENING = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Chicago", date(2026, 11, 20)),
        ("Pacific/Auckland", date(2026, 11, 21)),
        ("", date(2026, 11, 21)),
        ("Mars/Olympus", date(2026, 11, 21)),
        ("America", date(2026, 11, 21)),
    ],
)
def test_the_day_is_that_of_where_the_user_is(database, zone, day):
    with database.open_session() as session:
        user = factories.make_user(session)
        session.add(SenderProfile(user_id=user.id, name=user.name, time_zone=zone, updated_at=EVENING))
        session.flush()
        assert whereabouts.today_of(session, user.id, EVENING) == day


def test_of_nobody_it_is_the_day_in_utc(database):
    with database.open_session() as session:
        assert whereabouts.today_of(session, None, EVENING) == date(2026, 11, 21)


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_the_calendar_have_a_day_everywhere(moment):
    zones = [whereabouts.zone_of(name) for name in ("America/Chicago", "Pacific/Auckland")]
    assert all(whereabouts.day_in(moment, zone) for zone in zones)
