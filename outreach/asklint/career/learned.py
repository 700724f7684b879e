"""The learned judge: weights of features, made of the sentences in `sentences` by `training`.

It stands beside the frames. They know what a phrase means; it knows how sentences that ask differ from those that do
not, and so hears an ask in words that no frame knows, and doubts a frame that heard one in an ordinary sentence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "tables" / "learned.json"
SCALE = 100
"""Weights are kept as whole hundredths."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights in hundredths. `made_of` is the digest of the sentences and tables that they were made of."""

    weights: Mapping[str, int]
    bias: int
    made_of: str

    def score(self, found: Sequence[str]) -> float:
        """How much a sentence reads like an ask: above 0 rather yes, below 0 rather no; most lie within -2 and 2."""
        known = self.weights
        total = sum([known[feature] for feature in found if feature in known])
        return (total / length(len(found)) + self.bias) / SCALE


def length(features: int) -> float:
    """By what the sum over a sentence's features is divided, so that long sentences do not weigh more."""
    return math.sqrt(features + 1)


@cache
def learned() -> Learned:
    """The judge as it was last made.

    Raises:
        ValueError: the file of weights is broken; the message names it.
    """
    return read_learned(FILE)


def read_learned(path: Path) -> Learned:
    """Reads a file of weights.

    Raises:
        ValueError: it is broken; the message names it.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        weights = {feature: int(weight) for weight, row in kept["weights"].items() for feature in row.split()}
        return Learned(weights, kept["bias"], kept["made_of"])
    except (KeyError, TypeError, AttributeError, ValueError) as wrong:
        raise ValueError(f"{path.name} holds no weights of the learned judge: {wrong!r}; make it again") from wrong


def write_learned(made: Learned, path: Path) -> None:
    """Writes a file of weights: features in rows, one row for each weight."""
    rows: dict[int, list[str]] = {}
    for feature, weight in sorted(made.weights.items()):
        rows.setdefault(weight, []).append(feature)
    weights = {str(weight): " ".join(rows[weight]) for weight in sorted(rows)}
    kept = {"made_of": made.made_of, "bias": made.bias, "weights": weights}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
