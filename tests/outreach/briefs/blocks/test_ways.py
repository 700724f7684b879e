"""Ways into a conversation."""

from __future__ import annotations

from outreach.briefs.blocks.ways import LONGEST, build, heading_for
from outreach.briefs.material import Bring, KnownProgram
from tests.brief_materials import AWARD, BARE, MATERIAL, PROGRAM, TALK, fact, facts, material, source, words_of


def test_three_ways_the_strongest_first_with_a_few_words_in_bold() -> None:
    assert words_of(build(MATERIAL)) == [
        (
            "Short-Stay Unit. She led the Short-Stay Unit program, and it cut boarding by 31 percent in its first six "
            "months."
        ),
        "In her own words. “We asked the night desk first. Nobody had.” (February 2026)",
        "A talk. She spoke on “Nobody gets well in a hallway” (Small Rounds, October 2026).",
    ]


def test_what_the_user_brings_follows_the_fact_where_it_is_known() -> None:
    brings = (Bring(TALK.key, "you timed the same change on 4 West"),)
    assert words_of(build(material(facts=(TALK, AWARD), brings=brings)))[0].endswith(
        "(Small Rounds, October 2026). You timed the same change on 4 West."
    )


def test_a_programs_record_is_told_and_not_told_twice() -> None:
    program = KnownProgram("program:1", "Short-Stay Unit", result="Boarding fell by 31 percent.", starts="2026-03",
                           leader_part="Led the program", sources=(source("site"),))  # fmt: skip
    found = words_of(build(material(facts=(PROGRAM,), programs=(program,))))
    assert found == ["Short-Stay Unit. Boarding fell by 31 percent. She led the program."]
    unsourced = KnownProgram("program:2", "Quiet Hours", result="Alarms fell.")
    assert build(material(facts=(), programs=(unsourced,))) is None


def test_the_heading_promises_no_more_than_there_is() -> None:
    found = build(material(facts=(AWARD,)))
    assert found is not None
    assert (found.heading, found.aside) == ("One way in", "")
    assert heading_for(3) == "Three ways in"
    assert build(BARE) is None


def test_no_way_is_longer_than_three_lines() -> None:
    long = fact("publication", "A title " * 40)
    assert build(facts(long)) is None
    assert all(len(words) <= LONGEST + 2 for words in words_of(build(MATERIAL)))


def test_an_honor_is_called_so_once() -> None:
    listed = fact("award", "130 chiefs to know", starts="2015", dated="2015")
    assert words_of(build(facts(listed))) == ["An honor. “130 chiefs to know” in 2015."]
