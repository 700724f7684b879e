"""The blocks of the two columns, set to their column's width."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.briefs.model import (
    Block,
    Checklist,
    Dated,
    Fact,
    Facts,
    Labeled,
    NoteLines,
    Paragraphs,
    Part,
    Ways,
)
from outreach.briefs.pdf import grid, looks
from outreach.briefs.pdf.laid import Item, Laid, Listing, Paragraph, Row, Stack, Table, stacked
from outreach.briefs.pdf.laid_chart import laid_chart
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf import setting
from outreach.pdf.setting import Line

_WIDEST_ASIDE = 0.45
"""Of the column; a longer aside stands below the heading."""
_WIDEST_VALUE = 0.64
"""Of the column; a longer value is broken into lines."""
_BESIDE = 8.0
"""Between a label and its value, and between a heading and its aside."""
_LEFT_OUT_ABOVE = 2.0


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block with its rule and heading. `left_out` says how much more there is in the dossier."""

    heading: Lines
    aside: Line | None
    below_heading: Lines
    body: Laid
    left_out: Lines
    width: float

    @property
    def body_top(self) -> float:
        """From the rule to where the text begins."""
        more = max(len(self.heading.lines) - 1, 0) * looks.HEADING.line
        return grid.RULE_TO_TEXT + more + self.below_heading.height

    @property
    def height(self) -> float:
        """From the rule to the end of the last line."""
        foot = self.left_out.height + _LEFT_OUT_ABOVE if self.left_out.lines else 0.0
        return self.body_top + self.body.height + foot

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        pen.rule(x, top, self.width, grid.RULE)
        baseline = top + grid.HEADING_BASELINE
        if self.heading.lines:
            with pen.element("H2"):
                pen.lines(self.heading.lines, x, baseline - self.heading.lines[0].drop)
        if self.aside:
            with pen.element("P"):
                pen.ending_at(self.aside, x + self.width, baseline)
        if self.below_heading.lines:
            with pen.element("P"):
                pen.lines(self.below_heading.lines, x, top + self.body_top - self.below_heading.height - 1.0)
        self.body.draw(pen, x, top + self.body_top)
        if self.left_out.lines:
            with pen.element("P"):
                pen.lines(self.left_out.lines, x, top + self.body_top + self.body.height + _LEFT_OUT_ABOVE)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on, `count` of them."""

    count: int
    width: float

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.count * grid.NOTE_LINE - 12.0 if self.count else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it."""
        first = top + grid.NOTE_LINE - 12.0
        pen.dots(x, [first + number * grid.NOTE_LINE for number in range(self.count)], self.width)


def laid_block(block: Block, setter: Setter, width: float, note_lines: int = 0) -> LaidBlock:
    """A block in a column of `width` points; `note_lines` for a block of lines to write on."""
    aside = setting.line(block.aside, looks.ASIDE) if block.aside else None
    beside = aside is not None and aside.width <= width * _WIDEST_ASIDE
    room = width - (aside.width + _BESIDE if aside and beside else 0.0)
    return LaidBlock(
        heading=setter.words(block.heading, looks.HEADING, room),
        aside=aside if beside else None,
        below_heading=setter.words(block.aside, looks.ASIDE, width) if aside and not beside else Lines(),
        body=Ruled(note_lines, width) if isinstance(block.part, NoteLines) else laid_part(block.part, setter, width),
        left_out=setter.words(left_out_words(block.left_out), looks.ASIDE, width) if block.left_out else Lines(),
        width=width,
    )


def left_out_words(count: int) -> str:
    """ "and 2 more in the dossier"."""
    return f"and {count} more in the dossier"


def laid_part(part: Part, setter: Setter, width: float) -> Laid:
    """What a block holds."""
    match part:
        case Ways(items):
            return Listing(
                tuple(
                    Item(
                        setter.text(way.text, looks.LEFT, looks.LEFT_STRONG, width - grid.HANGING, lead=way.lead),
                        grid.HANGING,
                        setting.line(str(number), looks.NUMBER),
                    )
                    for number, way in enumerate(items, start=1)
                ),
                apart=4.0,
                numbering="Decimal",
            )
        case Checklist(items):
            ticked = (setter.text(text, looks.LEFT, looks.LEFT_STRONG, width - grid.HANGING) for text in items)
            return Listing(tuple(Item(words, grid.HANGING, ticked=True) for words in ticked), apart=3.0)
        case Facts():
            return _facts(part, setter, width)
        case Dated(items):
            return Listing(
                tuple(
                    Item(
                        setter.text(text, looks.RIGHT, looks.RIGHT_STRONG, width - _date_column(day)),
                        _date_column(day),
                        setting.line(day, looks.RIGHT_STRONG),
                    )
                    for day, text in items
                ),
                apart=2.4,
            )  # fmt: skip
        case Labeled(items):
            labeled = (setter.text(text, looks.RIGHT, looks.RIGHT_STRONG, width, lead=label) for label, text in items)
            return Listing(tuple(Item(words) for words in labeled), apart=2.4)
        case Paragraphs(items):
            return stacked(
                [Paragraph(setter.text(text, looks.RIGHT, looks.RIGHT_STRONG, width)) for text in items], apart=2.4
            )
        case NoteLines():
            return Ruled(0, width)


def _date_column(day: str) -> float:
    """The width of the column of days: that of the design, or what a longer day needs ("Oct 22, 2024")."""
    return max(grid.DATES, setting.width(day, looks.RIGHT_STRONG) + _BESIDE)


def _facts(part: Facts, setter: Setter, width: float) -> Laid:
    parts: list[tuple[float, Laid]] = []
    if part.intro:
        intro = Paragraph(setter.text(part.intro, looks.RIGHT_SOFT, looks.RIGHT_SOFT, width))
        parts.append((0.0, intro))
    if part.items:
        rows = tuple(_fact(fact, setter, width) for fact in part.items)
        parts.append((2.0 if parts else 0.0, Table(rows)))
    if part.chart is not None:
        parts.append((grid.CHART_TITLE_ABOVE if parts else 0.0, laid_chart(part.chart, setter, width)))
    return Stack(tuple(parts))


def _fact(fact: Fact, setter: Setter, width: float) -> Row:
    value = setter.words(fact.value, looks.FACT_VALUE, width * _WIDEST_VALUE)
    room = width - value.width - _BESIDE
    label = setter.text(fact.label, looks.FACT_LABEL, looks.FACT_STRONG, room)
    return Row(label, value, value_x=0.0, ends_at=width)
