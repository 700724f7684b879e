"""How the words of a brief look: face, size, leading and ink, after the design's table of type. Nothing is below 7."""

from __future__ import annotations

from outreach.pdf.inks import ACCENT, SOFT
from outreach.pdf.setting import Look
from outreach.pdf.typefaces import BOLD, REGULAR, SEMIBOLD

RAISED = 3.2
"""Points that the numbers of sources stand above their line."""
CITED = Look(SEMIBOLD, 7.0, 9.0, ACCENT)

NAMES = (Look(BOLD, 23.0, 27.0), Look(BOLD, 20.0, 24.0), Look(BOLD, 18.0, 21.5))
"""A name takes the first on which it stands on one line, or else the last, on several."""
EVENT = Look(SEMIBOLD, 8.6, 11.0, ACCENT)
ROLE = Look(REGULAR, 11.4, 14.0)
SAY = Look(REGULAR, 8.6, 11.0, SOFT)
CAPTION = Look(REGULAR, 7.2, 9.0, SOFT)

CARD_TITLE = Look(BOLD, 10.0, 12.0)
CARD_LABEL = Look(SEMIBOLD, 9.0, 13.2, ACCENT)
CARD = Look(REGULAR, 10.5, 13.2)
CARD_STRONG = Look(SEMIBOLD, 10.5, 13.2)

HEADING = Look(BOLD, 10.0, 12.0, ACCENT)
ASIDE = Look(REGULAR, 7.6, 9.6, SOFT)

LEFT = Look(REGULAR, 9.4, 12.0)
LEFT_STRONG = Look(SEMIBOLD, 9.4, 12.0)
NUMBER = Look(BOLD, 11.4, 12.0, ACCENT)

RIGHT = Look(REGULAR, 8.8, 11.6)
RIGHT_SOFT = Look(REGULAR, 8.8, 11.6, SOFT)
RIGHT_STRONG = Look(SEMIBOLD, 8.8, 11.6)
FACT_LABEL = Look(REGULAR, 8.8, 12.0, SOFT)
FACT_STRONG = Look(SEMIBOLD, 8.8, 12.0, SOFT)
FACT_VALUE = Look(REGULAR, 8.8, 12.0)

CHART_VALUE = Look(SEMIBOLD, 8.4, 10.0)
CHART_COMPARED = Look(REGULAR, 8.0, 9.4, SOFT)
CHART_TURN = Look(REGULAR, 8.0, 9.4)
CHART_YEARS = Look(REGULAR, 7.2, 9.0, SOFT)

SOURCE = Look(REGULAR, 7.2, 9.0)
SOURCE_NUMBER = Look(SEMIBOLD, 7.2, 9.0, ACCENT)
FOOT = Look(REGULAR, 7.2, 9.0, SOFT)
