"""Which kinds of facts each part of a brief may use: lists of what may stand there, by `research.vocabulary`.

A kind that stands in no list is printed nowhere. So nothing of somebody's home, family, health, faith or purse gets
onto paper because a source says it: there is no place for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from outreach.briefs.material import KnownFact, Material

PATH = ("former_role", "education", "board_seat", "membership", "specialty", "role")
"""Who somebody is, the most telling first; the present post stands in the head."""

WORK = (
    "program", "said", "organization_program", "talk", "publication", "public_service", "grant", "trial", "award",
    "organization_award", "board_seat", "membership",
)  # fmt: skip
"""What one can talk about with somebody, the most telling first."""

NEWS = (
    "program", "said", "organization_program", "talk", "publication", "public_service", "grant", "trial", "award",
    "organization_award", "news", "mention", "officer_change", "role", "board_seat",
)  # fmt: skip
"""What may be told as having changed lately."""

OFFICES = ("officer",)
"""Who leads the house beside them."""

FIGURES = (
    "beds", "employees", "revenue", "overall_rating", "discharges", "net_income", "volunteers", "expenses", "assets",
)  # fmt: skip
"""Figures of the house, the most telling first."""

ASKED = ("program", "organization_program", "talk", "publication", "board_seat")
"""What a question can hang on; not the post: nobody is told "I read that you are chief executive" and asked of it."""

OPEN = frozenset({*PATH, *WORK, *NEWS, *OFFICES, *FIGURES, "founded", "ownership", "name"})
"""Of what it may be told that sources disagree."""


def of_kinds(facts: Iterable[KnownFact], kinds: Iterable[str]) -> list[KnownFact]:
    """The facts of these kinds that have a source, in the order in which they come."""
    allowed = frozenset(kinds)
    return [fact for fact in facts if fact.predicate in allowed and fact.sources]


def that_hold(material: Material) -> int:
    """How many facts about the person hold that a brief can use: below three they count as not researched."""
    known = [one for one in of_kinds(material.facts, {*PATH, *WORK}) if one.about == "person"]
    has_post = bool(material.leader.title and material.leader.post_sources)
    is_told = any(one.predicate == "role" for one in known)
    return len(known) + sum(one.is_own for one in material.programs) + (has_post and not is_told)


ENOUGH = 3
"""Facts below which the card says that somebody is not researched (ux.md, section 13)."""
