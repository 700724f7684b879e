"""Comparing titles of posts: "President & CEO" and "president and chief executive officer" are one post.

A title is read as its heads ("president", "chief executive officer"): two titles are one post when their heads are
the same, or when one names some of the other's heads. A rank or a field that is added makes another head, so "vice
president" is not "senior vice president", and "chief medical officer" is not "chief medical information officer".
"""

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
_NO_WEIGHT = frozenset({"the", "of", "for", "at", "a", "an", "its", "in", "hospital"})
_STATUS = frozenset({"interim", "acting", "former", "current", "new", "incoming", "outgoing", "retiring", "ex"})
_SERVES = re.compile(r"\b(?:chief of staff|advis[eo]r|assistant|secretary|liaison|counsel|aide|deputy)\s{1,3}to\b")
_BETWEEN_HEADS = re.compile(r"\s{0,3}(?:,|;|/|&|\band\b)\s{0,3}")
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\.|\s|$)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 400


@lru_cache(maxsize=8192)
def title_heads(title: str) -> frozenset[tuple[str, ...]]:
    """The heads of a title, each as its words; abbreviations written out, status words and small words left out.

    Whoever serves a post ("executive assistant to the CEO") holds another one: then the whole title is one head.
    """
    text = _DOTTED.sub(r"\1", title[:_LONGEST].casefold())
    pieces = [text] if _SERVES.search(text) else _BETWEEN_HEADS.split(text)
    heads = set()
    for piece in pieces:
        words: list[str] = []
        for word in _WORD.findall(piece):
            words.extend(_SHORT.get(word, word).split())
        head = tuple(word for word in words if word not in _NO_WEIGHT and word not in _STATUS)
        if head:
            heads.add(head)
    return frozenset(heads)


def title_words(title: str) -> frozenset[str]:
    """All words of a title's heads."""
    return frozenset(word for head in title_heads(title) for word in head)


def same_post(a: str, b: str) -> bool:
    """Whether two titles name one post: the same heads, or one names some of the other's ("CEO", "President & CEO")."""
    x, y = title_heads(a), title_heads(b)
    if not x or not y:
        return False
    return x <= y or y <= x


def undoubled(words: str) -> str:
    """The words without a part that is said twice in a row: "Interim CEO, Interim CEO" is "Interim CEO"."""
    kept: list[str] = []
    for part in words.split(", "):
        if not kept or part.casefold() != kept[-1].casefold():
            kept.append(part)
    return ", ".join(kept)


def fuller(titles: list[str]) -> str:
    """The title to show of several for one post: the one that says most; the first in the alphabet where equal."""
    return min(titles, key=lambda title: (-sum(map(len, title_heads(title))), "&" in title, title.casefold(), title))
