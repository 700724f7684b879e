"""How fast a host is asked: never faster than the source's interval, robots' Crawl-delay and Retry-After allow."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from research.errors import RateLimited, Unavailable

LONGEST_HOLD_S = 86_400.0
"""A server that asks for more than a day (10^9 seconds have been seen) is asked again after a day."""


class Pacing:
    """When each host may be asked next. Thread-safe; one object for all sources, since hosts are shared.

    `clock` gives seconds that never go back; `sleep` waits. `longest_wait_s`: a longer wait is an answer, not a sleep.
    """

    def __init__(
        self, clock: Callable[[], float], sleep: Callable[[float], object], longest_wait_s: float = 10.0
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._longest_wait_s = longest_wait_s
        self._lock = threading.Lock()
        self._free_at: dict[str, float] = {}
        self._lines: dict[str, threading.Lock] = {}

    def wait(self, host: str, interval_s: float, deadline: float) -> None:
        """Wait for this host's next free slot and take it; the slot after it is `interval_s` later.

        Raises: RateLimited when the slot is later than the deadline or the longest wait; then no slot is taken.
        """
        with self._lock:
            now = self._clock()
            slot = max(now, self._free_at.get(host, now))
            wait_s = slot - now
            if wait_s > self._longest_wait_s or slot >= deadline:
                raise RateLimited(
                    f"{host} may be asked again in {wait_s:.0f} s, which is too long to wait now.", retry_after_s=wait_s
                )
            self._free_at[host] = slot + interval_s
        if wait_s > 0:
            self._sleep(wait_s)

    def hold(self, host: str, seconds: float) -> None:
        """Ask this host nothing for so many seconds, because it said so."""
        with self._lock:
            until = self._clock() + min(seconds, LONGEST_HOLD_S)
            self._free_at[host] = max(self._free_at.get(host, until), until)

    def is_soon(self, host: str, deadline: float) -> bool:
        """Whether `wait` would wait, and not refuse."""
        with self._lock:
            now = self._clock()
            slot = self._free_at.get(host, now)
            return slot - now <= self._longest_wait_s and max(slot, now) < deadline

    @contextmanager
    def one_at_a_time(self, host: str, deadline: float) -> Iterator[None]:
        """Hold the only line to this host. Raises: Unavailable ("timeout") when it is busy until the deadline."""
        with self._lock:
            line = self._lines.setdefault(host, threading.Lock())
        if not line.acquire(timeout=max(0.0, deadline - self._clock())):
            raise Unavailable(f"{host} was busy with other questions until the time was up.", fault="timeout")
        try:
            yield
        finally:
            line.release()


def retry_after_s(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header means, at least 0; None when it says nothing readable.

    Takes both forms of RFC 9110, 10.2.3: a number of seconds, or a date.
    """
    text = value.strip()[:100]
    if text.isascii() and text.isdigit():
        return float(text[:12]) if len(text) <= 12 else LONGEST_HOLD_S
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
