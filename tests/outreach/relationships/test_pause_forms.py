"""How long a pause is, as it is chosen at once."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.relationships.pause_forms import months_after, quick_choices


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 11, 20), 3, date(2027, 2, 20)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_the_month(start: date, months: int, expected: date):
    assert months_after(start, months) == expected


def test_the_quick_choices_fall_after_today_even_at_the_end_of_the_calendar():
    assert quick_choices(date(2026, 11, 20))["month"] == date(2026, 12, 20)
    assert set(quick_choices(date(9999, 12, 20)).values()) == {date.max}
