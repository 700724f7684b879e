"""The numbers of giving before asking, each with its reason and where it comes from. Nothing else knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Number:
    """A number, why it is so, and its source."""

    days: int
    why: str
    source: str

    @property
    def span(self) -> timedelta:
        """The days as a span of time."""
        return timedelta(days=self.days)


SAME_ORGANIZATION = Number(
    30,
    "Two leaders of one house talk to each other: two requests within a month read as a mailing.",
    "Own rule of the method: ask one person of a house, and wait for the answer.",
)
"""Between requests to different people of one organization."""

AFTER_A_NO = Number(
    90,
    "A no was an answer. Asking again within a season says that it was not heard.",
    "Method of following up: after the last note or a no a relationship rests for a season, then a new reason counts.",
)
"""Between their no and a further request."""

REST = Number(
    90,
    "Whoever has not answered two notes has other things to do; a season later a new reason is read as one.",
    "Method of following up: at most two notes, then rest for at least ninety days.",
)
"""After a request was closed kindly without an answer."""

ADVICE_UNTOLD = Number(
    60,
    "Thanks are worth most with what the advice changed, and it takes some weeks until something has changed.",
    "Method of following up: report on advice after sixty to ninety days.",
)
"""From advice to the reminder to try it or to tell what came of it."""

PAUSE = Number(
    30,
    "After a layoff or a loss nobody misses a letter for a month.",
    "Own rule; mail that went on by itself into a bereavement did lasting harm.",
)
"""How long a pause is that nobody gave a day for."""

GONE_QUIET = Number(
    180,
    "Relationships that live are written to two to four times a year: after half a year without a word one has ended.",
    "Method of following up: a rhythm of two to four times a year, by agreement of both.",
)
"""Without any contact, either way."""

IDEA_IS_FRESH = Number(
    120,
    "What somebody published or received is news to them for a season; later a letter about it reads as research.",
    "Own rule of the method: respond while it is fresh.",
)
"""From something they did in public to the last day on which a response to it is proposed."""

GIFT_LIMIT_WORDS = (
    "Hospitals limit presents: often nothing above a nominal value, and never cash or gift cards. A note, a report on "
    "what their advice did, or something useful to their work is welcome everywhere."
)
"""What is said instead of counting a present (published gift policies of hospitals)."""

PAID_WITH = ("gave", "kept promise")
"""What lies between two asks: one of these."""

APPROVAL_IS_NO_NEW_ASK = frozenset({"approval", "review"})
"""Kinds of asks that belong to a request that was granted: they need no give of their own."""
