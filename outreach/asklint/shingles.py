"""How alike two texts are: the share of their runs of three words that both have (Jaccard)."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_RUN = 3


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text, in small letters."""
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def likeness(one: str, other: str) -> float:
    """From 0 (no run of three words in common) to 1 (the same words); 0 where a text is shorter than a run."""
    ours, theirs = shingles(one), shingles(other)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)
