"""Facts about an organization as clauses."""

from __future__ import annotations

from typing import Any

import pytest

from outreach.drafts.letter_facts import clause_of, voice_to
from outreach.drafts.letter_houses import OF_HOUSES
from outreach.drafts.letter_values import CitedFact
from research.vocabulary import ORGANIZATION_PREDICATES

HOUSE = "Mill Hospital"


@pytest.mark.parametrize(
    ("predicate", "value", "organization", "more", "said"),
    [
        ("beds", 690, HOUSE, {}, "Mill Hospital has 690 beds"),
        ("employees", 4200.0, HOUSE, {"ends": "2024-06-30"}, "Mill Hospital had 4,200 employees in 2024"),
        ("revenue", 205000000, HOUSE, {"ends": "2024-06-30"},
         "Mill Hospital reported revenue of $205 million for fiscal year 2024"),
        ("revenue", float("nan"), HOUSE, {}, "Mill Hospital reported revenue of nan"),
        ("overall_rating", 4, HOUSE, {}, "Mill Hospital holds 4 of 5 stars in the CMS overall rating"),
        ("emergency_services", False, HOUSE, {}, "Mill Hospital has no emergency department"),
        ("birthing_friendly", True, HOUSE, {}, "Mill Hospital meets the CMS birthing-friendly criteria"),
        ("mission", "To serve all.", HOUSE, {}, "the mission of Mill Hospital says: “To serve all.”"),
        ("founded", "1921", HOUSE, {}, "Mill Hospital was founded in 1921"),
        ("parent", "Lake Country Health Alliance", HOUSE, {},
         "Mill Hospital is part of the Lake Country Health Alliance"),
        ("organization_award", "Lantern Award", HOUSE, {"starts": "2019"},
         "Mill Hospital received the Lantern Award in 2019"),
        ("officer", "Omar Vane", HOUSE, {"details": {"title": "Trustee"}},
         "Omar Vane is named as Trustee of Mill Hospital"),
        ("news", "Mill opens a wing", HOUSE, {}, "the news from Mill Hospital: “Mill opens a wing”"),
        ("beds", 12, "", {}, "your organization has 12 beds"),
    ],
)  # fmt: skip
def test_a_fact_about_a_house_is_a_clause(
    predicate: str, value: Any, organization: str, more: dict[str, Any], said: str
) -> None:
    fact = CitedFact(1, predicate, value, organization, **more)
    assert clause_of(fact, voice_to("Ann Roe")).words == said


def told(**details: str) -> str:
    fact = CitedFact(1, "organization_program", "Led Quiet Hours", HOUSE, details=details)
    return clause_of(fact, voice_to("Ann B. Roe")).words


def test_what_was_done_in_a_house_is_told_of_who_did_it() -> None:
    assert told(person="Ann Roe") == "you led Quiet Hours"
    assert told(person="Bo Poe") == "Bo Poe led Quiet Hours"
    assert told() == "Mill Hospital led Quiet Hours"


def test_a_loss_is_called_a_loss() -> None:
    fact = CitedFact(1, "net_income", -4_000_000, HOUSE, ends="2023-06")
    assert (
        clause_of(fact, voice_to("Ann Roe")).words == "Mill Hospital reported a loss of $4 million for fiscal year 2023"
    )


def test_an_officer_is_named_with_the_title_once() -> None:
    fact = CitedFact(1, "officer", "Bo Poe, Trustee", HOUSE, details={"title": "Trustee"})
    assert clause_of(fact, voice_to("Ann Roe")).words == "Bo Poe is named as Trustee of Mill Hospital"


def test_only_facts_about_houses_are_told_here() -> None:
    assert OF_HOUSES.keys() <= ORGANIZATION_PREDICATES
