"""Titles compared by their words: short forms written out, ranks without weight left out."""

from __future__ import annotations

from functools import lru_cache

_LONG = {
    "ceo": "chief executive",
    "coo": "chief operating",
    "cfo": "chief financial",
    "vp": "vice president",
    "cno": "chief nursing",
    "cmo": "chief medical",
    "svp": "senior vice president",
    "cio": "chief information",
}
_WITHOUT_WEIGHT = frozenset({"of", "and", "the", "for", "officer", "chief", "new"})


@lru_cache(maxsize=512)  # each post of a person is compared with all the others
def title_key(title: str) -> frozenset[str]:
    """The words of a title for comparing, short forms written out."""
    words = title.lower().replace("&", " ").replace("/", " ").replace(",", " ").split()
    return frozenset(" ".join(_LONG.get(word, word) for word in words).split()) - _WITHOUT_WEIGHT


def titles_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two titles, by their words, are mostly one."""
    return bool(a and b) and 2 * len(a & b) >= 1.2 * max(len(a), len(b))
