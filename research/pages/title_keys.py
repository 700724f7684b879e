"""Titles compared by their words: short forms written out, ranks without weight left out."""

from __future__ import annotations


def title_key(title: str) -> frozenset[str]:
    """The words of a title for comparing, short forms written out."""
    long = {
        "ceo": "chief executive",
        "coo": "chief operating",
        "cfo": "chief financial",
        "vp": "vice president",
        "cno": "chief nursing",
        "cmo": "chief medical",
        "svp": "senior vice president",
        "cio": "chief information",
    }
    words = " ".join(
        long.get(w, w) for w in title.lower().replace("&", " ").replace("/", " ").replace(",", " ").split()
    ).split()
    return frozenset(w for w in words if w not in {"of", "and", "the", "for", "officer", "chief", "new"})


def titles_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two titles, by their words, are mostly one."""
    return bool(a and b) and 2 * len(a & b) >= 1.2 * max(len(a), len(b))
