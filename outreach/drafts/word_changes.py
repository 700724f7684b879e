"""Which words differ between two texts, as pairs for the page: ("same" or "removed" or "added", text). Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

Part = tuple[str, str]

MOST_PAIRS = 400_000
"""Pairs of equal words that are weighed against each other; beyond it whole lines are compared, which are fewer."""

_WORDS = re.compile(r"\s{0,200}\S{1,200}|\s{1,200}")


def words_apart(old: str, new: str) -> tuple[Part, ...]:
    """What was removed from `old` and added in `new`. Taken together, same and added are `new`, to the letter."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if _pairs(before, after) > MOST_PAIRS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if _pairs(before, after) > MOST_PAIRS:
        before, after = [old], [new]
    return _joined(_parts(before, after))


def _pairs(before: Sequence[str], after: Sequence[str]) -> int:
    """How many pairs of equal pieces there are: what the comparison costs."""
    counted = Counter(after)
    return sum(number * counted[piece] for piece, number in Counter(before).items())


def _parts(before: Sequence[str], after: Sequence[str]) -> list[Part]:
    # Without `autojunk`: it takes words that come often for noise, and then shows half a letter as changed.
    found: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(after[c:d])))
            continue
        found.append(("removed", "".join(before[a:b])))
        found.append(("added", "".join(after[c:d])))
    return found


def _joined(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Neighbors of one kind as one part; none that is empty."""
    groups = groupby((part for part in parts if part[1]), key=lambda part: part[0])
    return tuple((kind, "".join(text for _, text in group)) for kind, group in groups)
