from __future__ import annotations

import pytest

from research.organization_relations import relation, same_town


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        ("Larkspur Health", "LARKSPUR HEALTH, INC.", "same"),
        ("Larkspur Health", "Larkspur Health Medical Center", "within"),
        ("St. Brede Medical Center", "Saint Brede Medical Center", "same"),
        ("St. Brede Medical Center", "St. Brede Medical Center of Long Cove", "beyond"),
        ("Larkspur Health", "Larkspur Hospital", "beyond"),
        ("Memorial Hospital", "General Hospital", "other"),
        ("Larkspur Valley Health", "Valley", "other"),
        ("Larkspur Valley Health", "Larkspur", "beyond"),
        ("Larkspur Health", "Bellwether Health", "other"),
        ("Memorial Hospital", "Larkspur Memorial Hospital", "other"),
    ],
)
def test_how_a_found_name_stands_to_the_asked_one(asked, found, expected):
    assert relation(asked, found) == expected


@pytest.mark.parametrize(("a", "b"), [("ST LOUIS", "Saint Louis"), ("MC ALLEN", "McAllen"), ("Dale", "Dale City")])
def test_spellings_of_one_town(a, b):
    assert same_town(a, b)


@pytest.mark.parametrize(("a", "b"), [("Dale", "Hill"), ("", "Dale"), ("", "")])
def test_other_towns(a, b):
    assert not same_town(a, b)
