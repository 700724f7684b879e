"""Which confirmed facts a text uses, and where."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.asklint.grounding.agreement import holds
from outreach.asklint.grounding.figure_claims import is_telling
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.known_text import KnownText, known_text
from outreach.asklint.grounding.words import COMMON_STEMS, stem, stems_of
from outreach.asklint.reading import Reading, Sentence


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
    known = reading.known
    text = known_text(known)
    names = stems_of(f"{known.person} {known.organization} {known.title}")
    telling = [stems_of(fact) - names for fact in known.facts]
    found = []
    for sentence in reading.sentences:
        if sentence.part not in ("subject", "body"):
            continue
        figures = _shared_figures(sentence, text, reading)
        said = {stem(word.text) for word in sentence.words}
        for number, stems in enumerate(telling):
            shared = said & stems
            if _is_enough(shared, figures.get(number, ())):
                signs = (*figures.get(number, ()), *sorted(shared))
                found.append(Support(sentence.start, sentence.end, number, signs))
    return tuple(found)


def _is_enough(shared: set[str], figures: tuple[str, ...]) -> bool:
    """Two telling words, two figures, or a figure with any word of the fact beside it."""
    return len(shared - COMMON_STEMS) >= 2 or len(figures) >= 2 or (bool(figures) and bool(shared))


def _shared_figures(sentence: Sentence, text: KnownText, reading: Reading) -> dict[int, tuple[str, ...]]:
    """Number of a fact -> the figures of a sentence that it carries; those that agree by chance are left out."""
    found: dict[int, tuple[str, ...]] = {}
    for figure in figures_of(sentence.text):
        if not is_telling(figure):
            continue
        written = sentence.text[figure.start : figure.end]
        for of in text.figures:
            if of.fact >= 0 and holds(figure, of, text, reading.circumstances.today):
                found[of.fact] = tuple(dict.fromkeys((*found.get(of.fact, ()), written)))
    return found
