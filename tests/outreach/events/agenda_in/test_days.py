"""Days as programs write them."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.events.agenda_in.days import Calendar, find_day, read_day

EVENT = Calendar(date(2026, 3, 9), date(2026, 3, 12))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tuesday, March 10", 10),
        ("Wednesday", 11),
        ("Day 2", 10),
        ("Wed 11th", 11),
        ("3/10/2026", 10),
        ("10.03.2026", 10),
        ("10-Mar-26", 10),
        ("2026-03-10", 10),
        ("WEDNESDAY, MARCH 11TH 2026", 11),
        ("Monday 9th March", 9),
        ("Thursday (March 12)", 12),
    ],
)
def test_a_day_is_found(words: str, day: int) -> None:
    span = find_day(words, EVENT)
    assert span is not None
    assert not span.is_range
    assert span.day == date(2026, 3, day)


@pytest.mark.parametrize("words", ["March 9 to 12", "Tuesday, March 10, to Thursday, March 12", "March 9-12, 2026"])
def test_several_days_are_no_day(words: str) -> None:
    span = find_day(words, EVENT)
    assert span is not None
    assert span.is_range


def test_a_date_without_a_year_is_not_guessed_without_the_event_or_a_year() -> None:
    bare = Calendar.of("Program", None, None)
    named = Calendar.of("Congress 2027\nMarch 9", None, None)
    for calendar, day in ((bare, None), (named, date(2027, 3, 9))):
        span = find_day("March 9", calendar)
        assert span is not None
        assert span.day == day


def test_a_number_alone_counts_the_days_of_the_event() -> None:
    assert [read_day(cell, EVENT) for cell in ("1", "3", "99", "x")] == [
        date(2026, 3, 9), date(2026, 3, 11), None, None,
    ]  # fmt: skip


def test_the_ends_of_the_calendar_are_no_error() -> None:
    for edge in (date.min, date.max):
        calendar = Calendar(edge, edge)
        assert find_day("Day 2, March 3", calendar) is not None
        assert calendar.weekday(edge.weekday()) == edge
    assert Calendar(date.max, date.max).nth(2) is None
