"""The grid of a brief's page as data: where things stand on both papers, in points.

Distances from the top are measured downward from the top edge. The figures are those of the design; what is derived
from them is a property.
"""

from __future__ import annotations

from dataclasses import dataclass

GUTTER = 12.0
"""Between the columns of the grid, and between the two columns of the sources."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: 12 columns, 7 of them for the left block and 5 for the right one."""

    width: float
    height: float
    side: float
    """Margin left and right."""
    left_width: float
    right_x: float
    right_width: float
    top: float = 36.0
    foot_rule: float = 44.0
    """From the bottom edge."""
    foot_line: float = 34.0
    """The baseline of the foot, from the bottom edge."""

    @property
    def full_width(self) -> float:
        """Between the margins."""
        return self.width - 2 * self.side

    @property
    def right_edge(self) -> float:
        """Where the right margin begins."""
        return self.width - self.side

    @property
    def foot_top(self) -> float:
        """Of the rule above the foot, from the top edge."""
        return self.height - self.foot_rule


PAPERS = {
    "letter": Paper(612.0, 792.0, side=42.0, left_width=303.0, right_x=357.0, right_width=213.0),
    "a4": Paper(595.28, 841.89, side=40.0, left_width=295.6, right_x=347.6, right_width=207.7),
}
"""As in `briefs.models.PAPERS`."""

# The card
CARD_BELOW_HEAD = 9.0
CARD_FRAME, CARD_RADIUS = 1.3, 2.5
CARD_STRIP = 17.0
CARD_PADDING = 10.0
CARD_LABELS = 56.0
CARD_BETWEEN_ROWS = 2.6

# The two columns
COLUMNS_BELOW_CARD = 13.0
RULE_TO_TEXT = 19.0
"""From a block's rule to where its text begins; its heading stands between."""
HEADING_BASELINE = 13.2
"""Of a block's heading, below its rule."""
BLOCK_APART = 9.0
"""From the last line of a block to the next block's rule."""
RULE = 0.9

HANGING = 15.0
"""From the number or the tick square to the words behind it."""
TICK = 7.4
DATES = 44.0
"""The column of days under "What changed lately"."""
FACT_ROW = 12.0

NOTE_LINE = 21.0
FEWEST_NOTE_LINES = 3
NOTE_DOTS = (0.8, 2.2)

CHART_HEIGHT = 46.0
CHART_TITLE_ABOVE = 5.0
CHART_BELOW_TITLE = 4.0

# The sources
SOURCES_ABOVE = 12.0
"""From the end of the columns to the rule above the sources, at least."""
SOURCES_TO_FOOT = 9.0
SOURCE_NUMBERS = 13.0
SOURCE_BETWEEN = 1.0

# The head
QR_SIDE = 54.0
QR_BESIDE = 14.0
"""Between the words of the head and the code."""
