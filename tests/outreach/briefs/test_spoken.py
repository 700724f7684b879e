"""The half minute that is said."""

from __future__ import annotations

from dataclasses import replace

from outreach.asklint import Message, Severity, check
from outreach.asklint.types import Kind
from outreach.briefs.material import Asked, KnownProgram, Meeting
from outreach.briefs.spoken import FEWEST, MOST, QUESTION_WITHIN, spoken_form
from tests.brief_materials import BARE, LEADER, MATERIAL, TALK, material, source

PROGRAM = KnownProgram("program:1", "Bridge to Home", result="Readmissions fell from 21 to 14 percent",
                       ends="2024", sources=(source("report"),))  # fmt: skip
ABOUT_IT = Asked("q", "What surprised the cardiologists most when Bridge to Home worked?", PROGRAM.sources)


def test_it_says_who_what_i_know_with_its_year_one_question_why_a_give_and_a_release() -> None:
    said = spoken_form(material(programs=(PROGRAM,), questions=(ABOUT_IT,)))
    assert said is not None
    assert said.startswith("I’m Jordan Teller, Operations Coordinator at Lakeshore Hospital. I read that ")
    assert "readmissions fell from 21 to 14 percent" in said.casefold()
    assert ", in 2024. What surprised" in said
    assert said.endswith("may I write to Oleander Fitch for twenty minutes?")
    assert FEWEST <= len(said.split()) <= MOST
    assert len(said.partition("?")[0].split()) <= QUESTION_WITHIN
    blocking = [one for one in check(Message(Kind.PHONE_SCRIPT, said)) if one.severity is Severity.BLOCK]
    assert [one for one in blocking if "job" in one.rule] == []


def test_a_question_that_leans_on_words_before_it_is_not_said_alone() -> None:
    leaning = Asked("q", "I read that you led it. What came before that?", TALK.sources)
    assert spoken_form(material(questions=(leaning,))) is None


def test_somebody_on_the_program_is_let_go_to_the_stage() -> None:
    said = spoken_form(material(programs=(PROGRAM,), questions=(ABOUT_IT,), meeting=Meeting(session="Beds at night")))
    assert said is not None
    assert "due on stage" in said


def test_without_a_user_a_dated_fact_a_question_or_a_reason_nothing_is_put_together() -> None:
    full = material(programs=(PROGRAM,), questions=(ABOUT_IT,))
    for lacking in (
        replace(full, own_role=""), replace(full, project=""), replace(full, questions=()), BARE,
        replace(full, stopped="Paused."),
        replace(full, programs=(), facts=tuple(replace(one, starts="", dated="") for one in MATERIAL.facts)),
    ):  # fmt: skip
        assert spoken_form(lacking) is None
    assert spoken_form(replace(full, leader=replace(LEADER, assistant=""))) is not None
