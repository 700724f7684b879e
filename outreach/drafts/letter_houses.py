"""Facts about an organization as clauses: beds, money, ratings, mission, honors. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean, possessive, with_the
from outreach.drafts.letter_phrases import (
    Clause,
    Telling,
    detail_of,
    honored,
    house_of,
    in_brackets,
    number_of,
    post_at,
    program,
    quoted,
    text_of,
)
from outreach.drafts.letter_programs import Voice
from outreach.drafts.letter_values import CitedFact
from outreach.words import money
from research.name_matching import compare


def _figure(before: str, behind: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        year = _of_year(fact)
        verb = "had" if year else before
        return Clause(f"{house_of(fact, voice)} {verb} {number_of(fact.value)} {behind}{year}")

    return tell


def _of_year(fact: CitedFact) -> str:
    year = partial(fact.ends)[-4:]
    return f" in {year}" if year else ""


def _dollars(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        amount = fact.value
        is_number = isinstance(amount, int | float) and not isinstance(amount, bool) and math.isfinite(amount)
        said = f"{what} of {money(abs(float(amount))) if is_number else clean(amount)}"
        if is_number and float(amount) < 0:
            said = f"a loss of {money(-float(amount))}"
        year = partial(fact.ends)[-4:]
        return Clause(f"{house_of(fact, voice)} reported {said}" + (f" for fiscal year {year}" if year else ""))

    return tell


def _flag(yes: str, no: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        is_so = fact.value is True or clean(fact.value).lower() in ("true", "yes", "1")
        return Clause(f"{house_of(fact, voice)} {yes if is_so else no}")

    return tell


def _rating(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{house_of(fact, voice)} holds {number_of(fact.value)} of 5 stars in the CMS overall rating")


def _of_house(before: str, *, the: bool = False) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        text = with_the(text_of(fact)) if the else text_of(fact)
        return Clause(f"{house_of(fact, voice)} {before} {text}")

    return tell


def _house_award(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"{house_of(fact, voice)} {honored(replace(fact, organization=''), voice, 'was')}")


def _house_program(fact: CitedFact, voice: Voice) -> Clause:
    """What was done there: by whom the source names, who may be the reader, or else by the house."""
    doer = detail_of(fact, "person")
    if doer and any(compare(doer, name).verdict == "equal" for name in voice.names):
        return program(fact, voice)
    named = doer or house_of(fact, voice)
    return program(fact, replace(voice, subject=named, whose=possessive(named), is_you=False, names=()))


def _officer(fact: CitedFact, _: Voice) -> Clause:
    title = detail_of(fact, "title") or "an officer"
    name = text_of(fact).partition(f", {title}")[0]
    return Clause(f"{name} is named as {post_at(title, fact.organization) or title}")


def _news(fact: CitedFact, voice: Voice) -> Clause:
    return Clause(f"the news from {house_of(fact, voice)}: {quoted(text_of(fact))}" + in_brackets(fact), "about")


def _house_words(what: str) -> Telling:
    def tell(fact: CitedFact, voice: Voice) -> Clause:
        return Clause(f"{what} of {house_of(fact, voice)} says: {quoted(text_of(fact))}")

    return tell


OF_HOUSES: Mapping[str, Telling] = {
    "location": _of_house("is in"),
    "organization_kind": _house_words("the public record"),
    "ownership": _house_words("the public record"),
    "overall_rating": _rating,
    "emergency_services": _flag("has an emergency department", "has no emergency department"),
    "birthing_friendly": _flag(
        "meets the CMS birthing-friendly criteria", "does not meet the CMS birthing-friendly criteria"
    ),
    "quality_measure": _house_words("the CMS record"),
    "beds": _figure("has", "beds"),
    "employees": _figure("has", "employees"),
    "volunteers": _figure("has", "volunteers"),
    "discharges": _figure("had", "discharges"),
    "revenue": _dollars("revenue"),
    "expenses": _dollars("expenses"),
    "net_income": _dollars("net income"),
    "assets": _dollars("assets"),
    "community_benefit": _house_words("the community benefit report"),
    "mission": _house_words("the mission"),
    "founded": _of_house("was founded in"),
    "parent": _of_house("is part of", the=True),
    "unit": _of_house("includes", the=True),
    "officer": _officer,
    "organization_program": _house_program,
    "organization_award": _house_award,
    "news": _news,
}
"""Kind of a fact about an organization -> how it is told."""
