from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach import partial_dates
from outreach.partial_dates import first_day, last_day, read, read_day, say

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("2024", "2024"),
        ("2024-3", "2024-03"),
        ("2024-03-05", "2024-03-05"),
        ("3/2024", "2024-03"),
        ("3/15/2024", "2024-03-15"),
        ("March 2024", "2024-03"),
        ("mar 2024", "2024-03"),
        ("Sept. 2024", "2024-09"),
        ("Mar 15, 2024", "2024-03-15"),
        ("15 March 2024", "2024-03-15"),
        ("2027", "2027"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_was_typed(typed: str, kept: str):
    assert read(typed, TODAY) == kept


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("20226", "Enter a year between 1950 and 2027. You wrote 20226."),
        ("1949", "Enter a year between 1950 and 2027. You wrote 1949."),
        ("2028", "You wrote 2028"),
        ("2024-13", "no such day"),
        ("2/30/2024", "no such day"),
        ("Smarch 2024", "no month Smarch"),
        ("last spring", "Write a year"),
        ("0", "You wrote 0"),
        ("2024" * 30, "Write a year"),
    ],
)
def test_what_is_no_date_is_told_in_words(typed: str, words: str):
    with pytest.raises(ValueError, match=words):
        read(typed, TODAY)


def test_digits_of_another_script_are_digits():
    assert read("٢٠٢٤", TODAY) == "2024"


def test_dates_are_said_as_precisely_as_they_are_known():
    assert [say(text) for text in ("", "2024", "2024-03", "2024-03-05")] == ["", "2024", "Mar 2024", "Mar 5, 2024"]


def test_the_days_that_a_date_can_mean():
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert last_day("2024-02") == date(2024, 2, 29)
    assert (first_day(""), last_day("")) == (None, None)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2027, 12, 31)))
def test_what_is_said_is_read_again(day: date):
    for text in (f"{day.year}", f"{day.year}-{day.month:02d}", day.isoformat()):
        assert read(say(text), TODAY) == text


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_sentence(text: str):
    told = ""
    try:
        kept = read(text, TODAY)
    except ValueError as error:
        kept, told = "", str(error)
    assert len(kept) in (0, 4, 7, 10)
    assert told == "" or told.endswith(".")


@pytest.mark.timeout(60)
def test_a_hostile_text_fits_no_form_and_is_refused_in_words():
    for worst in ("1" * 50_000, "a" * 50_000, "3/" * 25_000):
        assert not any(form.fullmatch(worst) for form in partial_dates._FORMS)
        with pytest.raises(ValueError, match="Write a year"):
            read(worst, TODAY)


@pytest.mark.parametrize("text", ["2027-02-01", "2/1/2027", "Feb 1, 2027", "1 February 2027", "  Feb.  1 2027 "])
def test_a_whole_day_is_read_in_each_form_that_names_one(text):
    assert read_day(text) == date(2027, 2, 1)


@pytest.mark.parametrize("text", ["2027", "Feb 2027", "2027-02-30", "soon", "0-1-1", "Foo 1, 2027", "9" * 50])
def test_what_names_no_day_is_refused_in_words(text):
    with pytest.raises(ValueError, match="such as 2026-11-30"):
        read_day(text)
    assert read_day(" ") is None


def test_a_year_of_two_digits_is_asked_for_in_four():
    with pytest.raises(ValueError, match="four digits"):
        read_day("1/2/27")
