"""What is kept of a printed page, to tell later what has changed since: what it said, and what it rested on. Pure.

Only what stands on the page is compared later: a fact that was left out for want of room is not missed by anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from outreach.briefs.material import KnownFact, Material
from outreach.briefs.model import (
    Brief,
    Checklist,
    Dated,
    Facts,
    Labeled,
    Paragraphs,
    SheetLine,
    Ways,
    plain,
)

_WORD = re.compile(r"[^\W_]{3,60}")
_MOST_CHARACTERS = 2_000
"""Of one text that is looked through for the words of a fact."""

_SHARE = 0.6
"""Share of a fact's words that a line has to hold: sentences put a fact into other forms, and leave out its place."""

_FEW = 2
"""Words up to which all of them have to be there."""


def content_of(brief: Brief, material: Material, line: SheetLine | None = None) -> dict[str, Any]:
    """What is kept of a page, as JSON: the brief, the line of the run sheet, and what can change."""
    return {
        "brief": _as_json(asdict(brief)),
        "line": _as_json(asdict(line)) if line is not None else None,
        "stands": stands(brief, material),
    }


def stands(brief: Brief, material: Material) -> dict[str, Any]:
    """What a page says that can become otherwise: the post, the meeting, its facts, what is between the two."""
    leader, meeting = material.leader, material.meeting
    return {
        "name": leader.name,
        "title": leader.title,
        "organization": leader.organization,
        "day": meeting.day,
        "time": meeting.time,
        "place": meeting.place,
        "session": meeting.session,
        "stopped": material.stopped,
        "facts": {one.key: said_of(one) for one in told_on(brief, material)},
        "between": [one.key for one in material.between],
    }


def said_of(fact: KnownFact) -> str:
    """A fact with its kind, as a difference tells it."""
    return fact.value if fact.predicate in ("said", "mention", "news") else f"{fact.label}: {fact.value}"


def fact_ids_on(brief: Brief, material: Material) -> tuple[int, ...]:
    """The facts that a page tells of."""
    return tuple(number_of(one.key) for one in told_on(brief, material) if one.key.startswith("fact:"))


def number_of(key: str) -> int:
    """ "fact:12" -> 12; 0 for what has no number."""
    number = key.partition(":")[2]
    return int(number) if number.isascii() and number.isdigit() else 0


# --- what stands on a page ------------------------------------------------------------------------------------------


def told_on(brief: Brief, material: Material) -> tuple[KnownFact, ...]:
    """The facts that a page tells: most of the words of each stand in one of its lines."""
    lines = [_words(text) for text in texts_of(brief)]
    return tuple(one for one in material.facts if _is_told(one, lines))


def _is_told(fact: KnownFact, lines: Sequence[frozenset[str]]) -> bool:
    told = f"{fact.bare if isinstance(fact.bare, str) and fact.bare else fact.value} {fact.details.get('result', '')}"
    return any(_holds(line, words) for words in (_words(told), _words(fact.quote)) if words for line in lines)


def _holds(line: frozenset[str], words: frozenset[str]) -> bool:
    found = len(words & line)
    return found == len(words) if len(words) <= _FEW else found >= _SHARE * len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(found.casefold() for found in _WORD.findall(text[:_MOST_CHARACTERS]))


def texts_of(brief: Brief) -> Iterator[str]:
    """Every text of a page, block by block."""
    yield plain(brief.head.role_line)
    yield from (plain(row.text) for row in brief.card.rows)
    for block in (*brief.left, *brief.right):
        yield from _of_part(block.part)


def _of_part(part: object) -> Iterator[str]:
    if isinstance(part, Ways):
        yield from (f"{one.lead} {plain(one.text)}" for one in part.items)
    elif isinstance(part, Facts):
        yield plain(part.intro)
        yield from (f"{plain(one.label)} {one.value}" for one in part.items)
        if part.chart is not None:
            yield plain(part.chart.name)
    elif isinstance(part, Checklist | Paragraphs):
        yield from (plain(one) for one in part.items)
    elif isinstance(part, Dated | Labeled):
        yield from (f"{label} {plain(text)}" for label, text in part.items)


# --- JSON -----------------------------------------------------------------------------------------------------------


def _as_json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _as_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
