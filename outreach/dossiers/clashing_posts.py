"""Which present posts of one person cannot well be held side by side: chief officer here and there, or of two things.

The engine keeps every post that a source gives. Two of them are put to the user when both are said to be held now and
both are the main post of whoever holds it: a chief officer's, or that of who heads a house under another name. A board
seat, an office in an association or a rank ("senior vice president") stands beside a main post, and no text that gives
both can be against itself. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from outreach.dossiers.one_text import text_name
from research.merge import same_house
from research.posts import same_post, title_heads
from research.types import Claim, Fact

MOVE_AFTER = timedelta(days=30)
"""A post that was last said so long before the other is the one before it: as the engine has it within one house."""

_HELD = frozenset({"", "current", "interim", "acting"})
_FOR_A_TIME = frozenset({"interim", "acting"})
_OFFICERS = ("officer", "executive")
_HEADS = frozenset({("administrator",), ("executive", "director")})
"""Titles of who heads a house, when nothing stands with them: an executive director of something is a rank."""
_MOST = 40
"""Present posts that are compared, two by two; a career has a handful."""


def clashing(facts: Iterable[Fact], families: Mapping[str, str], house_names: Sequence[str]) -> frozenset[int]:
    """The posts that stand against another one, by their places in `facts`.

    families: which documents copy one another. house_names: names of the person's organization, all of them one house.
    """
    posts = [(place, fact) for place, fact in enumerate(facts) if _is_main(fact)][:_MOST]
    found: set[int] = set()
    for (here, one), (there, other) in combinations(posts, 2):
        if _clash(one, other, house_names) and not _texts(one, families) & _texts(other, families):
            found |= {here, there}
    return frozenset(found)


def _is_main(fact: Fact) -> bool:
    """Whether it is a chief officer's post, or a head's, at a named place, that is said to be held now."""
    held = fact.predicate == "role" and fact.status in _HELD and fact.end is None and not fact.stale
    return held and bool(fact.organization) and bool(_chief(fact) or title_heads(str(fact.value)) & _HEADS)


def _chief(fact: Fact) -> frozenset[tuple[str, ...]]:
    """The chief officers that a title names; "chief executive" and "chief executive officer" are one."""
    heads = (head for head in title_heads(str(fact.value)) if head[0] == "chief")
    return frozenset(head[:-1] if head[-1] == "officer" else head for head in heads if head[-1] in _OFFICERS)


def _clash(one: Fact, other: Fact, house_names: Sequence[str]) -> bool:
    if _is_move(one, other) or _is_move(other, one):
        return False
    if not _one_house(one.organization, other.organization, house_names):
        return True
    if one.status in _FOR_A_TIME or other.status in _FOR_A_TIME:
        return False  # who leads a house for a time keeps the post that waits
    if not (_chief(one) and _chief(other)):
        return False  # within one house its head may well hold a chief officer's post besides
    return not _chief(one) & _chief(other) and not same_post(str(one.value), str(other.value))


def _one_house(a: str, b: str, names: Sequence[str]) -> bool:
    if same_house(a, b):
        return True
    return all(any(same_house(name, given) for name in names) for given in (a, b))


def _is_move(newer: Fact, older: Fact) -> bool:
    """Whether the newer post closes the older: it begins after all that tells of the older, or is told much later."""
    last = _last_said(older)
    if newer.start is not None and newer.start.first_day() >= last:
        return True
    return newer.as_of is not None and _last_said(newer) - last > MOVE_AFTER


def _last_said(fact: Fact) -> date:
    """The last day on which a source said so: of a page without a date, the day on which it was read."""
    return max(_said(claim) for claim in fact.claims)


def _said(claim: Claim) -> date:
    published = claim.citation.published
    return published.last_day() if published else claim.citation.retrieved_at.date()


def _texts(fact: Fact, families: Mapping[str, str]) -> set[str]:
    return {text_name(claim, families) for claim in fact.claims}
