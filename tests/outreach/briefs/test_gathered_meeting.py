"""When and where somebody is met, in words for paper."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.briefs.gathered_meeting import clock, days_words, order, place, span, when
from outreach.events.models import Appearance, EventSession

DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (640, 660, "10:40–11:00 AM"), (700, 740, "11:40 AM–12:20 PM"), (0, 1439, "12:00 AM–11:59 PM"),
        (720, None, "12:00 PM"), (None, 660, "11:00 AM"), (None, None, ""), (1430, 20, "11:50 PM–12:20 AM"),
        (640, 640, "10:40 AM"),
    ],
)  # fmt: skip
def test_a_span_says_morning_and_afternoon_once(starts, ends, said):
    assert span(starts, ends) == said


def test_midnight_and_noon_are_twelve():
    assert (clock(0), clock(720), clock(779)) == ("12:00 AM", "12:00 PM", "12:59 PM")


def test_days_name_the_year_once():
    assert days_words(DAY, DAY) == "Thu, Dec 3, 2026"
    assert days_words(DAY, date(2026, 12, 5)) == "Thu, Dec 3 to Sat, Dec 5, 2026"
    assert days_words(date(2026, 12, 31), date(2027, 1, 2)) == "Thu, Dec 31, 2026 to Sat, Jan 2, 2027"


def test_the_session_says_when_and_where_the_details_say_nothing():
    held = EventSession(held_on=DAY, starts_minute=495, ends_minute=540, room="Main hall", state="current")
    row = Appearance(session=held, meeting_place="")
    assert (when(row).day, when(row).starts, when(row).ends, place(row)) == (DAY, 495, 540, "Main hall")
    row.starts_minute, row.ends_minute, row.meeting_place = 560, None, "Row 2"
    assert (when(row).day, when(row).starts, when(row).ends, place(row)) == (DAY, 560, None, "Row 2")


def test_a_session_that_went_from_the_program_says_nothing():
    held = EventSession(held_on=DAY, starts_minute=495, ends_minute=540, room="Main hall", state="gone")
    row = Appearance(session=held, meeting_place="")
    assert (when(row).day, when(row).starts, place(row)) == (None, None, "")


def test_the_order_is_the_day_then_the_minute_then_the_users_own():
    late = Appearance(id=1, meets_on=DAY, starts_minute=900, place_in_order=0)
    open_ = Appearance(id=2, meets_on=DAY, starts_minute=None, place_in_order=0)
    early = Appearance(id=3, meets_on=DAY, starts_minute=500, place_in_order=9)
    undated = Appearance(id=4, meets_on=None, starts_minute=100, place_in_order=0)
    assert [row.id for row in sorted((late, open_, early, undated), key=order)] == [3, 1, 2, 4]
