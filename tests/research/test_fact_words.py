from __future__ import annotations

from research.fact_words import fact_text, readable
from research.markdown import escape
from research.types import Fact
from research.vocabulary import PREDICATES
from tests.research.cast import claim, record

HERE = record("Alice Larkin", number="alice")


def test_values_are_written_as_people_read_them():
    assert readable(1234567, "US dollars") == "$1,234,567"
    assert readable(-1234, "US dollars") == "-$1,234"
    assert readable(value=True) == "yes"
    assert readable(2.5) == "2.5"
    assert escape("a *b* [c]") == "a \\*b\\* \\[c\\]"


def test_a_title_or_a_place_that_the_value_names_is_told_once():
    def told(predicate, value, **more):
        dossier_fact = Fact(
            PREDICATES[predicate].subject, predicate, value, (claim(HERE, "role", "CEO"),), 0.9, "single", **more
        )
        return fact_text(dossier_fact)

    named = {"person": "Ada Fern", "title": "Interim CEO"}
    assert told("officer", "Ada Fern, interim CEO", details=named) == "Ada Fern, interim CEO"
    assert told("officer", "Ada Fern", details=named) == "Ada Fern, Interim CEO"
    assert told("role", "President of Vale College", organization="Vale College") == "President of Vale College"
    assert told("role", "President", organization="Vale College") == "President, Vale College"
