"""Where the parts of a chart stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.briefs.model import Run, Series
from outreach.briefs.pdf import chart_places
from outreach.briefs.pdf.chart_places import LABEL_APART, places, said

WIDTH = 213.0


def six_points_a_letter(words: str) -> float:
    return 4.4 * len(words)


def series(*values: float, **named: object) -> Series:
    return Series((Run("Operating margin, percent"),), tuple(enumerate(values, start=2021)), **named)


def test_the_line_ends_in_a_dot_with_its_value_and_the_turn_is_ringed():
    made = places(series(2.0, -3.4, -1.2, 0.6, 1.9), WIDTH, six_points_a_letter)
    assert len(made.line) == 5
    assert made.end.text == "1.9 in 2025"
    assert made.turn == made.line[1]
    assert made.turn_words.text == "−3.4 in 2022"
    assert made.zero is not None
    assert (made.first_year.text, made.last_year.text) == ("2021", "2025")
    assert made.spoken.startswith("Operating margin, percent fell from 2 in 2021 to 1.9 in 2025. By year: 2 in 2021,")


def test_a_line_that_goes_one_way_has_no_turn_and_one_above_zero_no_zero_line():
    made = places(series(1, 2, 3, 4), WIDTH, six_points_a_letter)
    assert made.turn is None
    assert made.zero is None


@pytest.mark.parametrize(
    "values", [(), (1.0,), (1.0, 2.0, 3.0), (1.0, 2.0, float("nan"), 3.0), (1, 2, 3, float("inf"))]
)
def test_too_few_values_or_some_that_are_no_numbers_make_no_chart(values: tuple[float, ...]):
    assert places(series(*values), WIDTH, six_points_a_letter) is None
    assert "nan" not in chart_places.in_words(series(*values))


def test_years_that_do_not_rise_make_no_chart():
    jumbled = Series((Run("Beds"),), ((2024, 1.0), (2022, 2.0), (2023, 3.0), (2021, 4.0)))
    assert places(jumbled, WIDTH, six_points_a_letter) is None


def test_a_comparison_is_named_beside_its_line_or_below_the_title():
    compared = ((2021, 2.3), (2022, -0.2), (2023, 0.9), (2024, 1.6), (2025, 2.2))
    near = places(
        series(2.0, -3.4, -1.2, 0.6, 1.9, compared_name="peers", compared=compared), WIDTH, six_points_a_letter
    )
    assert near.compared_words.text == "2.2 peers"
    assert abs(near.compared_words.y - near.end.y) >= LABEL_APART - 0.01
    long = series(2.0, -3.4, -1.2, 0.6, 1.9, compared_name="all independent hospitals of the state", compared=compared)
    made = places(long, WIDTH, six_points_a_letter)
    assert made.compared_words.text == "2.2"
    assert made.compared_note == "Dashed: all independent hospitals of the state"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (31, "%", "31%"), (-3.4, "", "−3.4"), (318e6, "$", "$318 million"), (1.25e9, "$", "$1.25 billion"),
        (1940, "beds", "1,940"), (0, "%", "0%"), (-2e6, "$", "−$2 million"), (1e300, "", "1e+300"),
    ],
)  # fmt: skip
def test_values_are_said_shortly(value: float, unit: str, words: str):
    assert said(value, unit) == words


@given(st.lists(st.floats(-1e9, 1e9), min_size=4, max_size=12), st.sampled_from([120.0, 207.7, 213.0]))
def test_everything_stands_in_its_box_and_no_words_on_the_line(values: list[float], width: float):
    made = places(series(*values), width, six_points_a_letter)
    assert all(0 <= x <= width and 0 <= y <= 46 for x, y in made.line)
    assert made.end.x + six_points_a_letter(made.end.text) <= width + 0.1
    if made.turn_words is not None:
        left, right = made.turn_words.x, made.turn_words.x + six_points_a_letter(made.turn_words.text)
        top, low = made.turn_words.y - 6, made.turn_words.y + 1
        for (x1, y1), (x2, y2) in itertools.pairwise(made.line):
            for step in range(11):
                x, y = x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10
                assert not (left < x < right and top < y < low), "a line runs through the words of the turn"
