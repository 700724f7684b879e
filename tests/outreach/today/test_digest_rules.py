"""When the next digest is due, through changes of the clock, holidays and the ends of the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.today.digest_rules import next_digest

CHICAGO = ZoneInfo("America/Chicago")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("every", "after", "due"),
    [
        ("daily", "2026-11-20T06:59", "2026-11-20T07:00"),
        ("daily", "2026-11-20T07:00", "2026-11-23T07:00"),  # a Friday: the next working day is Monday
        ("daily", "2026-11-25T09:00", "2026-11-27T07:00"),  # Thanksgiving lies between
        ("weekly", "2026-11-20T09:00", "2026-11-24T07:00"),
        ("weekly", "2026-11-24T07:00", "2026-12-01T07:00"),
    ],
)
def test_the_next_one_comes_at_its_hour_where_the_user_is(every: str, after: str, due: str):
    assert next_digest(every, 2, 7, CHICAGO, at(after)) == at(due)


def test_none_is_due_where_none_is_wanted():
    assert next_digest("never", 1, 7, CHICAGO, at("2026-11-20T06:59")) is None


def test_an_hour_that_the_clock_leaves_out_comes_all_the_same():
    due = next_digest("weekly", 7, 2, CHICAGO, at("2027-03-13T12:00"))
    assert due.astimezone(CHICAGO).date() == date(2027, 3, 14)


def test_at_the_end_of_the_calendar_there_is_none():
    assert next_digest("daily", 1, 7, UTC, datetime(9999, 12, 31, 20, tzinfo=UTC)) is None


@given(
    st.sampled_from(["daily", "weekly"]), st.integers(1, 7), st.integers(0, 23),
    st.sampled_from(["America/Chicago", "Pacific/Honolulu", "Asia/Kolkata", "Australia/Sydney", "UTC"]),
    st.integers(0, 3_000_000).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
)  # fmt: skip
def test_whenever_one_asks_it_lies_ahead_and_two_never_on_one_day(every, weekday, hour, zone, after):
    first = next_digest(every, weekday, hour, ZoneInfo(zone), after)
    second = next_digest(every, weekday, hour, ZoneInfo(zone), first)
    assert after < first <= after + timedelta(days=9)
    assert first.astimezone(ZoneInfo(zone)).date() < second.astimezone(ZoneInfo(zone)).date()
