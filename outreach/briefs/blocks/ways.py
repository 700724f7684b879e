"""Three ways in: what one can begin a talk with, the strongest first, each with what the user brings to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from outreach.briefs.blocks import _choosing
from outreach.briefs.material import KnownFact, KnownProgram, Material
from outreach.briefs.model import Block, Run, Way, Ways
from outreach.briefs.naming import Spoken
from outreach.briefs.shortening import whole_sentences
from outreach.briefs.telling import about_program, cited, of_program
from outreach.drafts.letter_grammar import clean, sentence

KEY = "ways"
PLACE = "left"
ORDER = 10

MOST = 3
LONGEST_LEAD = 31
"""Characters of the words in bold, without their point."""

LONGEST = 185
"""Characters of one way with its lead: three lines of the left column (ux.md, section 13)."""

_COUNTS = {1: "One way in", 2: "Two ways in", 3: "Three ways in"}


def heading_for(count: int) -> str:
    """The heading over so many ways: it does not promise three where there are two."""
    return _COUNTS.get(count, "Ways in")


def build(material: Material) -> Block | None:
    """None where nothing that one could talk about holds."""
    ways = tuple(_way(one, material) for one in islice(_points(material), MOST))
    if not ways:
        return None
    aside = "strongest first" if len(ways) > 1 else ""
    return Block(KEY, heading_for(len(ways)), Ways(ways), aside)


def _way(point: _choosing.Point, material: Material) -> Way:
    runs = [Run(point.words, sources=cited(point.sources))]
    brought = next((one.words for one in material.brings if one.key == point.key), "")
    words = whole_sentences(sentence(clean(brought)), LONGEST - len(point.words) - len(point.lead))
    if words:
        runs.append(Run(f" {words}"))
    return Way(f"{point.lead}.", tuple(runs))


def _points(material: Material) -> Iterator[_choosing.Point]:
    spoken = _choosing.spoken(material)
    for program in material.programs:
        point = _of_program(program, material, spoken)
        if point is not None:
            yield point
    for fact in _choosing.work(material):
        point = _of_fact(fact, material, spoken)
        if point is not None:
            yield point


def _of_program(program: KnownProgram, material: Material, spoken: Spoken) -> _choosing.Point | None:
    if not program.sources:
        return None
    lead = clean(program.name).rstrip(" .,;:")
    lead = lead if 0 < len(lead) <= LONGEST_LEAD else "A program to ask about"
    room = LONGEST - len(lead)
    words = of_program(program, spoken, material.made_on, room) or about_program(program, room)
    if not words:
        return None
    return _choosing.Point(program.key, "program", lead, words, program.sources)


def _of_fact(fact: KnownFact, material: Material, spoken: Spoken) -> _choosing.Point | None:
    lead = _lead(fact, spoken)
    words = _choosing.said_about(fact, material, spoken, LONGEST - len(lead))
    if not words:
        return None
    words = _said_once(spoken.as_note(words)) or spoken.with_pronoun(words)
    return _choosing.Point(fact.key, fact.predicate, lead, words, fact.sources, _choosing.time_of(fact))


_SAID_IN_BOLD = "Received the honor "


def _said_once(note: str) -> str:
    """What stands behind "An honor.", without "Received the honor", which says it again; "" for other notes."""
    return note.removeprefix(_SAID_IN_BOLD) if note.startswith(_SAID_IN_BOLD) else ""


# --- the words in bold ------------------------------------------------------------------------------------------------

_LEADS = {
    "program": "A program to ask about",
    "organization_program": "A program of the organization",
    "said": "In {their} own words",
    "talk": "A talk",
    "publication": "Published work",
    "public_service": "Public service",
    "grant": "A research project",
    "trial": "A clinical study",
    "award": "An honor",
    "organization_award": "An honor for the organization",
    "board_seat": "On a board",
    "membership": "A membership",
}


def _lead(fact: KnownFact, spoken: Spoken) -> str:
    general = _LEADS[fact.predicate].format(their=spoken.their)
    if fact.predicate not in ("program", "organization_program"):
        return general
    name = _choosing.program_named(fact)
    return name if 0 < len(name) <= LONGEST_LEAD and _is_a_name(name, fact, spoken) else general


def _is_a_name(words: str, fact: KnownFact, spoken: Spoken) -> bool:
    """Whether the words name the program, and not the leader or the house."""
    others = (spoken.name, clean(fact.organization_name))
    return not any(words.casefold() in other.casefold() for other in others if other)
