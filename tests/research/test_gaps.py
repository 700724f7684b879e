from __future__ import annotations

from dataclasses import replace

from research.gaps import find_gaps
from research.merge import Evidence, Weighed, merge
from research.types import Outcome, Query
from tests.research.cast import ALICE, LARKSPUR, NOW, claim, record, source

SOURCES = {
    "posts": source("posts", covers=frozenset({"role", "former_role"})),
    "figures": source("figures", covers=frozenset({"beds", "revenue"})),
}


def gaps(*outcomes, query=ALICE, facts=()):
    return {gap.predicate: gap for gap in find_gaps(query, facts, outcomes, SOURCES)}


def test_sought_and_not_found_not_looked_and_failed_are_kept_apart():
    found = gaps(Outcome("posts", "nothing"), Outcome("figures", "failed", fault="timeout"))
    assert (found["role"].kind, found["beds"].kind, found["education"].kind) == ("not_found", "failed", "not_looked")
    assert "try again" in found["beds"].note
    assert found["role"].sources == ("posts",)


def test_a_source_that_broke_off_has_not_looked_everywhere():
    cut = Outcome("posts", "found", (claim(record("Ann Roe", "posts"), "role", "CNO"),), fault="timeout")
    assert gaps(cut)["role"].kind == "failed"
    assert gaps(replace(cut, fault="not-found"))["role"].kind == "not_found"
    whole = Outcome("more", "nothing")
    (role,) = (
        g for g in find_gaps(ALICE, (), (cut, whole), SOURCES | {"more": SOURCES["posts"]}) if g.predicate == "role"
    )
    assert (role.kind, role.sources) == ("not_found", ("more",))
    assert "1 more failed or broke off" in role.note


def test_a_source_that_was_not_asked_is_said_so():
    assert "not asked" in gaps(Outcome("figures", "skipped"))["beds"].note


def test_a_fact_is_no_gap():
    fact = merge(
        [Weighed(claim(record("Alice Larkin", "posts"), "role", "CNO"), 0.9)], Evidence(SOURCES, {}, NOW.date())
    )
    assert "role" not in gaps(Outcome("posts", "found"), facts=fact)


def test_only_the_subjects_that_were_asked_for_have_gaps():
    assert {gap.subject for gap in find_gaps(LARKSPUR, (), (), SOURCES)} == {"organization"}
    assert {gap.subject for gap in find_gaps(Query("person", "Ann Roe"), (), (), SOURCES)} == {"person"}
