"""What the user brings to a way into a talk: their own project where it is on the same thing, else an idea to give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from outreach.briefs.gathered_facts import Gathered
from outreach.briefs.material import Bring
from outreach.dossiers.models import Program
from outreach.drafts.letter_grammar import clean
from outreach.folding import fold
from outreach.projects.models import PROJECT_KINDS, Project
from outreach.signals.gives import GIVES
from outreach.signals.models import Signal

_GIVEN = frozenset({"program", "paper"})
"""Kinds of signals for which something can be brought; congratulation is the row "Give first" of the card."""

_TELLING = 4
"""Letters of a word that tells what a topic is about."""

_GENERAL = frozenset(
    "about after among article before better between bringing care center community early from going have health"
    " healthcare helped hospital into lead leader leading made medical more most over paper patient people practice"
    " program project quality service small smaller system than that their them then these they this those through what"
    " when where which while will with without work working year your".split()
)
"""Words that stand in half of all topics."""


def brings(
    project: Project | None, programs: Sequence[Program], signals: Sequence[Signal], known: Gathered
) -> tuple[Bring, ...]:
    """At most one for each program and fact, the project before an idea. Nothing here is asked of the database."""
    found: dict[str, Bring] = {}
    for one in (*_of_project(project, programs, known), *_of_signals(signals, known)):
        found.setdefault(one.key, one)
    return tuple(found.values())


def _of_project(project: Project | None, programs: Sequence[Program], known: Gathered) -> Iterator[Bring]:
    """The user's own work, where two telling words of it stand in the program or the fact as well."""
    if project is None:
        return
    wanted = _telling(f"{project.topic} {project.question}")
    words = f"Your {PROJECT_KINDS[project.kind].lower()} is on the same thing."
    near = (one for one in programs if _are_near(wanted, f"{one.name} {one.problem} {one.action}"))
    nearest = next(near, None)
    if nearest is not None:
        yield Bring(f"program:{nearest.id}", words)
        return
    for fact in known.facts:
        if fact.about == "person" and _are_near(wanted, str(fact.bare or fact.value)):
            yield Bring(fact.key, words)


def _are_near(wanted: frozenset[str], words: str) -> bool:
    return len(wanted & _telling(words)) > 1


def _telling(text: str) -> frozenset[str]:
    words = (word.removesuffix("s") for word in re.findall(r"\w+", fold(clean(text))))
    return frozenset(word for word in words if len(word) >= _TELLING and word not in _GENERAL)


def _of_signals(signals: Sequence[Signal], known: Gathered) -> Iterator[Bring]:
    """What one can give on the ground of a change that rests on a fact that holds."""
    for row in signals:
        if row.kind in _GIVEN and row.fact_id in known.rows:
            yield Bring(f"fact:{row.fact_id}", GIVES[row.kind].words)
