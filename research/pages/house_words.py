"""What a name's last word makes of it: a place, or no house at all."""

from __future__ import annotations

_PLACES = frozenset({"county", "city", "town", "village", "state", "parish", "district"})
_NO_HOUSES = frozenset(
    """treatment analysis approach technique method communication disorder disease procedure syndrome intervention
    training certification workers supervisors managers coordinators assistants""".split()
)
"""What is done, learned or suffered, and by whom: a text spells such names out with their letters in brackets too."""
WORDS = 3
"""Most words of a place's name."""


def is_place(name: str) -> bool:
    """Whether a name is of a place and of nothing that is there: "Elm County"."""
    words = name.lower().split()
    return 1 < len(words) <= WORDS and words[-1] in _PLACES


def is_no_house(name: str) -> bool:
    """Whether a name in small letters is of a method, an ailment or a trade: "applied behavior analysis"."""
    return name.rpartition(" ")[2] in _NO_HOUSES
