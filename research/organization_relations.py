"""How a found name of an organization, or of a town, stands to the asked one: pure comparisons of two texts."""

from __future__ import annotations

from typing import Literal

from rapidfuzz import fuzz

from research.organizations import comparable, distinctive, is_telling, same_name

Relation = Literal["same", "within", "beyond", "other"]

_CITY_ALIKE = 85
"""Likeness (0..100) from which two spellings are one town: ST LOUIS and Saint Louis, MC ALLEN and McAllen."""

_PLAIN_WORDS = frozenset(
    """
    hospital hospitals medical center health care system systems clinic inc the of and network group services service
    main campus
    """.split()
)
"""Words that a name may have more or less of and still be used for one house: "Larkspur Health" in daily speech is
"Larkspur Health Medical Center" in the register."""


def relation(asked: str, found: str) -> Relation:
    """How a found name stands to the asked one.

    `same`: one name. `within`: it says the asked name and only plain words more ("... Medical Center"). `beyond`: the
    asked name is part of it or it of the asked one, with words that may tell another house. `other`.
    """
    if same_name(asked, found):
        return "same"
    mine, theirs = comparable(asked).split(), comparable(found).split()
    if not distinctive(asked) or not mine or not theirs:
        return "other"
    if set(mine) <= set(theirs):
        return "within" if set(theirs) - set(mine) <= _PLAIN_WORDS else "beyond"
    if set(theirs) <= set(mine) and distinctive(found):
        if set(mine) - set(theirs) <= _PLAIN_WORDS:
            return "within"
        # "Valley" stands in the names of a hundred houses: as a name it proposes none of them.
        return "beyond" if is_telling(found) else "other"
    shared = distinctive(asked) & distinctive(found)
    return "beyond" if shared and distinctive(asked) == distinctive(found) else "other"


_CARE_WORDS = frozenset("hospital hospitals medical health care clinic hospice".split())


def is_bare(asked: str, found: str) -> bool:
    """Whether a found name is the asked one without any word of care: "Larkspur" for "Larkspur Health".

    A bakery may be called so too, and the name by itself does not tell.
    """
    mine, theirs = set(comparable(asked).split()), set(comparable(found).split())
    return theirs < mine and bool(mine & _CARE_WORDS) and not theirs & _CARE_WORDS


def same_town(a: str, b: str) -> bool:
    """Whether two spellings are one town."""
    x, y = comparable(a).replace(" ", ""), comparable(b).replace(" ", "")
    return bool(x and y) and (x in y or y in x or fuzz.ratio(x, y) >= _CITY_ALIKE)
