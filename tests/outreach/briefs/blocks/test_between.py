"""What is between the two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from outreach.briefs.blocks.between import build
from outreach.briefs.material import Between
from tests.brief_materials import BARE, LEADER, MATERIAL, material, words_of


def test_the_last_meeting_and_what_was_given_each_way() -> None:
    assert words_of(build(MATERIAL)) == [
        "Met once: May 8, 2026. Panel question, two minutes.",
        "You gave: May 11, 2026. Reading list on boarding.",
        "She gave: May 12, 2026. Named two people to talk to.",
    ]


def test_what_is_owed_comes_before_what_was_given() -> None:
    owed = Between("p:1", "promised", date(2026, 6, 1), "Send the benchmark")
    found = build(material(between=(*MATERIAL.between, owed), leader=replace(LEADER, pronouns="")))
    assert words_of(found)[1] == "You promised: Jun 1, 2026. Send the benchmark."
    assert found is not None
    assert found.left_out == 1


def test_without_a_ledger_nothing_is_said_and_with_an_empty_one_that_it_is_the_first_contact() -> None:
    assert words_of(build(BARE)) == ["First contact."]
    assert build(replace(BARE, knows_ledger=False)) is None


def test_words_without_an_end_give_way_to_the_day() -> None:
    long = Between("t", "wrote", date(2026, 6, 1), "word " * 60)
    assert words_of(build(material(between=(long,)))) == ["You wrote: Jun 1, 2026."]
    assert words_of(build(material(between=(replace(long, on=None),)))) == ["You wrote: See the ledger."]
