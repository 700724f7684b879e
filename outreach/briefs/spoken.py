"""The half minute that is said: who, what I know of your work, one question, why I ask, a give, a release. Pure.

    I'm Priya Raman, operations coordinator at Lakeshore. I read that you lowered ... in 2024. What surprised ...?

60 to 90 words (product.md, 5.5), the question within the first fifty; None where a part of it is not known.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.briefs.allowed import ENOUGH, that_hold
from outreach.briefs.blocks import _choosing
from outreach.briefs.material import KnownProgram, Material
from outreach.briefs.telling import cited, title_of, to_them
from outreach.drafts.letter_dates import in_time
from outreach.drafts.letter_grammar import clean, program_name, sentence, with_the
from outreach.drafts.letter_programs import result_clause
from research.pages.sentences import sentences

FEWEST, MOST = 60, 90
"""Words of the whole (product.md, C1)."""

QUESTION_WITHIN = 50
"""Words within which the question is over (C3)."""

_GIVES = (
    "I would gladly send you what comes of it, so that it is of use to you as well.",
    "I would gladly send you what comes of it.",
)
_LONGEST_WHO = 12
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def spoken_form(material: Material) -> str | None:
    """What can be said in half a minute; None where the user, a dated fact, a question or the reason is not known."""
    who, why = _who(material), _why(material)
    if not who or not why or material.stopped or that_hold(material) < ENOUGH:
        return None
    for known in _known(material):
        for question in _questions(material, known):
            opening = f"{who} {known.words} {question}"
            if len(opening.split()) > QUESTION_WITHIN:
                continue
            for give, release in itertools.product(_GIVES, _releases(material)):
                words = f"{opening} {why} {give} {release}"
                if FEWEST <= len(words.split()) <= MOST:
                    return words
    return None


def _who(material: Material) -> str:
    name, role = clean(material.made_for), clean(material.own_role).rstrip(" .")
    title, _, house = role.partition(", ")
    role = f"{title} at {with_the(house)}" if house and ", " not in house else role
    words = f"I’m {name}, {role}."
    return words if name and role and len(words.split()) <= _LONGEST_WHO + 2 else ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is said of their work, and the program that it is about, if it is about one."""

    words: str
    program: str = ""


def _known(material: Material) -> Iterator[_Known]:
    """What I know of their work, with its year: one dated thing that a source says."""
    for program in material.programs:
        words = _of_program(program)
        if words and program.sources and program.is_own:
            yield _Known(sentence(f"I read that {words}"), program_name(clean(program.name)))
    for fact in _choosing.work(material):
        named = replace(fact, bare=title_of(fact, material.leader)) if fact.predicate == "talk" else fact
        told = to_them(named, material.leader) if cited(fact.sources) else ""
        words = sentence(f"I read that {told}{_in_year(told, fact.starts)}") if told else ""
        if _YEAR.search(words):
            yield _Known(words, program_name(_choosing.program_named(fact)) if fact.predicate == "program" else "")


def _of_program(program: KnownProgram) -> str:
    """Its result with the year in which it was so; "" without either."""
    words = result_clause(clean(program.name), clean(program.result), clean(program.period))
    dated = _in_year(words, program.ends or program.starts) if words else ""
    return f"{words}{dated}" if words and _YEAR.search(f"{words}{dated}") else ""


def _in_year(words: str, dated: str) -> str:
    """ ", in 2024"; "" where the words name a year, or nobody knows when it was."""
    when = in_time(dated[:4])
    return f", {when}" if when and not _YEAR.search(words) else ""


_POINTS_BACK = re.compile(r"\b(?:it|its|that|this|those|these|then|them|there)\b", re.IGNORECASE)
"""Words that lean on a sentence before them, which is not said here."""


def _questions(material: Material, known: _Known) -> Iterator[str]:
    """The question itself, without the words that say what it hangs on; the one about the same program first."""
    pieces = [piece for asked in material.questions for piece in sentences(clean(asked.words)) if piece.endswith("?")]
    whole = [one for one in pieces if "“" not in one and not _POINTS_BACK.search(one)]
    if known.program:
        about_it = [one for one in pieces if "“" not in one and known.program.casefold() in one.casefold()]
        yield from about_it
    yield from whole


def _why(material: Material) -> str:
    project = clean(material.project).rstrip(" .")
    return f"I ask because I am working on {project}." if project else ""


def _releases(material: Material) -> Iterator[str]:
    assistant = clean(material.leader.assistant)
    whom = assistant or "you"
    if clean(material.meeting.session):
        yield f"I know that you are due on stage, so I will not keep you now; may I write to {whom} for twenty minutes?"
        yield f"I know that you are due on stage; may I write to {whom} for twenty minutes?"
    yield f"I know that others are waiting, so I will not keep you now; may I write to {whom} for twenty minutes?"
    yield f"I know that others are waiting; may I write to {whom} for twenty minutes?"
