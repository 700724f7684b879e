"""Words as glyphs with their places, each measured once.

    measured("Tom", REGULAR).width -> 1.761 times the size, in thousandths: 1761.0

Letters stand as the face's kerning says. Letters with marks that have no single code (Yoruba ọ̀) are shaped: HarfBuzz
says which glyphs draw them and where. Everything else is drawn letter by letter, without ligatures, so that what is
copied from the page is what was written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import uharfbuzz

from outreach.pdf.runs import NO_BREAK, parted
from outreach.pdf.typefaces import Face, face

MOST_LETTERS = 400
"""Of a word that is measured at once."""

_KERNED = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph and what it is copied as; lengths in thousandths of the size.

    before, after: how far the pen moves besides the glyph's own width; `rise`: how much higher it stands; `advance`: a
    width of its own, 0 for that of the face.
    """

    number: int
    letters: str
    before: float = 0.0
    after: float = 0.0
    rise: float = 0.0
    advance: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Bit:
    """Letters of one face, drawn one by one, or the glyphs that draw a letter with its marks.

    codes: of letters, as a PDF shows them: each by its own number in four digits of base 16, with the spaces between
    them where kerning moves them ("<00410076>-12<0061>"). Made once, drawn in many documents.
    glyphs: of a letter with its marks, which has no `codes`.
    """

    face: str
    text: str
    width: float
    codes: str = ""
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A word in bits, with its width in thousandths of the size."""

    text: str
    bits: tuple[Bit, ...]
    width: float


@lru_cache(maxsize=8192)
def measured(word: str, wanted: str) -> Measured:
    """A printable text without blanks to break at, in a face and its fallback."""
    bits = tuple(
        _shaped(span.text, span.face) if span.shaped else _kerned(span.text, face(span.face))
        for span in parted(word.replace(NO_BREAK, " "), wanted)
    )
    return Measured(word, bits, sum(bit.width for bit in bits))


def _kerned(text: str, drawn: Face) -> Bit:
    advances, kerned = _widths(text, drawn)
    return Bit(drawn.name, text, sum(kerned), _codes(text, advances, kerned))


def _widths(text: str, drawn: Face) -> tuple[list[float], list[float]]:
    """(widths of the letters, how far the pen moves for each as kerning says)."""
    plain = [drawn.glyph(letter) for letter in text]
    advances = [drawn.advance(glyph) for glyph in plain]
    buffer = _run(text, drawn)
    if [info.codepoint for info in buffer.glyph_infos] != plain:
        return advances, advances
    return advances, [place.x_advance * drawn.scale for place in buffer.glyph_positions]


def _codes(text: str, advances: Sequence[float], kerned: Sequence[float]) -> str:
    """See `Bit.codes`. advances: the widths of the letters; kerned: how far the pen moves for each."""
    shown, run = [], ""
    for letter, own, moved in zip(text, advances, kerned, strict=True):
        run += f"{ord(letter):04x}"
        if moved != own:
            shown.append(f"<{run}>{own - moved:.0f}")
            run = ""
    return "".join(shown) + (f"<{run}>" if run else "")


@lru_cache(maxsize=512)
def _shaped(cluster: str, name: str) -> Bit:
    """A letter with its marks.

    The last mark is given a width that reaches to the end of the letter: programs that copy text measure the gap to the
    next letter from there, and would put a blank into the word.
    """
    drawn = face(name)
    buffer = _run(cluster, drawn)
    letters = unicodedata.normalize("NFD", cluster)
    infos = buffer.glyph_infos
    count = len(infos)
    told = [*letters[: count - 1], letters[count - 1 :] or letters[-1], *letters[-1] * (count - len(letters) - 1)]
    glyphs = []
    for info, place, meant in zip(infos, buffer.glyph_positions, told, strict=True):
        before = place.x_offset * drawn.scale
        after = place.x_advance * drawn.scale - drawn.advance(info.codepoint) - before
        glyphs.append(Glyph(info.codepoint, meant, before, after, place.y_offset * drawn.scale))
    last, pen = glyphs[-1], buffer.glyph_positions[-1].x_advance * drawn.scale
    if pen - last.before > 0:
        glyphs[-1] = replace(last, after=0.0, advance=round(pen - last.before))
    width = sum(place.x_advance for place in buffer.glyph_positions) * drawn.scale
    return Bit(drawn.name, cluster, width, glyphs=tuple(glyphs))


def _run(text: str, drawn: Face) -> uharfbuzz.Buffer:
    """What HarfBuzz makes of a text. The language is fixed: it would else be taken from the machine's settings."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = "ltr", "en"
    uharfbuzz.shape(drawn.shaping, buffer, _KERNED)
    return buffer


def fitting(word: str, wanted: str, most: float) -> int:
    """How many of a word's first letters (with their marks) fit in a width of thousandths; one letter at least.

    Of a word that can be a whole page, only its beginning is measured.
    """
    letters, used = 0, 0.0
    for bit in measured(word[:MOST_LETTERS], wanted).bits:
        if bit.glyphs:
            steps = [(len(bit.text), bit.width)]
        else:
            steps = [(1, wide) for wide in _widths(bit.text, face(bit.face))[1]]
        for count, wide in steps:
            used += wide
            if used > most and letters:
                return letters
            letters += count
    return letters
