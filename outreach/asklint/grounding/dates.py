"""Dates as people write them: "March 4, 2021", "spring 2021", "mid-2021", "the 2010s", "FY 2023", "3/4/2021"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from outreach.asklint.grounding.tokens import Token

Parts = tuple[int, int, int, str, int]
"""Year, month, day, season, last year of a span; 0 or "" where not said."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {
    "spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "fall": (9, 10, 11, 12), "autumn": (9, 10, 11, 12),
    "winter": (12, 1, 2, 3), "early": (1, 2, 3, 4, 5), "mid": (4, 5, 6, 7, 8, 9), "late": (8, 9, 10, 11, 12),
}  # fmt: skip
DECADES = {
    "nineties": 1990, "eighties": 1980, "seventies": 1970, "sixties": 1960, "fifties": 1950, "forties": 1940,
    "thirties": 1930, "twenties": 1920,
}  # fmt: skip
_DATE_WORDS = MONTHS.keys() | SEASONS.keys() | DECADES.keys()
_FIRST_YEAR, _LAST_YEAR = 1700, 2100


def dates_in(tokens: Sequence[Token], beginnings: Iterable[int] | None = None) -> Iterator[tuple[int, int, Parts]]:
    """First token, token behind, and parts of each date, in order; looked for at `beginnings` alone if given."""
    after = 0
    for at in range(len(tokens)) if beginnings is None else beginnings:
        token = tokens[at]
        if at < after or (token.kind != "n" and token.low not in _DATE_WORDS):
            continue
        found = _date_at(tokens, at)
        if found:
            yield at, *found
            after = found[0]


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _date_at(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    token = tokens[at]
    if token.low in MONTHS and (token.is_capital or _is_month_in_small_letters(tokens, at)):
        return _from_month(tokens, at)
    if token.low in SEASONS:
        return _from_season(tokens, at)
    if token.low in DECADES and _low(tokens, at - 1) in ("the", "early", "late", "mid", "-"):
        year = DECADES[token.low]
        return at + 1, (year, 0, 0, "", year + 9)
    if token.kind == "n":
        return _slashed(tokens, at) or _day_first(tokens, at) or _from_year(tokens, at)
    return None


def _is_month_in_small_letters(tokens: Sequence[Token], at: int) -> bool:
    """A message written without capitals: "in march 2021", not "may" or "march" alone."""
    return (len(tokens[at].low) > 4 and bool(_year(tokens, at + 1))) or tokens[at].low in (
        "january",
        "february",
        "august",
    )


def _year(tokens: Sequence[Token], at: int) -> int:
    """The year that stands at a token, 0 where none does."""
    if at >= len(tokens) or tokens[at].kind != "n" or tokens[at].suffix or len(tokens[at].text) != 4:
        return 0
    year = int(tokens[at].text) if tokens[at].text.isdigit() else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def _day(tokens: Sequence[Token], at: int) -> int:
    if at >= len(tokens) or tokens[at].kind != "n" or tokens[at].suffix not in ("", "st", "nd", "rd", "th"):
        return 0
    value = tokens[at].value
    return int(value) if 1 <= value <= 31 and "." not in tokens[at].text else 0


def _from_month(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    month, after = MONTHS[tokens[at].low], at + 1
    day = 0
    if _low(tokens, after) == "of" and _year(tokens, after + 1):
        return after + 2, (_year(tokens, after + 1), month, 0, "", 0)
    if not _year(tokens, after) and _day(tokens, after):
        day, after = _day(tokens, after), after + 1
    after = _to_day(tokens, after) if day else after
    skip = after + 1 if _low(tokens, after) == "," else after
    year = _year(tokens, skip)
    if year and not (skip > after and not day):
        return skip + 1, (year, month, day, "", 0)
    return (after, (0, month, day, "", 0)) if day else None


def _to_day(tokens: Sequence[Token], after: int) -> int:
    """Behind "June 8": past "to 26", "and 30", "-12" as well."""
    if _low(tokens, after) in ("to", "and", "-", "–", "through", "or") and _day(tokens, after + 1):
        return after if _low(tokens, after + 2) in ("percent", "%", "minutes", "beds") else after + 2
    return after


def _from_season(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    """ "spring 2021", "in the fall of 2021", "mid-2021"; the decade of "the late 1990s" is a span of years."""
    after = at + 1
    while _low(tokens, after) in ("of", "-", "in"):
        after += 1
    year = _year(tokens, after)
    return (after + 1, (year, 0, 0, tokens[at].low, 0)) if year else None


def _day_first(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    """ "4 March 2021", "the 4th of March"."""
    if not _day(tokens, at):
        return None
    after = _to_day(tokens, at + 1)
    after += _low(tokens, after) == "of"
    after += _low(tokens, after) == "the"
    if _low(tokens, after) not in MONTHS or not tokens[after].is_capital:
        return None
    if _day(tokens, after + 1) and not _year(tokens, after + 1):
        return None
    year = _year(tokens, after + 1)
    return after + (2 if year else 1), (year, MONTHS[tokens[after].low], _day(tokens, at), "", 0)


def _slashed(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    """ "3/4/2021" as Americans write it, "2021-03-04"."""
    marks = {_low(tokens, at + 1), _low(tokens, at + 3)}
    if at + 4 >= len(tokens) or marks not in ({"/"}, {"-"}) or tokens[at + 2].kind != "n" or tokens[at + 4].kind != "n":
        return None
    if "-" in marks:
        year, month, day = _year(tokens, at), _day(tokens, at + 2), _day(tokens, at + 4)
    else:
        month, day, year = _day(tokens, at), _day(tokens, at + 2), _year(tokens, at + 4)
    return (at + 5, (year, month, day, "", 0)) if year and 1 <= month <= 12 and day else None


def _from_year(tokens: Sequence[Token], at: int) -> tuple[int, Parts] | None:
    token = tokens[at]
    if token.suffix == "s" and token.text[:-1].isdigit() and token.value % 10 == 0:
        value = int(token.value)
        start = value if value > 100 else 1900 + value if value >= 20 else 2000 + value
        return (at + 1, (start, 0, 0, "", start + 9)) if _FIRST_YEAR <= start <= _LAST_YEAR else None
    year = _year(tokens, at)
    if not year or _counts(tokens, at, year):
        return None
    if (
        _low(tokens, at + 1) in ("-", "–", "/")
        and at + 2 < len(tokens)
        and len(tokens[at + 2].text) == 2
        and _day(tokens, at + 2)
    ):
        return at + 3, (year, 0, 0, "", year - year % 100 + _day(tokens, at + 2))
    return at + 1, (year, 0, 0, "", 0)


def _counts(tokens: Sequence[Token], at: int, year: int) -> bool:
    """Whether a number of four digits counts things: "2000 nurses", "$1900", "about 1850 beds"."""
    before, behind = _low(tokens, at - 1), _low(tokens, at + 1)
    if before in ("$", "€", "£") or behind in ("%", "percent") or not 1800 <= year <= 2060:
        return True
    things = (
        "beds",
        "nurses",
        "patients",
        "employees",
        "staff",
        "people",
        "staffed",
        "licensed",
        "minutes",
        "words",
        "members",
        "visits",
    )
    return behind in things
