"""Makes the learned judge of job talk: `python -m outreach.asklint.career.training` writes its weights.

A linear judge of the features of single sentences (support vectors with squared loss, solved one sentence after
another in the dual; Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008). The order
is fixed, so that the same sentences make the same weights. What it is worth is measured in `benchmarks/job_talk.py`.
"""

from __future__ import annotations

import hashlib
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach.asklint.career.judgment import judge
from outreach.asklint.career.learned import FILE, SCALE, Learned, length, write_learned
from outreach.asklint.reading import Reading
from outreach.asklint.rules._job_talk_bad import BAD
from outreach.asklint.rules._job_talk_good import GOOD
from outreach.asklint.types import Kind, Message

_HERE = Path(__file__).parent
_MADE_OF = ("sentences/asks.txt", "sentences/others.txt", "tables/fields.toml", "tables/words.toml")
_SEED = 4
_PASSES = 30
_LEAST_CHANGE = 0.01
_LEAST_TIMES = 3
_SMOOTHED, _MOST_RATIO = 0.5, 3.0
_LEAST_WEIGHT = 5
_COST_OF_THE_RULE = 3.0
_WRITER = "# writer: "


@dataclass(frozen=True, slots=True)
class Labeled:
    """A sentence, whether it asks, who wrote it, and what it costs to judge it wrongly."""

    text: str
    asks: bool
    writer: str
    cost: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a sentence, whether it asks, and what it costs to judge it wrongly."""

    features: Sequence[str]
    asks: bool
    cost: float = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """An example as the solver sees it: its features with their values, 1 or -1 for what it is, and its slack."""

    vector: tuple[tuple[str, float], ...]
    sign: float
    slack: float

    @property
    def curvature(self) -> float:
        return sum(value * value for _, value in self.vector) + 1 + self.slack


def labeled_sentences() -> tuple[Labeled, ...]:
    """All sentences to learn from."""
    return (*_read("asks", asks=True), *_read("others", asks=False), *_examples_of_the_rule())


def _examples_of_the_rule() -> Iterator[Labeled]:
    for examples, asks in ((BAD, True), (GOOD, False)):
        texts = (text for text in examples if isinstance(text, str))
        yield from (Labeled(text, asks, "the rule", _COST_OF_THE_RULE) for text in texts)


def digest() -> str:
    """The digest of everything that the weights are made of."""
    found = hashlib.sha256("\n".join(one.text for one in _examples_of_the_rule()).encode())
    for name in _MADE_OF:
        found.update((_HERE / name).read_text(encoding="utf-8").encode())
    return found.hexdigest()


def example_of(sentence: Labeled) -> Example:
    """A sentence as an example; it is read as if it stood alone."""
    reading = Reading(Message(Kind.INTERVIEW_REQUEST, sentence.text))
    rows = ((each, row) for each in reading.sentences for row in judge().rows(each))
    found = [feature for each, row in rows for feature in judge().features(each, row)]
    return Example(found, sentence.asks, sentence.cost)


def learn(examples: Sequence[Example], made_of: str = "") -> Learned:
    """The judge of some examples; those features count that at least three of them have."""
    ratios = _ratios(examples)
    order = random.Random(_SEED)  # noqa: S311 - no secret: the order in which sentences are seen
    weights, bias = _solve([_row(example, ratios) for example in examples], order)
    kept = {feature: round(weight * ratios[feature] * SCALE) for feature, weight in weights.items()}
    kept = {feature: weight for feature, weight in kept.items() if abs(weight) >= _LEAST_WEIGHT}
    return Learned(kept, round(bias * SCALE), made_of)


def _ratios(examples: Sequence[Example]) -> dict[str, float]:
    """How much more often each feature stands in sentences that ask, as a logarithm; those of three at least.

    A feature then counts by how much it tells, before any weight (Wang and Manning, "Baselines and Bigrams", ACL 2012).
    """
    asking = Counter(feature for example in examples if example.asks for feature in set(example.features))
    others = Counter(feature for example in examples if not example.asks for feature in set(example.features))
    kept = [feature for feature in asking | others if asking[feature] + others[feature] >= _LEAST_TIMES]
    asked = sum(asking[feature] + _SMOOTHED for feature in kept)
    told = sum(others[feature] + _SMOOTHED for feature in kept)
    return {feature: _ratio((asking[feature] + _SMOOTHED) / asked, (others[feature] + _SMOOTHED) / told)
            for feature in kept}  # fmt: skip


def _ratio(asked: float, told: float) -> float:
    return max(-_MOST_RATIO, min(_MOST_RATIO, math.log(asked / told)))


def _row(example: Example, ratios: Mapping[str, float]) -> _Row:
    divisor = length(len(example.features))
    counted = Counter(example.features).items()
    vector = tuple((feature, count / divisor * ratios[feature]) for feature, count in counted if feature in ratios)
    return _Row(vector, 1.0 if example.asks else -1.0, 1 / (2 * example.cost))


def _solve(rows: Sequence[_Row], order: random.Random) -> tuple[dict[str, float], float]:
    """Weights and bias of the support vectors; ends when no sentence moves them by much."""
    weights = {feature: 0.0 for row in rows for feature, _ in row.vector}
    bias = 0.0
    curvature = [row.curvature for row in rows]
    multiplier = [0.0] * len(rows)
    places = list(range(len(rows)))
    for _ in range(_PASSES):
        order.shuffle(places)
        largest = 0.0
        for at in places:
            row, before = rows[at], multiplier[at]
            margin = row.sign * (sum(weights[feature] * value for feature, value in row.vector) + bias)
            multiplier[at] = max(before - (margin - 1 + row.slack * before) / curvature[at], 0.0)
            step = (multiplier[at] - before) * row.sign
            if not step:
                continue
            largest = max(largest, abs(step))
            for feature, value in row.vector:
                weights[feature] += step * value
            bias += step
        if largest < _LEAST_CHANGE:
            break
    return weights, bias


def _read(name: str, *, asks: bool) -> Iterator[Labeled]:
    writer = ""
    for line in (_HERE / "sentences" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(_WRITER):
            writer = line.removeprefix(_WRITER)
        elif line and not line.startswith("#"):
            yield Labeled(line, asks, writer)


def main() -> int:
    """Makes the judge of all sentences and writes it."""
    write_learned(learn([example_of(one) for one in labeled_sentences()], digest()), FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
