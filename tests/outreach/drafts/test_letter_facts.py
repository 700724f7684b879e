"""Facts of every kind as clauses with "you", and as sentences about somebody."""

from __future__ import annotations

from typing import Any

import pytest

from outreach.drafts.letter_facts import beside_the_present_post, clause_of, sentence_of, voice_of, voice_to
from outreach.drafts.letter_values import CitedFact
from research.vocabulary import PREDICATES

YOU = voice_to("Ann B. Roe")
HOUSE = "Mill Hospital"


def words(predicate: str, value: Any, organization: str = "", **more: Any) -> str:
    return clause_of(CitedFact(1, predicate, value, organization, **more), YOU).words


@pytest.mark.parametrize(
    ("predicate", "value", "organization", "more", "said"),
    [
        ("role", "President", HOUSE, {"starts": "2018-03-01"},
         "you have served as President of Mill Hospital since March 2018"),
        ("role", "Director, Provider Relations", HOUSE, {}, "you are Director, Provider Relations, at Mill Hospital"),
        ("role", "Trustee", HOUSE, {}, "you serve as Trustee of Mill Hospital"),
        ("role", "Professor of Nursing", "University of Vale", {},
         "you are Professor of Nursing at the University of Vale"),
        ("role", "CEO, Mill Hospital", HOUSE, {}, "you are CEO, Mill Hospital"),
        ("role", "President", HOUSE, {"ends": "2020"}, "you served as President of Mill Hospital until 2020"),
        ("former_role", "Controller", HOUSE, {"starts": "2015-02", "ends": "2021-03"},
         "you served as Controller at Mill Hospital from 2015 to 2021"),
        ("board_seat", "Lake Food Shelf", "", {"starts": "2025"},
         "you have served on the board of the Lake Food Shelf since 2025"),
        ("board_seat", "Board Chair", HOUSE, {}, "you are Board Chair of Mill Hospital"),
        ("affiliation", "Vale College", "", {}, "you are affiliated with Vale College"),
        ("affiliation", "Vale College", "", {"starts": "2010", "ends": "2014"},
         "you were affiliated with Vale College from 2010 to 2014"),
        ("education", "MD", "Vale College", {"ends": "2004"}, "you earned your MD at Vale College in 2004"),
        ("education", "Vale College", "Vale College", {}, "you studied at Vale College"),
        ("education", "Graduate", "University of Vale", {}, "you studied at the University of Vale"),
        ("education", "Nurse Executive Fellowship", "Vale College", {},
         "you completed your Nurse Executive Fellowship at Vale College"),
        ("award", "Lantern Award", "", {"starts": "2019"}, "you received the Lantern Award in 2019"),
        ("award", "Rural Quality Award", "Society of Invented Medicine", {},
         "you received the Rural Quality Award from the Society of Invented Medicine"),
        ("award", "Teacher of the Year", "", {"starts": "2023"}, "you were named Teacher of the Year in 2023"),
        ("award", "40 Under 40", "", {}, "you received the honor “40 Under 40”"),
        ("award", "Nurse Awards", "", {}, "you received one of the Nurse Awards"),
        ("award", "Lamp of 2019", "", {"starts": "2019"}, "you received the honor “Lamp of 2019”"),
        ("program", "Led First Hour", "", {}, "you led First Hour"),
        ("publication", "On falls", "", {"starts": "2024-05", "details": {"journal": "JIM", "coauthors": "A. Poe"}},
         "you co-wrote “On falls” (JIM, 2024)"),
        ("topic", "falls", "", {}, "you have published on falls"),
        ("trial", "Hourly rounding", "", {"details": {"role": "principal investigator"}},
         "you led the study “Hourly rounding”"),
        ("grant", "Rural sepsis", "", {}, "you took part in the research project “Rural sepsis”"),
        ("talk", "Grand rounds", "", {"details": {"show": "The Rounds"}, "starts": "2025-09-01"},
         "you spoke on “Grand rounds” (The Rounds, September 2025)"),
        ("public_service", "Member, panel", "", {"details": {"body": "Department of Health"}},
         "your public service includes “Member, panel” (Department of Health)"),
        ("membership", "Society of Invented Nurses", "", {}, "you are a member of the Society of Invented Nurses"),
        ("membership", "Fellow", "American College of Vale", {}, "you are a Fellow at the American College of Vale"),
        ("specialty", "surgery", "", {}, "your specialty is surgery"),
        ("licensed_state", "VT", "", {}, "you hold a license in VT"),
        ("credential", "FACHE", "", {}, "you hold the credential FACHE"),
        ("mention", "Roe on costs", "", {"starts": "2026-03-02"},
         "your work in the news: “Roe on costs” (March 2, 2026)"),
        ("no such kind", "Something", "", {}, "the public record of you says: “Something”"),
    ],
)  # fmt: skip
def test_a_fact_is_a_clause(predicate: str, value: Any, organization: str, more: dict[str, Any], said: str) -> None:
    assert words(predicate, value, organization, **more) == said


def test_every_kind_of_fact_can_be_told_to_and_of_somebody() -> None:
    for predicate, kind in PREDICATES.items():
        value = {"number": 12, "money": 12.5, "rating": 3, "flag": True}.get(kind.kind, "Lantern")
        fact = CitedFact(1, predicate, value, HOUSE)
        assert clause_of(fact, YOU).words
        assert sentence_of(fact, "Ann Roe").endswith((".", ".”"))


def test_own_words_are_quoted_exactly_with_their_source() -> None:
    fact = CitedFact(
        2, "said", 'We said "no" first', source_title="Who calls? | Mill Hospital", source_date="2026-03-02"
    )
    assert clause_of(fact, YOU).words == "in “Who calls?” (March 2026), you said: “We said ‘no’ first.”"
    assert clause_of(CitedFact(2, "said", "We asked."), YOU).words == "you were quoted as saying: “We asked.”"
    dated = CitedFact(2, "said", "We asked.", source_title="Ann Roe, president", source_date="2026")
    assert clause_of(dated, YOU).words == "in 2026 you were quoted as saying: “We asked.”", (
        "a page about them has no name"
    )
    assert clause_of(CitedFact(2, "said", "a quiet night"), YOU).words == "you spoke of “a quiet night”"


def test_of_long_own_words_whole_sentences_are_kept() -> None:
    long = "We asked the night nurses first. " + "And then we went on " * 12 + "."
    assert clause_of(CitedFact(1, "said", long), YOU).words.endswith("“We asked the night nurses first.”")


def test_a_sentence_for_the_check_names_the_person_and_keeps_the_exact_day() -> None:
    role = CitedFact(1, "role", "President", HOUSE, "2018-03-01")
    assert sentence_of(role, "Ann Roe") == "Ann Roe has served as President of Mill Hospital since March 1, 2018."
    program = CitedFact(1, "program", "Ann led First Hour", details={"result": "deaths fell by a third"})
    assert sentence_of(program, "Ann Roe") == "Ann Roe led First Hour; deaths fell by a third."
    assert sentence_of(CitedFact(1, "beds", 690, HOUSE), "Ann Roe") == "Mill Hospital has 690 beds."
    assert sentence_of(CitedFact(1, "program", "Quiet Hours"), "Ann Roe") == "Ann Roe is named with Quiet Hours."
    assert sentence_of(CitedFact(1, "education", "MSN"), "Ann Roe") == "Ann Roe earned an MSN."


def test_a_post_elsewhere_that_began_before_the_present_one_is_told_as_a_former_one() -> None:
    post = CitedFact(1, "role", "vice president", HOUSE, "2019")
    told = clause_of(beside_the_present_post(post, "Elm Hospital", "2026-04-06"), YOU).words
    assert told == "you served as vice president of Mill Hospital from 2019"
    for same, house, since in (
        (post, "Mill Hospital System", "2026-04-06"),
        (post, "Elm Hospital", "2018"),
        (post, "Elm Hospital", ""),
        (CitedFact(1, "role", "board chair", HOUSE, "2019"), "Elm Hospital", "2026"),
        (CitedFact(1, "award", "Lantern Award", HOUSE, "2019"), "Elm Hospital", "2026"),
    ):
        assert beside_the_present_post(same, house, since) is same


def test_an_empty_fact_is_an_unfinished_place() -> None:
    assert words("award", " ") == "[[put in what fact 1 says]]"


def test_somebody_has_and_you_have() -> None:
    of_them = clause_of(CitedFact(1, "topic", "falls"), voice_of("Dr. Roe", "Ann Roe"))
    assert of_them.words == "Dr. Roe has published on falls"
