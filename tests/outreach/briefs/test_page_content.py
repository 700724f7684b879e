"""What is kept of a page: what it says, and nothing that was left out of it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from outreach.briefs.material import KnownFact, Leader, Material
from outreach.briefs.model import Block, Brief, Card, CardRow, Dated, Fact, Facts, Head, Run, Way, Ways
from outreach.briefs.page_content import content_of, fact_ids_on, number_of, stands


def fact(number: int, value: str, predicate: str = "award", **named: object) -> KnownFact:
    return KnownFact(f"fact:{number}", predicate, "Award", value, (), **named)


def is_on(told: KnownFact) -> bool:
    return fact_ids_on(BRIEF, Material(Leader("Inés"), date(2026, 11, 20), "", facts=(told,))) == (1,)


BRIEF = Brief(
    head=Head("Inés Okafor-Lindqvist", role_line=(Run("Chief Operating Officer, Harrow Lake"),)),
    card=Card((CardRow("who", "Who", (Run("Received the Copper "), Run("Kite Award in 2026."))),)),
    left=(Block("ways", "Ways", Ways((Way("Boarding", (Run("Cut boarding in the emergency department by 31%."),)),))),),
    right=(
        Block("organization", "Organization", Facts((), (Fact((Run("Beds"),), "214, 2025"),))),
        Block("changes", "Changes", Dated((("Sep 1", (Run("Wrote “Beds are the last resort”."),)),))),
    ),
    foot="",
    title="Briefing",
)


@pytest.mark.parametrize(
    ("value", "stands_there"),
    [
        ("Copper Kite Award", True),
        ("Beds are the last resort", True),
        ("cut boarding in the emergency department of Harrow Lake by 31 percent", True),
        ("214", True),
        ("Silver Kite Medal", False),
        ("Copper Medal", False),
        ("", False),
        ("x" * 50_000, False),
    ],
)
def test_a_fact_stands_on_a_page_where_most_of_its_words_stand_in_one_line(value, stands_there):
    assert is_on(fact(1, value)) is stands_there


def test_a_fact_that_is_quoted_stands_there_by_its_quote():
    assert is_on(fact(1, "Something else", quote="we wrote beds are the last resort"))


def test_only_what_stands_on_the_page_is_kept():
    material = Material(
        Leader("Inés Okafor-Lindqvist", title="COO", organization="Harrow Lake"), date(2026, 11, 20), "Alice",
        facts=(fact(7, "Copper Kite Award"), fact(8, "Silver Kite Medal")),
    )  # fmt: skip
    kept = stands(BRIEF, material)
    assert kept["facts"] == {"fact:7": "Award: Copper Kite Award"}
    assert (kept["title"], kept["organization"], kept["between"]) == ("COO", "Harrow Lake", [])
    assert fact_ids_on(BRIEF, material) == (7,)
    assert json.loads(json.dumps(content_of(BRIEF, material)))["brief"]["head"]["name"] == "Inés Okafor-Lindqvist"


def test_keys_without_a_number_have_none():
    assert [number_of(key) for key in ("fact:12", "fact:x", "fact", "fact:²", "")] == [12, 0, 0, 0, 0]
