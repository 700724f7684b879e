"""What should be known before somebody is asked for their time: six checks, each met or open. Pure; it locks nothing.

The six are the product's own: a role that was confirmed lately, a program that two sources tell of, a quotation in
their own words, a fact about their organization, a reason why this leader and not another, and nothing unsettled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from outreach.words import counted, in_words
from research.organizations import comparable, distinctive
from research.vocabulary import PREDICATES

ROLE_DAYS = 90
"""A post that nobody has confirmed for a quarter may have changed hands: a letter to the wrong title ends there."""

PROGRAM_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """What shows that an item is met: words, whose they are, and where to read them."""

    words: str
    source: str
    address: str = ""
    reason: str = ""
    """Why it counts, in a sentence, where not every fact of the kind does."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A post, who says that it is held now, and on which day."""

    on: date
    passage: Passage


@dataclass(frozen=True, slots=True)
class Close:
    """The shortest way to close an open item: a link, or a press where `posts`."""

    words: str
    address: str
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a leader, as far as the checks ask. None and 0 where nothing is."""

    role: Confirmed | None
    program: Passage | None
    program_sources: int
    quotation: Passage | None
    organization: Passage | None
    reason: str
    unsettled: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Where each item is closed, for this leader; `role` depends on whether a post is known at all."""

    role: Close
    program: Close
    second_source: Close
    quotation: Close
    organization: Close
    reason: Close
    unsettled: Close


@dataclass(frozen=True, slots=True)
class Item:
    """One check. `why` says what is missing or what it is for; `passage` shows that it is met."""

    key: str
    words: str
    met: bool
    why: str
    passage: Passage | None = None
    close: Close | None = None

    @property
    def link_words(self) -> str:
        """The link of an open item."""
        return self.close.words if self.close else ""

    @property
    def address(self) -> str:
        """Where it leads."""
        return self.close.address if self.close else ""


def check(seen: Seen, ways: Ways, today: date, whose: str = "their") -> tuple[Item, ...]:
    """The six items in their order. whose: her, his or their."""
    return (
        _role(seen, ways, today, whose),
        _program(seen, ways),
        _found("quotation", f"A quotation in {whose} own words", seen.quotation, _WHY_QUOTATION, ways.quotation),
        _found("organization", f"A fact about {whose} organization", seen.organization, _WHY_HOUSE, ways.organization),
        _reason(seen, ways),
        _unsettled(seen, ways),
    )


_WORTH = {
    "organization_program": "It is a program of the house.",
    "organization_award": "It is an award to the house.",
    "quality_measure": "It compares the house with others.",
    "community_benefit": "It says what the house gives.",
    "mission": "It is what the house says it is for.",
    "ownership": "It says whose the house is.",
    "owner": "It says whose the house is.",
    "parent": "It says what the house is part of.",
    "officer_change": "It is a change at the head of the house.",
    "founded": "It is the beginning of the house.",
}
"""Kinds of facts about an organization that one can talk about -> why."""


_FIGURES = tuple(key for key, kind in PREDICATES.items() if kind.kind in ("number", "money", "rating"))

TALKED_OF = (*_WORTH, "news", *_FIGURES)
"""Kinds of facts about an organization among which there is one to talk about."""


def worth_mentioning(predicate: str, value: str, period: str, house: str) -> str:
    """Why a fact about an organization is one to talk about; "" for what stands in any list.

    A figure needs its period, and news the name of the house: else it may be told of a dozen others.
    value: as it is shown. period: a partial date, or "". house: the organization's name.
    """
    if predicate in _FIGURES:
        return "It is a figure with its period." if period else ""
    if predicate == "news":
        return "It is news of the house itself." if _names(value, house) else ""
    return _WORTH.get(predicate, "")


def _names(headline: str, house: str) -> bool:
    words = distinctive(house) or frozenset(comparable(house).split())
    return bool(words) and words <= set(comparable(headline).split())


def met(items: Sequence[Item]) -> int:
    """How many are met."""
    return sum(item.met for item in items)


_WHY_QUOTATION = "Whoever is quoted to themselves knows that they were read. Your own notes alone do not count."
_WHY_HOUSE = (
    "A question that knows the house is answered by its leader, and not by its web page. A name, an address, a list of "
    "officers or a figure without its year is not enough."
)
_WHY_REASON = "One sentence of your own: why this leader, and not another with the same title."


def _role(seen: Seen, ways: Ways, today: date, whose: str) -> Item:
    words = f"You know {whose} current role"
    if seen.role is None:
        return Item("role", words, met=False, why="Nobody has confirmed the present post yet.", close=ways.role)
    if is_role_open(seen.role.on, today):
        days = (today - seen.role.on).days
        said = f"It was last confirmed {counted(days, 'day', 'days')} ago; {ROLE_DAYS} days are the most."
        return Item("role", words, met=False, why=said, passage=seen.role.passage, close=ways.role)
    return Item("role", words, met=True, why=f"Confirmed within {ROLE_DAYS} days.", passage=seen.role.passage)


def is_role_open(said_on: date | None, today: date) -> bool:
    """Whether a post needs to be confirmed of which somebody said on a day that it is held; None for never."""
    return said_on is None or (today - said_on).days > ROLE_DAYS


def _program(seen: Seen, ways: Ways) -> Item:
    words = "A program that two sources tell of"
    if seen.program is None or seen.program_sources == 0:
        return Item("program", words, met=False, why="No program is known with a source.", close=ways.program)
    if seen.program_sources < PROGRAM_SOURCES:
        why = "One source tells of the best known program; a second one is missing."
        return Item("program", words, met=False, why=why, passage=seen.program, close=ways.second_source)
    why = f"{in_words(seen.program_sources).capitalize()} sources tell of it."
    return Item("program", words, met=True, why=why, passage=seen.program)


def _found(key: str, words: str, passage: Passage | None, why: str, close: Close) -> Item:
    return Item(
        key,
        words,
        met=passage is not None,
        why=(passage and passage.reason) or why,
        passage=passage,
        close=None if passage else close,
    )


def _reason(seen: Seen, ways: Ways) -> Item:
    words = "A reason it is this leader and not another"
    if not seen.reason.strip():
        return Item("reason", words, met=False, why=_WHY_REASON, close=ways.reason)
    return Item("reason", words, met=True, why=_WHY_REASON, passage=Passage(seen.reason, "In your words"))


def _unsettled(seen: Seen, ways: Ways) -> Item:
    words = "Nothing unsettled"
    if seen.unsettled:
        why = f"{counted(seen.unsettled, 'thing waits', 'things wait')} for your word."
        return Item("unsettled", words, met=False, why=why, close=ways.unsettled)
    return Item("unsettled", words, met=True, why="No question is open, and no sources disagree.")
