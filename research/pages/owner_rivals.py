"""What sets whose page it is apart from the other houses that a text names: a round-up belongs to none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BOARD_BEHIND = re.compile(
    r"\s[Bb]oard of (?:[Dd]irectors|[Tt]rustees|[Gg]overnors|[Mm]anagers)$|(?<=Hospital District)\s[Bb]oard$"
)
_CARD = 150
"""Characters of a line that may be of a card."""
_SENTENCE = 70
"""Characters of a line that is a sentence where it ends as one."""
_HONORIFIC = re.compile(r"\b(Dr|Mr|Mrs|Ms)\.")
BEFORE = 160
"""Characters in which it is looked for whether somebody was there once."""
NAMED_ONCE = 5
"""Votes that the mere naming of a house in the lead gives."""
AGAIN = 4
"""Places in which a text comes back to a house that are counted."""
RIVALS = 2
"""Other houses with as many votes that make a text one of many houses."""


def without_board(name: str) -> str:
    """A house's name without its board: "Elm Hospital Board of Trustees" speaks of Elm Hospital."""
    return _BOARD_BEHIND.sub("", name) if "oard" in name else name


def before(text: str, house: str) -> str:
    """What stands before the first naming of a house, without the dots of honorifics, which end no sentence."""
    at = text.find(house)
    return _HONORIFIC.sub(r"\1", text[max(0, at - BEFORE) : at])


def is_told(text: str) -> bool:
    """Whether a line tells something in running text, not on a card."""
    return len(text) > _CARD or (len(text) > _SENTENCE and text.rstrip().endswith((".", ".”", '."')))


def is_one_of_many(best: tuple[str, int], votes: Mapping[str, int]) -> bool:
    """Whether a candidate is only named once in the lead, and so are several others that are not of its house."""
    key, count = best
    if count > NAMED_ONCE:
        return False
    rivals = [other for other, given in votes.items() if given == count and not _of_one_house(key, other)]
    return len(rivals) >= RIVALS


def spoken_of_again(name: str, text: str) -> int:
    """How often a text comes back to a house by what it is, up to AGAIN: "the health department", "the clinic's"."""
    words = name.lower().split()
    kinds = {" ".join(words[-2:]), words[-1]} if len(words) > 2 else {words[-1]}
    return min(AGAIN, max(text.count(f" the {kind}") for kind in kinds))


def _of_one_house(a: str, b: str) -> bool:
    """Whether two names, in small letters, begin alike: "elm health" and "elm hospital"."""
    return a.split()[0] == b.split()[0]
