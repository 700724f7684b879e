from __future__ import annotations

from datetime import UTC, datetime

from outreach.styleguide import samples


def test_the_samples_show_a_chart_with_each_of_its_marks_and_one_that_is_too_short() -> None:
    charts = samples.sample_charts()
    assert charts["short"] is None
    shares, margin = charts["shares"], charts["margin"]
    assert shares is not None
    assert shares.turn is not None
    assert shares.compared_end is not None
    assert margin is not None
    assert margin.zero is not None


def test_tasks_are_late_due_and_ahead_of_any_day() -> None:
    now = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    ahead = [(day - now.date()).days for day in samples.page_values(now)["due_days"]]
    assert ahead == [-2, 0, 3]


def test_every_error_has_its_own_status() -> None:
    assert all(told.status == status for status, told in samples.ERRORS.items())
