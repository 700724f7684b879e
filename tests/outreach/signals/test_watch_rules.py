"""When a watched person is looked up again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outreach.signals import watch_rules

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def test_looks_are_spread_over_the_hours_of_the_night_and_always_at_the_same_one():
    moments = [watch_rules.on_day(number, date(2026, 12, 1)) for number in range(1, 2_001)]
    assert {moment.date() for moment in moments} == {date(2026, 12, 1)}
    by_hour = [sum(moment.hour == hour for moment in moments) for hour in range(24)]
    assert [hour for hour, count in enumerate(by_hour) if count] == list(range(2, 12))
    assert min(by_hour[2:12]) > 100
    assert watch_rules.on_day(7, date(2026, 12, 1)) == watch_rules.on_day(7, date(2026, 12, 1))


@pytest.mark.parametrize("days", [30, 91, 182])
def test_the_next_look_is_counted_from_now_whatever_was_missed(days: int):
    for later in (timedelta(0), timedelta(hours=1), timedelta(days=400)):
        found = watch_rules.next_look(5, NOW + later, days)
        assert found.date() == (NOW + later).date() + timedelta(days=days)


@pytest.mark.parametrize("day", [date(2027, 3, 14), date(2026, 11, 1), date(2028, 2, 29)])
def test_summer_time_and_leap_days_move_no_look(day: date):
    moment = watch_rules.on_day(11, day)
    following = watch_rules.on_day(11, day + timedelta(days=1))
    assert following - moment == timedelta(days=1)


def test_at_the_end_of_the_calendar_nothing_fails():
    assert watch_rules.next_look(1, datetime(9999, 12, 30, tzinfo=UTC), 30).year == 9999


def test_a_quarter_is_offered_for_those_one_has_written_to_and_never_for_others():
    assert watch_rules.usual(has_written=True) == "quarter"
    assert watch_rules.usual(has_written=False) == "never"
    assert [watch_rules.choice_of(days) for days in (30, 91, 182, 365, 7)] == [
        "month", "quarter", "half_year", "half_year", "month",
    ]  # fmt: skip
