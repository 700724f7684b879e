"""Small line charts: one series, perhaps one to compare it with, as places on a drawing of 256 by 124 units.

The ways of it: a line with a filled dot at its end and the value beside it, a ring at the highest or lowest turn, the
comparison dashed, the first and the last year below; no axis, grid or legend. What a chart shows also stands in a
sentence and in a table, which the template draws from the same values. Fewer than four values make no chart.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 256, 124
LEFT, RIGHT, TOP, BOTTOM = 6, 188, 22, 82
LABEL_APART = 16
"""Units between two labels at the right: one line of 14-unit text, a little more."""

FEWEST = 4
"""Below four values a line shows nothing that the numbers in words do not show better."""


@dataclass(frozen=True)
class Series:
    """Values by year, oldest first, with a name ("Staffed beds"); years rise, values are finite."""

    name: str
    values: tuple[tuple[int, float], ...]

    def __post_init__(self) -> None:
        """Raises: ValueError when a value is not finite or the years do not rise."""
        years = [year for year, _ in self.values]
        if any(later <= earlier for earlier, later in itertools.pairwise(years)):
            raise ValueError(f"{self.name}: the years of a chart rise, one value a year")
        if not all(math.isfinite(value) for _, value in self.values):
            raise ValueError(f"{self.name}: the values of a chart are finite numbers")


@dataclass(frozen=True)
class Mark:
    """A point of the drawing with its words; `words_y` is where their baseline stands."""

    x: float
    y: float
    words: str
    words_y: float
    anchor: str = "start"


@dataclass(frozen=True)
class Chart:
    """What the macro `chart` draws: points of the lines as SVG reads them, marks, the sentence, the table."""

    name: str
    sentence: str
    line: str
    end: Mark
    turn: Mark | None
    compared: str
    compared_end: Mark | None
    zero: float | None
    first_year: int
    last_year: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def line_chart(series: Series, say: Callable[[float], str], compared: Series | None = None) -> Chart | None:
    """The chart of a series, or None for fewer than four values.

    `say` writes a value ("31%", "$318 million"). `compared` is a named group; its values for years of `series` count.
    """
    if len(series.values) < FEWEST:
        return None
    beside = _of_same_years(series, compared)
    scale = _Scale.of(series.values, beside)
    end, other = _ends(series, beside, scale, say)
    return Chart(
        name=series.name,
        sentence=_sentence(series, say),
        line=scale.line(series.values),
        end=end,
        turn=_turn(series, scale, say),
        compared=scale.line(beside) if len(beside) > 1 else "",
        compared_end=other,
        zero=scale.y(0.0) if scale.low < 0 < scale.high else None,
        first_year=series.values[0][0],
        last_year=series.values[-1][0],
        columns=("Year", series.name, *((compared.name,) if compared and beside else ())),
        rows=_rows(series, beside, say),
    )


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int
    low: float
    high: float

    @classmethod
    def of(cls, *several: Sequence[tuple[int, float]]) -> _Scale:
        points = [point for values in several for point in values]
        years, values = [year for year, _ in points], [value for _, value in points]
        return cls(min(years), max(years), min(values), max(values))

    def x(self, year: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * (year - self.first) / (self.last - self.first), 1)

    def y(self, value: float) -> float:
        span = self.high / 2 - self.low / 2  # halves, so that the widest span of two floats stays finite
        if span == 0:
            return (TOP + BOTTOM) / 2
        return round(BOTTOM - (BOTTOM - TOP) * ((value / 2 - self.low / 2) / span), 1)

    def line(self, values: Sequence[tuple[int, float]]) -> str:
        return " ".join(f"{self.x(year):g},{self.y(value):g}" for year, value in values)


def _of_same_years(series: Series, compared: Series | None) -> tuple[tuple[int, float], ...]:
    if compared is None:
        return ()
    years = {year for year, _ in series.values}
    return tuple((year, value) for year, value in compared.values if year in years)


def _ends(
    series: Series, beside: Sequence[tuple[int, float]], scale: _Scale, say: Callable[[float], str]
) -> tuple[Mark, Mark | None]:
    """The marks at the right end, their words pushed apart where they would stand on each other."""
    year, value = series.values[-1]
    y = scale.y(value)
    if len(beside) < 2:
        return Mark(scale.x(year), y, say(value), y + 5), None
    other_year, other_value = beside[-1]
    other_y = scale.y(other_value)
    middle, apart = (y + other_y) / 2, max(LABEL_APART, abs(y - other_y))
    up, down = middle - apart / 2 + 5, middle + apart / 2 + 5
    mine, theirs = (up, down) if y <= other_y else (down, up)
    return (
        Mark(scale.x(year), y, say(value), round(mine, 1)),
        Mark(scale.x(other_year), other_y, say(other_value), round(theirs, 1)),
    )


def _turn(series: Series, scale: _Scale, say: Callable[[float], str]) -> Mark | None:
    """The inner point that is higher or lower than both ends by most; None where the line just goes one way."""
    (_, first), *inner, (_, last) = series.values
    top, low = max(first, last), min(first, last)
    year, value = max(inner, key=lambda point: max(point[1] - top, low - point[1]))
    if low <= value <= top:
        return None
    x, y = scale.x(year), scale.y(value)
    third = (RIGHT - LEFT) / 3
    anchor = "start" if x < LEFT + third else "middle" if x < LEFT + 2 * third else "end"
    return Mark(x, y, say(value), y - 8 if value > top else y + 18, anchor)


def _sentence(series: Series, say: Callable[[float], str]) -> str:
    (first_year, first), (last_year, last) = series.values[0], series.values[-1]
    way = "rose" if last > first else "fell" if last < first else ""
    if not way:
        return f"{series.name}: {say(last)} in {last_year}, as in {first_year}."
    return f"{series.name} {way} from {say(first)} in {first_year} to {say(last)} in {last_year}."


def _rows(
    series: Series, beside: Sequence[tuple[int, float]], say: Callable[[float], str]
) -> tuple[tuple[str, ...], ...]:
    other = dict(beside)
    if not other:
        return tuple((str(year), say(value)) for year, value in series.values)
    return tuple(
        (str(year), say(value), say(other[year]) if year in other else "not known") for year, value in series.values
    )
