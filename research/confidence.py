"""The one place where a number between 0 and 1 is made. Worked cases stand in its test.

A claim weighs *citation x source x identity*: how plainly the quote says it, how far the source is to be trusted, how
sure we are that the record is our subject's. Independent claims combine as chances of error: two sources of .8 leave
.2 x .2 of doubt. Copies of one text are one source, so only the best claim of each family counts. Nothing reaches 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

CEILING = 0.99
"""Public sources can all repeat one error; certainty is never claimed."""

DISPUTE = 0.6
"""A disputed value keeps this share of its confidence."""

BY_USER = 0.99
"""How sure an identity is that a person has confirmed."""


def identity_confidence(score: float, *, by_user: bool) -> float:
    """How sure a SAME judgement is, from its score: 2.5 (the least that joins) is .8, a hard sign (5 and more) .97."""
    if by_user:
        return BY_USER
    return round(min(0.97, 0.8 + max(0.0, score - 2.5) * 0.068), 3)


def claim_weight(citation: float, trust: float, identity: float) -> float:
    """The weight of one claim; all three in (0, 1]."""
    return citation * trust * identity


def combined(weights_by_family: Mapping[str, Iterable[float]], *, disputed: bool) -> float:
    """The confidence of a fact from its claims' weights, grouped by independent family of sources."""
    doubt = 1.0
    for weights in weights_by_family.values():
        doubt *= 1.0 - max(weights)
    certainty = min(CEILING, 1.0 - doubt)
    return round(max(0.01, certainty * (DISPUTE if disputed else 1.0)), 3)
