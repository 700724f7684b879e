"""How often a figure is reached: "140 a week", "7,000 patients a year", against what a fact tells."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.grounding.figures import Figure
from outreach.asklint.grounding.known_text import KnownFigure
from outreach.asklint.grounding.line import Line
from outreach.asklint.grounding.tokens import Token, tokens_of

_A_YEAR = {"night": 365, "day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}


def _rate(tokens: Sequence[Token], figure: Figure) -> int:
    """How often in a year a figure is reached: "a week" 52, "a year" 1; 0 where it does not say."""
    behind = [token.low for token in tokens[figure.after : figure.after + 2]]
    is_rate = len(behind) == 2 and behind[0] in ("a", "per", "each", "every")
    return _A_YEAR.get(behind[1], 0) if is_rate else 0


def _known_rate(line: Line, of: KnownFigure) -> int:
    return _rate(tokens_of(line.known.known.facts[of.fact]), of.figure) if of.fact >= 0 else 0


def is_rate_of_known(line: Line, figure: Figure) -> bool:
    """ "20 calls a night" of 7,300 in a year, "7,000 patients a year" of 140 a week."""
    times = _rate(line.tokens, figure)
    if not times or figure.kind != "count":
        return False
    same = [of for of in line.known.figures if of.figure.kind == "count" and of.figure.unit == figure.unit]
    rates = [(of.figure.value, max(1, _known_rate(line, of))) for of in same]
    return any(abs(figure.value * times - value * rate) <= 0.1 * value * rate for value, rate in rates if rate != times)


def other_rate(line: Line, figure: Figure) -> int:
    """ "140 patients a day" where 140 a week are confirmed: the token behind the rate, 0 where it is right."""
    times = _rate(line.tokens, figure)
    if not times or figure.kind != "count":
        return 0
    same = [of for of in line.known.figures if of.figure.kind == "count" and of.figure.value == figure.value]
    rates = {_known_rate(line, of) for of in same} - {0}
    return figure.after + 2 if rates and times not in rates else 0
