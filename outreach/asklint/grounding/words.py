"""Words as grounding compares them: folded, without endings, without the ones that say nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from research.names import fold_letters

# Words that two sentences share by chance: they never show that one rests on the other.
EMPTY = frozenset(
    """
    a about above across after again against ago all almost along already also although always am an and another any
    are around as at away back be became because become been before began begin behind being below between both but by
    came can come could did do does done down during each either else enough even ever every few first for from full
    gave get give given go good got great had has have he helped her here hers him his how i if in into is it its just
    keep kept know last later least led less let like made make many may me might more most much must my near never new
    next no nor not now of off on once one only onto or other our out over own part people place put rather read really
    same saw say see seem set several shall she should show since so some still such take taken tell than that the their
    them then there these they thing think this those though through time to today together told too took toward under
    until up upon us use used very via want was way we well went were what when where whether which while who whole whom
    whose why will with within without work would year yet you your yours
    """.split()
)

# Words of nearly every sentence on a hospital: one of them shared says little.
COMMON = frozenset(
    """
    hospital health care healthcare medical center program project team patient staff system service leader leadership
    director nurse unit executive chief president officer article interview minute question draft
    """.split()
)

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without accents, possessive and the commonest endings: "Alarms'" -> "alarm", "lowered" -> "lower".

    Rough on purpose: only compared with words that went the same way.
    """
    word = fold_letters(word).removesuffix("'s").strip("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            bare = word[: -len(ending)]
            return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=2048)
def stems_of(text: str) -> frozenset[str]:
    """The telling words of a text, as stems."""
    words = (match.group() for match in _LETTERS.finditer(text.replace("’", "'")))
    return frozenset(stem(word) for word in words if len(word) > 2 and fold_letters(word) not in EMPTY)


COMMON_STEMS = frozenset(map(stem, COMMON))
