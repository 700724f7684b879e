"""What rules are made of: small makers of checks, for rules that need no thought of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Check, Hit, Severity

Phrase = tuple[str, str]
"""Words of which one has to be in a sentence, parted by spaces; and the expression that is then searched in it."""

Condition = Callable[[Reading, Sentence], bool]

_GAP = re.compile(r"<(\d{1,2})>")


def pattern(expression: str, *, parts: tuple[str, ...] = ("subject", "body")) -> Check:
    """Finds an expression in sentences of some parts. It sees lower case and straight apostrophes.

    The expression has to be linear: bounded quantifiers only.
    """
    compiled = compiled_phrase(expression)

    def find(reading: Reading) -> Iterator[Hit]:
        for sentence in reading.sentences:
            if sentence.part in parts:
                for match in compiled.finditer(sentence.lower):
                    yield Hit(sentence.start + match.start(), sentence.start + match.end())

    return find


def compiled_phrase(expression: str) -> re.Pattern[str]:
    """The expression compiled; `<3>` in it stands for up to three words with the blanks behind them."""
    return re.compile(_GAP.sub(r"(?:[^\\s.?!;:]{1,30} ){0,\1}", expression))


def phrases(
    entries: Iterable[Phrase],
    *,
    unless: str = "",
    when: Condition | None = None,
    parts: tuple[str, ...] = ("subject", "body"),
) -> Check:
    """Finds the first of several expressions in each sentence that has one of their words.

    A sentence in which `unless` is found, or for which `when` does not hold, is left alone. The words are looked up
    before any expression is tried: so a rule may have many expressions and costs next to nothing where none applies.
    """
    index = phrase_index(entries)
    exception = compiled_phrase(unless) if unless else None

    def find(reading: Reading) -> Iterator[Hit]:
        for sentence in reading.sentences:
            if sentence.part not in parts:
                continue
            place = found_in(sentence, index)
            if place and not (exception and exception.search(sentence.lower)) and (not when or when(reading, sentence)):
                yield Hit(sentence.start + place[0], sentence.start + place[1])

    return find


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Word -> the expressions to try where it occurs."""

    patterns: Mapping[str, Sequence[re.Pattern[str]]]


_SPEAKING: dict[str, frozenset[Index]] = {}
"""Word -> the indexes that have it: one look tells of a sentence which rules have anything to say of it."""


def phrase_index(entries: Iterable[Phrase]) -> Index:
    """The expressions by the words that have to be there."""
    patterns: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    for words, expression in entries:
        compiled = compiled_phrase(expression)
        for word in words.split():
            patterns[word].append(compiled)
    index = Index(dict(patterns))
    for word in patterns:
        _SPEAKING[word] = _SPEAKING.get(word, frozenset()) | {index}
    _speaking_of.cache_clear()
    return index


@lru_cache(maxsize=2048)
def _speaking_of(vocabulary: frozenset[str]) -> frozenset[Index]:
    return frozenset[Index]().union(*[_SPEAKING[word] for word in vocabulary if word in _SPEAKING])


def found_in(sentence: Sentence, index: Index) -> tuple[int, int] | None:
    """Where in a sentence the first of the expressions is found, as offsets into it."""
    if index not in _speaking_of(sentence.vocabulary):
        return None
    words = sentence.vocabulary & index.patterns.keys()
    tried = {compiled for word in words for compiled in index.patterns[word]}
    matches = [match for compiled in tried if (match := compiled.search(sentence.lower))]
    return min((match.span() for match in matches), default=None)


def whole(sentence: Sentence, message: str = "", severity: Severity | None = None) -> Hit:
    """A hit on all of a sentence."""
    return Hit(sentence.start, sentence.end, message, severity)
