"""The half minute that is said: who, what I know of your work, one question, why I ask, a give, a release. Pure.

    I'm Priya Raman, operations coordinator at Lakeshore. I read that you lowered ... in 2024. What surprised ...?

60 to 90 words (product.md, 5.5), the question within the first fifty; None where a part of it is not known.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from outreach.briefs.blocks import _choosing
from outreach.briefs.material import KnownFact, Material
from outreach.briefs.shortening import whole_sentences
from outreach.briefs.telling import cited, to_them
from outreach.drafts.letter_dates import in_time
from outreach.drafts.letter_grammar import clean, sentence
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
    if not who or not why or material.stopped:
        return None
    choices = itertools.product(_known(material), _questions(material), _GIVES, _releases(material))
    for known, question, give, release in choices:
        opening = f"{who} {known} {question}"
        words = f"{opening} {why} {give} {release}"
        if len(opening.split()) <= QUESTION_WITHIN and FEWEST <= len(words.split()) <= MOST and _asks_once(words):
            return words
    return None


def _asks_once(words: str) -> bool:
    """One real question; the wish to write is no other one in the same breath."""
    return words.count("?") <= 2


def _who(material: Material) -> str:
    name, role = clean(material.made_for), clean(material.own_role).rstrip(" .")
    words = f"I’m {name}, {role}."
    return words if name and role and len(words.split()) <= _LONGEST_WHO + 2 else ""


def _known(material: Material) -> Iterator[str]:
    """What I know of their work, with its year: one dated fact, with a source."""
    for fact in _choosing.work(material):
        told = to_them(fact, material.leader) if cited(fact.sources) else ""
        words = f"I read that {told}" if told else ""
        when = in_time(_choosing.time_of(fact)[:4])
        if words and not _YEAR.search(words) and _is_of_then(fact) and when:
            words = f"{words} {when}"
        if words and _YEAR.search(words):
            yield sentence(words)
    for program in material.programs:
        result = whole_sentences(sentence(clean(program.result)), 120)
        if result and _YEAR.search(f"{result} {program.period}") and program.sources:
            period = clean(program.period)
            told = result if _YEAR.search(result) else f"{result.rstrip('.')} ({period})."
            yield f"I read about {clean(program.name).rstrip('.')}: {told}"


def _is_of_then(fact: KnownFact) -> bool:
    """Whether the fact's date is when it happened, and not when it was told."""
    return bool(fact.starts)


def _questions(material: Material) -> Iterator[str]:
    """The question itself, without the words that say what it hangs on."""
    for asked in material.questions:
        pieces = [one for one in sentences(clean(asked.words)) if one.endswith("?") and "“" not in one]
        if pieces:
            yield pieces[-1]


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
