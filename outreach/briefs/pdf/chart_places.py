"""Where the lines, dots and words of a small chart stand in a box of a given width, in points from its top left corner.

The ways of it are those of `outreach.charts`: one line with a filled dot and its value at the end, a ring at the turn,
the comparison dashed, a line at zero, the first and the last year below; no axis, no grid, no legend. Words that would
stand on a line are put elsewhere, or left out: the sentence that is read aloud holds every value.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from outreach import charts
from outreach.briefs.model import Series, plain

DOT = 2.3
LABEL_APART = 9.4
"""Between the baselines of two labels at the right."""
_TOP, _BOTTOM = 4.0, 33.0
"""Between these the lines run; below stand the years."""
_YEARS = 45.0
_BESIDE = 5.6
"""From the end of a line to its words."""
_ASCENT, _DESCENT = 6.2, 1.4
"""Of words of 8 points: above and below their baseline."""
_WIDEST_LABELS = 0.46
"""Of the box: wider words at the right leave the line no room."""

Point = tuple[float, float]
Values = tuple[tuple[int, float], ...]
Width = Callable[[str], float]
"""Points that words need."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words with the place of their first letter's baseline."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Places:
    """A chart, ready to be drawn. `spoken` says what it shows, with every value."""

    spoken: str
    line: tuple[Point, ...]
    end: Words
    turn: Point | None
    turn_words: Words | None
    compared: tuple[Point, ...]
    compared_words: Words | None
    compared_note: str
    """The comparison's name where it has no room beside its line: said below the chart's title."""
    zero: float | None
    right: float
    """Where the lines end."""
    first_year: Words
    last_year: Words


def said(value: float, unit: str) -> str:
    """A value in short words: "31%", "$318 million", "−3.4", "1,940"."""
    sign, amount = ("−" if value < 0 else ""), abs(value)
    if unit == "$":
        return f"{sign}${_large(amount)}"
    return f"{sign}{_large(amount)}{'%' if unit == '%' else ''}"


def _large(amount: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if amount >= size:
            return f"{amount / size:.4g} {name}" if amount < 1e15 else f"{amount:.3g}"
    if amount >= 1_000:
        return f"{amount:,.0f}"
    return f"{amount:.4g}" if amount >= 1e-3 else "0" if amount == 0 else f"{amount:.1g}"


def places(series: Series, width: float, measure: Width) -> Places | None:
    """The places of a series in a box of `width`; None where it makes no chart (fewer than four values, years that do
    not rise, values that are not finite): then its numbers are told in words (`in_words`)."""
    chart = _checked(series)
    if chart is None:
        return None
    beside = _of_same_years(series)
    unit = series.unit
    value = f"{said(series.values[-1][1], unit)} in {series.values[-1][0]}"
    named, note = _comparison(series, beside, width, measure)
    widest = max((measure(words) for words in (value, named) if words), default=0.0)
    if widest > width * _WIDEST_LABELS:
        value = said(series.values[-1][1], unit)
        widest = max(measure(words) for words in (value, named) if words)
    scale = _Scale.of(series.values, beside, right=round(width - widest - _BESIDE - DOT, 1))
    line, dashed = scale.points(series.values), scale.points(beside)
    mine, theirs = _apart(line[-1][1], dashed[-1][1] if dashed else None)
    end = Words(value, scale.right + _BESIDE, mine)
    turn = _turn(series.values)
    ring = None if turn is None else scale.point(turn)
    return Places(
        spoken=chart,
        line=line,
        end=end,
        turn=ring,
        turn_words=None if ring is None or turn is None else _beside_ring(
            f"{said(turn[1], unit)} in {turn[0]}", ring, (line, dashed), scale, measure
        ),
        compared=dashed,
        compared_words=Words(named, scale.right + _BESIDE, theirs) if named and theirs is not None else None,
        compared_note=note,
        zero=scale.y(0.0) if scale.low < 0 < scale.high else None,
        right=scale.right,
        first_year=Words(str(series.values[0][0]), 0.0, _YEARS),
        last_year=Words(str(series.values[-1][0]), scale.right - measure(str(series.values[-1][0])), _YEARS),
    )  # fmt: skip


def in_words(series: Series) -> str:
    """The values of a series without a chart: "2024: 31%; 2025: 34%"."""
    return "; ".join(f"{year}: {said(value, series.unit)}" for year, value in series.values if math.isfinite(value))


def _checked(series: Series) -> str | None:
    """What the chart shows in a sentence, with every value; None where there is no chart to draw."""
    name = plain(series.name).strip() or "Values"
    try:
        own = charts.Series(name, series.values)
        compared = charts.Series(series.compared_name or "compared", series.compared)
        chart = charts.line_chart(own, lambda value: said(value, series.unit), compared)
    except ValueError:
        return None
    if chart is None:
        return None
    values = ", ".join(f"{said(value, series.unit)} in {year}" for year, value in series.values)
    beside = ", ".join(f"{said(value, series.unit)} in {year}" for year, value in _of_same_years(series))
    return f"{chart.sentence} By year: {values}." + (f" {series.compared_name}: {beside}." if beside else "")


def _of_same_years(series: Series) -> Values:
    """The comparison's values for years of the series; none where it has no name or is a single point."""
    years = {year for year, _ in series.values}
    kept = tuple((year, value) for year, value in series.compared if year in years)
    return kept if series.compared_name and len(kept) > 1 else ()


def _comparison(series: Series, beside: Values, width: float, measure: Width) -> tuple[str, str]:
    """(words at the end of the dashed line, words below the title)."""
    if not beside:
        return "", ""
    value = said(beside[-1][1], series.unit)
    named = f"{value} {series.compared_name}"
    if measure(named) <= width * _WIDEST_LABELS:
        return named, ""
    return value, f"Dashed: {series.compared_name}"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    low: float
    high: float
    right: float

    @classmethod
    def of(cls, values: Values, beside: Values, right: float) -> _Scale:
        both = [value for _, value in (*values, *beside)]
        return cls(values[0][0], values[-1][0], min(both), max(both), right)

    def x(self, year: int) -> float:
        return round(DOT + (self.right - 2 * DOT) * ((year - self.first) / (self.last - self.first)), 2)

    def y(self, value: float) -> float:
        span = self.high / 2 - self.low / 2  # halves, so that the widest span of two floats stays finite
        if span == 0:
            return (_TOP + _BOTTOM) / 2
        return round(_BOTTOM - (_BOTTOM - _TOP) * ((value / 2 - self.low / 2) / span), 2)

    def point(self, of: tuple[int, float]) -> Point:
        return self.x(of[0]), self.y(of[1])

    def points(self, values: Values) -> tuple[Point, ...]:
        return tuple(self.point(one) for one in values)


def _apart(mine: float, other: float | None) -> tuple[float, float | None]:
    """Baselines of the words at the right, pushed apart and kept in the box."""
    if other is None:
        return mine + 2.8, None
    middle, apart = (mine + other) / 2, max(LABEL_APART, abs(mine - other))
    middle = min(max(middle, apart / 2 + _ASCENT - 2.8), _YEARS - 2.8 - apart / 2)
    up, down = middle - apart / 2 + 2.8, middle + apart / 2 + 2.8
    return (up, down) if mine <= other else (down, up)


def _turn(values: Values) -> tuple[int, float] | None:
    """The inner value that is higher or lower than both ends by most; None where the line just goes one way."""
    (_, first), *inner, (_, last) = values
    top, low = max(first, last), min(first, last)
    year, value = max(inner, key=lambda point: max(point[1] / 2 - top / 2, low / 2 - point[1] / 2))
    return None if low <= value <= top else (year, value)


def _beside_ring(
    text: str, ring: Point, lines: Sequence[Sequence[Point]], scale: _Scale, measure: Width
) -> Words | None:
    """The words of the turn at the first place where they stand on no line and within the box, or None."""
    width = measure(text)
    for x, y in _tries(ring, width):
        box = (x - 1.0, y - _ASCENT, x + width + 1.0, y + _DESCENT)
        inside = x >= 0 and x + width <= scale.right and box[1] >= -3.0 and y <= _YEARS - 3.0
        on_years = y > _YEARS - 8.5 and (x < 20.0 or x + width > scale.right - 20.0)
        if inside and not on_years and not any(_crosses(line, box) for line in lines):
            return Words(text, round(x, 2), round(y, 2))
    return None


def _tries(ring: Point, width: float) -> Iterator[Point]:
    x, y = ring
    for down in (2.8, 5.2, -2.0, 7.6, -4.6):
        yield x + DOT + 3.4, y + down
        yield x - DOT - 3.4 - width, y + down
    yield x - width / 2, y + DOT + 8.4
    yield x - width / 2, y - DOT - 3.2


def _crosses(line: Sequence[Point], box: tuple[float, float, float, float]) -> bool:
    """Whether a line of points runs through a box: (left, top, right, bottom)."""
    return any(_cuts(begin, end, box) for begin, end in itertools.pairwise(line))


def _cuts(begin: Point, end: Point, box: tuple[float, float, float, float]) -> bool:
    """Whether one stretch does: clipped against the four sides (Liang and Barsky, 1984)."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    enters, leaves = 0.0, 1.0
    for step, room in (
        (-across, begin[0] - box[0]), (across, box[2] - begin[0]), (-down, begin[1] - box[1]), (down, box[3] - begin[1])
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
            continue
        share = room / step
        if step < 0:
            enters = max(enters, share)
        else:
            leaves = min(leaves, share)
    return enters <= leaves
