"""The days of an approval: what is said of the day asked for, how long a link works, when a reminder is polite."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from outreach.articles import asking_days
from outreach.articles.asking_days import Reminding, expires, next_reminder, proposed, weigh

FRIDAY = date(2026, 11, 20)
"""The week after has Thanksgiving Day on its Thursday, the 26th."""


def test_seven_working_days_ahead_and_five_before_the_venue_s_day_are_good() -> None:
    found = weigh(date(2026, 12, 2), FRIDAY, date(2026, 12, 9), "Inés")
    assert (found.ahead, found.before, found.refusals, found.remarks) == (7, 5, (), ())


def test_a_day_that_presses_is_told_with_the_days_counted_and_the_holidays_left_out() -> None:
    found = weigh(date(2026, 12, 1), FRIDAY, date(2026, 12, 7), "Inés")
    assert (found.ahead, found.before, found.refusals) == (6, 4, ())
    assert found.remarks == (
        "Inés would have 6 working days for it; Thanksgiving Day is not counted. 7 are usual; less presses.",
        "That leaves 4 working days until the text is due on Mon, Dec 7. 5 leave time for a second look.",
    )


@pytest.mark.parametrize(
    ("ask_by", "due_on", "told"),
    [
        (FRIDAY, None, "not ahead any more"),
        (date.min, None, "not ahead any more"),
        (date.max, None, "more than a year away"),
        (date(2026, 12, 4), date(2026, 12, 3), "is due on Thu, Dec 3"),
    ],
)
def test_a_day_that_cannot_be_is_refused(ask_by: date, due_on: date | None, told: str) -> None:
    assert told in weigh(ask_by, FRIDAY, due_on, "Inés").refusals[0]


def test_the_day_proposed_is_two_weeks_ahead_or_earlier_where_the_text_is_due() -> None:
    assert proposed(FRIDAY, None) == date(2026, 12, 7)
    assert proposed(FRIDAY, date(2026, 12, 11)) == date(2026, 12, 4)
    assert proposed(FRIDAY, date(2026, 11, 24)) == date(2026, 12, 2)  # never under seven working days


def test_a_proposal_passes_its_own_scales_wherever_there_is_room() -> None:
    for due_on in (date(2026, 12, 9), date(2026, 12, 20), date(2027, 1, 3), date(2027, 2, 28), None):
        found = weigh(proposed(FRIDAY, due_on), FRIDAY, due_on, "Inés")
        assert (found.refusals, found.remarks) == ((), ()), due_on


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    assert proposed(date.max, date.max) == date.max
    assert proposed(date.min, date.min) > date.min
    assert weigh(date(1, 1, 10), date.min, date(1, 1, 12), "Inés").refusals == ()
    assert expires(date.max, UTC) == datetime.max.replace(tzinfo=UTC)


def test_a_link_stops_at_midnight_where_they_are_so_many_days_after_and_90_at_most() -> None:
    chicago = ZoneInfo("America/Chicago")
    assert expires(date(2026, 12, 2), chicago, 0) == datetime(2026, 12, 3, 6, tzinfo=UTC)
    assert expires(date(2026, 12, 2), chicago) == datetime(2027, 1, 2, 6, tzinfo=UTC)
    assert expires(date(2026, 12, 2), chicago, 4000) == expires(date(2026, 12, 2), chicago, asking_days.MOST_LINK_DAYS)


def test_reminders_are_offered_after_7_and_14_working_days_and_never_a_third() -> None:
    sent, first, second = FRIDAY, date(2026, 12, 2), date(2026, 12, 11)
    assert next_reminder(sent, (), date(2026, 12, 1)) == Reminding("wait", first, 1)
    assert next_reminder(sent, (), first) == Reminding("remind", first, 1)
    assert next_reminder(sent, (first,), date(2026, 12, 10)) == Reminding("wait", second, 2)
    assert next_reminder(sent, (first,), second) == Reminding("remind", second, 2)
    assert next_reminder(sent, (first, second), date(2027, 6, 1)) == Reminding("rest")


def test_a_late_first_reminder_lets_seven_working_days_pass_before_the_second() -> None:
    late = date(2026, 12, 10)
    assert next_reminder(FRIDAY, (late,), date(2026, 12, 11)) == Reminding("wait", date(2026, 12, 21), 2)
