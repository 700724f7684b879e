"""What stands still while somebody is paused, counted in words. Later rooms say it of their own rows:

    stops("letter", "letter that you are writing", "letters that you are writing", queries.letters_by_person)

in a module `pausing`, which is loaded with the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from outreach.db import WorkspaceSession
from outreach.words import counted, listed

Count = Callable[[WorkspaceSession, Collection[int]], Mapping[int, int]]
"""Of these people, how many rows of the room stand still for each; those without any may be left out."""


@dataclass(frozen=True, slots=True)
class _Kind:
    place: int
    one: str
    many: str
    count: Count


_kinds: dict[str, _Kind] = {}


def stops(kind: str, one: str, many: str, count: Count, *, place: int = 100) -> None:
    """Says that rows of a room stand still while their person is paused. One question for all people.

    place: small ones are told first, in whatever order the rooms are loaded.
    """
    _kinds[kind] = _Kind(place, one, many, count)


@dataclass(frozen=True, slots=True)
class StandsStill:
    """What a pause would hold: of everybody together, and of each person of whom there is anything."""

    together: str
    """ "2 letters that you are writing and 1 follow-up"; "" where there is nothing."""
    by_person: Mapping[int, str]


def standing_still(session: WorkspaceSession, ids: Collection[int]) -> StandsStill:
    """What stands still for these people, in as many questions as there are kinds."""
    in_order = sorted(_kinds, key=lambda key: (_kinds[key].place, key))
    numbers = {key: _kinds[key].count(session, ids) for key in in_order} if ids else {}
    of_each = {
        person_id: _words({key: found.get(person_id, 0) for key, found in numbers.items()})
        for person_id in dict.fromkeys(ids)
    }
    return StandsStill(
        _words({key: sum(found.values()) for key, found in numbers.items()}),
        {person_id: words for person_id, words in of_each.items() if words},
    )


def _words(numbers: Mapping[str, int]) -> str:
    return listed([counted(number, _kinds[key].one, _kinds[key].many) for key, number in numbers.items() if number])
