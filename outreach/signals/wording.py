"""Whether two statements say the same in other spelling, and the fingerprint by which a change is told once. Pure."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import pairwise

from outreach.folding import fold

LONGEST = 1_000
"""Characters that are compared; a whole page that came as a value is told by its beginning."""

_MOST_WORDS = 60

_EMPTY = frozenset("a an and at by for in inc llc of on or the to with".split())
"""Words whose coming and going changes nothing."""

_WHEN = re.compile(r" \((?:since |until )?[^()]{1,40}\)$")
"""What a statement ends with where its date is known: "(since Mar 2024)"."""

_LONG_WORD = 6
"""Letters from which on two words may differ by a slip or by British spelling, and be the same."""


def without_date(words: str) -> str:
    """A statement without the date in brackets at its end."""
    return _WHEN.sub("", words[:LONGEST])


def is_same(one: str, other: str) -> bool:
    """Whether two statements are the same but for case, signs, little words, initials, or the spelling of a word.

    >>> is_same("Chief Nursing Officer, Harrow Lake", "chief nursing officer at Harrow Lake")
    True
    >>> is_same("Interim Chief Nursing Officer", "Chief Nursing Officer")
    False
    """
    mine, theirs = _words(one), _words(other)
    if sorted(mine) == sorted(theirs):
        return True
    left, right = _beyond(mine, theirs), _beyond(theirs, mine)
    if not left or not right:
        return False
    return _is_initials(left, right) or _is_initials(right, left) or _is_spelling(left, right)


def is_near(one: str, other: str) -> bool:
    """Whether two statements have most of their words in common and the same figures: a headline told twice."""
    mine, theirs = set(_words(one)), set(_words(other))
    if is_same(one, other):
        return True
    if _figures(mine) != _figures(theirs) or min(len(mine), len(theirs)) < 4:
        return False
    return len(mine & theirs) >= 0.8 * len(mine | theirs)


def _words(text: str) -> list[str]:
    return [word for word in fold(without_date(text)).split() if word not in _EMPTY][:_MOST_WORDS]


def _beyond(mine: list[str], theirs: list[str]) -> list[str]:
    left = list(theirs)
    found = []
    for word in mine:
        if word in left:
            left.remove(word)
        else:
            found.append(word)
    return found


def _figures(words: set[str]) -> set[str]:
    return {word for word in words if any(letter.isdigit() for letter in word)}


def _is_initials(short: list[str], long: list[str]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _is_spelling(left: list[str], right: list[str]) -> bool:
    """Whether the words that differ are pairs of one word in two spellings."""
    if len(left) != len(right):
        return False
    return all(_is_one_word(one, other) for one, other in zip(sorted(left), sorted(right), strict=True))


def _is_one_word(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG_WORD or one[0] != other[0] or _figures({one, other}):
        return False
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 2:
        return False
    if len(short) == len(long):
        return sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) == 1
    return _is_inside(short, long)


def _is_inside(short: str, long: str) -> bool:
    """Whether the one becomes the other by leaving letters out."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def digits_of(text: str) -> frozenset[str]:
    """The figures of a statement, without its date at the end."""
    return frozenset(_figures(set(_words(text))))


def fingerprint(kind: str, words: str, year: str) -> str:
    """Equal for the same change of the same person, however it is spelled: 64 letters."""
    told = json.dumps([kind, sorted(set(_words(words))), year], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def overlaps(one: str, other: str) -> bool:
    """Whether two quotations are one passage: equal, one within the other, or the one going on in the other."""
    mine, theirs = " ".join(one.split()).casefold(), " ".join(other.split()).casefold()
    if not mine or not theirs:
        return False
    return mine in theirs or theirs in mine or _goes_on(mine, theirs) or _goes_on(theirs, mine)


_SHARED = 40


def _goes_on(first: str, second: str) -> bool:
    """Whether the second begins within the first: they have 40 letters and more in common there."""
    begin = second[:_SHARED]
    return len(begin) == _SHARED and begin in first and second.startswith(first[first.index(begin) :])


def sentences_of(text: str) -> list[str]:
    """A text cut at the ends of its sentences, as far as they are plain."""
    cuts = [0, *(match.end() for match in _END.finditer(text[:LONGEST])), len(text[:LONGEST])]
    return [piece for begin, end in pairwise(cuts) if (piece := text[begin:end].strip())]


_END = re.compile(r"[.!?;]\s+")
