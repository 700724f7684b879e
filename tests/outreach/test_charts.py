from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach import charts, words

SHARES = charts.Series("Discharged before noon", ((2020, 0.22), (2021, 0.18), (2022, 0.21), (2024, 0.31)))


def drawn(*values: float, compared: charts.Series | None = None) -> charts.Chart:
    series = charts.Series("Beds", tuple((2020 + at, value) for at, value in enumerate(values)))
    chart = charts.line_chart(series, words.number, compared)
    assert chart is not None
    return chart


def places(points: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (point.split(",") for point in points.split())]


def test_fewer_than_four_values_make_no_chart() -> None:
    assert charts.line_chart(charts.Series("Beds", ((2020, 1), (2021, 2), (2022, 3))), words.number) is None
    assert charts.line_chart(charts.Series("Beds", ()), words.number) is None


def test_years_stand_apart_by_their_distance_not_by_their_number() -> None:
    chart = charts.line_chart(SHARES, words.percent)
    assert chart is not None
    (x0, _), (x1, _), (x2, _), (x3, _) = places(chart.line)
    assert x0 == charts.LEFT
    assert x3 == charts.RIGHT
    assert x3 - x2 == pytest.approx(2 * (x1 - x0), abs=0.2)


def test_higher_values_stand_higher() -> None:
    chart = drawn(1, 4, 2, 3)
    ys = [y for _, y in places(chart.line)]
    assert ys[0] == charts.BOTTOM
    assert ys[1] == charts.TOP
    assert ys[2] > ys[3]


def test_the_chart_says_in_a_sentence_what_it_shows() -> None:
    chart = charts.line_chart(SHARES, words.percent)
    assert chart is not None
    assert chart.sentence == "Discharged before noon rose from 22% in 2020 to 31% in 2024."
    assert drawn(4, 3, 2, 1).sentence == "Beds fell from 4 in 2020 to 1 in 2023."
    assert drawn(4, 9, 2, 4).sentence == "Beds: 4 in 2023, as in 2020."


def test_the_numbers_stand_in_a_table_too() -> None:
    other = charts.Series("State median", ((2019, 0.2), (2020, 0.24), (2024, 0.26)))
    chart = charts.line_chart(SHARES, words.percent, other)
    assert chart is not None
    assert chart.columns == ("Year", "Discharged before noon", "State median")
    assert chart.rows[0] == ("2020", "22%", "24%")
    assert chart.rows[1] == ("2021", "18%", "not known")


def test_a_comparison_of_no_common_year_is_left_out() -> None:
    chart = drawn(1, 2, 3, 4, compared=charts.Series("Others", ((1999, 5), (2000, 6))))
    assert chart.columns == ("Year", "Beds")
    assert chart.compared == ""
    assert chart.compared_end is None


def test_the_words_of_two_lines_that_end_together_do_not_stand_on_each_other() -> None:
    for mine, theirs in ((10.0, 10.1), (10.1, 10.0), (10.0, 10.0)):
        chart = drawn(1, 5, 3, mine, compared=charts.Series("Others", ((2020, 2), (2023, theirs))))
        assert chart.compared_end is not None
        assert abs(chart.end.words_y - chart.compared_end.words_y) >= charts.LABEL_APART


def test_the_highest_or_lowest_turn_is_marked_and_a_straight_way_has_none() -> None:
    low, high = drawn(5, 1, 4, 6).turn, drawn(1, 4, 9, 2).turn
    assert low is not None
    assert low.words == "1"
    assert low.words_y > low.y, "its words stand below"
    assert high is not None
    assert high.words == "9"
    assert high.words_y < high.y, "its words stand above"
    assert drawn(1, 2, 3, 4).turn is None


def test_a_line_that_crosses_zero_shows_where() -> None:
    assert drawn(1, 2, 3, 4).zero is None
    zero = drawn(-1, 1, -1, 1).zero
    assert zero == (charts.TOP + charts.BOTTOM) / 2


def test_equal_values_make_a_level_line() -> None:
    assert {y for _, y in places(drawn(7, 7, 7, 7).line)} == {(charts.TOP + charts.BOTTOM) / 2}


@pytest.mark.parametrize("values", [((2020, 1.0), (2020, 2.0)), ((2021, 1.0), (2020, 2.0))])
def test_years_that_do_not_rise_are_refused(values: tuple[tuple[int, float], ...]) -> None:
    with pytest.raises(ValueError, match="Beds: the years of a chart rise"):
        charts.Series("Beds", values)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_values_that_are_no_numbers_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="Beds: the values of a chart are finite"):
        charts.Series("Beds", ((2020, value),))


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=4, max_size=30))
def test_every_point_stays_on_the_drawing(values: list[float]) -> None:
    chart = drawn(*values)
    for x, y in places(chart.line):
        assert charts.LEFT <= x <= charts.RIGHT
        assert charts.TOP <= y <= charts.BOTTOM
    assert len(chart.rows) == len(values)
