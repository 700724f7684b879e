"""How far an honor went: "won the prize" where a fact tells of a short list, "finalist" where it was won."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from outreach.asklint.grounding.known_text import GENERIC
from outreach.asklint.grounding.line import Claim, Line
from outreach.asklint.grounding.names import AWARDING, STRONG
from outreach.asklint.grounding.signs import OTHERS, WRITER
from outreach.asklint.grounding.tokens import tokens_of
from outreach.asklint.grounding.words import EMPTY

_CONSIDERED = frozenset(
    "shortlisted shortlist longlisted nominated nominee nomination finalist finalists contender "
    "runner runners commended".split()
)
_WON = frozenset(
    "won win wins winning winner winners received receive receives receiving awarded earned took taking gained "
    "recipient collected".split()
)
_HONORS = frozenset("award awards prize prizes medal medals honor honors cup trophy".split())


def standing_claims(line: Line) -> Iterator[Claim]:
    """The word for winning, or for being considered only, where the fact on that honor tells the other."""
    said = line.words & (_WON | _CONSIDERED)
    if not said or (said & _WON and said & _CONSIDERED) or not _DENIALS.isdisjoint(line.words):
        return
    named = {token.bare for token in line.tokens if token.is_capital} - _SAY_NOTHING
    for fact in line.known.known.facts:
        standing, honor = _standing(fact)
        if not standing or standing is (_WON if said & _WON else _CONSIDERED) or not named & honor:
            continue
        yield from (
            Claim(token.start, token.end, "award")
            for at, token in enumerate(line.tokens)
            if token.low in said and line.owner(at) not in (WRITER, OTHERS)
        )
        return


_DENIALS = frozenset("not never didn't hasn't nearly almost should deserved if whether hope wish".split())
_SAY_NOTHING = GENERIC | EMPTY | STRONG | AWARDING | _HONORS


@lru_cache(maxsize=1024)
def _standing(fact: str) -> tuple[frozenset[str], frozenset[str]]:
    """Whether a fact tells that an honor was won, or that somebody was considered for it; and its telling names."""
    tokens = tokens_of(fact)
    words = {token.low for token in tokens}
    if words.isdisjoint(_HONORS):
        return frozenset(), frozenset()
    at = next((at for at, token in enumerate(tokens) if token.low in _WON | _CONSIDERED), -1)
    if at < 0 or (words & _WON and words & _CONSIDERED):
        return frozenset(), frozenset()
    honor = frozenset(token.bare for token in tokens[at + 1 :] if token.is_capital) - _SAY_NOTHING
    return (_WON if tokens[at].low in _WON else _CONSIDERED), honor
