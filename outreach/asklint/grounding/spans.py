"""How far a claim reaches: the words before a figure or a date that belong to it, and are wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.grounding.figures import Figure
from outreach.asklint.grounding.tokens import Token

_BEFORE_DATE = frozenset(
    "since in from until till by during before after around about early late mid the of spring summer fall autumn "
    "winter - for between on".split()
)
_BEFORE_FIGURE = frozenset(
    "about nearly almost over under more less fewer than least at just only all some well roughly approximately around "
    "up to as many much a an the or than upwards of".split()
)
_LOOSE_BEGINNINGS = frozenset("- the of than to as a an or up much many for some".split())
_MOST = 4


def start_of(tokens: Sequence[Token], figure: Figure) -> int:
    """The character where the phrase of a figure begins: "since 2014", "more than 40 beds"."""
    allowed = _BEFORE_DATE if figure.kind == "date" else _BEFORE_FIGURE
    at, lowest = figure.first, max(0, figure.first - _MOST)
    while at > lowest and tokens[at - 1].low in allowed:
        at -= 1
    while at < figure.first and tokens[at].low in _LOOSE_BEGINNINGS and not _is_phrase(tokens, at):
        at += 1
    return min(tokens[at].start, figure.start)


def _is_phrase(tokens: Sequence[Token], at: int) -> bool:
    """ "up to 40", "as many as 40"."""
    return [token.low for token in tokens[at : at + 2]] in (["up", "to"], ["as", "many"], ["as", "much"])
