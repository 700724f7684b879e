from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.types import Citation, Document, Fact, PartialDate, Query, Request, Secret
from tests.research.cast import NOW, claim, record, source

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("text", ["2019", "2019-01", "2019-01-10"])
def test_a_partial_date_keeps_its_precision(text):
    assert str(PartialDate.parse(text)) == text


def test_a_time_behind_the_day_is_cut_off():
    assert str(PartialDate.parse("2019-01-10T12:00:00Z")) == "2019-01-10"


@pytest.mark.parametrize("text", ["", "May", "19", "2019-13", "2019-02-30", "2019-1-1", "0000", "2019-01-10x"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@given(days)
def test_a_day_agrees_with_its_month_and_year(day):
    full = PartialDate.of(day)
    assert full.agrees_with(PartialDate(day.year))
    assert PartialDate(day.year, day.month).agrees_with(full)
    assert full.first_day() == full.last_day() == day
    assert not full.agrees_with(PartialDate(day.year + 1))


@given(days, days)
def test_dates_are_ordered_as_days_are(a, b):
    assert (PartialDate.of(a) < PartialDate.of(b)) == (a < b)


def test_the_last_day_of_a_month_and_a_year():
    assert PartialDate(2024, 2).last_day() == date(2024, 2, 29)
    assert PartialDate(2024, 12).last_day() == date(2024, 12, 31)
    assert PartialDate(2024).last_day() == date(2024, 12, 31)


def test_a_query_has_one_key_whatever_the_case_and_spacing():
    assert (
        Query("person", "Ann  Roe", organization="LARKSPUR").key()
        == Query("person", "ann roe", organization="Larkspur").key()
    )


@pytest.mark.parametrize("bad", [{"name": " "}, {"name": "x", "state": "Ohio"}])
def test_a_query_checks_itself(bad):
    with pytest.raises(ValueError, match=r".+"):
        Query("person", **bad)


def test_a_claim_outside_the_vocabulary_cannot_be_made():
    with pytest.raises(ValueError, match="vocabulary"):
        claim(record("Ann Roe"), "religion", "none of our business")


def test_a_claim_is_about_the_kind_that_its_predicate_is_said_of():
    with pytest.raises(ValueError, match="not said of a person"):
        claim(record("Ann Roe"), "beds", 12)


def test_a_claim_holds_a_value_of_its_predicates_kind():
    with pytest.raises(ValueError, match="cannot be"):
        claim(record("Larkspur", kind="organization"), "beds", "many")


def test_a_citation_needs_words_and_an_address():
    with pytest.raises(ValueError, match="no quote"):
        Citation("register", "https://a.example", NOW, " ", 0.9, "0")
    with pytest.raises(ValueError, match="address"):
        Citation("register", "javascript:alert(1)", NOW, "words", 0.9, "0")


def test_a_fact_cannot_be_built_without_a_claim():
    with pytest.raises(ValueError, match="at least one claim"):
        Fact("person", "role", "CEO", (), 0.9, "single")


def test_details_cannot_be_changed_behind_a_claims_back():
    made = claim(record("Ann Roe"), "program", "Falls", details={"result": "fewer falls"})
    with pytest.raises(TypeError):
        made.details["result"] = "other"


def test_a_secret_shows_its_name_only():
    assert str(Secret("API_KEY")) == "<API_KEY>"


def test_a_document_knows_its_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        Document(
            "register",
            Request("https://a.example"),
            "https://a.example",
            200,
            "",
            "",
            NOW.replace(tzinfo=None),
            b"",
            "0",
        )


def test_a_source_checks_itself():
    with pytest.raises(ValueError, match="bad source key"):
        source("Bad Key")
    with pytest.raises(ValueError, match="trust"):
        source(trust=0)


def test_a_request_gives_back_what_it_carries():
    request = Request("https://a.example", carry=(("page", "2"),))
    assert (request.carried("page"), request.carried("other")) == ("2", "")
