from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from research.name_matching import compare
from research.names import is_credential, parse_name


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


@given(st.text(max_size=300))
def test_any_text_can_be_parsed_and_is_itself(text):
    name = parse_name(text)
    assert not compare(name, name).veto
