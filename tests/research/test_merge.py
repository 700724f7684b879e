from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

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


def test_two_publishers_of_one_text_are_one_source_whichever_is_a_bundle():
    site = claim(ALICE["news"], "award", "Leader of the Year", text="a: Leader of the Year")
    paper = claim(ALICE["given_pages"], "award", "Leader of the Year", text="b: Leader of the Year")
    for head in (site, paper):
        copies = dict.fromkeys((site.citation.document, paper.citation.document), head.citation.document)
        (fact,) = facts(site, paper, families=copies)
        assert fact.standing == "single"


def test_a_post_without_a_house_does_not_bridge_two_houses():
    found = facts(
        claim(ALICE["register"], "role", "CEO", organization="Larkspur Health"),
        claim(ALICE["papers"], "role", "CEO"),
        claim(ALICE["news"], "role", "CEO", organization="Bellwether Clinic"),
    )
    assert sorted(f.organization for f in found) == ["Bellwether Clinic", "Larkspur Health"]


def test_two_spells_in_one_post_are_two_facts():
    found = facts(
        claim(ALICE["register"], "former_role", "CEO", organization="Larkspur Health", start="2005", end="2009"),
        claim(ALICE["news"], "former_role", "CEO", organization="Larkspur Health", start="2018"),
    )
    assert [(str(f.start), str(f.end)) for f in found] == [("2018", "None"), ("2005", "2009")]


def test_the_newest_text_says_whether_the_post_is_interim():
    (fact,) = facts(
        claim(
            ALICE["register"], "role", "CEO", organization="Larkspur Health", status="interim", published="2026-02-01"
        ),
        claim(ALICE["news"], "role", "CEO", organization="Larkspur Health", status="current", published="2026-10-01"),
    )
    assert fact.status == "current"


def test_the_figures_of_a_group_are_no_rivals_of_the_houses_own():
    found = facts(
        claim(HOUSE["register"], "employees", 1000, details={"names": "group return"}),
        claim(HOUSE["news"], "employees", 90),
    )
    assert {(f.value, f.standing) for f in found} == {(1000, "single"), (90, "single")}


def test_an_older_count_is_superseded_and_not_disputed():
    new, old = facts(
        claim(HOUSE["register"], "beds", 410, published="2025-01-01"),
        claim(HOUSE["news"], "beds", 380, published="2019-01-01"),
    )
    assert [(f.value, f.standing, f.stale) for f in (new, old)] == [(410, "single", False), (380, "single", True)]


def test_two_figures_for_one_year_are_disputed():
    found = facts(
        claim(HOUSE["register"], "revenue", 100, end="2024-12-31"),
        claim(HOUSE["news"], "revenue", 900, end="2024-12-31"),
    )
    assert {f.standing for f in found} == {"disputed"}


@st.composite
def some_claims(draw):
    titles = st.sampled_from(["CEO", "President and CEO", "Chief Nursing Officer", "CNO", "Trustee", "VP"])
    houses = st.sampled_from(["", "Larkspur Health", "Larkspur Health Medical Center", "Bellwether Clinic"])
    days = st.sampled_from(["", "2019-01-01", "2024-05-01", "2026-06-01"])
    chosen = draw(st.lists(st.tuples(st.sampled_from(sorted(SOURCES)), titles, houses, days), min_size=1, max_size=7))
    said = [
        claim(ALICE[key], "role", title, organization=house, published=day, text=f"{number}: {title}")
        for number, (key, title, house, day) in enumerate(chosen)
    ]
    beds = draw(
        st.lists(st.tuples(st.sampled_from(sorted(SOURCES)), st.sampled_from([1000, 1004, 1008, 1300])), max_size=4)
    )
    return said + [claim(HOUSE[key], "beds", count, text=f"b{n}: {count}") for n, (key, count) in enumerate(beds)]


@given(some_claims(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims, chance):
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert facts(*claims) == facts(*shuffled)


def test_many_publications_are_merged_quickly_enough_to_try():
    assert len(facts(*(claim(ALICE["papers"], "publication", f"Paper number {n}") for n in range(400)))) == 400


def test_identifiers_of_two_schemes_are_two_facts():
    found = facts(
        claim(HOUSE["register"], "organization_identifier", "990001", details={"scheme": "ccn"}),
        claim(HOUSE["news"], "organization_identifier", "990001", details={"scheme": "npi"}),
    )
    assert len(found) == 2
