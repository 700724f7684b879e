from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.name_matching import compare, same_given


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


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_is_symmetric_in_its_vetoes(a, b):
    assert compare(a, b).veto == compare(b, a).veto
