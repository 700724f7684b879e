"""Working days without US holidays, and good mornings in every zone, also where the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.followups import working_days

CHICAGO = ZoneInfo("America/Chicago")
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("begins", "number", "ends"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # over a weekend
        (date(2026, 11, 20), 7, date(2026, 12, 2)),  # over Thanksgiving
        (date(2028, 2, 25), 2, date(2028, 2, 29)),  # to a leap day
        (date(2026, 12, 23), 2, date(2026, 12, 28)),  # over Christmas Day
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(begins, number, ends):
    assert working_days.after(begins, number) == ends


@given(days, st.integers(0, 60))
def test_what_is_counted_forward_is_counted_back(day, number):
    assert working_days.between(day, working_days.after(day, number)) == number


def test_counting_ends_with_the_calendar():
    assert working_days.after(date(9999, 12, 30), 7) == date.max
    assert working_days.good_morning(date.max, CHICAGO) is None
    assert working_days.between(date(2026, 1, 5), date(2026, 1, 1)) == 0


def test_a_good_morning_opens_at_eight_where_the_reader_is():
    assert working_days.good_morning(date(2026, 11, 24), CHICAGO) == datetime(2026, 11, 24, 14, tzinfo=UTC)
    assert working_days.good_morning(date(2026, 7, 7), CHICAGO) == datetime(2026, 7, 7, 13, tzinfo=UTC)


def test_a_holiday_and_a_monday_are_passed_over():
    assert working_days.good_morning(date(2026, 11, 26), CHICAGO).date() == date(2026, 11, 27)
    assert working_days.good_morning(date(2026, 11, 28), CHICAGO).date() == date(2026, 12, 1)


@given(days, st.sampled_from(["America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC", "Pacific/Apia"]))
def test_a_good_morning_is_never_before_its_day_nor_on_a_weekend(day, name):
    opens = working_days.good_morning(day, ZoneInfo(name)).astimezone(ZoneInfo(name))
    assert opens.date() >= day
    assert opens.hour == 8
    assert opens.weekday() in (1, 2, 3, 4)
    assert opens.date() - day <= timedelta(days=6)
    assert working_days.is_working_day(opens.date())


def test_the_day_of_a_moment_is_known_to_the_ends_of_the_calendar():
    assert working_days.day_there(datetime(2026, 11, 20, 3, tzinfo=UTC), CHICAGO) == date(2026, 11, 19)
    assert working_days.day_there(datetime.max.replace(tzinfo=UTC), ZoneInfo("Pacific/Auckland")) == date.max
