"""Keeps what was worked out of a sentence: while somebody writes, all sentences but one are read again unchanged."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

LONGEST = 1_000
"""Characters of a text of which the answer is kept: longer ones are no sentences, and would fill the memory."""

More = TypeVarTuple("More")
Answer = TypeVar("Answer")


def remembered(
    most: int,
) -> Callable[[Callable[[str, *More], Answer]], Callable[[str, *More], Answer]]:
    """Makes a pure function of a text, and of further values that can be hashed, keep its last `most` answers."""

    def make(function: Callable[[str, *More], Answer]) -> Callable[[str, *More], Answer]:
        kept = lru_cache(maxsize=most)(function)

        @wraps(function)
        def answer(text: str, *more: *More) -> Answer:
            return function(text, *more) if len(text) > LONGEST else kept(text, *more)

        return answer

    return make
