"""Weighs what the frames see against how the learned judge hears a sentence, and says which sentences ask.

The numbers were read off judges that had not seen the writer they judged (`benchmarks/job_talk.py`): a frame that asks
is worth about half a point of the learned judge, a certain one a point, a hint little by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from outreach.asklint.career.asks import Frame

THRESHOLD = 0.45
"""Points from which a sentence asks: of 100 that only use the words of an ask 2 to 4 reach it, of ordinary ones 1.

Chosen on judges that had not read the writer: 70 % of the asks of thirteen writers lie above it, 2.3 % of their other
sentences.
"""

_SUPPORT = (0.0, 0.1, 0.1, 0.6, 0.95)
"""Points for the strongest frame of a sentence, by its weight."""

_CERTAIN = 4
_ASKS = 3
_HINT = 2
_UNNAMED = "something for yourself"


@dataclass(frozen=True, slots=True)
class Ask:
    """An ask: the clause from `start` to `end` of the message's text, what would be gained, and the points for it."""

    start: int
    end: int
    gain: str
    points: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A frame that was seen: its weight here, its clause in the text, and its tokens in the row."""

    frame: Frame
    weight: int
    start: int
    end: int
    first: int
    last: int

    def moved(self, by: int) -> Seen:
        """The same in a text that has `by` characters more before it."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence: the frames in it, the learned judge's score (None: not asked), and the clause that sounds most so."""

    seen: tuple[Seen, ...]
    score: float | None
    start: int
    end: int

    def moved(self, by: int) -> Heard:
        """The same in a text that has `by` characters more before it."""
        return Heard(tuple(one.moved(by) for one in self.seen), self.score, self.start + by, self.end + by)


def verdicts(heard: Sequence[Heard]) -> Iterator[Ask]:
    """The asks of a message, in order of place. Two hints in a message are worth a frame that asks."""
    hints = {one.frame.name for sentence in heard for one in sentence.seen if one.weight >= _HINT}
    for at, sentence in enumerate(heard):
        near = {one.frame.name for beside in heard[max(0, at - 1) : at + 2] for one in beside.seen}
        ask = _ask(sentence, hints | near)
        if ask:
            yield ask


def _ask(sentence: Heard, others: set[str]) -> Ask | None:
    strongest = max(sentence.seen, key=lambda one: one.weight, default=None)
    if strongest is None:
        if sentence.score is None or sentence.score < THRESHOLD:
            return None
        return Ask(sentence.start, sentence.end, _UNNAMED, sentence.score)
    weight = min(strongest.weight, _CERTAIN)
    if _HINT <= weight < _CERTAIN and others - {strongest.frame.name}:
        weight += 1
    if sentence.score is None:
        return Ask(strongest.start, strongest.end, strongest.frame.gain, weight) if weight >= _ASKS else None
    points = sentence.score + _SUPPORT[weight]
    return Ask(strongest.start, strongest.end, strongest.frame.gain, points) if points >= THRESHOLD else None
