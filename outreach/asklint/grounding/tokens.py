"""Sentences as tokens: numbers, words and marks, each with its place. What is an address or a time of day is left
out."""

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
_PASSED_OVER = tuple(
    (re.compile(expression, re.IGNORECASE), re.compile(sign))
    for expression, sign in (
        (r"(?:https?://|www\.)[^\s<>]{1,400}", r"://|[wW]\."),
        (r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}", "@"),
        (r"(?<!\d)\+?\d{0,3}[ .\-]?\(?\b\d{3}\)?[ .\-]\d{3}[ .\-]\d{4}\b|\b\d{3}-\d{4}\b", r"\d[ .\-]\d{4}"),
        (r"\b\d{1,2}(?::\d{2}(?:[ ]?[ap]\.?m\b\.?)?|[ ]?[ap]\.?m\b\.?)", r"\d:\d|\d ?[aApP]\.?[mM]"),
        (r"\[\d{1,3}\]", r"\[\d"),
        (r"\b24/7\b|\b24x7\b|\b9-1-1\b", r"24/7|24[xX]7|9-1-1"),
        (r"(?:\A|\n)[ \t]{0,8}\(?\d{1,2}[.)][ \t]", r"\d[.)][ \t]"),
    )
)
"""Links, addresses, telephone numbers, times of day, marks of facts ("[3]"), standing phrases and numbers of list
items; each behind it with what is quickly seen to be missing from most texts."""

_MAY_PASS_OVER = re.compile(r"[\d@]|://|[wW]\.")


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
    is_capital: bool = False
    """Whether it is a word that begins with a capital letter."""

    @property
    def is_acronym(self) -> bool:
        """Whether a word is two to seven capitals: "ANCC", "U.S."; a plural s may follow."""
        if not self.is_capital:
            return False
        bare = self.text.replace(".", "").removesuffix("'s").removesuffix("’s").removesuffix("s")
        return 2 <= len(bare) <= 7 and bare.isupper() and bare.isalpha()

    @property
    def value(self) -> float:
        """The number that digits write; scale and sign come from what follows."""
        return float(self.text.removesuffix(self.suffix).replace(",", "")) if self.kind == "n" else 0.0


@lru_cache(maxsize=512)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; offsets count its characters."""
    gaps = _gaps(text)
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while gaps and gaps[0][1] <= start:
            gaps.pop(0)
        if not gaps or gaps[0][0] >= end:
            found.append(_token(match, start, end))
    return tuple(found)


def _gaps(text: str) -> list[tuple[int, int]]:
    """What is passed over, in order of place."""
    if not _MAY_PASS_OVER.search(text):
        return []
    found = [match.span() for gap, sign in _PASSED_OVER if sign.search(text) for match in gap.finditer(text)]
    found.sort()
    return found


def _token(match: re.Match[str], start: int, end: int) -> Token:
    written = match[0]
    if match.lastgroup == "w":
        low, bare, is_capital = _folded(written)
        return Token(written, low, bare, start, end, "w", "", is_capital)
    if match.lastgroup == "p":
        return Token(written, written, written, start, end, "p")
    return Token(written, written, written, start, end, "n", match["x"] or "")


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, str, bool]:
    """The word folded, without a possessive ending, and whether it begins with a capital."""
    low = fold_letters(word.replace("’", "'").replace("ʼ", "'")).replace(".", "")
    return low, low.removesuffix("'s").removesuffix("'"), word[0].isupper()
