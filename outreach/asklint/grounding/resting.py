"""Which confirmed facts a text uses, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from outreach.asklint.grounding.agreement import holds
from outreach.asklint.grounding.figure_claims import is_telling
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.known_text import KnownText, known_text
from outreach.asklint.grounding.words import COMMON_STEMS, stem, stems_of
from outreach.asklint.reading import Reading, sentence_of
from outreach.asklint.remembering import remembered
from outreach.asklint.types import Known


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence of the text, characters `start` to `end`, rests on the confirmed sentence `Known.facts[fact]`.

    `shared` are the signs that say so: figures as the text writes them, and word stems. The names of the person and
    the organization, and words of every letter, are no signs.
    """

    start: int
    end: int
    fact: int
    shared: tuple[str, ...]


def rests_on(reading: Reading) -> tuple[Support, ...]:
    """The facts that the text uses: one Support for each pair of a sentence (subject or body) and a fact.

    In order of place, then of facts. Empty where the text rests on nothing, or nothing is confirmed.
    """
    used_by = _judge_of(known_text(reading.known), reading.circumstances.today)
    return tuple(
        Support(sentence.start, sentence.end, number, signs)
        for sentence in reading.sentences
        if sentence.part in ("subject", "body")
        for number, signs in used_by(sentence.text)
    )


_Used = tuple[tuple[int, tuple[str, ...]], ...]
"""Numbers of facts with the signs that a sentence shares with each, in order of number."""

_MOST_KEPT = 512
"""Sentences whose facts are kept, for each set of facts: those of the longest text that a draft may have."""


@lru_cache(maxsize=64)
def _judge_of(known: KnownText, today: date | None) -> Callable[[str], _Used]:
    """Finds the facts that a sentence uses, by its text."""
    telling = _facts_by_stem(known.known)

    def judge(text: str) -> _Used:
        shared: dict[int, set[str]] = defaultdict(set)
        for word, _, _ in sentence_of(text, 0, "body").words:
            for number in telling.get(stem(word), ()):
                shared[number].add(stem(word))
        figures = _shared_figures(text, known, today)
        return tuple(
            (number, (*figures.get(number, ()), *sorted(shared[number])))
            for number in sorted({*shared, *figures})
            if _is_enough(shared[number], figures.get(number, ()))
        )

    return remembered(_MOST_KEPT)(judge)


def _facts_by_stem(known: Known) -> Mapping[str, Sequence[int]]:
    """Stem -> the facts that it is a sign of; names of the person, the place and the post are signs of none."""
    names = stems_of(f"{known.person} {known.organization} {known.title}")
    found: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(known.facts):
        for telling in stems_of(fact) - names:
            found[telling].append(number)
    return dict(found)


def _is_enough(shared: set[str], figures: tuple[str, ...]) -> bool:
    """Two telling words, two figures, or a figure with any word of the fact beside it."""
    return len(shared - COMMON_STEMS) >= 2 or len(figures) >= 2 or (bool(figures) and bool(shared))


def _shared_figures(sentence: str, text: KnownText, today: date | None) -> dict[int, tuple[str, ...]]:
    """Number of a fact -> the figures of a sentence that it carries; those that agree by chance are left out."""
    found: dict[int, tuple[str, ...]] = {}
    for figure in figures_of(sentence):
        if not is_telling(figure):
            continue
        written = sentence[figure.start : figure.end]
        for of in text.figures:
            if of.fact >= 0 and holds(figure, of, text, today):
                found[of.fact] = tuple(dict.fromkeys((*found.get(of.fact, ()), written)))
    return found
