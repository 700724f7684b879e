"""Facts as sentences that are true to the word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from outreach.briefs.material import KnownFact, KnownProgram, Leader
from outreach.briefs.naming import Spoken
from outreach.briefs.telling import MOST_SOURCES, about_program, cited, of_program, sentence_about, to_them, with_year
from tests.brief_materials import AWARD, PROGRAM, TALK, TODAY, WORDS, fact, source

ANN = Leader("Ann Roe")
SHE = Spoken("Ann Roe", "she")


def told(known: KnownFact, most: int = 300) -> str:
    return sentence_about(known, ANN, SHE, TODAY, most)


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (AWARD, "Ann Roe received the Lantern Award in 2024."),
        (TALK, "Ann Roe spoke on “Nobody gets well in a hallway” (Small Rounds, October 2026)."),
        (WORDS, "“We asked the night desk first. Nobody had.” (February 2026)"),
        (replace(PROGRAM, details={"result": "cut boarding by 31 percent"}),
         "Ann Roe led the Short-Stay Unit program, and it cut boarding by 31 percent."),
        (fact("talk", "Leading on nights, with Ann Roe"), "Ann Roe spoke on “Leading on nights.”"),
        (fact("program", "Quiet Hours"), "Ann Roe is named with Quiet Hours."),
        (fact("former_role", "director", organization_name="Mill Clinic", ends="2020"),
         "Ann Roe served as director of Mill Clinic until 2020."),
    ],
)  # fmt: skip
def test_a_fact_is_told_as_it_is(known: KnownFact, sentence: str) -> None:
    assert told(known) == sentence


@pytest.mark.parametrize(
    ("post", "sentence"),
    [
        (fact("role", "vice president of patient care", organization_name="Mill Clinic", starts="2019"),
         "Ann Roe served as vice president of patient care at Mill Clinic from 2019."),
        (fact("role", "chair", organization_name="State Hospital Association", starts="2019"),
         "Ann Roe has served as chair of the State Hospital Association since 2019."),
        (fact("role", "vice president", organization_name="Mill Clinic", starts="2026-09"),
         "Ann Roe has served as vice president of Mill Clinic since September 2026."),
    ],
)  # fmt: skip
def test_a_post_elsewhere_that_began_before_the_present_one_is_not_told_as_present(
    post: KnownFact, sentence: str
) -> None:
    here = replace(ANN, title="chief operating officer", organization="Elm Hospital", since="2026-04-06")
    assert sentence_about(post, here, SHE, TODAY, 300) == sentence


def test_a_fact_that_is_too_long_is_told_with_less_beside_it_and_never_cut() -> None:
    assert told(PROGRAM, 60) == "Ann Roe led the Short-Stay Unit program."
    assert told(WORDS, 50) == "“We asked the night desk first.” (February 2026)"
    assert told(replace(TALK, bare="A title of words " * 9), 90) == ""


@pytest.mark.parametrize(
    ("words", "dated", "written"),
    [
        ("It cut boarding by 31 percent.", "2026-03", "It cut boarding by 31 percent."),
        ("It cut boarding by 31 percent.", "2022-02-01", "It cut boarding by 31 percent (as of February 2022)."),
        ("It cut boarding by 31 percent.", "", "It cut boarding by 31 percent (year not given)."),
        ("It cut boarding by 31 percent in 2019.", "2019", "It cut boarding by 31 percent in 2019."),
        ("She led the unit.", "2011", "She led the unit."),
    ],
)
def test_a_figure_that_is_old_is_not_told_without_its_year(words: str, dated: str, written: str) -> None:
    assert with_year(words, dated, TODAY) == written
    assert with_year(words, "2024-11-07", date(2026, 11, 6)) == words, "two years are not old yet"


def test_a_program_is_told_by_its_result_and_the_leaders_part() -> None:
    program = KnownProgram("program:1", "Quiet Hours", result="lowered alarms by 38%", period="the first year",
                           leader_part="Led the round", starts="2026-01", action="Asked each desk")  # fmt: skip
    assert of_program(program, SHE, TODAY, 200) == "It lowered alarms by 38% in the first year. She led the round."
    assert of_program(program, SHE, TODAY, 30) == "She led the round."
    assert about_program(program, 200) == "Asked each desk."
    assert of_program(KnownProgram("program:2", "Quiet Hours"), SHE, TODAY, 200) == ""


def test_a_fact_goes_on_after_i_read_that() -> None:
    assert to_them(AWARD, ANN) == "you received the Lantern Award in 2024"
    assert to_them(fact("program", "Quiet Hours"), ANN) == ""


def test_a_statement_is_numbered_with_its_two_best_sources_each_once() -> None:
    every = (source("one"), source("one"), source("two"), source("three"))
    assert [one.key for one in cited(every)] == ["one", "two"]
    assert len(cited(every)) == MOST_SOURCES
