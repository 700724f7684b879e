"""A small chart with its title, set to a column's width; too few values are told in words instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outreach.briefs.model import Run, Series
from outreach.briefs.pdf import chart_places, grid, looks
from outreach.briefs.pdf.chart_places import DOT, Places, Point, Words
from outreach.briefs.pdf.laid import Laid, Paragraph, Stack
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Setter
from outreach.pdf import setting
from outreach.pdf.setting import Look

_INK, _SOFT = "0.067 0.078 0.09", "0.29 0.318 0.341"
"""INK and SOFT of `outreach.pdf.inks`, as a PDF names them."""
_CIRCLE = 0.5523 * DOT


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture."""

    places: Places
    width: float

    @property
    def height(self) -> float:
        """Points it takes."""
        return grid.CHART_HEIGHT

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        places = self.places
        with pen.figure(places.spoken, x, top, self.width, self.height):
            pen.say(_drawn(places, x, pen.height - top))
            for words, look in _words(places):
                pen.at(setting.line(words.text, look), x + words.x, top + words.y)


def laid_chart(series: Series, setter: Setter, width: float) -> Laid:
    """The chart of a series, or its values in words."""
    title = setter.text(series.name, looks.RIGHT_STRONG, looks.RIGHT_STRONG, width)
    places = chart_places.places(series, width, lambda words: setting.width(words, looks.CHART_VALUE))
    if places is None:
        values = (*series.name, Run(f": {chart_places.in_words(series)}"))
        return Paragraph(setter.text(values, looks.RIGHT, looks.RIGHT_STRONG, width))
    parts: list[tuple[float, Laid]] = [(0.0, Paragraph(title))]
    if places.compared_note:
        parts.append((0.0, Paragraph(setter.words(places.compared_note, looks.ASIDE, width))))
    return Stack((*parts, (grid.CHART_BELOW_TITLE, Chart(places, width))))


def _words(places: Places) -> Sequence[tuple[Words, Look]]:
    all_words = (
        (places.first_year, looks.CHART_YEARS), (places.turn_words, looks.CHART_TURN),
        (places.last_year, looks.CHART_YEARS), (places.end, looks.CHART_VALUE),
        (places.compared_words, looks.CHART_COMPARED),
    )  # fmt: skip
    return [(words, look) for words, look in all_words if words is not None]


def _drawn(places: Places, x: float, upper: float) -> str:
    """The lines and dots as PDF operators; `upper` is the y of the box's upper edge."""

    def at(point: Point) -> Point:
        return x + point[0], upper - point[1]

    parts = ["q 1 j 1 J"]
    if places.zero is not None:
        parts.append(f"{_SOFT} RG 0.4 w {_path([at((0.0, places.zero)), at((places.right, places.zero))])} S")
    if places.compared:
        parts.append(f"{_SOFT} RG 0.9 w [2.6 1.8] 0 d {_path([at(point) for point in places.compared])} S [] 0 d")
    parts.append(f"{_INK} RG 1.8 w {_path([at(point) for point in places.line])} S")
    parts.append(f"{_INK} rg {_dot(at(places.line[-1]))} f")
    if places.turn is not None:
        parts.append(f"1 1 1 rg 1.3 w {_dot(at(places.turn))} B")
    return " ".join([*parts, "Q"])


def _path(points: Sequence[Point]) -> str:
    (first_x, first_y), *rest = points
    return f"{first_x:.2f} {first_y:.2f} m " + " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)


def _dot(center: Point) -> str:
    x, y = center
    handle = _CIRCLE
    return (
        f"{x + DOT:.2f} {y:.2f} m"
        f" {x + DOT:.2f} {y + handle:.2f} {x + handle:.2f} {y + DOT:.2f} {x:.2f} {y + DOT:.2f} c"
        f" {x - handle:.2f} {y + DOT:.2f} {x - DOT:.2f} {y + handle:.2f} {x - DOT:.2f} {y:.2f} c"
        f" {x - DOT:.2f} {y - handle:.2f} {x - handle:.2f} {y - DOT:.2f} {x:.2f} {y - DOT:.2f} c"
        f" {x + handle:.2f} {y - DOT:.2f} {x + DOT:.2f} {y - handle:.2f} {x + DOT:.2f} {y:.2f} c h"
    )
