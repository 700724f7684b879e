"""The words that make a figure vaguer: "about", "nearly", "more than", "at least", "or so"."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.grounding.tokens import Token

_BEFORE = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about",
    "circa": "about",
    "~": "about", "≈": "about", "some": "about", "close to": "about", "something like": "about",
    "in the region of": "about",
    "nearly": "below", "almost": "below", "just under": "below", "just below": "below", "just short of": "below",
    "not quite": "below", "approaching": "below", "practically": "below",
    "over": "over", "above": "over", "more than": "over", "greater than": "over", "upwards of": "over",
    "upward of": "over",
    "well over": "over", "just over": "over", "just above": "over", "better than": "over", "in excess of": "over",
    "exceeding": "over", "exceeds": "over", "exceeded": "over", "beyond": "over", "past": "over", ">": "over",
    "under": "under", "below": "under", "less than": "under", "fewer than": "under", "well under": "under",
    "<": "under",
    "at least": "least", "no less than": "least", "no fewer than": "least", "not less than": "least",
    "a minimum of": "least",
    "within": "most", "inside": "most",
    "at most": "most", "up to": "most", "as many as": "most", "as much as": "most", "no more than": "most",
    "not more than": "most",
    "a maximum of": "most",
}  # fmt: skip
_BEHIND = {
    "and some": "least", "and more": "least", "or a few more": "least", "or a little more": "least",
    "or so": "about", "or thereabouts": "about", "give or take": "about", "or more": "least", "or less": "most",
    "or fewer": "most", "plus": "least", "+": "least",
}  # fmt: skip
_LONGEST = 4


def nearness_of(tokens: Sequence[Token], first: int, after: int) -> str:
    """What the words before and behind tokens `first` to `after` allow, "" where they allow nothing."""
    if after < len(tokens) and tokens[after].low in ("or", "and", "give", "plus", "+"):
        for length in (4, 3, 2, 1):
            found = _BEHIND.get(" ".join(token.low for token in tokens[after : after + length]))
            if found:
                return found
    before = first - 1
    while before >= 0 and (tokens[before].low in ("a", "an", "the", "full") or tokens[before].text in "$€£"):
        before -= 1
    words = [token.low for token in tokens[max(0, before - _LONGEST + 1) : before + 1]]
    return next((_BEFORE[phrase] for n in range(len(words)) if (phrase := " ".join(words[n:])) in _BEFORE), "")
