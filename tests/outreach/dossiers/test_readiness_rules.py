"""Six checks before a leader is asked: met with a passage, or open with the way to close it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from outreach.dossiers import readiness_rules
from outreach.dossiers.readiness_rules import Close, Confirmed, Item, Passage, Seen, Ways

TODAY = date(2026, 11, 20)
WAYS = Ways(*(Close(f"Close {n}", f"/close/{n}") for n in range(7)))
WORDS = Passage("words", "Sentinel", "/claims/1/source")
ALL = Seen(Confirmed(TODAY - timedelta(days=90), WORDS), WORDS, 2, WORDS, WORDS, "She answers letters.", 0)


def by_key(seen: Seen) -> dict[str, Item]:
    return {one.key: one for one in readiness_rules.check(seen, WAYS, TODAY, "her")}


@pytest.mark.parametrize(
    ("predicate", "value", "period", "counts"),
    [
        ("beds", "214", "2025", True),
        ("beds", "214", "", False),
        ("revenue", "$318,000,000", "2024-09-30", True),
        ("overall_rating", "4", "", False),
        ("news", "Larkspur Valley opens a night clinic", "", True),
        ("news", "Ten hospitals to watch", "2026", False),
        ("organization_program", "Night clinic", "", True),
        ("ownership", "Voluntary non-profit", "", True),
        ("officer", "Ada Fern, President", "2025", False),
        ("location", "1 Main Street, Larkspur, VT", "", False),
        ("organization_name", "Larkspur Valley Health", "", False),
        ("filing", "Form 990", "2025", False),
        ("a kind that there is not", "x", "2025", False),
    ],
)
def test_what_stands_in_any_list_is_no_fact_to_talk_about(predicate, value, period, counts):
    reason = readiness_rules.worth_mentioning(predicate, value, period, "Larkspur Valley Health")
    assert bool(reason) is counts
    assert reason == "" or predicate in readiness_rules.TALKED_OF


def test_with_everything_all_six_are_met_and_none_leads_anywhere():
    items = readiness_rules.check(ALL, WAYS, TODAY, "her")
    assert readiness_rules.met(items) == len(items) == 6
    assert all(one.close is None and one.address == "" for one in items)
    assert all(one.passage for one in items if one.key != "unsettled"), "each shows what it rests on"
    assert items[0].words == "You know her current role"


def test_with_nothing_all_but_the_last_are_open_and_each_has_a_way():
    items = readiness_rules.check(Seen(None, None, 0, None, None, " ", 0), WAYS, TODAY)
    assert [one.key for one in items if one.met] == ["unsettled"]
    assert all(one.close is not None and one.why for one in items if not one.met)


@pytest.mark.parametrize(("days", "met"), [(0, True), (90, True), (91, False), (4000, False)])
def test_a_role_is_known_for_ninety_days(days, met):
    item = by_key(replace(ALL, role=Confirmed(TODAY - timedelta(days=days), WORDS)))["role"]
    assert item.met is met
    assert (item.close is None) is met
    if not met:
        assert f"{days:,} days ago" in item.why


@pytest.mark.parametrize(("sources", "met", "way"), [(0, False, 1), (1, False, 2), (2, True, None), (5, True, None)])
def test_a_program_needs_two_sources(sources, met, way):
    item = by_key(replace(ALL, program_sources=sources))["program"]
    assert item.met is met
    assert item.close == (WAYS.program if way == 1 else WAYS.second_source if way == 2 else None)


@pytest.mark.parametrize("key", ["quotation", "organization"])
def test_a_missing_quotation_or_fact_is_open(key):
    item = by_key(replace(ALL, **{key: None}))[key]
    assert not item.met
    assert item.close == getattr(WAYS, key)


def test_a_reason_of_blanks_is_none():
    assert not by_key(replace(ALL, reason=" \n"))["reason"].met


def test_one_open_question_keeps_it_open_and_says_so():
    item = by_key(replace(ALL, unsettled=1))["unsettled"]
    assert not item.met
    assert item.why == "1 thing waits for your word."
    assert by_key(replace(ALL, unsettled=2))["unsettled"].why == "2 things wait for your word."
