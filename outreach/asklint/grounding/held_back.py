"""Places of a text that rest on what must not be used: facts that sources disagree about, figures not public yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from outreach.asklint.grounding.agreement import holds
from outreach.asklint.grounding.figure_claims import is_telling
from outreach.asklint.grounding.figures import Figure, figures_of
from outreach.asklint.grounding.known_text import KnownText, known_text
from outreach.asklint.grounding.words import COMMON_STEMS, stem, stems_of
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Known, Span

# So many words that only the contested sentence holds show that a sentence without figures rests on it.
_WORDS_ENOUGH = 3


def contested_places(reading: Reading) -> Iterator[Span]:
    """Figures that only a contested sentence carries, and sentences made of the words of one."""
    if not reading.known.contested:
        return
    sure = known_text(replace(reading.known, contested=()))
    unsure = known_text(Known(facts=reading.known.contested))
    for sentence in _sentences(reading):
        figures = [each for each in _only_in(sentence, unsure, sure, reading) if _shares_words(sentence, *each)]
        yield from (Span(sentence.start + f.start, sentence.start + f.end) for f, _ in figures)
        if not figures and any(_is_made_of(sentence, text, sure) for text in reading.known.contested):
            yield Span(sentence.start, sentence.end)


def unreleased_places(reading: Reading) -> Iterator[Span]:
    """Figures of sentences that are not public yet; small ones only in a sentence that speaks of the same thing."""
    texts = reading.circumstances.unreleased
    if not texts:
        return
    sure, secret = known_text(reading.known), known_text(Known(facts=texts))
    for sentence in _sentences(reading):
        for figure, text in _only_in(sentence, secret, sure, reading):
            if is_telling(figure) or _shares_words(sentence, figure, text):
                yield Span(sentence.start + figure.start, sentence.start + figure.end)


def _sentences(reading: Reading) -> Iterator[Sentence]:
    return (sentence for sentence in reading.sentences if sentence.part in ("subject", "body"))


def _only_in(sentence: Sentence, where: KnownText, sure: KnownText, reading: Reading) -> Iterator[tuple[Figure, str]]:
    """Figures that one set of sentences carries and the confirmed ones do not, with the sentence that does."""
    today = reading.circumstances.today
    for figure in figures_of(sentence.text):
        facts = [of.fact for of in where.figures if of.fact >= 0 and holds(figure, of, where, today)]
        if facts and not any(holds(figure, of, sure, today) for of in sure.figures):
            yield figure, where.known.facts[facts[0]]


def _shares_words(sentence: Sentence, figure: Figure, text: str) -> bool:
    """Whether a telling word beside the figure is one of the text too."""
    said = {stem(word.text) for word in sentence.words} - stems_of(sentence.text[figure.start : figure.end])
    return bool(said & stems_of(text) - COMMON_STEMS)


def _is_made_of(sentence: Sentence, text: str, sure: KnownText) -> bool:
    """Whether a sentence without figures of its own uses words that only the contested text holds."""
    said = {stem(word.text) for word in sentence.words}
    return len((said & stems_of(text)) - sure.words - COMMON_STEMS) >= _WORDS_ENOUGH
