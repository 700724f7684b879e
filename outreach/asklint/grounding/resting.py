"""Which confirmed facts a text uses, and where."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.asklint.grounding.words import COMMON_STEMS, stem, stems_of
from outreach.asklint.reading import Reading, Sentence
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
    known = reading.known
    found = []
    for sentence in reading.sentences:
        if sentence.part not in ("subject", "body"):
            continue
        for number, fact in enumerate(known.facts):
            shared = shared_signs(sentence, fact, known)
            if shared:
                found.append(Support(sentence.start, sentence.end, number, shared))
    return tuple(found)


def shared_signs(sentence: Sentence, fact: str, known: Known) -> tuple[str, ...]:
    """What a sentence has in common with a fact; empty where it is too little to rest on it."""
    said = {stem(word.text) for word in sentence.words}
    telling = stems_of(fact) - stems_of(f"{known.person} {known.organization} {known.title}")
    shared = said & telling
    enough = len(shared - COMMON_STEMS) >= 2
    return tuple(sorted(shared)) if enough else ()
