"""One question at a time: who presses twice, or sends a form again, is given the first answer and pays once.

    asked = AskedOnce()
    asked.answer(question, ask)       # ask() runs once for equal questions within KEPT_S

It holds for one process; a second process of the same site may ask once more.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from outreach.model.endpoint import NotAnswered

KEPT_S = 120.0
"""Who means to ask the very same thing once more has read the first answer by then."""

MOST_AT_ONCE = 2
"""Questions under way at once: each holds a thread of the server for as long as the model takes."""

MOST_KEPT = 50


@dataclass(slots=True)
class _Answer:
    begun: float
    future: Future[str] = field(default_factory=Future)


class AskedOnce:
    """The answers of the last minutes, and those that are waited for. Thread-safe. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[object, _Answer] = {}

    def answer(self, question: object, ask: Callable[[], str]) -> str:
        """What `ask` returns, or returned for an equal question just now. What it raises is not kept.

        Raises: NotAnswered when too many questions are under way, and whatever `ask` raises.
        """
        with self._lock:
            known = self._fresh(question)
            mine = _Answer(self._clock())
            if known is None:
                self._make_room()
                self._known[question] = mine
        if known is not None:
            return known.future.result()
        try:
            said = ask()
        except BaseException as error:
            with self._lock:
                self._known.pop(question, None)
            mine.future.set_exception(error)
            raise
        mine.future.set_result(said)
        return said

    def _fresh(self, question: object) -> _Answer | None:
        known = self._known.get(question)
        if known is None or (known.future.done() and self._clock() - known.begun > KEPT_S):
            return None
        return known

    def _make_room(self) -> None:
        """Forgets the oldest answers. Raises: NotAnswered."""
        if sum(not one.future.done() for one in self._known.values()) >= MOST_AT_ONCE:
            raise NotAnswered("The language model is answering others just now. Try again in a minute.")
        for question, one in list(self._known.items()):
            is_old = self._clock() - one.begun > KEPT_S or len(self._known) >= MOST_KEPT
            if one.future.done() and is_old:
                del self._known[question]
