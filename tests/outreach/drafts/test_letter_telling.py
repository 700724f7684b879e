"""Facts as sentences with their marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from outreach.drafts.letter_facts import voice_of, voice_to
from outreach.drafts.letter_telling import about_them, told, unfinished
from outreach.drafts.letter_values import CitedFact, Materials, ProgramBrief, Reader, Sender

BARE = Materials(Sender("Jo Park"), Reader("Ann Roe"), date(2026, 4, 14))
YOU = voice_to("Ann Roe")
AWARD = CitedFact(2, "award", "Lantern Award", starts="2024")
POST = CitedFact(3, "role", "President", "Mill Hospital")
BEDS = CitedFact(4, "beds", 96, "Mill Hospital")
QUIET = CitedFact(
    5, "organization_program", "Quiet Hours", "Mill Hospital", details={"result": "lowered alarms by 38%"}
)
WORDS = CitedFact(6, "said", "We asked first")


def sentences(*facts: CitedFact, program: ProgramBrief | None = None) -> list[str]:
    return told(replace(BARE, facts=facts, program=program), YOU)


def test_one_fact_is_one_sentence_with_its_mark() -> None:
    assert sentences(AWARD) == ["I read that you received the Lantern Award in 2024 [2]."]


def test_two_short_facts_share_a_sentence_and_a_third_follows() -> None:
    assert sentences(AWARD, POST, BEDS) == [
        "I read that you received the Lantern Award in 2024 [2] and that you are President of Mill Hospital [3].",
        "I also read that Mill Hospital has 96 beds [4].",
    ]


def test_a_house_named_twice_is_it_and_a_person_told_of_is_she() -> None:
    stars = CitedFact(7, "overall_rating", 5, "Mill Hospital")
    assert sentences(BEDS, stars) == [
        "I read that Mill Hospital has 96 beds [4] and that it holds 5 of 5 stars in the CMS overall rating [7]."
    ]
    of_her = told(replace(BARE, facts=(AWARD, POST)), voice_of("Dr. Roe", "Ann Roe", "she"))
    assert of_her == [
        "I read that Dr. Roe received the Lantern Award in 2024 [2] and that she is President of Mill Hospital [3]."
    ]


def test_what_a_program_did_stands_alone() -> None:
    assert sentences(QUIET) == ["Quiet Hours lowered alarms by 38% [5]."]


def test_the_mark_of_own_words_stands_behind_the_quotation() -> None:
    assert sentences(WORDS) == ["You were quoted as saying: “We asked first.”[6]"]


def test_the_record_of_the_program_comes_first_and_is_cited_by_its_number() -> None:
    brief = ProgramBrief("Quiet Hours", "Alarms fell by 38%.", "2024", number=1)
    assert sentences(AWARD, program=brief)[0] == "With Quiet Hours, alarms fell by 38% in 2024 [1]."
    assert sentences(AWARD, program=replace(brief, number=None))[0].startswith("I read that you received")


def test_what_a_fact_says_already_is_not_said_again_from_the_record() -> None:
    brief = ProgramBrief("Quiet Hours", "lowered overnight alarms by 38%", number=1)
    assert sentences(QUIET, program=brief) == ["Quiet Hours lowered alarms by 38% [5]."]


def test_a_fact_without_a_possible_number_is_left_out() -> None:
    assert sentences(replace(AWARD, number=0)) == []


@pytest.mark.parametrize(
    ("promise", "they", "said"),
    [
        ("You will see the draft for your approval.", "she", "She will see the draft for her approval."),
        (
            "I will send you what I write for your suggestions.",
            "they",
            "I will send them what I write for their suggestions.",
        ),
        ("I will ask what you may see, and tell you before.", "he", "I will ask what he may see, and tell him before."),
        ("I will read every figure back to you.", "they", "I will read every figure back to them."),
        ("You approve it.", "she", ""),
        ("It is yours.", "she", ""),
    ],
)
def test_promises_to_them_are_told_to_others_or_left_out(promise: str, they: str, said: str) -> None:
    assert about_them(promise, they) == said


def test_an_unfinished_place_is_seen() -> None:
    assert unfinished("put in a fact") == "[[put in a fact]]"
