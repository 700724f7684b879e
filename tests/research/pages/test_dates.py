"""Dates in prose, as precise as their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.pages.dates import dates_in, holds_day, period_in, starts_in, whole_date
from research.types import PartialDate

NOVEMBER = PartialDate(2018, 11, 20)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on March 5, 2021, she", ["2021-03-05"]),
        ("on 5 March 2021 she", ["2021-03-05"]),
        ("Sept. 9th, 2020", ["2020-09-09"]),
        ("2021-03-05", ["2021-03-05"]),
        ("in March 2021", ["2021-03"]),
        ("in the fall of 2019", ["2019"]),
        ("since 2015", ["2015"]),
        ("third quarter of 2021", ["2021"]),
        ("from 2012-2018", ["2012", "2018"]),
        ("03/14/2024", ["2024-03-14"]),
        ("03/04/2024", ["2024"]),
        ("a 2019-bed hospital paid $2015", []),
        ("room 2019", []),
        ("suite 2015 of 2,019 rooms", []),
        ("February 30, 2019", []),
        ("she may join in May", []),
        ("12% in 2019%", []),
    ],
)
def test_a_date_is_as_precise_as_its_words(words, expected):
    assert [str(found.date) for found in dates_in(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("effective Jan. 1", "2019-01-01"),
        ("has led the unit since August", "2018-08"),
        ("since December", "2017-12"),
        ("will start on December 3", "2018-12-03"),
        ("joined last September", "2018-09"),
        ("will retire next June", "2019-06"),
    ],
)
def test_a_date_without_a_year_is_resolved_by_the_pages_date_and_says_so(words, expected):
    (found,) = dates_in(words, NOVEMBER)
    assert str(found.date) == expected
    assert found.resolved
    assert found.quote in words
    assert dates_in(words) == ()


def test_a_month_that_could_be_last_or_next_year_is_left_out():
    assert dates_in("in May", NOVEMBER) == ()


def test_a_month_name_that_is_a_verb_or_a_name_is_no_date():
    assert dates_in("they may march with April Larkin", NOVEMBER) == ()


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("from 2008 to 2015", ("2008", "2015")),
        ("2008-2015", ("2008", "2015")),
        ("from March 2008 until May 2015", ("2008-03", "2015-05")),
        ("until 2019", (None, "2019")),
        ("since 2012", ("2012", None)),
        ("2011 to present", ("2011", None)),
        ("without a date", (None, None)),
    ],
)
def test_a_period_has_the_ends_that_are_stated(words, period):
    assert tuple(str(end) if end else None for end in period_in("served " + words)) == period


def test_a_start_is_a_date_behind_a_word_of_beginning():
    text = "Founded in 1950, the hospital named her chief nurse, effective March 1, 2021."
    assert [str(found.date) for found in starts_in(text)] == ["2021-03-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-01T08:00:00-06:00", "2024-05-01"),
        ("Sat, 04 Feb 2012 00:01:00 EST", "2012-02-04"),
        ("Monday, May 3, 2021", "2021-05-03"),
        ("December 9th, 2019", "2019-12-09"),
        ("20240506", "2024-05-06"),
        ("2019", "2019"),
        ("May", None),
        ("Sat", None),
        ("10:30", None),
        ("May 3, 2021 and more", None),
        ("0000-00-00", None),
        ("", None),
    ],
)
def test_a_whole_text_is_a_date_or_nothing(text, expected):
    found = whole_date(text)
    assert (str(found) if found else None) == expected


@given(st.dates(min_value=PartialDate(1931).first_day(), max_value=PartialDate(2098).last_day()))
def test_a_full_date_is_read_back_in_each_spelling(day):
    for spelling in (
        day.strftime("%B %-d, %Y"),
        day.strftime("%-d %B %Y"),
        day.isoformat(),
        day.strftime("%b. %-d, %Y"),
    ):
        if spelling.startswith("May."):
            continue
        assert [found.date for found in dates_in(f"It was {spelling} that counted.")] == [PartialDate.of(day)], spelling


@given(st.text(max_size=300))
def test_any_text_gives_dates_that_stand_in_it(text):
    for found in dates_in(text, NOVEMBER):
        assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("opened on 2021-03-04", True),
        ("on the 30th   of   September.,   2021", True),
        ("9/21/2022", True),
        ("since May 3", True),
        ("in May 2021", False),
        ("copyright 2021", False),
        ("a room with 2021-2022 beds", False),
    ],
)
def test_a_day_is_told_from_months_and_years(text, holds):
    assert holds_day(text) is holds
