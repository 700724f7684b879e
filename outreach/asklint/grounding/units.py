"""What a number counts or measures: the words behind it that name things or times."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.words import EMPTY, stem

# Minutes in each; a month is a twelfth of a year.
TIME_UNITS = {
    "second": 1 / 60, "sec": 1 / 60, "minut": 1.0, "min": 1.0, "hour": 60.0, "hr": 60.0, "day": 1440.0, "week": 10080.0,
    "month": 43830.0, "year": 525960.0, "yr": 525960.0, "decad": 5259600.0, "shift": 720.0,
}  # fmt: skip
# Words behind a number that end what it counts.
ENDS = EMPTY | frozenset("per minutes' is are was were said opened began fell rose dropped cut".split())
_LONGEST_UNIT = 4
_COLLECTIVE = frozenset("people staff faculty personnel men women children".split())


def unit_at(tokens: Sequence[Token], at: int) -> tuple[str, tuple[str, ...], int]:
    """What is counted from a token on: the head's stem, the stems up to it, the token behind it; ("", (), at) if
    nothing.

    The head is the last plain word before a preposition, a verb that is listed, or a mark: "medical units", "-bed".
    """
    units: list[str] = []
    after = at
    while after < len(tokens) and len(units) < _LONGEST_UNIT:
        token = tokens[after]
        if (
            token.low == "-"
            and after + 1 < len(tokens)
            and tokens[after - 1].end == token.start == tokens[after + 1].start - 1
        ):
            after += 1
            continue
        is_compound = after > at and tokens[after - 1].low == "-"  # "walk-in patients"
        ends = token.low in ENDS and not is_compound and stem(token.low) not in TIME_UNITS and token.low != "people"
        if token.kind != "w" or ends or (token.is_capital and not units and not token.is_acronym):
            break
        units.append(stem(token.bare))
        after += 1
        if (
            units[-1] in TIME_UNITS
            or token.low in _COLLECTIVE
            or is_plural(token.low)
            or (tokens[after - 2].low == "-" and len(units) == 1)
        ):
            break
    while after > at and tokens[after - 1].low == "-":
        after -= 1
    return (units[-1], tuple(units), after) if units else ("", (), at)


def is_plural(word: str) -> bool:
    """Whether a word ends like a plural."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def has_things(tokens: Sequence[Token], at: int) -> bool:
    """Whether things in the plural or a time follow: "in three weeks", not "in three used to leave"."""
    unit, _, after = unit_at(tokens, at)
    return bool(unit) and (is_plural(tokens[after - 1].low) or unit in TIME_UNITS)
