"""Sentences as tokens: numbers, words and marks, each with its place. What is an address or a time of day is left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from research.names import fold_letters

_TOKEN = re.compile(
    r"(?P<n>(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,8})?)(?P<x>st|nd|rd|th|[sSkKMBx%]|bn|mn)?(?![^\W_])"
    r"|(?P<w>(?:[^\W\d_]\.){2,6}|[^\W_]{1,60}(?:['’ʼ][^\W_]{1,20}){0,3})"
    r"|(?P<p>[^\w\s]|_)"
)
# Links, addresses, telephone numbers, times of day, marks of facts ("[3]") and numbers of list items.
_PASSED_OVER = re.compile(
    r"(?:https?://|www\.)[^\s<>]{1,400}"
    r"|[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}"
    r"|\+?\d{0,3}[ .\-]?\(?\b\d{3}\)?[ .\-]\d{3}[ .\-]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b\d{1,2}(?::\d{2}(?:[ ]?[ap]\.?m\b\.?)?|[ ]?[ap]\.?m\b\.?)"
    r"|\[\d{1,3}\]|\b24/7\b|\b24x7\b|\b9-1-1\b|(?:\A|\n)[ \t]{0,8}\(?\d{1,2}[.)][ \t]",
    re.IGNORECASE,
)
_MAY_PASS_OVER = re.compile(r"[\d@]|http|www")


class Token(NamedTuple):
    """`low` is folded: lower case, no accents, straight apostrophes, no dots. `kind` is "n", "w" or "p".

    `bare` is `low` without a possessive ending.
    """

    text: str
    low: str
    bare: str
    start: int
    end: int
    kind: str
    suffix: str = ""

    @property
    def is_capital(self) -> bool:
        """Whether a word begins with a capital letter."""
        return self.kind == "w" and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether a word is two to seven capitals: "ANCC", "U.S."; a plural s may follow."""
        bare = self.text.replace(".", "").removesuffix("'s").removesuffix("’s").removesuffix("s")
        return self.kind == "w" and 2 <= len(bare) <= 7 and bare.isupper() and bare.isalpha()

    @property
    def value(self) -> float:
        """The number that digits write; scale and sign come from what follows."""
        return float(self.text.removesuffix(self.suffix).replace(",", "")) if self.kind == "n" else 0.0


@lru_cache(maxsize=512)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; offsets count its characters."""
    gaps = [match.span() for match in _PASSED_OVER.finditer(text)] if _MAY_PASS_OVER.search(text) else []
    found = []
    for match in _TOKEN.finditer(text):
        while gaps and gaps[0][1] <= match.start():
            gaps.pop(0)
        if gaps and gaps[0][0] < match.end():
            continue
        kind = match.lastgroup or "p"
        kind = "n" if kind == "x" else kind
        low = _fold(match.group()) if kind == "w" else match.group()
        bare = low.removesuffix("'s").removesuffix("'") if "'" in low else low
        found.append(Token(match.group(), low, bare, match.start(), match.end(), kind, match["x"] or ""))
    return tuple(found)


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    return fold_letters(word.replace("’", "'").replace("ʼ", "'")).replace(".", "")
