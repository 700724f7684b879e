"""Does an entry carry the name, the organization? What the people sources share."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.connectors import _asked_person as asked
from research.errors import RateLimited, Refused, Unavailable
from research.types import QUOTE_LIMIT, PartialDate, Query

ROE = Query("person", "Robert Q. Roe-Núñez, MD", organization="Larkspur Valley Health")


@pytest.mark.parametrize(
    "text",
    [
        "With Bob Roe Nunez on falls.",
        "Guest: Dr. Robert Q. Roe-Núñez, of Larkspur",
        "ROBERT ROE-NUNEZ",
        "“Robert Roe-Núñez” speaks",
        "With Robert Quentin Roe-Núñez",
    ],
)
def test_a_full_name_is_found_however_it_is_written(text: str) -> None:
    query = ROE if "Roe Nunez" not in text else Query("person", "Robert Roe Núñez")
    found = asked.mention_of(query, text)
    assert found
    assert found in text


@pytest.mark.parametrize(
    "text",
    [
        "Roe-Núñez alone",
        "R. Roe-Núñez by initial",
        "Richard Roe-Núñez",
        "Robert X. Roe-Núñez has another middle initial",
        "Robert. Roe-Núñez in two sentences",
        "Robert, Roe-Núñez and others",
        "robert roe-núñez in small letters",
        "Robert Roe-Núñezson",
        "",
    ],
)
def test_anything_less_than_the_full_name_is_no_mention(text: str) -> None:
    assert asked.mention_of(ROE, text) == ""


@given(st.text(max_size=300))
def test_a_mention_always_stands_in_the_text(noise: str) -> None:
    text = f"{noise} Robert Roe-Núñez {noise}"
    found = asked.mention_of(ROE, text)
    assert found in text


def test_of_a_long_text_of_surnames_only_the_first_hundred_are_looked_at() -> None:
    strangers = "Xobert Roe-Nunez "
    assert asked.mention_of(ROE, strangers * 99 + "Robert Roe-Nunez") == "Robert Roe-Nunez"
    assert asked.mention_of(ROE, strangers * 3000 + "Robert Roe-Nunez") == ""


@pytest.mark.parametrize(
    ("given_name", "family", "expected"),
    [
        ("J R", "Roe", ("J", "R")),
        ("JR", "Roe", ("J", "R")),
        ("J.R.", "Roe", ("J", "R")),
        ("Jane Q", "Roe", ("Jane", "Q")),
        ("Bo", "Roe", ("Bo", "")),
        ("", "Roe", ("", "")),
        ("BOB", "ROE", ("BOB", "")),
        ("AMY J", "ROE", ("AMY", "J")),
    ],
)
def test_initials_are_read_alike_with_and_without_blanks(
    given_name: str, family: str, expected: tuple[str, str]
) -> None:
    name = asked.name_from_parts(given_name, family)
    assert (name.given, name.middle) == expected
    assert name.family == family


def test_an_entry_may_be_meant_by_nickname_or_initial_but_not_against_a_middle_initial() -> None:
    for name in ("Bob Roe-Nunez", "R. Roe-Núñez", "Roe-Nunez, Robert Q"):
        assert asked.may_be_meant(ROE, name), name
    for name in ("Robert X Roe-Núñez", "Rita Roe-Núñez", "Robert Poe", ""):
        assert not asked.may_be_meant(ROE, name), name


def test_an_organization_stands_in_a_text_word_for_word() -> None:
    assert asked.names_organization("chief of the Larkspur Valley Health, Inc. network", "Larkspur Valley Health")
    assert asked.names_organization("x " * 700 + "at Larkspur Valley Health today", "The Larkspur Valley Health")
    assert not asked.names_organization("Larkspur Health in the valley", "Larkspur Valley Health")
    assert not asked.names_organization("Larkspur Valley Healthy Living", "Larkspur Valley Health")
    assert not asked.names_organization("anything", "")


def test_a_stretch_that_names_an_organization_is_short_and_literal() -> None:
    text = "word " * 400 + "at the Larkspur Valley Health system " + "word " * 400
    stretch = asked.stretch_naming(text, "Larkspur Valley Health")
    assert "Larkspur Valley Health" in stretch
    assert len(stretch) <= QUOTE_LIMIT
    assert stretch in " ".join(text.split())
    assert asked.stretch_naming(text, "Northgate University") == ""


def test_two_names_agree_only_in_words_of_their_own() -> None:
    assert asked.may_be_organization("Larkspur Valley Health System", "Larkspur Valley Health")
    assert not asked.may_be_organization("Health", "Larkspur Valley Health")
    assert not asked.may_be_organization("Regional Medical Center", "Larkspur Regional Medical Center")
    assert not asked.may_be_organization("", "Larkspur Valley Health")


@given(st.text(max_size=900), st.sampled_from(["Jane Roe", "x", "Roe's"]))
def test_words_around_words_hold_them_and_fit_a_quote(noise: str, words: str) -> None:
    text = f"{noise} {words} {noise}"
    found = asked.words_around(text, words)
    assert words in found
    assert len(found) <= QUOTE_LIMIT
    assert found in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", PartialDate(2024)),
        ("2024-05", PartialDate(2024, 5)),
        ("2024-05-03T12:04:00Z", PartialDate(2024, 5, 3)),
        ("2024-02-30", None),
        ("May 2024", None),
        ("", None),
        (None, None),
        (2024, None),
        ({"date": "2024"}, None),
    ],
)
def test_a_date_is_read_or_there_is_none(text: object, date: PartialDate | None) -> None:
    assert asked.date_in(text) == date


def test_only_web_addresses_are_addresses() -> None:
    assert asked.web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"
    for bad in ("javascript:alert(1)", "//example.org", "https://example.org/a b", "", None, 7, "https://a<b>.org/x"):
        assert asked.web_address(bad) == ""


@given(st.text())
def test_a_quoted_term_cannot_leave_its_quotation_marks(text: str) -> None:
    assert not set('"\\()[]{}:*?~^<>|') & set(asked.quoted_term(text))


def test_fields_in_a_row_are_quoted_only_where_they_stand(make_document: Any) -> None:
    body = json.dumps([{"given": "José", "family": "Roe"}, {"given": "Ann", "family": "Poe"}])
    document = make_document("openalex", body)
    assert asked.fields_in_a_row(document, ("given", "José"), ("family", "Roe"))
    assert asked.fields_in_a_row(document, ("given", "Ann"), ("family", "Roe")) == ""


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, Refused),
        (401, Refused),
        (403, Refused),
        (404, Refused),
        (429, RateLimited),
        (500, Unavailable),
        (503, Unavailable),
    ],
)
def test_a_status_of_error_raises_what_it_means(status: int, error: type[Exception], make_document: Any) -> None:
    with pytest.raises(error, match=str(status)):
        asked.check_status(make_document("orcid", "no", status=status, media_type="text/plain"))
    asked.check_status(make_document("orcid", "{}"))


def test_a_field_that_no_row_has_is_told_once() -> None:
    rows = [{"id": 1}, {"id": 2, "title": "x"}]
    assert [drift.message for drift in asked.missing_fields("x", rows, ("id", "title", "doi"))] == [
        "x: fields that were asked for are missing: ['doi']"
    ]
    assert not list(asked.missing_fields("x", [], ("id",)))
