from __future__ import annotations

from datetime import date

from research.merge import Evidence, Weighed, merge
from tests.research.cast import claim, record, source

SOURCES = {key: source(key, trust=0.9) for key in ("register", "papers", "news", "given_pages")}
TODAY = date(2026, 11, 22)
ALICE = {key: record("Alice Larkin", key) for key in SOURCES}
HOUSE = {key: record("Larkspur Health", key, kind="organization") for key in SOURCES}


def facts(*claims, families=None):
    return merge([Weighed(c, 0.9) for c in claims], Evidence(SOURCES, families or {}, TODAY))


def test_one_post_in_other_words_from_two_sources_is_one_settled_fact():
    (fact,) = facts(
        claim(ALICE["register"], "role", "CEO", organization="Larkspur Health"),
        claim(ALICE["news"], "role", "President and CEO", organization="LARKSPUR HEALTH"),
    )
    assert (fact.value, fact.standing, len(fact.claims)) == ("President and CEO", "settled", 2)


def test_one_source_is_single_however_often_it_says_so():
    (fact,) = facts(
        claim(ALICE["register"], "award", "Leader of the Year", text="page one: Leader of the Year"),
        claim(ALICE["register"], "award", "leader of the year", text="page two: leader of the year"),
    )
    assert fact.standing == "single"


def test_two_prints_of_one_release_count_as_one_source():
    first = claim(ALICE["register"], "award", "Leader of the Year", text="a: Leader of the Year")
    second = claim(ALICE["news"], "award", "Leader of the Year", text="b: Leader of the Year")
    copies = {first.citation.document: "one", second.citation.document: "one"}
    (single,) = facts(first, second, families=copies)
    (settled,) = facts(first, second)
    assert (single.standing, settled.standing) == ("single", "settled")
    assert single.confidence < settled.confidence


def test_two_of_the_users_texts_are_two_sources():
    (fact,) = facts(
        claim(ALICE["given_pages"], "award", "Leader of the Year", text="a: Leader of the Year"),
        claim(ALICE["given_pages"], "award", "Leader of the Year", text="b: Leader of the Year"),
    )
    assert fact.standing == "settled"


def test_two_values_of_a_single_figure_are_disputed_and_both_kept():
    small, large = facts(claim(HOUSE["register"], "beds", 410), claim(HOUSE["news"], "beds", 678))
    assert {small.standing, large.standing} == {"disputed"}
    assert {small.rivals, large.rivals} == {(678,), (410,)}
    assert {f.value for f in (small, large)} == {410, 678}


def test_rounding_is_no_dispute():
    (fact,) = facts(claim(HOUSE["register"], "beds", 4312), claim(HOUSE["news"], "beds", 4300))
    assert fact.standing == "settled"


def test_a_register_that_reports_each_year_speaks_with_its_newest_report():
    (fact,) = facts(
        claim(HOUSE["register"], "employees", 900, end="2021-12-31", text="2021: 900"),
        claim(HOUSE["register"], "employees", 950, end="2023-12-31", text="2023: 950"),
    )
    assert (fact.value, fact.standing) == (950, "single")


def test_yearly_money_is_a_fact_for_each_year_the_newest_first():
    revenue = facts(
        claim(HOUSE["register"], "revenue", 10_000_000, end="2021-12-31"),
        claim(HOUSE["register"], "revenue", 11_000_000, end="2022-12-31"),
    )
    assert [(f.value, f.standing) for f in revenue] == [(11_000_000, "single"), (10_000_000, "single")]


def test_a_post_at_another_house_is_another_fact():
    found = facts(
        claim(ALICE["register"], "role", "Director", organization="Larkspur Health"),
        claim(ALICE["news"], "role", "Director", organization="Bellwether Clinic"),
    )
    assert len(found) == 2


def test_an_old_post_is_shown_as_of_its_date_and_nobody_says_it_ended():
    new, old = facts(
        claim(ALICE["news"], "role", "Senior Vice President", organization="Larkspur Health", published="2026-06-01"),
        claim(ALICE["register"], "role", "Vice President", organization="Larkspur Health", published="2019-01-10"),
    )
    assert (new.value, new.stale) == ("Senior Vice President", False)
    assert (old.stale, str(old.as_of), old.status) == (True, "2019-01-10", "")


def test_a_start_with_more_precision_wins():
    (fact,) = facts(
        claim(ALICE["register"], "role", "CEO", organization="Larkspur Health", start="2020"),
        claim(ALICE["news"], "role", "CEO", organization="Larkspur Health", start="2020-03-01"),
    )
    assert str(fact.start) == "2020-03-01"


def test_facts_of_unsure_identity_weigh_less():
    sure = merge([Weighed(claim(ALICE["register"], "award", "A"), 0.97)], Evidence(SOURCES, {}, TODAY))[0]
    less = merge([Weighed(claim(ALICE["register"], "award", "A"), 0.80)], Evidence(SOURCES, {}, TODAY))[0]
    assert less.confidence < sure.confidence


def test_identifiers_of_two_schemes_are_two_facts():
    found = facts(
        claim(HOUSE["register"], "organization_identifier", "990001", details={"scheme": "ccn"}),
        claim(HOUSE["news"], "organization_identifier", "990001", details={"scheme": "npi"}),
    )
    assert len(found) == 2
