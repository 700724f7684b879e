from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research import parse
from research.connectors._fields import (
    cite_span,
    date_of,
    ein_of,
    field_text,
    month_words,
    number_of,
    refuse_error,
)
from research.errors import Unreadable
from research.types import PartialDate

BODY = json.dumps([{"id": 1, "role": "BOSS", "day": "2020-01-01", "name": "ODO"},
                   {"id": 2, "role": "BOSS", "day": "2021-02-02", "name": "RUE"}], indent=2)  # fmt: skip


def test_a_span_runs_from_the_first_field_to_the_last_of_one_record(make_document):
    cited = cite_span(make_document("x", BODY), ("role", "BOSS"), ("name", "RUE"), after='"id": 2')
    assert cited.quote == '"role": "BOSS", "day": "2021-02-02", "name": "RUE"'


def test_a_span_never_reaches_into_another_record_when_it_would_be_too_long(make_document):
    body = json.dumps([{"role": "BOSS", "filler": "x" * 2000, "name": "RUE"}])
    cited = cite_span(make_document("x", body), ("role", "BOSS"), ("name", "RUE"))
    assert cited.quote == '"name": "RUE"'


def test_a_number_is_not_the_beginning_of_a_longer_one(make_document):
    document = make_document("x", '{"a": 123, "b": 5}\n{"a": 12, "b": 5}')
    assert cite_span(document, ("a", 12), ("b", 5)).quote == '"a": 12, "b": 5'


def test_a_field_that_is_not_there_is_no_citation(make_document):
    with pytest.raises(Unreadable):
        cite_span(make_document("x", BODY), ("role", "BOSS"), ("age", 50))


def test_the_words_of_a_field_are_found_in_any_spacing(make_document):
    assert field_text(make_document("x", '{"a" :  7}'), "a", 7) == '"a" :  7'
    assert field_text(make_document("x", BODY), "role", "BOSS", after='"id": 2') == '"role": "BOSS"'
    assert field_text(make_document("x", BODY), "role", "CLERK") == ""


@pytest.mark.parametrize(
    ("value", "number"),
    [("1,204", 1204), ("$5", 5), ("-0.94648180000000000000", -0.9464818), (7, 7), (2.5, 2.5), (" 12 ", 12), ("", None),
     ("n/a", None), (None, None), (True, None), ([], None), (1e300, None), ("1e5", None), ("१२", None)],
)  # fmt: skip
def test_a_number_is_read_as_registers_write_it(value, number):
    assert number_of(value) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [("2018-10-01", "2018-10-01"), ("2018-10-01T00:00:00", "2018-10-01"), ("3/4/2015", "2015-03-04"), ("", None),
     ("2018-13-01", None), ("13/40/2015", None), ("2018", None), ("soon", None), ("0000-00-00", None)],
)  # fmt: skip
def test_a_date_is_read_in_both_ways_of_writing(text, date):
    found = date_of(text)
    assert (str(found) if found else None) == date


@pytest.mark.parametrize(
    ("value", "ein"),
    [(30383463, "030383463"), ("03-0383463", "030383463"), ("311124220", "311124220"), (0, ""), ("", ""), (None, ""),
     (True, ""), ("12345678901", ""), ("abc", ""), ([], ""), (-5, "")],
)  # fmt: skip
def test_an_ein_has_nine_digits_whatever_was_lost(value, ein):
    assert ein_of(value) == ein


def test_a_month_is_written_out():
    assert month_words(PartialDate(2015, 6)) == "June 2015"
    assert month_words(PartialDate(2015)) == "2015"


def test_an_error_in_place_of_an_answer_is_told_in_its_own_words(make_document):
    document = make_document("x", "{}")
    with pytest.raises(Unreadable, match="quota is spent"):
        refuse_error(document, {"error": "quota is spent"})
    refuse_error(document, [])
    refuse_error(document, {"error": None})


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.lists(st.integers())))
def test_any_value_is_a_number_or_none(value):
    number = number_of(value)
    assert number is None or isinstance(number, int | float)
    assert len(ein_of(value)) in (0, 9)


@pytest.mark.timeout(60)
def test_what_a_long_document_does_not_say_is_not_cited(make_document):
    document = make_document("x", '{"a": 1, ' * 6_000 + '"b": 2')
    parse.text_of(document)
    with pytest.raises(Unreadable):
        cite_span(document, ("a", 1), ("c", 3))
