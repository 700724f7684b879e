"""Puts a brief together from its blocks: each file of `blocks` says one part, and this finds and orders them. Pure."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from outreach.briefs import blocks
from outreach.briefs.blocks.head import day_words
from outreach.briefs.material import Material
from outreach.briefs.model import Block, Brief, Card, Head
from outreach.drafts.letter_grammar import clean

PLACES = ("head", "card", "left", "right")


@dataclass(frozen=True, slots=True)
class Part:
    """A block's file: what it is called, where it stands, in which order, and what makes it."""

    key: str
    place: str
    order: int
    build: Callable[[Material], Any]


@cache
def parts() -> tuple[Part, ...]:
    """Every block's file, in order of place.

    Raises:
        ValueError: two blocks have one key, or a block names a place that a page does not have.
    """
    found = []
    for module in sorted(pkgutil.iter_modules(blocks.__path__), key=lambda one: one.name):
        if module.name.startswith("_"):
            continue
        read = import_module(f"{blocks.__name__}.{module.name}")
        if read.PLACE not in PLACES:
            raise ValueError(f"the block {module.name} names a place that a page does not have: {read.PLACE}")
        found.append(Part(read.KEY, read.PLACE, read.ORDER, read.build))
    if len({one.key for one in found}) < len(found):
        raise ValueError("two blocks have one key")
    return tuple(sorted(found, key=lambda one: (PLACES.index(one.place), one.order, one.key)))


def build(material: Material) -> Brief:
    """The whole brief, before it is fitted to a page; a block that has nothing to say is not in it."""
    head: Head | None = None
    card: Card | None = None
    columns: dict[str, list[Block]] = {"left": [], "right": []}
    for part in parts():
        made = part.build(material)
        if part.place == "head":
            head = made
        elif part.place == "card":
            card = made
        elif made is not None:
            columns[part.place].append(made)
    assert head is not None, "blocks/head.py makes a head for everybody"
    assert card is not None, "blocks/card.py makes a card for everybody"
    return Brief(
        head=head,
        card=card,
        left=tuple(columns["left"]),
        right=tuple(columns["right"]),
        foot=_foot(material),
        title=f"Briefing: {clean(material.leader.name)}",
        author=clean(material.made_for),
    )


def _foot(material: Material) -> str:
    from_where = "public sources and your own notes" if material.between else "public sources"
    whom = f", for {clean(material.made_for)}" if clean(material.made_for) else ""
    made = f"Made {day_words(material.made_on)} from {from_where}{whom}."
    return f"{made} Private: keep it with you, do not leave it on a table."
