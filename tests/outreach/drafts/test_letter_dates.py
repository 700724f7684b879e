"""Days, windows and periods, as Americans write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from outreach.drafts import letter_dates as dates

TODAY = date(2026, 4, 14)


@pytest.mark.parametrize(
    ("value", "said"),
    [(date(2026, 5, 11), "May 11"), (date(2027, 1, 8), "January 8, 2027"), (date(2025, 12, 1), "December 1")],
)
def test_a_day_has_its_year_only_where_it_could_be_mistaken(value: date, said: str) -> None:
    assert dates.day(value, TODAY) == said


def test_a_year_is_left_out_across_new_year_when_it_is_near() -> None:
    assert dates.day(date(2027, 1, 8), date(2026, 12, 1)) == "January 8"


def test_a_weekday_and_a_time_of_day() -> None:
    assert dates.weekday_and_day(date(2026, 5, 19), TODAY) == "Tuesday, May 19"
    assert [dates.clock(datetime(2026, 5, 19, hour, 5, tzinfo=UTC)) for hour in (0, 9, 12, 15)] == [
        "12:05 AM", "9:05 AM", "12:05 PM", "3:05 PM",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (date(2026, 5, 11), date(2026, 6, 5), "between May 11 and June 5"),
        (date(2026, 5, 11), None, "from May 11 on"),
        (None, date(2026, 6, 5), "before June 5"),
        (None, None, ""),
    ],
)
def test_windows(begin: date | None, end: date | None, said: str) -> None:
    assert dates.window(begin, end, TODAY) == said


@pytest.mark.parametrize(
    ("text", "said", "when"),
    [
        ("2018", "2018", "in 2018"),
        ("2018-03", "March 2018", "in March 2018"),
        ("2018-03-01", "March 1, 2018", "on March 1, 2018"),
        ("2018-13", "2018", "in 2018"),
        ("soon", "", ""),
        ("", "", ""),
    ],
)
def test_partial_dates(text: str, said: str, when: str) -> None:
    assert (dates.partial(text), dates.in_time(text)) == (said, when)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("the first six months", "in the first six months"),
        ("first year", "in the first year"),
        ("2022 to 2024", "from 2022 to 2024"),
        ("2022–2024", "from 2022 to 2024"),
        ("2024", "in 2024"),
        ("fiscal year 2024", "in fiscal year 2024"),
        ("March 2024", "in March 2024"),
        ("March 1, 2024", "on March 1, 2024"),
        ("since 2022", "since 2022"),
        ("two years", "within two years"),
        ("Q3 only", "(Q3 only)"),
        ("", ""),
    ],
)
def test_periods_go_on_in_their_sentence(period: str, said: str) -> None:
    assert dates.period_phrase(period) == said
