"""How facts are spoken of: age, support, order, disputes, typed values, pronouns, gaps."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers import fact_rules
from outreach.dossiers.fact_rules import Asked, Support
from research.vocabulary import PREDICATES

TODAY = date(2026, 11, 20)


# --- age ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("predicate", "as_of", "words"),
    [
        ("role", "2025-11-20", ""),
        ("role", "2025-11-19", "older than a year"),
        ("role", "2025", ""),
        ("role", "2024", "older than a year"),
        ("board_seat", "2024-11-19", "older than two years"),
        ("beds", "2022-01-01", "older than four years"),
        ("award", "1990", ""),
        ("no_such_kind", "1990", ""),
    ],
)
def test_a_fact_is_old_when_its_kind_keeps_no_longer(predicate, as_of, words):
    assert fact_rules.stale_words(predicate, as_of, None, TODAY) == words


def test_a_fact_without_a_date_is_as_old_as_its_reading():
    assert fact_rules.stale_words("role", "", date(2024, 1, 1), TODAY) == "older than a year"
    assert fact_rules.stale_words("role", "", date(2026, 11, 1), TODAY) == ""
    assert fact_rules.stale_words("role", "", None, TODAY) == ""


# --- who says it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("predicate", "support", "tag"),
    [
        ("award", Support(1, False, False, False), ("1 source", "plain")),
        ("award", Support(3, True, False, False), ("3 sources", "good")),
        ("role", Support(1, True, False, False), ("official record", "good")),
        ("said", Support(1, False, False, False), ("1 source, quoted", "good")),
        ("said", Support(1, False, True, False), ("only your notes", "warn")),
        ("role", Support(1, False, True, True), ("your correction", "warn")),
    ],
)
def test_a_fact_says_what_stands_behind_it(predicate, support, tag):
    assert fact_rules.tags(predicate, support, "", is_disputed=False) == (tag,)


def test_a_fact_that_is_old_and_disputed_says_both():
    found = fact_rules.tags("beds", Support(1, False, False, False), "older than a year", is_disputed=True)
    assert [words for words, _ in found] == ["1 source", "disagrees", "older than a year"]


def test_a_page_that_somebody_wrote_is_no_register():
    assert fact_rules.is_official("api", 0.9)
    assert not fact_rules.is_official("html", 0.95)
    assert not fact_rules.is_official("api", 0.6)


# --- order ----------------------------------------------------------------------------------------------------------


def test_a_few_facts_are_of_as_many_kinds_as_there_are():
    items = [("publication", f"p{n}") for n in range(9)] + [("said", "s"), ("program", "g1"), ("program", "g2")]
    assert fact_rules.varied(items, 5) == ["g1", "s", "p0", "g2", "p1"]


@given(st.lists(st.tuples(st.sampled_from(sorted(PREDICATES)), st.integers())), st.integers(0, 20))
def test_of_a_few_facts_none_is_made_up_or_doubled(items, most):
    found = fact_rules.varied(((kind, (place, item)) for place, (kind, item) in enumerate(items)), most)
    assert len(found) == min(most, len(items)) == len(set(found))


# --- disputes -------------------------------------------------------------------------------------------------------


def test_values_that_exclude_each_other_stand_together():
    one = fact_rules.dispute_key("beds", "2025", "", {})
    other = fact_rules.dispute_key("beds", "2026", "", {})
    assert one == other
    assert fact_rules.disputes([(one, 214), (other, 240)]) == [[214, 240]]


def test_figures_of_different_years_or_owners_do_not_exclude_each_other():
    keys = {
        fact_rules.dispute_key("revenue", "", "2024", {}),
        fact_rules.dispute_key("revenue", "", "2025", {}),
        fact_rules.dispute_key("beds", "", "", {"names": "North campus"}),
        fact_rules.dispute_key("beds", "", "", {}),
    }
    assert len(keys) == 4


def test_a_value_whose_rivals_were_withdrawn_is_disputed_no_more():
    assert fact_rules.disputes([(("beds",), 214)]) == []


# --- what is typed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("predicate", "typed", "value"),
    [
        ("award", "  Prize  for\n safety ", "Prize for safety"),
        ("beds", "4,312", 4312),
        ("beds", "٤٢", 42),
        ("revenue", "$318,000,000", 318_000_000),
        ("revenue", "-12.5", -12.5),
        ("overall_rating", "4", 4),
        ("emergency_services", "Yes", True),
        ("emergency_services", "no", False),
        ("founded", "March 1952", "1952-03"),
    ],
)
def test_what_is_typed_is_read_in_the_kind_of_the_fact(predicate, typed, value):
    read = fact_rules.read_value(PREDICATES[predicate], typed, TODAY)
    assert read == value
    assert PREDICATES[predicate].accepts(read)


@pytest.mark.parametrize(
    ("predicate", "typed", "words"),
    [
        ("beds", "about 200", "digits"),
        ("beds", "1e9", "digits"),
        ("beds", "NaN", "digits"),
        ("beds", "9" * 400, "digits"),
        ("overall_rating", "6", "1 to 5"),
        ("emergency_services", "maybe", "yes or no"),
        ("founded", "long ago", "year"),
    ],
)
def test_what_cannot_be_such_a_value_is_refused_in_words(predicate, typed, words):
    with pytest.raises(ValueError, match=words):
        fact_rules.read_value(PREDICATES[predicate], typed, TODAY)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    for key in ("beds", "overall_rating", "emergency_services", "award"):
        with suppress(ValueError):
            assert isinstance(fact_rules.read_value(PREDICATES[key], text, TODAY), str | int | float)


@pytest.mark.timeout(60)
def test_numbers_of_fifty_thousand_characters_are_refused():
    for text in ("1," * 25_000, "1" * 50_000, "111," * 12_500):
        with pytest.raises(ValueError, match="digits"):
            fact_rules.read_value(PREDICATES["beds"], text, TODAY)


def test_what_tells_only_who_somebody_is_cannot_be_noted_by_hand():
    kinds = dict(fact_rules.kinds_for("person"))
    assert "program" in kinds
    assert "identifier" not in kinds
    assert "beds" not in kinds
    assert "beds" in dict(fact_rules.kinds_for("organization"))


# --- pronouns -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "them"),
    [
        ("she/her", "her"),
        ("He/Him/His", "him"),
        ("", "them"),
        ("they/them", "them"),
        ("she/they", "them"),
        ("ze/zir", "them"),
        ("sheila", "them"),
    ],
)
def test_a_person_is_spoken_of_as_they_say(written, them):
    assert fact_rules.pronouns(written).object == them


# --- gaps -----------------------------------------------------------------------------------------------------------

AWARDS = frozenset({"award"})


def gap_of(asked: list[Asked], predicate: str = "award") -> fact_rules.Gap:
    return next(one for one in fact_rules.gaps("person", (), asked) if one.predicate == predicate)


def test_what_is_known_is_no_gap():
    assert "award" not in {one.predicate for one in fact_rules.gaps("person", ["award"], [])}


def test_a_gap_says_who_was_asked():
    found = gap_of([Asked("Register", "nothing", AWARDS), Asked("Index", "failed", AWARDS)])
    assert (found.state, found.note) == ("not found", "Looked for in Register. Index could not be read.")


def test_a_source_that_cannot_tell_counts_for_nothing():
    found = gap_of([Asked("Register", "nothing", frozenset({"role"}))])
    assert found.state == "not looked for"


def test_a_source_that_failed_is_not_taken_for_an_answer():
    assert gap_of([Asked("Index", "later", AWARDS)]).state == "could not be read"
    assert gap_of([Asked("Index", "skipped", AWARDS)]).state == "not looked for"


def test_while_a_source_is_still_read_nothing_is_missing_for_good():
    assert gap_of([Asked("Index", "now", AWARDS), Asked("Register", "nothing", AWARDS)]).state == "being looked for"


def test_many_sources_are_not_all_named():
    note = gap_of([Asked(f"Source {n}", "nothing", AWARDS) for n in range(6)]).note
    assert note == "Looked for in Source 0, Source 1, Source 2, and three more."


def test_an_organization_lacks_other_things_than_a_person():
    found = {one.predicate for one in fact_rules.gaps("organization", (), [])}
    assert "beds" in found
    assert "award" not in found
