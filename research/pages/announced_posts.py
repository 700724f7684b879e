"""Where a sentence announces posts that are told next: "has held positions at Pine Health including", "prior roles:".

The words that introduce them ("including", "such as", a colon) and the nouns ("positions", "experience") are each
looked for once, and brought together by their places. One expression for the whole takes seconds on a long text that
repeats its beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from research.pages.late_regex import late_regex

_MOST_BETWEEN = 80
"""Characters between the noun or its place and the words that introduce the posts."""
_MOST_BEFORE = 100
"""Characters between "held" and the noun; and between "experience" and its "including"."""
_LONGEST_HOLDING = len("worked in ") + _MOST_BEFORE
_LONGEST_EARLIER = len("previous ") + 15 + 1
_CLAUSE_ENDS = frozenset(".;:")

_POSITIONS = r"(?:positions?|roles?|posts?|titles?|jobs?|capacities|appointments?)"
_NOUN = late_regex(
    rf"\b(?=[abcejprt]\w)(?P<noun>(?P<position>{_POSITIONS})|(?P<experience>experience)|background)\b"
    r"(?P<at>\s(?:at|with|for|within)\s)?",
    re.IGNORECASE,
)
_PLACE = late_regex(r"[^,.;]{2,70}+")
_INTRODUCTION = late_regex(
    r"(?=((?:,?\s(?=[ais])(?:including|included|include|includes|such as|as)(?:\sthose\sof|\sthat\sof|\sserving\sas"
    r"|\sas|\sthe\sposition\sof)?(?:\s(?:leadership\s)?(?:roles?|positions?)\sas)?|:)\s))",
    re.IGNORECASE,
)
_HOLDING = late_regex(
    r"\b(?=[afhosw]\w)(?:held|holding|filled|filling|occupied|assumed|served in|worked in)\s"
    rf"[^.;]{{0,{_MOST_BEFORE}}}+\Z",
    re.IGNORECASE,
)
_EARLIER = late_regex(r"\b(?:previous|prior|past|earlier|former)\s(?:\w{3,15}\s)?\Z", re.IGNORECASE)
_INCLUDING = late_regex(r"\sincluding\s", re.IGNORECASE)
_INCLUDES = late_regex(r"\sincludes?\s", re.IGNORECASE)
_HELD_THE = late_regex(r"\bheld\sthe\s(?:position|role|post|title)s?\sof\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Announcement:
    """The words from the verb or the noun up to the first post: their places in the sentence, and where it was held."""

    start: int
    end: int
    place: str = ""


def announcements(sentence: str) -> tuple[Announcement, ...]:
    """What announces posts in a sentence, in order and without overlaps."""
    listed = tuple(_listed(sentence))
    named = (Announcement(match.start(), match.end()) for match in _HELD_THE.finditer(sentence))
    apart = (one for one in named if not any(other.start <= one.start < other.end for other in listed))
    return tuple(sorted((*listed, *apart), key=lambda one: one.start))


def _listed(sentence: str) -> Iterator[Announcement]:
    """ "held positions including", "earlier roles at Oak Health: ", "experience includes"."""
    nouns = tuple(_NOUN.finditer(sentence))
    if not nouns:
        return  # most sentences: introductions cost ten times as much to find
    introductions = _Introductions.of(sentence)
    taken = 0
    for noun in nouns if introductions.starts else ():
        place, index = introductions.after(noun)
        start = _start(sentence, noun, taken) if index is not None and noun.start() >= taken else None
        if index is not None and start is not None:
            taken = introductions.ends[index]
            yield Announcement(start, taken, place)


def _start(sentence: str, noun: re.Match[str], taken: int) -> int | None:
    """Where the announcement with this noun begins, at `taken` at the earliest; None where it announces nothing."""
    at = noun.start()
    before = []
    if noun["position"]:
        before.append(_HOLDING.search(sentence, max(taken, at - _LONGEST_HOLDING), at))
    if noun["position"] or noun["experience"]:
        before.append(_EARLIER.search(sentence, max(taken, at - _LONGEST_EARLIER), at))
    starts = [found.start() for found in before if found]
    if not starts and not noun["position"] and _includes(sentence, noun.end("noun")):
        return at
    return min(starts, default=None)


def _includes(sentence: str, at: int) -> bool:
    """Whether experience is told by what it includes: "experience as a nurse" announces no posts."""
    including = _INCLUDING.search(sentence, at, at + _MOST_BEFORE + len(" including "))
    near = including is not None and _CLAUSE_ENDS.isdisjoint(sentence[at : including.start()])
    return near or _INCLUDES.match(sentence, at) is not None


@dataclass(frozen=True, slots=True)
class _Introductions:
    """Where the words that introduce posts begin and end in a sentence."""

    sentence: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @staticmethod
    def of(sentence: str) -> _Introductions:
        found = [match.span(1) for match in _INTRODUCTION.finditer(sentence)]
        return _Introductions(sentence, tuple(start for start, _ in found), tuple(end for _, end in found))

    def after(self, noun: re.Match[str]) -> tuple[str, int | None]:
        """The place behind a noun and the number of its introduction; ("", None) without one.

        The place is as long as it can be: "at Oak Health and later at Elm Clinic including" is of both.
        """
        place = _PLACE.match(self.sentence, noun.end()) if noun["at"] else None
        if place:
            index = self._behind(place.end())
            if index is not None:
                return place.group(), index
            index = bisect_right(self.starts, place.end()) - 1
            if index >= 0 and self.starts[index] >= place.start() + 2:
                return self.sentence[place.start() : self.starts[index]], index
        return "", self._behind(noun.end("noun"))

    def _behind(self, at: int) -> int | None:
        """The number of the first introduction from here on, when it is near and in the same clause."""
        index = bisect_left(self.starts, at)
        if index == len(self.starts) or self.starts[index] - at > _MOST_BETWEEN:
            return None
        return index if _CLAUSE_ENDS.isdisjoint(self.sentence[at : self.starts[index]]) else None
