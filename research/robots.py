"""What a site's robots.txt allows us (RFC 9309), as a value; fetching it is the work of `http.Client`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from protego import Protego

AGENT = "Groundwork"
"""The product token that a robots.txt can name."""

MAX_BYTES = 512_000
"""RFC 9309, 2.5: at least 500 KiB are read; what is beyond is not."""

KEPT_S = 86_400.0
"""RFC 9309, 2.4: a copy is used for a day at most."""

UNREACHABLE_KEPT_S = 300.0
"""After this a site whose robots.txt could not be read is asked for it again."""

LONGEST_CRAWL_DELAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site. `parsed` is None where the status alone decides."""

    readable: bool
    parsed: Any = None
    everything: bool = False

    def allow(self, url: str) -> bool:
        """Whether we may ask for this address of the site."""
        if self.parsed is None:
            return self.everything
        return bool(self.parsed.can_fetch(url, AGENT))

    @property
    def crawl_delay_s(self) -> float:
        """Seconds that the site wants between two questions; 0 when it does not say."""
        delay = self.parsed.crawl_delay(AGENT) if self.parsed is not None else None
        return min(max(float(delay), 0.0), LONGEST_CRAWL_DELAY_S) if delay else 0.0


def rules_from(status: int, body: bytes) -> Rules:
    """The rules that an answer to the question for robots.txt means.

    A 4xx is "no rules", except 429; that and everything else but a 2xx is "closed for now" (RFC 9309, 2.3.1.4).
    """
    if 200 <= status < 300:
        return Rules(readable=True, parsed=Protego.parse(body[:MAX_BYTES].decode("utf-8", "replace")))
    if 400 <= status < 500 and status != 429:
        return Rules(readable=True, everything=True)
    return unreachable()


def unreachable() -> Rules:
    """The rules while a site's robots.txt cannot be read: nothing is asked."""
    return Rules(readable=False)
