"""Source Sans 3 for PDFs, embedded so that every machine prints the same (SIL Open Font License 1.1, see the folder).

It holds Latin letters with all their accents, Greek, Cyrillic and Vietnamese. What it does not hold is told instead of
printed as boxes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, SEMIBOLD = "SourceSans3-Regular", "SourceSans3-Semibold"
FOLDER = Path(__file__).parent / "fonts"


@cache
def load() -> None:
    """Makes both faces known to reportlab, once for the process."""
    for name in (REGULAR, SEMIBOLD):
        pdfmetrics.registerFont(TTFont(name, FOLDER / f"{name}.ttf"))


def unprintable(text: str) -> tuple[str, ...]:
    """The letters of a text that the typeface does not hold, each once, in order of place."""
    load()
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return tuple(dict.fromkeys(letter for letter in text if letter not in "\n\t" and ord(letter) not in known))


def width(text: str, face: str, size: float) -> float:
    """The width of a line in points."""
    load()
    return float(pdfmetrics.stringWidth(text, face, size))
