"""Days of an event, the good number of meetings, and times in words."""

from __future__ import annotations

from datetime import date

from outreach.events import rules

TODAY = date(2026, 11, 20)


def test_days_in_words_name_the_year_where_it_is_another():
    assert rules.days_words(date(2026, 12, 3), date(2026, 12, 3), TODAY) == "Thu, Dec 3"
    assert rules.days_words(date(2026, 12, 3), date(2026, 12, 5), TODAY) == "Thu, Dec 3 to Sat, Dec 5"
    assert rules.days_words(date(2026, 12, 31), date(2027, 1, 2), TODAY) == "Thu, Dec 31 to Sat, Jan 2, 2027"
    assert rules.days_words(date(2027, 1, 2), date(2027, 1, 3), TODAY) == "Sat, Jan 2 to Sun, Jan 3, 2027"


def test_leap_days_and_the_ends_of_the_calendar_are_days_like_others():
    assert rules.days_problem(date(2028, 2, 29), date(2028, 2, 29), TODAY) == ""
    assert "within five years" in rules.days_problem(date(1, 1, 1), date(1, 1, 1), TODAY)
    assert rules.days_problem(date(9999, 12, 31), date(9999, 12, 31), date(9999, 12, 30)) == ""


def test_five_people_are_good_for_three_days():
    assert [rules.good_number(days) for days in (0, 1, 2, 3, 4, 30)] == [2, 2, 3, 5, 7, 10]
    assert rules.number_remark(0, 3) == ""
    assert rules.number_remark(3, 3) == ""
    assert rules.number_remark(5, 3) == "Five is a good number for three days."
    assert "You have nine" in rules.number_remark(9, 3)
    assert rules.number_remark(3, 1).startswith("Two is a good number for one day")


def test_times_run_over_midnight():
    assert rules.span_words(1420, 20) == "11:40 PM to 12:20 AM"
    assert rules.span_words(0, None) == "12:00 AM"
    assert rules.span_words(None, 20) == ""
    assert rules.lasts(1420, 20, 45) == 40
    assert rules.lasts(600, None, 45) == rules.lasts(600, 600, 45) == 45
    assert rules.overlap((600, 30), (629, 10))
    assert not rules.overlap((600, 30), (630, 10))
