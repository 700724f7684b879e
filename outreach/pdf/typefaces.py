"""The typefaces of printed pages, embedded so that every machine prints the same.

    face(REGULAR).glyph("é") -> 145, or 0 where it holds none

Source Sans 3 in four cuts (SIL Open Font License 1.1) holds Latin letters with all their accents, Greek, Cyrillic and
Vietnamese; DejaVu Sans (Bitstream Vera license) stands in for signs and scripts that it lacks. The files are those of
their makers, unmodified; their licenses lie beside them. A face is read once, when it is first drawn with.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFontFile

REGULAR, ITALIC = "SourceSans3-Regular", "SourceSans3-Italic"
SEMIBOLD, BOLD = "SourceSans3-SemiBold", "SourceSans3-Bold"
FALLBACK = "DejaVuSans"

FOLDER = Path(__file__).parent / "fonts"
FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    ITALIC: "SourceSans3_400Regular_Italic.ttf",
    SEMIBOLD: "SourceSans3_600SemiBold.ttf",
    BOLD: "SourceSans3_700Bold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
"""Name of a face -> its file in FOLDER."""


class Face:
    """A face as its file states it. Widths and places are in thousandths of the size. Nothing in it changes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.file: Any = TTFontFile(str(FOLDER / FILES[name]))
        self.outlines: bytes = self.file.get_table("glyf")
        self._glyphs: dict[int, int] = self.file.charToGlyph
        written = uharfbuzz.Face(uharfbuzz.Blob((FOLDER / FILES[name]).read_bytes()))
        self.shaping = uharfbuzz.Font(written)
        self.scale = 1000 / written.upem

    def glyph(self, letter: str) -> int:
        """The number of a letter's glyph, 0 where the face does not hold it."""
        return self._glyphs.get(ord(letter), 0)

    def advance(self, glyph: int) -> float:
        """The width of a glyph."""
        return float(self.file.hmetrics[glyph][0] * self.scale)


@cache
def face(name: str) -> Face:
    """A face, read once for the process. Raises: KeyError for a name that is not in FILES."""
    return Face(name)
