"""Days of the week and rhythms ("every Friday", "monthly") said of what a fact tells, where the fact says another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from outreach.asklint.grounding.line import Claim, Line, touches_facts
from outreach.asklint.grounding.numbers import number_at
from outreach.asklint.grounding.signs import LEADER, NOBODY
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.words import EMPTY, stem

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_RHYTHMS = {
    "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "annually": "year", "yearly": "year", "annual": "year", "biweekly": "two weeks", "fortnightly": "two weeks",
    "hourly": "hour", "weekdays": "weekday", "weekends": "weekend",
}  # fmt: skip
_UNITS = frozenset("day night week month quarter year hour shift morning evening afternoon weekday weekend".split())
_COUNTING = frozenset("once twice times".split())
_RECURRING = frozenset("every each".split())
_SIGNS = _RECURRING | _COUNTING | _RHYTHMS.keys() | {f"{day}s" for day in _DAYS}


def rhythm_claims(line: Line) -> Iterator[Claim]:
    """A day or a rhythm that belongs to what a fact tells, and that no fact tells."""
    if line.words.isdisjoint(_SIGNS):
        return
    recorded = [(found, stems) for fact, stems in zip(line.known.known.facts, line.known.facts, strict=True)
                for _, _, found in _rhythms(fact)]  # fmt: skip
    if not recorded:
        return
    for first, after, found in _rhythms(line.sentence.text):
        if after > len(line.tokens) or line.owner(first) not in (LEADER, NOBODY):
            continue
        of = [rhythm for rhythm, stems in recorded if len(stems & line.stems) >= 1]
        if of and found not in of and (line.owner(first) is LEADER or touches_facts(line, line.tokens)):
            yield Claim(line.tokens[first].start, line.tokens[after - 1].end, "date")


def _times(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """ "three times a week", "twice weekly": the token behind, and how often in what."""
    fixed = {"once": 1.0, "twice": 2.0}.get(tokens[at].low, 0.0)
    number = None if fixed else number_at(tokens, at)
    after = at + 1 if fixed else number.after + 1 if number else 0
    if not after or after >= len(tokens) or (not fixed and tokens[after - 1].low != "times"):
        return None
    value = fixed or (number.value if number else 0.0)
    if tokens[after].low in _RHYTHMS:
        return after + 1, f"{value:g} {_RHYTHMS[tokens[after].low]}"
    if (
        tokens[after].low in ("a", "per", "each", "every")
        and after + 1 < len(tokens)
        and tokens[after + 1].low in _UNITS
    ):
        return after + 2, f"{value:g} {tokens[after + 1].low}"
    return None


@lru_cache(maxsize=1024)
def _rhythms(text: str) -> tuple[tuple[int, int, str], ...]:
    """First token, token behind, and the rhythm: "friday", "week"."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """First token, token behind, and the rhythm: "friday", "week"."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        word = token.bare
        if token.low in _RECURRING and at + 1 < len(tokens):
            behind = tokens[at + 1].bare.removesuffix("s")
            other = at + 2 < len(tokens) and tokens[at + 1].low in ("other", "second", "third")
            if behind in _DAYS or (behind in _UNITS and behind not in EMPTY - _UNITS):
                yield at, at + 2, behind
            elif other and tokens[at + 2].bare in _DAYS | _UNITS:
                yield at, at + 3, f"{tokens[at + 1].low} {tokens[at + 2].bare}"
        elif counted := _times(tokens, at):
            yield at, *counted
        elif word in _RHYTHMS and not (at and tokens[at - 1].low in ("times", "once", "twice")):
            yield at, at + 1, _RHYTHMS[word]
        elif word.endswith("s") and stem(word) in _DAYS and at and tokens[at - 1].low not in _RECURRING:
            yield at, at + 1, stem(word)
