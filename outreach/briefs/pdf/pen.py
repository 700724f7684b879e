"""A canvas that is drawn on from the top down, with the few strokes that a brief needs.

Places are points from the left and from the upper edge of the page. Words belong to the element that is open; strokes
are decoration, which is not read aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from outreach.pdf import setting
from outreach.pdf.inks import INK, RULE, SOFT
from outreach.pdf.links import linkable
from outreach.pdf.setting import Line
from outreach.pdf.tagged_canvas import TaggedCanvas

_CURVE = 0.5523
"""How far the handles of a quarter circle reach, of its radius."""


@dataclass(frozen=True, slots=True)
class Pen:
    """See the module. `height` is that of the page."""

    canvas: TaggedCanvas
    height: float

    def element(self, tag: str, *, scope: str = "", numbering: str = "") -> AbstractContextManager[None]:
        """All words inside belong to one element of the structure."""
        return self.canvas.element(tag, scope=scope, numbering=numbering)

    @contextmanager
    def figure(self, alt: str, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """All inside is one picture; `alt` says what it shows."""
        lower = self.height - top - height
        with self.canvas.element("Figure", alt=alt, box=(x, lower, x + width, lower + height)):
            yield

    @contextmanager
    def link(self, address: str, x: float, top: float, width: float, height: float, words: str) -> Iterator[None]:
        """All inside is a link, where the address is one that may be linked to; else it is as without."""
        if not linkable(address):
            yield
            return
        lower = self.height - top - height
        with self.canvas.linked(address, (x, lower, x + width, lower + height), words):
            yield

    def lines(self, lines: Sequence[Line], x: float, top: float) -> None:
        """Lines one below the other."""
        setting.draw_lines(self.canvas, lines, x, self.height - top)

    def lines_ending(self, lines: Sequence[Line], right: float, top: float) -> None:
        """Lines that all end at `right`."""
        for line in lines:
            setting.draw_right(self.canvas, line, right, self.height - top)
            top += line.height

    def at(self, line: Line, x: float, baseline: float) -> None:
        """A line whose baseline is at `baseline`."""
        setting.draw_line(self.canvas, line, x, self.height - baseline + line.drop)

    def ending_at(self, line: Line, right: float, baseline: float) -> None:
        """A line that ends at `right`."""
        self.at(line, right - line.width, baseline)

    def beside(self, lines: Sequence[Line], others: Sequence[Line], x: float, top: float) -> None:
        """Lines on the baselines of the text that stands beside them, of another size."""
        if lines and others:
            top += others[0].drop - lines[0].drop
        self.lines(lines, x, top)

    def number(self, line: Line, right: float, baseline: float) -> None:
        """Words that are seen and not read aloud, such as a page's number."""
        setting.decorate_line(self.canvas, line, right - line.width, self.height - baseline + line.drop)

    def say(self, code: str) -> None:
        """Operators of a picture, with places from the lower left corner."""
        self.canvas.say(self._writing(code))

    def rule(self, x: float, top: float, width: float, weight: float, ink: str = INK) -> None:
        """A line across."""
        y = self.height - top
        self._decorate(f"{_stroke(ink)} {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def dots(self, x: float, tops: Sequence[float], width: float) -> None:
        """Dotted lines to write on."""
        lines = " ".join(f"{x:.2f} {self.height - top:.2f} m {x + width:.2f} {self.height - top:.2f} l" for top in tops)
        self._decorate(f"q {_stroke(SOFT)} 0.4 w [0.8 2.2] 0 d {lines} S Q")

    def square(self, x: float, baseline: float, side: float) -> None:
        """A square to tick, standing on a line of words."""
        self._decorate(f"{_stroke(INK)} 0.9 w {x + 0.45:.2f} {self.height - baseline - 0.6:.2f} {side:g} {side:g} re S")

    def card(self, x: float, top: float, width: float, height: float, strip: float, look: tuple[float, float]) -> None:
        """A frame with round corners over a tinted strip at its head. `look`: weight of the frame, radius."""
        weight, radius = look
        lower, upper = self.height - top - height, self.height - top
        frame = _rounded(x, lower, x + width, upper, radius)
        tint = f"q {frame} W n {_fill('#eef1f2')} {x:.2f} {upper - strip:.2f} {width:.2f} {strip:.2f} re f Q"
        self._decorate(f"{tint} {_stroke(INK)} {weight:g} w {frame} S")

    def hairline(self, x: float, top: float, width: float) -> None:
        """The rule over the foot."""
        self.rule(x, top, width, 0.5, RULE)

    def _decorate(self, code: str) -> None:
        self.canvas.decorate(self._writing(code))

    def _writing(self, code: str) -> Callable[[], None]:
        return lambda: self.canvas.stroke(code)


def _stroke(ink: str) -> str:
    return f"{_parts(ink)} RG"


def _fill(ink: str) -> str:
    return f"{_parts(ink)} rg"


def _parts(ink: str) -> str:
    return " ".join(f"{int(ink[place : place + 2], 16) / 255:.3g}" for place in (1, 3, 5))


def _rounded(left: float, lower: float, right: float, upper: float, radius: float) -> str:
    """The path of a rectangle with round corners."""
    held = radius * (1 - _CURVE)
    near, far, low, high = left + radius, right - radius, lower + radius, upper - radius
    return (
        f"{near:.2f} {lower:.2f} m {far:.2f} {lower:.2f} l"
        f" {right - held:.2f} {lower:.2f} {right:.2f} {lower + held:.2f} {right:.2f} {low:.2f} c"
        f" {right:.2f} {high:.2f} l"
        f" {right:.2f} {upper - held:.2f} {right - held:.2f} {upper:.2f} {far:.2f} {upper:.2f} c"
        f" {near:.2f} {upper:.2f} l"
        f" {left + held:.2f} {upper:.2f} {left:.2f} {upper - held:.2f} {left:.2f} {high:.2f} c"
        f" {left:.2f} {low:.2f} l"
        f" {left:.2f} {lower + held:.2f} {left + held:.2f} {lower:.2f} {near:.2f} {lower:.2f} c h"
    )
