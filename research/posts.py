"""Comparing titles of posts: "President & CEO" and "president and chief executive officer" are one post."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT = {
    "ceo": "chief executive officer",
    "coo": "chief operating officer",
    "cfo": "chief financial officer",
    "cno": "chief nursing officer",
    "cne": "chief nurse executive",
    "cmo": "chief medical officer",
    "cio": "chief information officer",
    "cmio": "chief medical information officer",
    "cnio": "chief nursing information officer",
    "chro": "chief human resources officer",
    "cqo": "chief quality officer",
    "cso": "chief strategy officer",
    "cto": "chief technology officer",
    "vp": "vice president",
    "avp": "assistant vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "sr": "senior",
    "asst": "assistant",
    "assoc": "associate",
    "dir": "director",
    "exec": "executive",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "mgr": "manager",
}
_NO_WEIGHT = frozenset({"the", "of", "and", "for", "at", "a", "an", "its", "in"})
_STATUS = frozenset({"interim", "acting", "former", "current", "new", "incoming", "outgoing", "retiring", "ex"})


@lru_cache(maxsize=8192)
def title_words(title: str) -> frozenset[str]:
    """The words that make the post, abbreviations written out, status words and small words left out."""
    text = re.sub(r"\b([a-z])\.(?=[a-z]\.|\s|$)", r"\1", title.casefold())
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", text):
        words.extend(_SHORT.get(word, word).split())
    return frozenset(word for word in words if word not in _NO_WEIGHT and word not in _STATUS)


def same_post(a: str, b: str) -> bool:
    """Whether two titles name one post: the same words, or one is the other said more fully.

    "CEO" and "President and CEO" are one; "vice president" and "senior vice president" are two, and so are
    "director of nursing" and "director of operations".
    """
    x, y = title_words(a), title_words(b)
    if not x or not y:
        return False
    if x == y:
        return True
    smaller, larger = (x, y) if len(x) < len(y) else (y, x)
    if not smaller < larger:
        return False
    rest = larger - smaller
    # A rank that is added makes another post; a second head or a field that is added does not.
    ranks = {"senior", "executive", "assistant", "associate", "vice", "deputy", "regional", "division", "group"}
    if "president" in smaller and "vice" not in larger and "chief" in rest:
        return True
    if "chief" in smaller or "administrator" in smaller:
        return not rest & {"assistant", "associate", "deputy", "vice"} or "president" in rest
    return not rest & ranks and "president" not in smaller and len(smaller) > 1


def fuller(titles: list[str]) -> str:
    """The title to show of several for one post: the one that says most, the earlier where equal."""
    return max(titles, key=lambda title: (len(title_words(title)), -titles.index(title)))
