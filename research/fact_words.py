"""A fact in words: its value as people read it, its place and dates, and what its standing asks to be said."""

from __future__ import annotations

from collections.abc import Callable

from research.types import Fact, PartialDate
from research.vocabulary import PREDICATES, Predicate


def readable(value: object, unit: str = "") -> str:
    """A value as people read it: 1234567 dollars -> $1,234,567; True -> yes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        text = f"{abs(value):,.0f}" if float(value).is_integer() else f"{abs(value):,.1f}"
        sign = "-" if value < 0 else ""
        return f"{sign}${text}" if unit == "US dollars" else sign + text
    return str(value)


def fact_text(fact: Fact, said: Callable[[PartialDate], str] = str) -> str:
    """The fact as a short statement, without its label. `said` writes its dates."""
    predicate = PREDICATES[fact.predicate]
    value = readable(fact.value, predicate.unit)
    parts = [f"“{value.strip('“”')}”" if fact.predicate == "said" else value]
    if _names_its_place(fact, predicate):
        parts.append(f", {fact.organization}")
    result = fact.details.get("result")
    if result and str(result).casefold() not in str(fact.value).casefold():
        parts.append(f": {result}")
    title, person = fact.details.get("title"), fact.details.get("person")
    if fact.predicate == "organization_program" and person:
        parts.append(f" - {person}" + (f", {title}" if title else ""))
    elif title and str(title).casefold() not in value.casefold():
        parts.append(f", {title}")
    if (plain := when_words(fact)) and plain not in value and (when := when_words(fact, said)) not in value:
        parts.append(f" ({when})")
    return "".join(parts)


def _names_its_place(fact: Fact, predicate: Predicate) -> bool:
    if predicate.kind != "title" and fact.predicate not in ("education", "affiliation", "membership"):
        return False
    return bool(fact.organization) and fact.organization.casefold() not in str(fact.value).casefold()


def when_words(fact: Fact, said: Callable[[PartialDate], str] = str) -> str:
    """When it was or has been so, in words: "since 2019", "2014 to 2018"; "" where nothing is known of it."""
    is_post = PREDICATES[fact.predicate].kind == "title"
    if fact.start and fact.end and str(fact.start) != str(fact.end):
        return f"{said(fact.start)} to {said(fact.end)}"
    if fact.end:
        return f"until {said(fact.end)}" if is_post else said(fact.end)
    if fact.start:
        return f"since {said(fact.start)}" if is_post else said(fact.start)
    period = fact.details.get("period")
    return str(period) if period else ""


def standing_note(fact: Fact) -> str:
    """What a reader has to know beside the fact, or "": that sources differ, of whom it is, that it may be old."""
    notes = []
    if fact.standing == "disputed":
        notes.append("sources differ: " + ", ".join(readable(rival) for rival in fact.rivals))
    if fact.status and fact.status not in ("current", ""):
        notes.append(fact.status)
    if fact.details.get("organization_from") == "page":
        notes.append("listed on its page")
    if fact.details.get("names") and fact.predicate not in ("organization_identifier", "identifier"):
        notes.append(f"of the {fact.details['names']}")
    if fact.stale and fact.as_of:
        notes.append(f"as of {fact.as_of}")
    elif fact.stale:
        notes.append("may be out of date")
    return "; ".join(notes)
