"""Good times to send: the reader's own mornings, over holidays and changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.drafts.send_windows import doubt, holidays_around, windows
from outreach.time_zones import zone_of
from outreach.us_holidays import holiday_on

CHICAGO, NEW_YORK, PHOENIX = ZoneInfo("America/Chicago"), ZoneInfo("America/New_York"), ZoneInfo("America/Phoenix")


def days(zone, now) -> list[str]:
    return [f"{one.starts:%a %m-%d}" for one in windows(zone, now)]


def test_the_next_three_are_mornings_in_the_middle_of_the_week():
    monday = datetime(2026, 11, 30, 15, tzinfo=UTC)
    found = windows(CHICAGO, monday)
    assert [f"{one.starts:%a %m-%d %H:%M}-{one.ends:%H:%M}" for one in found] == [
        "Tue 12-01 08:00-11:00", "Wed 12-02 08:00-11:00", "Thu 12-03 08:00-11:00",
    ]  # fmt: skip
    assert found[0].starts.astimezone(UTC).hour == 14


def test_a_friday_is_named_only_where_it_comes_first():
    assert days(CHICAGO, datetime(2026, 12, 3, 20, tzinfo=UTC)) == ["Fri 12-04", "Tue 12-08", "Wed 12-09"]
    assert "Fri" not in " ".join(days(CHICAGO, datetime(2026, 12, 2, 20, tzinfo=UTC)))


def test_holidays_are_left_out():
    before_thanksgiving = datetime(2026, 11, 25, 20, tzinfo=UTC)
    assert days(CHICAGO, before_thanksgiving) == ["Fri 11-27", "Tue 12-01", "Wed 12-02"]
    assert holiday_on(date(2026, 11, 26))


def test_a_morning_under_way_counts_with_what_is_left_of_it():
    now = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)
    first = windows(CHICAGO, now)[0]
    assert (first.starts, first.ends - first.starts) == (now, timedelta(minutes=30))
    assert days(CHICAGO, datetime(2026, 12, 1, 17, tzinfo=UTC))[0] == "Wed 12-02"


@pytest.mark.parametrize(
    ("now", "zone", "first"),
    [
        (datetime(2026, 3, 7, 12, tzinfo=UTC), CHICAGO, datetime(2026, 3, 10, 13, tzinfo=UTC)),  # summer time began
        (datetime(2026, 3, 5, 20, tzinfo=UTC), CHICAGO, datetime(2026, 3, 6, 14, tzinfo=UTC)),
        (datetime(2026, 11, 2, 12, tzinfo=UTC), NEW_YORK, datetime(2026, 11, 3, 13, tzinfo=UTC)),  # it ended
        (datetime(2026, 6, 1, 12, tzinfo=UTC), PHOENIX, datetime(2026, 6, 2, 15, tzinfo=UTC)),  # there is none
    ],
)
def test_eight_is_eight_by_the_reader_s_clock_before_and_after_it_changes(now, zone, first):
    assert windows(zone, now)[0].starts.astimezone(UTC) == first


ZONES = ("America/Chicago", "Pacific/Auckland", "Africa/Casablanca", "Asia/Kolkata", "Pacific/Honolulu")


@given(st.integers(0, 90 * 365 * 24 * 60), st.sampled_from(ZONES))
def test_every_window_lies_ahead_and_is_no_doubtful_moment(minutes, name):
    now = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = windows(ZoneInfo(name), now)
    assert len(found) == 3
    for one in found:
        assert one.starts.astimezone(UTC) >= now
        assert doubt(ZoneInfo(name), one.starts) == ""
        assert doubt(ZoneInfo(name), one.ends)


def test_what_is_doubtful_is_said():
    said = {
        datetime(2026, 12, 5, 15, tzinfo=UTC): "Saturday there",
        datetime(2026, 11, 30, 15, tzinfo=UTC): "Monday there",
        datetime(2026, 11, 26, 15, tzinfo=UTC): "Thanksgiving Day there",
        datetime(2026, 12, 1, 12, tzinfo=UTC): "before eight in the morning there",
        datetime(2026, 12, 1, 22, tzinfo=UTC): "after eleven in the morning there",
        datetime(2026, 12, 4, 15, tzinfo=UTC): "",
    }
    assert {moment: doubt(CHICAGO, moment) for moment in said} == said


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "America", "../etc/passwd", "a\x00b", "x" * 5000])
def test_a_zone_that_nobody_knows_is_none(name):
    assert zone_of(name) is None
    assert zone_of("America/Chicago") == CHICAGO


def test_the_check_is_told_the_holidays_around_a_day():
    assert date(2026, 11, 26) in holidays_around(date(2026, 11, 20))
    assert date(2027, 1, 1) in holidays_around(date(2026, 11, 20))
