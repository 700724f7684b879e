"""Which kinds of facts a brief may use."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs import allowed
from research.vocabulary import PREDICATES
from tests.brief_materials import AWARD, BARE, DEGREE, LEADER, MATERIAL, PROGRAM, fact


def test_the_lists_name_kinds_of_the_vocabulary_alone() -> None:
    lists = (allowed.PATH, allowed.WORK, allowed.NEWS, allowed.OFFICES, allowed.FIGURES, allowed.ASKED, allowed.OPEN)
    assert {kind for kinds in lists for kind in kinds} <= PREDICATES.keys()


def test_a_fact_without_a_source_or_of_another_kind_is_not_used() -> None:
    unsourced = replace(AWARD, sources=())
    assert allowed.of_kinds([AWARD, unsourced, fact("identifier", "12"), DEGREE], ("award", "education")) == [
        AWARD, DEGREE
    ]  # fmt: skip


def test_facts_about_the_person_alone_make_somebody_researched() -> None:
    assert allowed.that_hold(MATERIAL) == 7, "six facts, and the post, which no fact tells"
    of_house = fact("organization_program", "Quiet Hours", about="organization")
    assert allowed.that_hold(replace(BARE, facts=(of_house, fact("licensed_state", "MN")))) == 0
    assert allowed.that_hold(replace(BARE, leader=LEADER, facts=(PROGRAM, fact("role", "COO")))) == 2
