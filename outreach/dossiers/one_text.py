"""Which passages stand in one text: a press release in the feed, in the newsroom and in a newspaper is one voice.

The engine tells which documents copy one another (`research.copies`). A feed holds a part of many texts and copies none
as a whole; so two passages that say the same in the same words are of one text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from research import types

LEAST_WORDS = 8
"""Words in a row that two writers do not hit upon alike: the length of the engine's shingles (Broder 1997)."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage: who publishes it, the document it stands in (any name for it; "" for none), its words, its page."""

    publisher: str
    document: str
    quote: str
    address: str = ""


@dataclass(slots=True)
class Joined:
    """Names that were found to mean one thing (union-find); each set is named by the least of its names."""

    parents: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The name of the set that this one is in."""
        self.parents.setdefault(name, name)
        while self.parents[name] != name:
            name = self.parents[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Note that the two mean one thing."""
        first, second = sorted((self.of(one), self.of(other)))
        self.parents[second] = first


def publishers_by_text(claims: Iterable[types.Claim], families: Mapping[str, str], bundles: frozenset[str]) -> Joined:
    """Who publishes each text, as the engine's merging has it: whoever prints the same text is one publisher.

    bundles: keys of sources whose documents come from many publishers.
    """
    joined = Joined()
    for claim in claims:
        if claim.record.source not in bundles:
            joined.join(f"source {claim.record.source}", text_name(claim, families))
    return joined


def text_name(claim: types.Claim, families: Mapping[str, str]) -> str:
    """The text that a claim stands in, the same for all its copies."""
    return f"text {families.get(claim.citation.document, claim.citation.document)}"


def first_of_each_text(places: Sequence[Place]) -> tuple[int, ...]:
    """For each passage the index of the first one that stands in the same text: its own where it is no copy."""
    folded = [(place.document, _page(place.address), _folded(place.quote)) for place in places]
    found = list(range(len(places)))
    for index, one in enumerate(folded):
        same = {found[earlier] for earlier in range(index) if _is_one_text(one, folded[earlier])}
        if same:
            # A passage that two others share their text with makes one text of all three.
            first = min(same)
            found[: index + 1] = [first if was in same or was == index else was for was in found[: index + 1]]
    return tuple(found)


def _is_one_text(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    same_place = any(name and name == another for name, another in zip(one[:2], other[:2], strict=True))
    return same_place or are_same_words(one[2], other[2])


def _page(address: str) -> str:
    """The address without what does not change the page: scheme, "www.", a last slash, the place on the page."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def count_publishers(places: Sequence[Place]) -> int:
    """How many say it by themselves: a publisher is one however much it prints, and so are all who print one text."""
    joined = Joined()
    for index, first in enumerate(first_of_each_text(places)):
        joined.join(f"publisher {places[index].publisher}", f"publisher {places[first].publisher}")
    return len({joined.of(name) for name in list(joined.parents)})


def are_same_words(one: str, other: str) -> bool:
    """Whether the shorter of two folded passages stands in the longer, and is long enough not to do so by chance."""
    short, long = sorted((one, other), key=len)
    return short.count(" ") >= LEAST_WORDS + 1 and short in long


def _folded(quote: str) -> str:
    """The words alone, each between blanks, so that no word is found inside another."""
    return f" {' '.join(_WORD.findall(quote.casefold()))} "
