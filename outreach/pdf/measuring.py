"""Words as glyphs with their places, each measured once.

    measured("Tom", REGULAR).width -> 1.761 times the size, in thousandths: 1761.0

Letters stand as the face's kerning says. Letters with marks that have no single code (Yoruba ọ̀) are shaped: HarfBuzz
says which glyphs draw them and where. Everything else is drawn letter by letter, without ligatures, so that what is
copied from the page is what was written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
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
    """Glyphs of one face. `spoken`: what they mean together, where they are more than letter by letter.

    strings: the glyphs once more, as keys of `embedding.Codes` in stretches that no kerning parts, each with the space
    behind it as a PDF counts it ("-12", or "" for none): made once, drawn in many documents.
    """

    face: str
    glyphs: tuple[Glyph, ...]
    width: float
    spoken: str = ""
    strings: tuple[tuple[tuple[tuple[int, str, int], ...], str], ...] = ()


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
    plain = [drawn.glyph(letter) for letter in text]
    advances = [drawn.advance(glyph) for glyph in plain]
    buffer = _run(text, drawn)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    after = [0.0] * len(plain)
    if [info.codepoint for info in infos] == plain:
        after = [place.x_advance * drawn.scale - width for place, width in zip(positions, advances, strict=True)]
    glyphs = tuple(Glyph(number, letter, after=space) for number, letter, space in zip(plain, text, after, strict=True))
    return Bit(drawn.name, glyphs, sum(advances) + sum(after), strings=tuple(_strings(glyphs)))


def _strings(glyphs: Sequence[Glyph]) -> Iterator[tuple[tuple[tuple[int, str, int], ...], str]]:
    keys: list[tuple[int, str, int]] = []
    for glyph in glyphs:
        keys.append((glyph.number, glyph.letters, glyph.advance))
        if glyph.after:
            yield tuple(keys), f"{-glyph.after:.0f}"
            keys = []
    if keys:
        yield tuple(keys), ""


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
    return Bit(drawn.name, tuple(glyphs), width, cluster)


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
        if bit.spoken:
            steps = [(len(bit.spoken), bit.width)]
        else:
            drawn = face(bit.face)
            steps = [(1, drawn.advance(glyph.number) + glyph.after) for glyph in bit.glyphs]
        for count, wide in steps:
            used += wide
            if used > most and letters:
                return letters
            letters += count
    return letters
