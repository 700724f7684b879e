"""How a fact is spoken of: how old it is, who says it, which facts dispute each other, what is missing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from outreach import partial_dates
from outreach.words import in_words, listed
from research.gaps import in_a_sentence
from research.types import PartialDate, Scalar, Subject
from research.vocabulary import PREDICATES, Predicate

ORDER_OF_USE = (
    "program", "said", "award", "public_service", "talk", "board_seat", "publication", "grant", "trial", "membership",
    "role", "former_role", "education", "affiliation", "specialty", "topic", "credential", "licensed_state", "mention",
    "organization_program", "quality_measure", "overall_rating", "organization_award", "community_benefit", "mission",
    "news", "officer_change", "beds", "employees", "revenue", "ownership", "officer", "parent", "unit", "owner",
)  # fmt: skip
"""Kinds of facts, the most useful in a letter first; those that are not named come last, in the vocabulary's order."""

NOT_SAID = frozenset(
    {"name", "identifier", "website", "organization_name", "organization_identifier", "organization_website", "feed"}
)
"""Kinds that tell who somebody is, and nothing that one would say to them."""

_DAYS_OF_A_YEAR = 365
_OFFICIAL_TRUST = 0.9
"""What a register weighs in `research`; see `Source.trust`."""

_LONGEST_NUMBER = 24
_NUMBER = re.compile(r"-?\$?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,4})?")
_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


# --- age ------------------------------------------------------------------------------------------------------------


def stale_words(predicate: str, as_of: str, read_on: date | None, today: date) -> str:
    """ "older than a year" for a fact whose kind does not keep so long; "" while it is fresh, or for kinds that keep.

    as_of: the partial date that its sources speak of, "" where they say none: then the day it was read counts.
    """
    kind = PREDICATES.get(predicate)
    if kind is None or kind.fresh_days is None:
        return ""
    last = partial_dates.last_day(as_of) or read_on
    if last is None or today - last <= timedelta(days=kind.fresh_days):
        return ""
    years = max(1, round(kind.fresh_days / _DAYS_OF_A_YEAR))
    return f"older than {'a year' if years == 1 else f'{in_words(years)} years'}"


# --- who says it ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a fact: how many sources, whether a register is among them, whether only the user says it."""

    sources: int
    is_official: bool
    is_own: bool
    is_correction: bool


def is_official(access: str, trust: float) -> bool:
    """Whether a source is a public register, and not a page that somebody wrote."""
    return access in ("api", "bulk") and trust >= _OFFICIAL_TRUST


def tags(predicate: str, support: Support, stale: str, *, is_disputed: bool) -> tuple[tuple[str, str], ...]:
    """The words at the right of a fact, each with its tint."""
    found = [_tag_of_support(predicate, support)]
    if is_disputed:
        found.append(("disagrees", "bad"))
    if stale:
        found.append((stale, "warn"))
    return tuple(found)


def _tag_of_support(predicate: str, support: Support) -> tuple[str, str]:
    if support.is_correction:
        return ("your correction", "warn")
    if support.is_own:
        return ("only your notes", "warn")
    if support.sources > 1:
        return (f"{support.sources} sources", "good")
    if predicate == "said":
        return ("1 source, quoted", "good")
    return ("official record", "good") if support.is_official else ("1 source", "plain")


# --- order ----------------------------------------------------------------------------------------------------------

_RANKS = {key: place for place, key in enumerate(dict.fromkeys((*ORDER_OF_USE, *PREDICATES)))}
_T = TypeVar("_T")


def rank(predicate: str) -> int:
    """Place of a kind in the order of use."""
    return _RANKS.get(predicate, len(_RANKS))


def varied(items: Iterable[tuple[str, _T]], most: int) -> list[_T]:
    """A few of many, of as many kinds as there are: the first of each kind in the order of use, then the second.

    items: (kind, item), within a kind the best first.
    """
    kinds: dict[str, list[_T]] = {}
    for kind, item in items:
        kinds.setdefault(kind, []).append(item)
    rows = [kinds[kind] for kind in sorted(kinds, key=rank)]
    longest = max(map(len, rows), default=0)
    return [row[turn] for turn in range(longest) for row in rows if turn < len(row)][:most]


# --- disputes -------------------------------------------------------------------------------------------------------


def dispute_key(predicate: str, starts: str, ends: str, details: Mapping[str, Any]) -> tuple[str, ...]:
    """What the values have in common that cannot all be true: of a kind that has several, also when it was.

    Posts dispute each other when they are held at the same time, so it does not matter when each began.
    """
    kind = PREDICATES.get(predicate)
    when = (ends or starts) if kind is not None and kind.many and predicate != "role" else ""
    return (predicate, str(details.get("names", "")), str(details.get("measure", "")), when)


def disputes(items: Iterable[tuple[tuple[str, ...], _T]]) -> list[list[_T]]:
    """The values that dispute each other, side by side; one that stands alone by now is disputed no more."""
    groups: dict[tuple[str, ...], list[_T]] = {}
    for key, item in items:
        groups.setdefault(key, []).append(item)
    return [group for group in groups.values() if len(group) > 1]


# --- what the user types --------------------------------------------------------------------------------------------


def read_value(predicate: Predicate, text: str, today: date) -> Scalar:
    """What a user typed as the value of such a fact. Raises: ValueError with a sentence for the form."""
    text = " ".join(text.split())
    if predicate.kind == "flag":
        return _read_flag(text)
    if predicate.kind == "date":
        return partial_dates.read(text, today)
    if predicate.kind not in ("number", "money", "rating"):
        return text
    number = _read_number(text)
    if predicate.kind == "rating" and not 1 <= number <= 5:
        raise ValueError("Enter a number of stars from 1 to 5.")
    return number


def _read_flag(text: str) -> bool:
    if text.casefold() not in _YES_NO:
        raise ValueError("Write yes or no.")
    return _YES_NO[text.casefold()]


def _read_number(text: str) -> int | float:
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        raise ValueError("Write a number in digits, such as 4,312.")
    number = float(text.replace(",", "").replace("$", ""))
    return int(number) if number.is_integer() else number


def kinds_for(subject: Subject) -> list[tuple[str, str]]:
    """The kinds of facts that a user may note by hand, as (key, words), in the order of use."""
    keys = sorted((key for key, one in PREDICATES.items() if one.subject == subject and key not in NOT_SAID), key=rank)
    return [(key, PREDICATES[key].label) for key in keys]


# --- pronouns -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pronouns:
    """she, her, her; he, him, his; they, them, their."""

    subject: str
    object: str
    possessive: str


_PRONOUNS = {"she": Pronouns("she", "her", "her"), "he": Pronouns("he", "him", "his")}
_THEY = Pronouns("they", "them", "their")


def pronouns(written: str) -> Pronouns:
    """The pronouns that a person gives, as in "she/her"; "they" for none, for several, and for others."""
    first = re.split(r"[/,\s]", written.strip().casefold(), maxsplit=1)[0]
    return _PRONOUNS.get(first, _THEY) if "they" not in written.casefold() else _THEY


# --- gaps -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A source of the latest run: its name, how it fared (`models.SOURCE_STATES`), and which kinds it could tell."""

    title: str
    state: str
    covers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A kind of fact that a dossier should hold and does not. `state`: not found, could not be read, not looked for."""

    predicate: str
    words: str
    state: str
    note: str


def gaps(subject: Subject, have: Iterable[str], asked: Sequence[Asked]) -> tuple[Gap, ...]:
    """What is missing, and why, in the vocabulary's order. An empty `asked`: nothing was looked for yet."""
    known = frozenset(have)
    wanted = (one for one in PREDICATES.values() if one.sought and one.subject == subject and one.key not in known)
    return tuple(_gap(one, [source for source in asked if one.key in source.covers]) for one in wanted)


_NAMED = 3


def _gap(predicate: Predicate, asked: Sequence[Asked]) -> Gap:
    answered = [one.title for one in asked if one.state in ("found", "nothing")]
    failed = [one.title for one in asked if one.state in ("failed", "later")]
    coming = [one.title for one in asked if one.state in ("waiting", "now")]
    word = in_a_sentence(predicate.label)
    if coming:
        return Gap(predicate.key, predicate.label, "being looked for", f"{_named(coming)} may still tell.")
    if answered:
        more = f" {_named(failed)} could not be read." if failed else ""
        return Gap(predicate.key, predicate.label, "not found", f"Looked for in {_named(answered)}.{more}")
    if failed:
        return Gap(predicate.key, predicate.label, "could not be read", f"{_named(failed)} could not be read.")
    return Gap(predicate.key, predicate.label, "not looked for", f"No source was asked for {word}.")


def _named(titles: Sequence[str]) -> str:
    """Up to three by name, then how many more."""
    more = len(titles) - _NAMED
    if more <= 0:
        return listed(list(titles))
    return listed([*titles[:_NAMED], f"{in_words(more)} more"])


def latest(dates: Iterable[str]) -> str:
    """The latest of several partial dates; "" for none."""
    return max((one for one in dates if one), key=lambda one: PartialDate.parse(one).last_day(), default="")
