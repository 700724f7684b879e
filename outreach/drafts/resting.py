"""Which sentences of a letter rest on something confirmed, and on what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.asklint.grounding import rests_on
from outreach.asklint.reading import Reading
from outreach.drafts.materials import Said

MOST_WORDS = 600
"""Words up to which it is worked out while somebody writes: a letter, not a manuscript."""

MOST_GROUNDS = 3


@dataclass(frozen=True, slots=True)
class Rests:
    """A sentence of the body, and what it rests on; nothing where it is the writer's own words."""

    sentence: str
    grounds: tuple[Said, ...]


def rests(reading: Reading, said: Sequence[Said]) -> tuple[Rests, ...]:
    """The sentences of the body with what each rests on; none for a text that is no letter any more.

    `said` are the sentences of `reading.known.facts`, in that order.
    """
    if len(reading.body_words) > MOST_WORDS:
        return ()
    found: dict[int, list[Said]] = {}
    for support in rests_on(reading):
        found.setdefault(support.start, []).append(said[support.fact])
    return tuple(
        Rests(" ".join(one.text.split()), tuple(found.get(one.start, ())[:MOST_GROUNDS])) for one in reading.body
    )
