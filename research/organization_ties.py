"""Whether a person's organization is the asked one or a part of it: its board, a campus, a department."""

from __future__ import annotations

import re

from research.names import fold_letters
from research.organization_relations import relation
from research.organizations import comparable, distinctive

_PARTS_OF_A_HOUSE = frozenset(
    """
    board boards trustees trustee directors commissioners governors regents campus medical group
    staff physicians physician partners department division center institute office executive committee council
    leadership team
    """.split()
)
"""What may stand behind a house's name and still be the house or a part of it."""
_BODIES_OF_THEIR_OWN = frozenset(
    """
    foundation auxiliary radio union bank bakery club school college university museum church press magazine newspaper
    store shop gift insurance league society association fund academy guild station television hotel restaurant realty
    federation cooperative chamber alumni cafe pharmacy
    """.split()
)
"""Nouns that make another body of what stands behind a house's name: "Larkspur Health – Credit Union"."""
_LONGEST_BODY = 3
"""Words behind a separator that may name such a body; more of them name a place or another house."""
_SEPARATED = re.compile(r"\s{0,3}(?:[-–—|/,:(]|\bat\b)")
_OF = re.compile(r"\b(?:of|at|for)\s")


def related_organizations(asked: str, found: str) -> bool:
    """Whether a person's organization is the asked one, or a part of it by its name: its board, a campus.

    Weaker than being the same (see `organization_identity.relation`): "Larkspur Health Board of Trustees", "Board of
    Larkspur Health", "Larkspur Health – Hill Campus". A name that merely begins alike ("Larkspur Health Solutions"), or
    with a noun of another kind of body behind it ("Larkspur Health Foundation"), is another organization.
    """
    if relation(asked, found) in ("same", "within"):
        return True
    mine, theirs = comparable(asked), comparable(found)
    if len(mine) < _SHORTEST_NAME or not distinctive(asked):
        return False
    if theirs.startswith(f"{mine} "):
        behind_it = theirs.removeprefix(mine).split()
        if behind_it[-1] in _BODIES_OF_THEIR_OWN and len(behind_it) <= _LONGEST_BODY:
            return False
        separated = fold_letters(found).startswith(fold_letters(asked)) and _SEPARATED.match(found[len(asked) :])
        return bool(separated) or set(behind_it) - {"of", "the", "and"} <= _PARTS_OF_A_HOUSE
    before, _, behind = theirs.rpartition(f" of {mine}")
    return bool(before) and not behind and set(before.split()) - {"of", "the", "and"} <= _PARTS_OF_A_HOUSE


_SHORTEST_NAME = 4
