"""When an event is asked about, the sum of it, and how reminders are spread."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from outreach.events import after_rules
from outreach.events.after_rules import Promised

MONDAY = date(2026, 12, 7)


def on_working_days(day: date) -> bool:
    return day.isoweekday() < 6


def test_it_is_asked_from_the_evening_of_the_first_day_by_the_clocks_there():
    first = date(2026, 12, 3)
    for hour, begun in ((22, False), (23, True)):
        moment = datetime(2026, 12, 3, hour, 0, tzinfo=UTC)  # 4 and 5 PM in Duluth
        assert after_rules.has_begun(first, "America/Chicago", moment) is begun
    assert after_rules.has_begun(first, "Nowhere/There", datetime(2026, 12, 4, tzinfo=UTC))
    assert not after_rules.has_begun(date.max, "America/Chicago", datetime(2026, 12, 4, tzinfo=UTC))


def test_days_at_the_end_of_the_calendar_stay_in_it():
    assert after_rules.due_on(date(2026, 12, 5)) == date(2026, 12, 7)
    assert after_rules.offered_day(date(2026, 12, 5)) == date(2026, 12, 12)
    assert (after_rules.due_on(date.max), after_rules.offered_day(date.max)) == (date.max, date.max)


def test_the_sum_stands_once_each_is_said():
    assert after_rules.sum_words(["met", "not_met", "not_met"]) == "Done: 1 met, 2 not met"
    assert after_rules.sum_words(["met", ""]) == after_rules.sum_words([]) == ""
    assert after_rules.left_words(1) == "1 person left"


def test_no_two_reminders_fall_on_one_day_and_the_first_ones_stay():
    days = {3: MONDAY, 1: MONDAY, 2: MONDAY, 4: MONDAY + timedelta(days=1), 5: MONDAY + timedelta(days=4)}
    moved = after_rules.spread(days, on_working_days)
    assert moved == {2: MONDAY + timedelta(days=2), 3: MONDAY + timedelta(days=3)}
    everyone = [*{**days, **moved}.values()]
    assert len(set(everyone)) == len(everyone)


def test_reminders_go_around_the_weekend_and_never_past_the_calendar():
    friday = MONDAY + timedelta(days=4)
    assert after_rules.spread({1: friday, 2: friday}, on_working_days) == {2: friday + timedelta(days=3)}
    assert after_rules.spread({1: date.max, 2: date.max}, on_working_days) == {}
    assert after_rules.spread({1: MONDAY, 2: MONDAY}, lambda _day: False) == {}


def test_a_promise_is_offered_once():
    one, other = Promised(True, "the summary"), Promised(False, "the summary")
    assert after_rules.without_twins([one, other, one]) == (one, other)
