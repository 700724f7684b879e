from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.places import STATES, place_text, state_code, state_name, state_of
from research.types import Place


def test_there_are_fifty_states_the_district_and_five_territories():
    assert len(STATES) == 56


@pytest.mark.parametrize(
    ("field", "letters"),
    [("OH", "OH"), ("oh", "OH"), ("Ohio", "OH"), (" OREGON ", "OR"), ("Fla.", "FL"), ("N.C.", "NC"), ("D.C.", "DC"),
     ("U.S. Virgin Islands", "VI"), ("west virginia", "WV"), ("Ontario", ""), ("", ""), ("Ohio River Clinic", "")],
)  # fmt: skip
def test_a_field_with_a_state_alone_is_read_in_any_spelling(field, letters):
    assert state_code(field) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Larkspur Clinic, Tampa, FL 33606", "FL"),
        ("a hospital in Elmsford, Florida", "FL"),
        ("ELMSFORD, TENN.", "TN"),
        ("based in Elmsford, N.C., since 1990", "NC"),
        ("Charleston, West Virginia", "WV"),
        ("Little Rock, Arkansas", "AR"),
        ("from Texas to Ohio", ""),
        ("the OR was busy and the ED was full", ""),
        ("he said, OK then", ""),
        ("nothing here", ""),
    ],
)
def test_the_state_of_a_text_is_found_where_a_place_is_written(text, letters):
    assert state_of(text) == letters


@pytest.mark.parametrize("letters", sorted(STATES))
def test_every_name_leads_back_to_its_letters(letters):
    assert state_code(state_name(letters)) == letters


def test_a_place_is_written_with_what_is_known():
    assert place_text(Place("Elmsford", "TN")) == "Elmsford, TN"
    assert place_text(Place("", "TN")) == "TN"
    assert place_text(Place()) == ""


@given(st.text(max_size=300))
def test_any_text_gives_a_state_or_nothing(text):
    assert state_of(text) in {"", *STATES}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("worst", "state"),
    [
        (", " * 25_000, ""),
        ("west " * 10_000, ""),
        ("A" * 50_000, ""),
        (",   FL" * 8_000, "FL"),
        ("AL 1234" * 7_000, ""),
        ("Ab.-" * 12_000, ""),
    ],
)
def test_a_long_text_is_read_to_its_end(worst, state):
    assert state_of(worst) == state
