"""Which of the user's people a program's speaker is: by name and organization together, or a question. Pure.

Nobody is matched on a name alone: a name is borne by many. The name is judged by the engine's comparison
(`research.name_matching.compare`), the organization by its names, its other names, its parent and its parts. What is
less than both becomes a question; what speaks against it (another middle name, Jr. and Sr.) is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from outreach.folding import fold
from research.name_matching import NameMatch, compare
from research.names import parse_name
from research.organization_relations import relation
from research.organizations import is_telling

HouseWord = Literal["same", "different", "unknown"]

SAME_WORDS = "same name and organization"
MOST_CANDIDATES = 5
"""People who are asked about for one speaker, the likeliest of those who bear the name."""

_PARTED = re.compile(r"\s{0,3}(?:[,;/|]|\s[-–—]\s)\s{0,3}")
_LONGEST_HOUSE = 300


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker as the program has them."""

    name: str
    organization: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """A name that a person's present workplace goes by. how: "" for its own name, else why it counts: "its parent"."""

    name: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One of the user's people: names they go by, the houses they work at now, their posts, where they worked before.

    former: (house, until when as it is known, or "") of posts that have ended.
    """

    person_id: int
    names: tuple[str, ...]
    houses: tuple[House, ...] = ()
    titles: tuple[str, ...] = ()
    former: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of a speaker. state: a key of `models.MATCHES`; candidates: whom it is asked about."""

    state: str
    person_id: int | None = None
    candidates: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Weighing:
    """One speaker beside one person: the names, the houses, and what is told of both."""

    person_id: int
    name: NameMatch
    house: HouseWord
    house_words: str
    tells: bool = False
    """Whether the name of the house that agrees points at few houses."""


def judge(speaker: Spoken, people: Iterable[Kept], refused: Collection[int] = ()) -> Judged:
    """Who this speaker is. refused: people of whom the user said that it is somebody else."""
    weighed = [one for kept in people if kept.person_id not in refused and (one := weigh(speaker, kept)) is not None]
    sure = [one for one in weighed if is_sure(one)]
    if len(sure) == 1 and not any(one.house == "same" for one in weighed if one is not sure[0]):
        return Judged("matched", sure[0].person_id, (), SAME_WORDS)
    asked = sorted((one for one in weighed if is_worth_asking(one)), key=_closest_first)
    if not asked:
        return Judged("none")
    return Judged("asked", None, tuple(one.person_id for one in asked[:MOST_CANDIDATES]))


def is_sure(one: Weighing) -> bool:
    """Whether name and organization both agree, and the organization's name points at few houses."""
    return one.name.verdict == "equal" and one.house == "same" and one.tells


def is_worth_asking(one: Weighing) -> bool:
    """Whether the names may be one person's. An initial alone needs the same house beside it."""
    if one.name.verdict == "initial":
        return one.house == "same" or (one.house == "unknown" and one.name.has_given and one.name.middle_agrees)
    return one.name.verdict in ("equal", "compatible")


def _closest_first(one: Weighing) -> tuple[int, int, int]:
    names = {"equal": 0, "compatible": 1, "initial": 2}
    houses = {"same": 0, "unknown": 1, "different": 2}
    return houses[one.house], names.get(one.name.verdict, 3), one.person_id


def weigh(speaker: Spoken, kept: Kept) -> Weighing | None:
    """The speaker beside one person; None where the names are two people's."""
    found = [compare(speaker.name, name) for name in kept.names if name]
    if any(match.veto for match in found[:1]):
        return None
    best = min(found, key=_nearest, default=None)
    if best is None or best.veto or best.verdict == "different":
        return None
    word, told, tells = _houses(speaker.organization, kept)
    return Weighing(kept.person_id, best, word, told, tells)


def _nearest(match: NameMatch) -> int:
    return ("equal", "compatible", "initial", "different").index(match.verdict) + (4 if match.veto else 0)


def _houses(organization: str, kept: Kept) -> tuple[HouseWord, str, bool]:
    """How the organization that the program names stands to those where the person works, with the words for it."""
    forms = _forms(organization)
    if not forms:
        return "unknown", "the program names no organization", False
    for house in sorted(kept.houses, key=lambda one: not is_telling(one.name)):
        if _is_one_of(house.name, forms):
            return "same", f"{house.name}{f', {house.how}' if house.how else ''}", is_telling(house.name)
    for name, until in kept.former:
        if _is_one_of(name, forms):
            return "different", f"{name} is where they worked before{f', until {until}' if until else ''}", False
    own = next((house.name for house in kept.houses if not house.how), "")
    if not own:
        return "unknown", "you have not noted where they work", False
    return "different", f"{organization} and {own}", False


def _is_one_of(name: str, forms: Sequence[str]) -> bool:
    return any(relation(name, form) in ("same", "within") for form in forms)


def _forms(organization: str) -> tuple[str, ...]:
    """The ways to read what stands at a speaker: whole, and its parts ("Harbor Health, Duluth, MN")."""
    whole = " ".join(organization[:_LONGEST_HOUSE].split())
    parts = [part for part in _PARTED.split(whole) if len(part) > 2]
    return tuple(dict.fromkeys(one for one in (whole, *parts) if fold(one)))


# --- the question -----------------------------------------------------------------------------------------------------


def weighed_in_words(speaker: Spoken, kept: Kept) -> tuple[tuple[str, str], ...]:
    """What is the same, what differs, what is not known: pairs ("Same", "first and last name agree")."""
    one = weigh(speaker, kept)
    if one is None:
        return (("Different", "the names are two people’s"),)
    told: dict[str, list[str]] = {"Same": [], "Different": [], "Unknown": []}
    told["Same" if one.name.verdict == "equal" else "Unknown"].append(one.name.detail)
    told[one.house.capitalize()].append(one.house_words if one.house != "same" else f"organization, {one.house_words}")
    told[_title_word(speaker, kept)].append("post")
    return tuple((label, "; ".join(words)) for label, words in told.items() if words)


def _title_word(speaker: Spoken, kept: Kept) -> str:
    if not speaker.title or not any(kept.titles):
        return "Unknown"
    mine = set(fold(speaker.title).split())
    return "Same" if any(mine == set(fold(title).split()) for title in kept.titles) else "Different"


# --- finding whom to compare ------------------------------------------------------------------------------------------


_BETWEEN = frozenset(
    "de del della der den di da dos das du la le van von bin ibn al el st ter ten mac jr sr ii iii".split()
)


class Directory:
    """The user's people by the words of their surnames, so that a speaker is compared with a few of them only."""

    def __init__(self, people: Sequence[Kept]) -> None:
        self._people = {kept.person_id: kept for kept in people}
        self._by_word: dict[str, set[int]] = {}
        for kept in people:
            for name in kept.names:
                parsed = parse_name(name)
                for word in (*_words(parsed.family), *_words(parsed.middle)):
                    self._by_word.setdefault(word, set()).add(kept.person_id)

    def near(self, name: str) -> tuple[Kept, ...]:
        """Those with a word of the surname in common, also where the words are turned round; by id."""
        parsed = parse_name(name)
        words = (*_words(parsed.family), *_words(parsed.middle), *_words(parsed.given))
        ids = {number for word in words for number in self._by_word.get(word, ())}
        return tuple(self._people[number] for number in sorted(ids))


def _words(name: str) -> tuple[str, ...]:
    folded = fold(name).split()
    telling = [word for word in folded if word not in _BETWEEN and len(word) > 1]
    return tuple(dict.fromkeys((*telling, "".join(folded)))) if folded else ()
