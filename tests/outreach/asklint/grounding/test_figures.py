"""Figures are read with what they measure and their exact place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.asklint.grounding.figures import counts_nothing_real, figures_of


@pytest.mark.parametrize(
    ("text", "found"),
    [("cut alarms by 38% on", [("38%", "percent")]),
     ("thirty-eight percent of four medical units", [("thirty-eight percent", "percent"),
     ("four medical units", "count")]),
     ("one in ten", [("one in ten", "percent")]),
     ("nine of the fourteen people", [("nine of the fourteen", "percent")]),
     ("a 96-bed hospital", [("96-bed", "count")]), ("$4.2 million", [("$4.2 million", "money")]),
     ("an hour and a half", [("an hour and a half", "time")]), ("half an hour", [("half an hour", "time")]),
     ("doubled", [("doubled", "times")]), ("a two-fold rise", [("two-fold", "times")]),
     ("for eight years", [("eight years", "time")]),
     ("your tenth year", [("tenth year", "time")]), ("its third hospital", [("third hospital", "ordinal")]),
     ("since 2018", [("2018", "date")]), ("between 90 and 100 minutes", [("90 and 100 minutes", "time")]),
     ("the one thing", []), ("an hour", []), ("page 12", []), ("by the 20th", []),
     ("seven percentage points", [("seven percentage points", "percent")])],
)  # fmt: skip
def test_figures_are_found_with_their_kind(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[figure.start : figure.end], figure.kind) for figure in figures_of(text)] == found


def test_both_ends_of_a_change_measure_the_same() -> None:
    one, other = figures_of("from 211 to 94 minutes")
    assert (one.kind, one.unit, other.value) == ("time", "minut", 94)
    one, other = figures_of("from thirty-one percent to seventeen")
    assert (one.kind, other.kind, other.value) == ("percent", "percent", 17)


def test_all_but_six_percent_is_the_rest() -> None:
    assert figures_of("all but six percent")[0].value == 94


def test_questions_and_words_count_nothing_on_record() -> None:
    assert [counts_nothing_real(figure) for figure in figures_of("five questions, 1,000 words and 690 beds")] == [
        True,
        True,
        False,
    ]


@given(st.text(alphabet="0123456789 ,.-%$/abehlnortwvy", max_size=120))
def test_any_text_is_read_and_every_figure_stands_in_it(text: str) -> None:
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures_of(text))
