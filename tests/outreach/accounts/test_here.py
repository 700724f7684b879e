"""Dates on pages are said by the clock where the user is."""

from __future__ import annotations

from datetime import UTC, datetime

from outreach.accounts.here import today_here, zone_here
from outreach.accounts.models import SenderProfile


def _say_where(app, zone):
    with app.extensions["database"].open_session() as session:
        session.add(SenderProfile(user_id=1, name="Alice", time_zone=zone, updated_at=datetime.now(UTC)))


def test_a_page_says_the_day_of_where_the_user_is(app, alice):
    assert "Fri, Nov 20" in alice.get("/").text
    _say_where(app, "Pacific/Auckland")
    assert "Sat, Nov 21" in alice.get("/").text


def test_a_stranger_is_nowhere_in_particular(app):
    with app.test_request_context("/"):
        assert zone_here() is UTC
        assert today_here() == app.extensions["clock"]().date()
