"""Which facts are the best to talk about, and what happened last. Shared by the card and the ways in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from outreach import partial_dates
from outreach.briefs import telling
from outreach.briefs.allowed import NEWS, WORK, of_kinds
from outreach.briefs.material import Change, KnownFact, Material
from outreach.briefs.model import Source
from outreach.briefs.naming import Spoken, shown, spoken_of
from outreach.briefs.shortening import first_that_fits
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean, sentence
from outreach.drafts.letter_phrases import quoted
from outreach.drafts.letter_programs import begins_as_deed
from research.name_matching import compare

LATELY = timedelta(days=366)
"""What happened longer ago is no news."""

LONGEST_CHANGE = 125
"""Characters of one change: three lines beside its date in the right column."""

_OLD = timedelta(days=3 * 365)
"""What is older is no fresh thing to begin with; it comes after all that is newer."""

_LONGEST_NAME = 8
"""Words of a program's name; what is longer tells of one."""

_CEREMONY = re.compile(
    r"\b(?:proud|pleased|excited|thrilled|delighted|honou?r\w{0,3}|happy|privileged?|congratulat\w{0,5}|welcom\w{0,5}"
    r"|thank\w{0,3}|grateful|tremendous|wonderful|world-class|our mission|look(?:ing)? forward"
    r"|continues? to (?:look|strive|be|lead)|committed to|doors (?:are|will)\b.{0,20}\bopen)\b",
    re.IGNORECASE,
)
"""Words of announcements: what is said with them is said by an office, and nobody can go on from it."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to talk about: a fact or a program's record, as one or two sentences."""

    key: str
    kind: str
    lead: str
    words: str
    sources: tuple[Source, ...]
    dated: str = ""


def day_of(dated: str) -> date | None:
    """The last day that a partial date can mean; None for none."""
    return partial_dates.last_day(dated) if partial(dated) else None


def is_lately(dated: str, made_on: date) -> bool:
    """Whether it was within a year, and not ahead."""
    last = day_of(dated)
    first = partial_dates.first_day(dated) if last else None
    return last is not None and first is not None and first <= made_on and made_on - last <= LATELY


def time_of(fact: KnownFact) -> str:
    """The partial date at which a fact stands in time, or ""."""
    return next((one for one in (fact.dated, fact.starts, fact.ends) if partial(one)), "")


def work(material: Material) -> list[KnownFact]:
    """The facts that one can talk about, the strongest first: fresh ones, of as many kinds as there are."""
    told_by_record = {clean(one.name).casefold() for one in material.programs}
    names = (shown(material.leader).name, clean(material.leader.name))
    facts: dict[tuple[str, str], KnownFact] = {}
    for fact in of_kinds(material.facts, WORK):
        value = clean(fact.bare or fact.value).casefold()
        is_recorded = fact.predicate.endswith("program") and any(name and name in value for name in told_by_record)
        if not is_recorded and _is_theirs(fact, names) and not _is_ceremony(fact):
            facts.setdefault((fact.predicate.removeprefix("organization_"), value), fact)
    ranked = sorted(facts.values(), key=lambda one: _strength(one, material.made_on))
    return _varied(ranked, material.made_on)


def _is_theirs(fact: KnownFact, names: Iterable[str]) -> bool:
    """Whether a program of the house was not somebody else's."""
    doer = clean(fact.details.get("person", "")) if fact.predicate == "organization_program" else ""
    return not doer or any(compare(doer, name).verdict == "equal" for name in names)


def _is_ceremony(fact: KnownFact) -> bool:
    return fact.predicate == "said" and bool(_CEREMONY.search(str(fact.bare or fact.value)))


def _strength(fact: KnownFact, made_on: date) -> tuple[bool, int, int, int]:
    last = day_of(time_of(fact))
    is_old = last is not None and made_on - last > _OLD
    lacks_result = fact.predicate.endswith("program") and not fact.details.get("result")
    rank = WORK.index(fact.predicate) + (3 if lacks_result else 0)
    return is_old, rank, -fact.sources_count, -(last.toordinal() if last else 0)


def _varied(ranked: Sequence[KnownFact], made_on: date) -> list[KnownFact]:
    """The first of each kind, then the others, fresh ones before all that are old."""
    groups: dict[tuple[bool], list[KnownFact]] = {}
    for fact in ranked:
        groups.setdefault(_strength(fact, made_on)[:1], []).append(fact)
    found: list[KnownFact] = []
    for group in groups.values():
        firsts = {one.predicate: one for one in reversed(group)}
        found += [one for one in group if firsts[one.predicate] is one]
        found += [one for one in group if firsts[one.predicate] is not one]
    return found


_NAMED = re.compile(
    r"(?:\b[A-Z0-9][\w’'-]{0,30})(?: (?:(?:of|for|and|in|the|on|to) ){0,2}[A-Z0-9][\w’'-]{0,30}){1,5}"
    r"|\b[A-Z][a-z]{1,20}-[A-Z][\w-]{1,20}"
)
"""A name within a deed: "led the Short-Stay Unit program"."""

_KIND_BEHIND = re.compile(
    r" (?:program|initiative|project|campaign|collaborative|pathway|model|unit|bundle|service)s?\b"
)
"""Says of the name before it that it is a program's."""

_BESIDE = re.compile(r"\b(?:with|at|for|by|of|to|from|in|into|on|and|as|through|across)\b", re.IGNORECASE)
"""After one of these a name is that of a place or a partner, or of what was aimed at: "a partnership with ..."."""

_HELPED = re.compile(r"^help\w{0,3} to ", re.IGNORECASE)
_HOUSE_END = re.compile(r"\b(?:University|College|Hospitals?|Health|System|Center|Clinic|Association|Commission)$")
"""Ends the name of an organization more often than that of a program."""


def program_named(fact: KnownFact) -> str:
    """The name of a program, by itself or within what somebody did; "" for a deed without one."""
    value = clean(fact.bare or fact.value).rstrip(" .,;:")
    if not begins_as_deed(value) and len(value.split()) <= _LONGEST_NAME and value[:1].isupper():
        return value
    return next((found[0] for found in _NAMED.finditer(value) if found.start() > 0 and _is_programs(found, value)), "")


def _is_programs(found: re.Match[str], value: str) -> bool:
    """Whether a name within a deed is the program's, and not a partner's, a place's, or a prize's."""
    if _KIND_BEHIND.match(value, found.end()):
        return True
    before = _HELPED.sub("", value[: found.start()])
    return not _BESIDE.search(before) and not _HOUSE_END.search(found[0])


def said_about(fact: KnownFact, material: Material, spoken: Spoken, most: int) -> str:
    """The fact as a sentence with the name in it."""
    return telling.sentence_about(fact, material.leader, spoken, material.made_on, most)


def news(material: Material) -> list[Change]:
    """What changed within a year, the newest first; of facts only the kinds that may be told as news."""
    facts = {fact.key: fact for fact in material.facts}
    found: dict[str, Change] = {}
    for change in sorted(material.changes, key=lambda one: (one.on, one.key), reverse=True):
        fact = facts.get(change.key)
        if is_lately(change.on, material.made_on) and (fact is None or fact.predicate in NEWS):
            words = sentence(clean(change.words)) if fact is None else _as_change(fact, material)
            if words:
                found.setdefault(words.casefold(), replace(change, words=words))
    return list(found.values())


def _as_change(fact: KnownFact, material: Material) -> str:
    """A fact as what happened, without its date, which stands before it; "" for one that is too long."""
    if fact.predicate in ("news", "mention"):
        title = clean(fact.bare or fact.value).rstrip(" .")
        return first_that_fits((f"In the news: {_closed(quoted(title))}",), LONGEST_CHANGE)
    if fact.predicate == "officer_change":
        return first_that_fits((sentence(clean(fact.bare or fact.value)),), LONGEST_CHANGE)
    if fact.dated == fact.starts and (begun := telling.began(fact)):
        return first_that_fits((begun,), LONGEST_CHANGE)
    undated = replace(fact, starts="", ends="", dated="" if fact.predicate != "program" else fact.dated)
    told = spoken(material)
    words = told.as_note(said_about(undated, material, told, LONGEST_CHANGE))
    return f"Said: {words}" if words.startswith("“") else words


def _closed(title: str) -> str:
    return f"{title[:-1]}.”" if title[-2:-1] not in ".?!" else title


def oldest(material: Material) -> str:
    """The partial date of the oldest fact about the person that a brief can use; "" where none is dated."""
    dated = [one.dated for one in of_kinds(material.facts, WORK) if one.about == "person" and partial(one.dated)]
    return min(dated, default="")


def spoken(material: Material) -> Spoken:
    """How the leader of a material is told of."""
    return spoken_of(material.leader)
