"""The federal holidays, by the days that the Office of Personnel Management lists for some years."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.us_holidays import holiday_on, holidays_between

OF_2026 = ("01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25")
OF_2023 = ("01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23", "12-25")


@pytest.mark.parametrize(("year", "days"), [(2026, OF_2026), (2023, OF_2023)])
def test_a_year_has_the_eleven_days_that_are_published(year, days):
    found = holidays_between(date(year, 1, 1), date(year, 12, 31))
    assert [f"{day:%m-%d}" for day in found] == list(days)
    assert all(holiday_on(day) for day in found)


def test_new_year_s_day_on_a_saturday_is_kept_in_the_year_before():
    assert holiday_on(date(2021, 12, 31)) == "New Year’s Day"
    assert holiday_on(date(2022, 1, 1)) == ""
    assert date(2021, 12, 31) in holidays_between(date(2021, 12, 1), date(2021, 12, 31))


def test_juneteenth_is_none_before_it_was_made_one():
    assert holiday_on(date(2020, 6, 19)) == ""
    assert holiday_on(date(2025, 6, 19)) == "Juneteenth"


def test_the_ends_of_time_are_no_error():
    assert holiday_on(date(9999, 12, 31)) == ""
    assert holiday_on(date.min) in ("", "New Year’s Day")
