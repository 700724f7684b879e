from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.organizations import rules
from outreach.organizations.rules import KnownFigure, Workplace, read_number, read_workplace, workplace_line

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def figure(
    number: int = 1, key: str = "beds", value: float | None = 214.0, period: str = "2025", **named
) -> KnownFigure:
    defaults = {
        "words": "", "period_words": "", "origin": "research", "source_title": "Register", "url": "https://r.example.org",
        "retrieved_at": NOON,
    }  # fmt: skip
    return KnownFigure(id=number, key=key, value=value, period=period, **{**defaults, **named})


# --- names --------------------------------------------------------------------------------------------------------


def test_a_list_is_ordered_without_the_article():
    assert rules.sort_key("The Larkspur Hospital") == "larkspur hospital"
    assert rules.sort_key("Theodore Clinic") == "theodore clinic"


def test_a_search_looks_through_names_and_place():
    assert rules.search_key("St. Brendan's", "Old Mercy", "Two Harbors", "MN") == "st brendans old mercy two harbors mn"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Harrow Lake Regional", Workplace("Harrow Lake Regional")),
        ("Harrow Lake, Duluth, MN", Workplace("Harrow Lake", "Duluth", "MN")),
        ("Smith, Jones, and Partners", Workplace("Smith, Jones, and Partners")),
        ("Clinic, Somewhere, XX", Workplace("Clinic, Somewhere, XX")),
        ("Harrow Lake, Duluth, MN (CCN 240001)", Workplace("Harrow Lake", "Duluth", "MN", "240001")),
        ("Harrow Lake (CCN 24000)", Workplace("Harrow Lake (CCN 24000)")),
        ("  ", Workplace("")),
    ],
)
def test_a_workplace_is_read_as_far_as_its_line_says(line: str, read: Workplace):
    assert read_workplace(line) == read


@given(
    st.text("abc de'", min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
    st.sampled_from(["", "Duluth", "St. Paul"]),
    st.sampled_from(["", "240001"]),
)
def test_a_suggested_line_is_understood_when_it_comes_back(name: str, city: str, ccn: str):
    workplace = Workplace(name, city, "MN" if city else "", ccn)
    assert read_workplace(workplace_line(workplace)) == workplace


@given(st.text(max_size=400))
def test_any_line_is_read(line: str):
    assert read_workplace(line).state in ("", *rules.STATES)


# --- figures ------------------------------------------------------------------------------------------------------


def test_the_latest_value_stands_in_the_snapshot_and_says_how_many_are_older():
    shown = rules.snapshot(
        [figure(1, value=200, period="2023"), figure(2, value=214, period="2025"), figure(3, period="2024")]
    )
    (beds,) = shown
    assert (beds.label, beds.value, beds.period, beds.earlier) == ("Beds", "214", "2025", 2)


def test_of_one_period_the_last_that_was_read_counts():
    late = figure(1, value=220, retrieved_at=NOON + timedelta(days=1))
    assert rules.snapshot([late, figure(2, value=214)])[0].value == "220"


def test_figures_stand_in_the_order_of_the_vocabulary_and_unknown_ones_last():
    keys = [one.key for one in rules.snapshot([figure(1, "zeta"), figure(2, "revenue"), figure(3, "beds")])]
    assert keys == ["beds", "revenue", "zeta"]


@pytest.mark.parametrize(
    ("key", "value", "words", "said"),
    [
        ("revenue", 318e6, "", "$318 million"),
        ("overall_rating", 4, "", "4 of 5 stars"),
        ("beds", 1214, "", "1,214"),
        ("ownership", None, "Voluntary non-profit - Private", "Voluntary non-profit - Private"),
    ],
)
def test_a_value_is_said_in_its_kind(key: str, value: float | None, words: str, said: str):
    assert rules.say_value(key, value, words) == said


def test_a_chart_needs_four_years_and_takes_the_last_value_read_of_each():
    years = [figure(number, value=200 + number, period=str(2020 + number)) for number in range(4)]
    again = figure(9, value=999, period="2023-06", retrieved_at=NOON + timedelta(days=1))
    assert rules.series_of(years[:3]) == ()
    (shown,) = rules.series_of([*years, again])
    assert shown.source == "Register"
    assert shown.chart.rows[-1] == ("2023", "999")


def test_the_line_below_a_chart_names_each_source_once_with_its_years():
    titles = ["Cost Report, fiscal year ended 2020-09-30", "Cost Report, fiscal year ended 2021-09-30"]
    titles += ["Cost Report, fiscal year ended 2022-09-30", "Annual report, 2023"]
    years = [figure(n, value=200 + n, period=str(2020 + n), source_title=title) for n, title in enumerate(titles)]
    (shown,) = rules.series_of(years)
    assert shown.source == "Cost Report, 2020 to 2022; Annual report, 2023"
    many = [figure(n, value=200 + n, period=str(2015 + n), source_title=f"Report {n}, of the board") for n in range(9)]
    (shown,) = rules.series_of(many)
    assert shown.source.endswith("Report 2, of the board, 2017; 6 other sources")
    (shown,) = rules.series_of([figure(n, value=n, period=str(2015 + n), source_title="") for n in range(5)])
    assert shown.source == ""


def test_words_are_told_apart_from_figures():
    shown = rules.snapshot([figure(1), figure(2, key="mission", value=None, words="To care")])
    assert {one.key: one.is_wording for one in shown} == {"beds": False, "mission": True}


def test_a_figure_read_again_has_the_same_fingerprint_and_another_value_another():
    first = rules.fingerprint("beds", 214.0, "", "2025", "https://r.example.org")
    assert first == rules.fingerprint("beds", 214, "", "2025", "https://r.example.org")
    assert first != rules.fingerprint("beds", 215, "", "2025", "https://r.example.org")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("214", 214),
        (" 1,234.5 ", 1234.5),
        ("$318 million", 318e6),
        ("4.2B", 4.2e9),
        ("(12 million)", -12e6),
        ("−3", -3),
        ("12k", 12_000),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, read: float):
    assert read_number(typed) == pytest.approx(read)


@pytest.mark.parametrize("typed", ["", "many", "1e9", "12 zillion", "1.2.3", "9" * 30, "99999 billion"])
def test_what_is_no_number_is_told_in_words(typed: str):
    with pytest.raises(ValueError, match=r"Enter a number|larger than any"):
        read_number(typed)
