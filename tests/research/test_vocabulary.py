from __future__ import annotations

import pytest

from research.vocabulary import ORGANIZATION_PREDICATES, PERSON_PREDICATES, PREDICATES


def test_every_predicate_is_of_one_subject():
    assert set(PREDICATES) == PERSON_PREDICATES | ORGANIZATION_PREDICATES
    assert not PERSON_PREDICATES & ORGANIZATION_PREDICATES


def test_private_matters_have_no_word():
    private = {"spouse", "child", "family", "religion", "birth", "age", "home", "address", "phone", "email", "health",
               "politics", "salary", "ethnicity", "gender", "photo"}  # fmt: skip
    assert not [key for key in PREDICATES if private & set(key.split("_"))]


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("beds", 12, "12"),
        ("emergency_services", True, "yes"),
        ("role", "CEO", ""),
        ("revenue", 1.5, True),
        ("role", "x", 3),
    ],
)
def test_values_are_of_their_kind(key, good, bad):
    assert PREDICATES[key].accepts(good)
    assert not PREDICATES[key].accepts(bad)
