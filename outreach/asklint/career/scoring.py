"""What the learned judge says of a sentence, reckoned from its words and marks without writing its features out.

`Scorer(learned, fields_of).score(words, marks, ...)` is `learned.score(features(words, fields, ...))`, to the last
digit: a sentence has well over a hundred features, and most of them weigh nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from outreach.asklint.career import features
from outreach.asklint.career.learned import SCALE, Learned, length

FieldsOf = Callable[[str], tuple[str, ...]]
"""The names of the fields of a token's marks."""

_MOST_PAIRS = 50_000
"""Pairs of kinds whose weights are kept: ordinary letters have some ten thousand."""

_MOST_STEMS = 8192
"""Stems whose weights are kept."""

_NUMBERS = 1 << 20
"""More than there can be kinds: each is made of the fields of a word that the lexicon knows."""

_FARTHEST = max(features.FIELD_GAPS)


class _Kind(NamedTuple):
    """Tokens with the same fields: their number (0 for those without any), and what the fields weigh alone."""

    number: int
    weight: int
    names: tuple[str, ...]


class _Pair(NamedTuple):
    """What two tokens weigh as neighbors, what farther apart, and how many features that are either way."""

    near: int
    far: int
    features: int


class Scorer:
    """The weights of the learned judge, laid out for looking up what follows what."""

    def __init__(self, learned: Learned, fields_of: FieldsOf) -> None:
        self._weights = learned.weights
        self._bias = learned.bias
        self._fields_of = fields_of
        self._behind = _behind(learned.weights)
        self._kind_of = cache(self._kind_of_marks)
        self._of_stem = lru_cache(maxsize=_MOST_STEMS)(self._of_stem_alone)
        self._kinds: dict[tuple[str, ...], _Kind] = {(): _Kind(0, 0, ())}
        self._number = count(1)
        self._pairs: dict[int, _Pair] = {}

    def score(self, words: Sequence[str], marks: Sequence[str], *, is_question: bool) -> float:
        """How much a sentence reads like an ask: `words` in lower case, and the marks of its tokens."""
        kinds = [self._kind_of(of_token) for of_token in marks]
        held = {name for kind in kinds for name in kind.names}
        rest = [*features.absent(held), features.long(words)]
        of_stems, stems = self._of_stems(features.stems_in(words, is_question=is_question))
        of_pairs, pairs = self._of_pairs(kinds)
        total = of_stems + of_pairs + sum([kind.weight for kind in kinds]) + self._sum(rest)
        found = stems + pairs + sum([len(kind.names) for kind in kinds]) + len(rest)
        return (total / length(found) + self._bias) / SCALE

    def _of_stems(self, stems: Sequence[str]) -> tuple[int, int]:
        """What the stems and the pairs of stems weigh, and how many they are."""
        alone = [self._of_stem(stem) for stem in stems]
        total, last = sum([weight for weight, _ in alone]), len(stems)
        for at, stem in enumerate(stems):
            for gap, behind in self._behind.get(stem, ()):
                if at + gap < last:
                    total += behind.get(stems[at + gap], 0)
        found = sum([number for _, number in alone])
        return total, found + sum([max(0, last - gap) for gap in features.WORD_GAPS])

    def _of_stem_alone(self, stem: str) -> tuple[int, int]:
        """What a stem and its runs of letters weigh, and how many features that are."""
        found = features.of_stem(stem)
        return self._sum(found), len(found)

    def _of_pairs(self, kinds: Sequence[_Kind]) -> tuple[int, int]:
        """What tokens near each other weigh, and how many features that are; a token without fields makes none."""
        numbers, kept = [kind.number for kind in kinds], self._pairs
        total = found = 0
        for at, number in enumerate(numbers):
            if not number:
                continue
            for place, other in enumerate(numbers[at + 1 : at + 1 + _FARTHEST]):
                if other:
                    near, far, more = kept.get(number * _NUMBERS + other) or self._pair(
                        kinds[at], kinds[at + 1 + place]
                    )
                    total += far if place else near
                    found += more
        return total, found

    def _pair(self, kind: _Kind, other: _Kind) -> _Pair:
        """What two kinds weigh; kept, as long as there is room."""
        near = features.pairs(kind.names, other.names, ">")
        far = features.pairs(kind.names, other.names, ">>")
        found = _Pair(self._sum(near), self._sum(far), len(near))
        if len(self._pairs) < _MOST_PAIRS:
            self._pairs[kind.number * _NUMBERS + other.number] = found
        return found

    def _kind_of_marks(self, marks: str) -> _Kind:
        names = self._fields_of(marks)
        new = _Kind(next(self._number), self._sum(features.single(names)), names)
        return self._kinds.setdefault(names, new)  # what another thread has made meanwhile stays

    def _sum(self, found: Sequence[str]) -> int:
        weights = self._weights
        return sum([weights[feature] for feature in found if feature in weights])


def _behind(weights: Mapping[str, int]) -> Mapping[str, Sequence[tuple[int, Mapping[str, int]]]]:
    """Stem -> for each distance the stems so far behind it, with the weights of the pairs.

    Only features that are pairs of stems have a low line in their names: one for each place that they are apart.
    """
    found: dict[str, dict[int, dict[str, int]]] = {}
    for feature, weight in weights.items():
        first, line, rest = feature.partition("_")
        if line:
            second = rest.lstrip("_")
            found.setdefault(first, {}).setdefault(len(rest) - len(second) + 1, {})[second] = weight
    return {first: tuple(gaps.items()) for first, gaps in found.items()}
