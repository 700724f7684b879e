"""Figures in a text: how much of what, with the words that make them vaguer ("nearly", "more than")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from outreach.asklint.grounding.dates import DECADES, MONTHS, SEASONS, dates_in
from outreach.asklint.grounding.nearness import nearness_of
from outreach.asklint.grounding.numbers import NUMBER_WORDS, ORDINALS, Number, number_at
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.units import ENDS, TIME_UNITS, has_things, is_plural, unit_at
from outreach.asklint.grounding.words import stem

_CURRENCY = "$€£"
_TIMES = frozenset("times fold x".split())
_MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "double": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0,
    "triples": 3.0,
    "quadrupled": 4.0, "quadruple": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "twofold": 2.0, "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0,
    "halved": 0.5, "halving": 0.5, "halves": 0.5,
}  # fmt: skip
_BEGINNINGS = NUMBER_WORDS | MONTHS.keys() | _MULTIPLES.keys() | ORDINALS.keys() | SEASONS.keys() | DECADES.keys()
_ABSTRACT = frozenset(
    map(
        stem,
        "thing question lesson point idea step reason way part time side word sentence fact example aspect hand kind "
        "detail choice decision line paragraph page reader subscriber draft version copy call email note reply point "
        "letter comment message photo photograph page issue topic theme story quote quotation"
        " another other more colleague editor follow-up short quick "
        "brief".split(),
    )
)
_CHANGING = ("count", "time", "percent", "money")
# In front of a number they make it the number of a page, an issue, a version.
_NUMBERED = frozenset(
    """
    page pages paragraph para paragraphs issue version volume vol chapter section table figure step draft no number #
    question item line slide type phase grade class category tier zone episode extension ext part appendix
    level stage title highway route room suite box july
    """.split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at characters `start` to `end`.

    kind: "percent" (value in percent), "times" (value is the ratio), "count", "money", "time" (value in `unit`),
    "date", "ordinal". `unit` is the stem of what is counted, "" where nothing is named; `units` are all stems up to it.
    `near` is what the words around it allow: "", "about", "below" (nearly), "over", "under", "least", "most".
    `is_share` marks words such as "a third"; `is_vague` "hundreds"; `low` and `high` are set for a range.
    A date has `year`, `month`, `day` and `season`, 0 or "" where not said; a decade is a range of years.
    """

    kind: str
    start: int
    end: int
    value: float
    first: int
    after: int
    unit: str = ""
    units: tuple[str, ...] = ()
    near: str = ""
    is_share: bool = False
    is_vague: bool = False
    is_scaled: bool = False
    decimals: int = 0
    high: float = 0.0
    year: int = 0
    month: int = 0
    day: int = 0
    season: str = ""
    base: float = 0.0
    """The whole of "three of the six"."""


@lru_cache(maxsize=512)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order of place; offsets count its characters."""
    tokens = tokens_of(text)
    return _paired(tokens, list(figures_in(tokens)))


def _paired(tokens: Sequence[Token], figures: list[Figure]) -> tuple[Figure, ...]:
    """ "from 211 to 94 minutes": the first figure is one of minutes too."""
    for at in range(len(figures) - 2, -1, -1):
        one, other = figures[at], figures[at + 1]
        if other.first - one.after > 3 or not any(t.low == "to" for t in tokens[one.after : other.first]):
            continue
        if one.kind == "count" and not one.unit and other.kind in _CHANGING:
            figures[at] = replace(one, kind=other.kind, unit=other.unit, units=other.units)
        elif other.kind == "count" and not other.unit and one.kind in ("percent", "money", "time"):
            is_change = one.kind != "time" or (one.first > 0 and tokens[one.first - 1].low == "from")
            if is_change:
                figures[at + 1] = replace(other, kind=one.kind, unit=one.unit, units=one.units)
    return tuple(figures)


def figures_in(tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures among tokens, dates first where a number could be both."""
    beginnings = [at for at, token in enumerate(tokens) if token.kind == "n" or token.low in _BEGINNINGS]
    dated = {figure.first: figure for figure in (_date(tokens, *found) for found in dates_in(tokens, beginnings))}
    after = 0
    for at in beginnings:
        if at < after:
            continue
        figure = dated.get(at)
        for found in (figure,) if figure else _at(tokens, at):
            yield found
            after = max(after, found.after)


def _date(tokens: Sequence[Token], first: int, after: int, parts: tuple[int, int, int, str, int]) -> Figure:
    year, month, day, season, until = parts
    start, end = tokens[first].start, tokens[after - 1].end
    return Figure(
        "date", start, end, year, first, after, year=year, month=month, day=day, season=season, high=until,
        near=nearness_of(tokens, first, after),
    )  # fmt: skip


def _at(tokens: Sequence[Token], at: int) -> Iterator[Figure]:
    low = tokens[at].low
    if low in _MULTIPLES and tokens[at].kind == "w":
        if low not in _ALSO_ADJECTIVES or _low_at(tokens, at + 1) in ("the", "its", "their", "your", "that", "what"):
            yield _multiple(tokens, at)
        return
    if low in ("half", "a", "an", "one") and (fixed := _fixed(tokens, at)):
        yield fixed
        return
    if ordinal := _ordinal(tokens, at):
        yield ordinal
        return
    if (
        tokens[at].suffix in ("st", "nd", "rd", "th")
        or _is_of_a_word(tokens, at)
        or (at and tokens[at - 1].low in _NUMBERED)
    ):
        return
    number = number_at(tokens, at)
    if number is None or (low == "one" and number.after == at + 1 and not _counts_one(tokens, at)):
        return
    if pair := _range(tokens, number):
        yield pair
        return
    if ratio := _one_in(tokens, number):
        yield ratio
        return
    yield measured(tokens, number)


_ALSO_ADJECTIVES = frozenset("double triple doubles halves triples quadruple".split())


def _is_of_a_word(tokens: Sequence[Token], at: int) -> bool:
    """ "COVID-19", "ICD-10": a number that belongs to the word before it."""
    if at < 2 or tokens[at - 1].low != "-" or tokens[at].kind != "n":
        return False
    word = tokens[at - 2]
    return word.end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start and word.is_capital


def _multiple(tokens: Sequence[Token], at: int) -> Figure:
    token = tokens[at]
    near = nearness_of(tokens, at, at + 1)
    return Figure("times", token.start, token.end, _MULTIPLES[token.low], at, at + 1, near=near)


def _fixed(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "half an hour", "an hour and a half", "nearly a decade": "an hour" and "a year" alone mostly measure nothing."""
    is_half = tokens[at].low == "half"
    unit = at + 2 if is_half else at + 1
    if unit >= len(tokens) or (is_half and tokens[at + 1].low not in ("a", "an", "-")):
        return None
    name = stem(tokens[unit].low)
    if name not in TIME_UNITS:
        return None
    near = nearness_of(tokens, at, unit + 1)
    value = 0.5 if is_half else 1.0
    plain = Figure("time", tokens[at].start, tokens[unit].end, value, at, unit + 1, name, (name,), near, is_share=True)
    made = _with_half(tokens, plain)
    is_measure = is_half or name == "decad" or made.value > 1 or (near and near != "most" and tokens[at].low != "one")
    return made if is_measure else None


def _counts_one(tokens: Sequence[Token], at: int) -> bool:
    """ "one" counts in "one in ten" and before a unit of time with "and a half"; else it is mostly a pronoun."""
    following = [token.low for token in tokens[at + 1 : at + 4]]
    if bool(following) and (
        following[0] in ("in", "percent", "million") or following[:2] in (["out", "of"], ["of", "every"])
    ):
        return True
    later = next((i for i in range(at + 2, min(len(tokens) - 1, at + 7)) if tokens[i].low == "in"), 0)
    number = number_at(tokens, later + 1) if later else None
    return number is not None and number.value <= 20 and not has_things(tokens, number.after)


def _low_at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _ordinal(tokens: Sequence[Token], at: int) -> Figure | None:
    """ "10th anniversary", "its third hospital"; the day of a date was read before."""
    token = tokens[at]
    is_digits = token.kind == "n" and token.suffix in ("st", "nd", "rd", "th")
    value = token.value if is_digits else ORDINALS.get(token.low, 0) if token.kind == "w" else 0
    if not value or (value < 3 and not is_digits and not _counts_times(tokens, at, value)):
        return None
    before = tokens[at - 1].low if at else ""
    if not is_digits and (before not in ("your", "its", "their", "the", "his", "her") or token.is_capital):
        return None
    unit, units, after = unit_at(tokens, at + 1)
    if _low_at(tokens, at + 1) == "time":
        unit, units, after = "time", ("time",), at + 2
    if not unit or unit in ("part", "party", "person", "quarter"):
        return None
    if unit in ("year", "anniversary"):
        return Figure("time", token.start, tokens[after - 1].end, value, at, after, "year", ("year",), "about")
    return Figure("ordinal", token.start, tokens[after - 1].end, value, at, after, unit, units)


def _counts_times(tokens: Sequence[Token], at: int, value: float) -> bool:
    """ "for the first time", "the second time"; "passed the first time" counts nothing."""
    return _low_at(tokens, at + 1) == "time" and (value > 1 or (at > 1 and tokens[at - 2].low == "for"))


def _range(tokens: Sequence[Token], number: Number) -> Figure | None:
    """ "90 to 100 beds", "10-15%", "between 90 and 100 minutes"; "from 211 to 94" stays two figures."""
    if number.is_share or number.after + 1 >= len(tokens):
        return None
    link = tokens[number.after].low
    before = tokens[number.first - 1].low if number.first else ""
    is_range = (
        (link in ("-", "–", "to") and before != "from")
        or (link == "and" and before == "between")
        or (link == "or" and _is_guess(tokens, number))
    )
    other = number_at(tokens, number.after + 1) if is_range else None
    if other is None or other.is_share or not number.value < other.value <= 3 * number.value:
        return None
    if link == "-" and not other.is_digits:
        return None
    last = measured(tokens, other)
    scale = last.value / other.value if other.value else 1.0
    return replace(
        last, start=tokens[number.first].start, first=number.first, value=number.value * scale, high=last.value
    )


def _is_guess(tokens: Sequence[Token], number: Number) -> bool:
    """ "six or seven", "40 or 50": two numbers near each other, for what is not known to the last one."""
    other = number_at(tokens, number.after + 1)
    return other is not None and other.value <= max(number.value + 1, 1.3 * number.value)


def _one_in(tokens: Sequence[Token], number: Number) -> Figure | None:
    """ "one in ten", "3 of 4", "nine out of ten" as a share in percent."""
    at = number.after
    is_one = tokens[number.first].low == "one"
    if at + 2 < len(tokens) and tokens[at].kind == "w" and tokens[at + 1].low in ("of", "in") and not number.is_scaled:
        at += 1 if (is_one or is_plural(tokens[at].low)) and tokens[at].low not in ENDS else 0
    elif is_one and at < len(tokens) and tokens[at].low not in ("in", "of", "out"):
        behind = range(at + 1, min(len(tokens) - 1, at + 6))
        at = next((i for i in behind if tokens[i].low == "in" and number_at(tokens, i + 1)), at)
    words = [token.low for token in tokens[at : at + 4]]
    skip = 2 if words[:2] == ["out", "of"] else 1 if words[:1] in (["in"], ["of"]) else 0
    skip += 1 if skip and words[skip : skip + 1] in (["every"], ["the"], ["its"], ["your"]) else 0
    if not skip or at + skip >= len(tokens) or number.is_share:
        return None
    other = number_at(tokens, at + skip)
    if other is None or other.is_share or not 0 < number.value < other.value or 1900 <= other.value <= 2100:
        return None
    names_things = at > number.after
    if names_things and (other.value > 1000 or (words[0] == "in" and has_things(tokens, other.after))):
        return None
    if words[0] == "in" and not names_things and tokens[number.first].low != "one" and other.value > 1000:
        return None
    start, end = tokens[number.first].start, tokens[other.after - 1].end
    near = nearness_of(tokens, number.first, other.after)
    return Figure(
        "percent", start, end, 100 * number.value / other.value, number.first, other.after, near=near, is_share=True,
        base=other.value,
    )  # fmt: skip


def measured(tokens: Sequence[Token], number: Number) -> Figure:
    """A number with what it measures: percent, money, times, a time or things counted."""
    first, after = number.first, number.after
    start, end = tokens[first].start, tokens[after - 1].end
    if _is_loosened(tokens, after):
        return _loosened(tokens, number)
    percent = _percent_end(tokens, number)
    near = nearness_of(tokens, first, percent or after)
    made = Figure(
        "count", start, end, number.value, first, after, near=near, is_share=number.is_share, is_vague=number.is_vague,
        is_scaled=number.is_scaled, decimals=number.decimals,
    )  # fmt: skip
    if percent:
        is_rest = [token.low for token in tokens[max(0, first - 2) : first]] == ["all", "but"]
        value = 100 - number.value if is_rest else number.value
        return replace(made, kind="percent", value=value, after=percent, end=tokens[percent - 1].end)
    if number.is_share and [token.low for token in tokens[after : after + 3]] == ["of", "an", "hour"]:
        end = tokens[after + 2].end
        return replace(made, kind="time", value=number.value, unit="hour", units=("hour",), after=after + 3, end=end)
    if number.is_share:
        return replace(made, kind="percent", value=100 * number.value)
    if first and tokens[first - 1].text in _CURRENCY:
        return replace(made, kind="money", start=tokens[first - 1].start)
    return _with_unit(tokens, made)


_BEFORE_POINTS = frozenset("by of about nearly than over almost fell rose dropped gained lost up down".split())


def _is_loosened(tokens: Sequence[Token], after: int) -> bool:
    """ "260-odd beds", "thirty-plus years", "fifty-some"."""
    words = [token.low for token in tokens[after : after + 2]]
    return len(words) == 2 and words[0] == "-" and words[1] in _LOOSE


_LOOSE = {"odd": "about", "plus": "least", "some": "about", "ish": "about"}


def _loosened(tokens: Sequence[Token], number: Number) -> Figure:
    """The figure as if the two tokens of "-odd" were not there, with what they allow."""
    base, loose = max(0, number.first - 8), tokens[number.after + 1]
    window = [*tokens[base : number.after], *tokens[number.after + 2 : number.after + 14]]
    made = measured(window, replace(number, first=number.first - base, after=number.after - base))
    after = made.after + base + 2
    end = max(tokens[after - 1].end, loose.end)
    return replace(made, first=number.first, near=_LOOSE[loose.low], after=after, end=end)


def _percent_end(tokens: Sequence[Token], number: Number) -> int:
    """Where "%", "percent", "per cent" or "percentage points" behind a number ends, 0 where it does not follow."""
    if tokens[number.after - 1].suffix == "%":
        return number.after
    at = number.after
    following = [token.low for token in tokens[at : at + 3]]
    if following[:1] == ["-"]:
        at, following = at + 1, following[1:]
    if following[:1] in (["percent"], ["%"], ["pct"]):
        return at + 1
    if following[:1] == ["points"] and number.first and tokens[number.first - 1].low in _BEFORE_POINTS:
        return at + 1
    if following[:2] in (["per", "cent"], ["percentage", "points"], ["percentage", "point"]):
        return at + 2
    return 0


def _with_unit(tokens: Sequence[Token], figure: Figure) -> Figure:
    last = tokens[figure.after - 1]
    if last.suffix in ("x", "X"):
        return replace(figure, kind="times")
    unit, units, after = unit_at(tokens, figure.after)
    value = figure.value
    skip = [token.low for token in tokens[figure.after : figure.after + 3]]
    if skip == ["and", "a", "half"]:
        unit, units, after = unit_at(tokens, figure.after + 3)
        value += 0.5
    if unit and [token.low for token in tokens[after : after + 3]] == ["and", "one", "more"]:
        value, after = value + 1, after + 3
    end = tokens[after - 1].end if unit else figure.end
    if units and units[0] in ("time", "fold") and tokens[after - 1].low in _TIMES:
        return replace(figure, kind="times", end=end, after=after)
    if unit in ("dollar", "euro"):
        return replace(figure, kind="money", end=end, after=after)
    time = next((name for name in units if name in TIME_UNITS), "")
    if time and time != "shift":
        return _with_half(
            tokens, replace(figure, kind="time", value=value, unit=time, units=units, end=end, after=after)
        )
    after = max(after, figure.after)
    near = figure.near or nearness_of(tokens, figure.first, after)
    return replace(figure, value=value, unit=unit, units=units, near=near, end=end, after=after)


def _with_half(tokens: Sequence[Token], figure: Figure) -> Figure:
    """ "an hour and a half", "two years and a half"."""
    if [token.low for token in tokens[figure.after : figure.after + 3]] != ["and", "a", "half"]:
        return figure
    after = figure.after + 3
    return replace(figure, value=figure.value + 0.5, after=after, end=tokens[after - 1].end)


def counts_nothing_real(figure: Figure) -> bool:
    """Whether it counts questions, things, words and the like, of which no record is kept."""
    if figure.kind == "ordinal":
        return figure.unit != "time" and figure.unit in _ABSTRACT
    return figure.kind == "count" and bool(_ABSTRACT.intersection(figure.units))
