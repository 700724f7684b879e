from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.names import compare, is_credential, parse_name, same_given


@pytest.mark.parametrize(
    ("text", "given_name", "middle", "family", "suffix", "credentials"),
    [
        ("Audrey A. Quill, Ph.D.", "Audrey", "A.", "Quill", "", ("Ph.D.",)),
        ("ANTON R TESSIN EDD FACHE", "Anton", "R", "Tessin", "", ("EdD", "FACHE")),
        ("Roe, Ann B., M.D., Ph.D.", "Ann", "B.", "Roe", "", ("M.D.", "Ph.D.")),
        ("Richard Vane RN BSN, MBA/HCM", "Richard", "", "Vane", "", ("RN", "BSN", "MBA/HCM")),
        ("Lisa Wall, MSN, RNC-OB, NE-BC", "Lisa", "", "Wall", "", ("MSN", "RNC-OB", "NE-BC")),
        ("Jean de la Cruz, Jr.", "Jean", "", "de la Cruz", "Jr.", ()),
        ("Robert J. O'Brien III", "Robert", "J.", "O'Brien", "III", ()),
        ("MCDOVE, JOHN A", "John", "A", "McDove", "", ()),
        ("Dean King", "Dean", "", "King", "", ()),
        ("JANE MA", "Jane", "", "Ma", "", ()),
        ("Cher", "", "", "Cher", "", ()),
        ("", "", "", "", "", ()),
    ],
)
def test_a_name_is_split_as_a_reader_would(text, given_name, middle, family, suffix, credentials):
    name = parse_name(text)
    assert (name.given, name.middle, name.family, name.suffix, name.credentials) == (
        given_name, middle, family, suffix, credentials,
    )  # fmt: skip


def test_prefixes_and_nicknames_are_told_from_the_name():
    assert parse_name("DR PATRICIA MARLOW").prefix == "DR"
    assert parse_name("SR M THERESE GOTT").prefix == "SR"
    assert parse_name("Carl W. “Rick” Lenz, III, MD").nickname == "Rick"


@pytest.mark.parametrize("text", ["M.D.", "Ph.D.", "NEA-BC", "MBA/HCM", "FACHE", "PharmD", "RNC-OB", "CPHQ"])
def test_degrees_licenses_and_fellowships_are_credentials(text):
    assert is_credential(text)


@pytest.mark.parametrize("text", ["Larkin", "CEO", "Health", "Ohio", "", "Vice President"])
def test_other_words_are_no_credentials(text):
    assert not is_credential(text)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Jane Roe", "Jane Roe, MD", "equal"),
        ("José Núñez", "Jose Nunez", "equal"),
        ("Carl W. Lenz III", "Carl “Rick” Lenz", "equal"),
        ("Bob Roe", "Robert Roe", "compatible"),
        ("Jeff Field", "Jeffrey Field", "compatible"),
        ("Rick Lenz", "Carl W. “Rick” Lenz", "compatible"),
        ("J. Robert Roe", "Bob Roe", "compatible"),
        ("Roe Jane", "Jane Roe", "compatible"),
        ("Astrid Gonzo-Parra", "Astrid Gonzo", "compatible"),
        ("Kelly Parsons", "Kelly Parsons Kwit", "compatible"),
        ("Robert Q. Roe-Núñez", "Bob Roe Nunez", "compatible"),
        ("J Roe", "Jane Roe", "initial"),
        ("T.J. Roe", "Terry J. Roe", "initial"),
        ("Terry Roe", "TJ Roe", "initial"),
        ("T.J. Roe", "Terry K. Roe", "different"),
        ("Roe", "Jane Roe", "initial"),
        ("Jane Roe", "Jane Rowe", "different"),
        ("Jane Roe", "Anne Roe", "different"),
        ("Kelly Parsons Kwit", "Ann Parsons", "different"),
    ],
)
def test_names_are_compared_as_people_use_them(a, b, verdict):
    assert compare(a, b).verdict == verdict
    assert compare(b, a).verdict == verdict


@pytest.mark.parametrize(("a", "b"), [("Jane A. Roe", "Jane B. Roe"), ("John Roe Jr.", "John Roe Sr.")])
def test_another_middle_initial_or_generation_is_a_veto(a, b):
    assert compare(a, b).veto


def test_a_missing_middle_name_is_neutral():
    match = compare("Jane Roe", "Jane A. Roe")
    assert (match.verdict, match.veto, match.middle_agrees) == ("equal", False, False)


def test_half_a_surname_is_marked_since_it_needs_a_second_sign():
    assert compare("Kelly Parsons", "Kelly Parsons Kwit").surname_in_part
    assert not compare("Kelly Parsons", "Kelly Parsons").surname_in_part


def test_nicknames_are_equal_both_ways_and_never_cross_families():
    assert same_given("Peggy", "Margaret")
    assert same_given("margaret", "PEGGY")
    assert not same_given("Peggy", "Robert")


@given(st.text(max_size=300))
def test_any_text_can_be_parsed_and_is_itself(text):
    name = parse_name(text)
    assert not compare(name, name).veto


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_is_symmetric_in_its_vetoes(a, b):
    assert compare(a, b).veto == compare(b, a).veto
