"""Times of the day as programs write them."""

from __future__ import annotations

import pytest

from outreach.events.agenda_in.clock_times import find_time, find_times, read_minute


@pytest.mark.parametrize(
    ("words", "starts", "ends", "zone"),
    [
        ("9:00-9:45", 540, 585, ""),
        ("8:15 AM Keynote", 495, None, ""),
        ("11:30 a.m. to 12:30 p.m. PT", 690, 750, "America/Los_Angeles"),
        ("11:00 – 12:30 PM", 660, 750, ""),
        ("12 noon to 1 p.m. ET", 720, 780, "America/New_York"),
        ("0930-1015", 570, 615, ""),
        ("14.30 Close", 870, None, ""),
        ("4:30pm - 5:30pmOrientation", 990, 1050, ""),
        ("7:30a-8:30a", 450, 510, ""),
        ("Noon – 1:30", 720, 810, ""),
        ("12:00–1:00 PM Eastern Time", 720, 780, "America/New_York"),
    ],
)
def test_a_time_is_read_as_it_is_written(words: str, starts: int, ends: int | None, zone: str) -> None:
    span = find_time(words)
    assert span is not None
    assert (span.starts, span.ends, span.zone) == (starts, ends, zone)


@pytest.mark.parametrize("words", ["9-10", "2019–2024 plan", "1.5 CEUs", "99:99", "Top 10 - 12 ideas", "Room 201"])
def test_figures_that_are_no_times_are_not_read(words: str) -> None:
    assert find_times(words) == []


def test_a_cell_that_is_one_time_is_its_minute() -> None:
    assert [read_minute(cell) for cell in ("9:00", "0930", "8 AM", "Ann")] == [540, 570, 480, None]


def test_whether_the_half_of_the_day_is_known_is_told() -> None:
    assert [span.half_known for words in ("1:15", "13:15", "1:15 pm", "09:00") for span in find_times(words)] == [
        False, True, True, True,
    ]  # fmt: skip
