"""Times of appointments: how people write them, nights on which clocks change, leap days, ends of the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from outreach.interviews.appointment_times import (
    NoSuchTime,
    TwiceThatNight,
    at_in_words,
    moment_of,
    questions_due,
    read_clock,
    working_day_before,
)

CHICAGO = ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:40 AM", time(10, 40)), ("2 pm", time(14)), ("2PM", time(14)), ("14:30", time(14, 30)), ("noon", time(12)),
        ("12 am", time(0)), ("12:15 p.m.", time(12, 15)), ("  9.05  am ", time(9, 5)), ("00:00", time(0)),
        ("Midnight", time(0)), ("9:30a", time(9, 30)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text, expected):
    assert read_clock(text) == expected


@pytest.mark.parametrize(
    "text", ["", "25:00", "13 pm", "0 am", "9:60", "half past nine", "²:00", "9" * 3000, "-1:00", "9:3", "\x00"]
)
def test_what_is_no_time_is_told_in_words(text):
    with pytest.raises(ValueError, match="such as 10:40 AM"):
        read_clock(text)


def test_an_hour_without_its_half_of_the_day_is_asked_for():
    with pytest.raises(ValueError, match="10 AM or 10 PM"):
        read_clock("10")


def test_a_time_counts_by_the_clock_where_it_was_agreed():
    assert moment_of(date(2026, 12, 1), time(9, 30), CHICAGO) == datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
    assert moment_of(date(2026, 7, 1), time(9, 30), CHICAGO) == datetime(2026, 7, 1, 14, 30, tzinfo=UTC)
    assert moment_of(date(2028, 2, 29), time(9), CHICAGO).day == 29


def test_an_hour_that_is_left_out_is_no_time():
    with pytest.raises(NoSuchTime, match=r"go forward over 2:30 AM.*3:30 AM"):
        moment_of(date(2026, 3, 8), time(2, 30), CHICAGO)
    assert moment_of(date(2026, 3, 8), time(3, 0), CHICAGO) == datetime(2026, 3, 8, 8, 0, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_asked_for():
    with pytest.raises(TwiceThatNight, match=r"1:30 AM comes twice.*\(CDT\).*\(CST\)"):
        moment_of(date(2026, 11, 1), time(1, 30), CHICAGO)
    first, second = (moment_of(date(2026, 11, 1), time(1, 30), CHICAGO, which) for which in ("first", "second"))
    assert (second - first).total_seconds() == 3600


def test_it_is_said_with_the_zone():
    said = at_in_words(datetime(2026, 12, 1, 15, 30, tzinfo=UTC), CHICAGO, date(2026, 11, 20))
    assert said == "Tue, Dec 1, 9:30 AM Central time"
    rare = at_in_words(datetime(2026, 12, 1, 15, 30, tzinfo=UTC), ZoneInfo("Asia/Kathmandu"), date(2025, 11, 20))
    assert rare == "Tue, Dec 1, 2026, 9:15 PM Asia/Kathmandu"


def test_the_working_day_before_passes_over_weekends_and_holidays():
    assert working_day_before(date(2026, 12, 1)) == date(2026, 11, 30)
    assert working_day_before(date(2026, 11, 27)) == date(2026, 11, 25)
    assert working_day_before(date.min) == date.min


def test_questions_go_out_a_week_before_or_at_once():
    assert questions_due(date(2026, 12, 20), date(2026, 11, 20)) == date(2026, 12, 13)
    assert questions_due(date(2026, 11, 23), date(2026, 11, 20)) == date(2026, 11, 20)
    assert questions_due(date.min, date(2026, 11, 20)) == date(2026, 11, 20)
