"""The glyphs that one document draws with, as a font of its own in the file.

    used = Subset(face(REGULAR))
    used.letters.update("Tom")       drawn as <0054006f006d>: a letter's code is its own number
    used.codes[42, "o", 0] -> "0001" for a glyph that is no letter by itself
    used.written(document) -> the font's object, when all pages are drawn

Written after ISO 32000-1, 9.7: a Type0 font whose codes lead to its glyphs by a map (9.7.4.2), so that each code has
its glyph and its meaning, also for glyphs without a character of their own, and one face is one font however many
letters it draws. As a letter has the same code in all documents, a word's codes are written once and drawn in many.
Nothing is shared between documents, so that two can be made at the same time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from reportlab.pdfbase import pdfdoc

from outreach.pdf.structure import Written, registered
from outreach.pdf.typefaces import Face

_PACKING = 3
"""Of zlib: at 6 a page takes twice as long and is a thirtieth smaller."""
_COPIED = ("cvt ", "fpgm", "prep")
_OWN = (*range(0x01, 0x20), *range(0x7F, 0xA0), *range(0xE000, 0xF900))
"""Codes of what is no letter by itself: numbers that no letter has (controls, private use; Unicode, 23.1 and 23.5)."""
_WORDS, _MORE, _SCALE, _TWO_SCALES, _MATRIX = 0x01, 0x20, 0x08, 0x40, 0x80
"""Flags of the parts of a composite glyph (OpenType, table glyf)."""


class Codes(dict[tuple[int, str, int], str]):
    """(glyph, what it is copied as, advance) -> the code that draws it: four digits of base 16.

    advance: a width of its own in thousandths of the size; 0 for that of the face. A new key gets a new code. Raises:
    IndexError after the last of `_OWN`: no document has six thousand letters with marks.
    """

    def __missing__(self, key: tuple[int, str, int]) -> str:
        made = self[key] = f"{_OWN[len(self)]:04x}"
        return made


@dataclass(frozen=True, slots=True)
class _Used:
    """A code, the glyph it draws with a width of its own (see `Codes`); as written, its width and what it means."""

    code: int
    glyph: int
    advance: int
    width: str
    meaning: str


class Subset:
    """The glyphs used of a face. A glyph that stands for two letters has a code for each, so that both copy right."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self.letters: set[str] = set()
        """What is drawn letter by letter, up to U+FFFF."""
        self.codes = Codes()

    def written(self, document: Any, number: int) -> Any:
        """The font with all that it needs, made known to a reportlab document. Returns the reference to it."""
        face = self._face.file
        name = f"{_tag(number)}+{self._face.name}"
        box = " ".join(f"{value:g}" for value in face.bbox)
        used = self._used()
        drawn = list(dict.fromkeys([(0, 0), *[(one.glyph, one.advance) for one in used]]))
        program = registered(document, stream(self._program(drawn)))
        described = Written(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {(face.flags & ~32) | 4} /FontBBox [{box}]"
            f" /ItalicAngle {face.italicAngle:g} /Ascent {face.ascent:g} /Descent {face.descent:g}"
            f" /CapHeight {face.capHeight:g} /StemV {face.stemV:g} /FontFile2 {program} >>"
        )
        glyphs = Written(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /W [{_widths(used)}]"
            f" /CIDToGIDMap {registered(document, stream(_places(used, drawn)))}"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {registered(document, described)} >>"
        )
        meanings = registered(document, stream(_meanings(used)))
        return document.Reference(
            Written(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                f" /DescendantFonts [{registered(document, glyphs)}] /ToUnicode {meanings} >>"
            )
        )

    def _used(self) -> list[_Used]:
        """All codes, in their order: which letter was drawn first changes nothing."""
        face = self._face
        letters = [_used(face, ord(letter), face.glyph(letter), letter, 0) for letter in self.letters]
        own = [_used(face, int(code, 16), *key) for key, code in self.codes.items()]
        return sorted([*letters, *own], key=attrgetter("code"))

    def _program(self, drawn: Sequence[tuple[int, int]]) -> bytes:
        """The font file with these glyphs only (TrueType without names and character map, which a PDF needs not).

        drawn: glyphs with the width of their own, 0 for that of the face.
        """
        face = self._face.file
        glyphs = [glyph for glyph, _advance in drawn]
        places: dict[int, int] = {}
        for place, glyph in enumerate(glyphs):
            places.setdefault(glyph, place)
        outlines: list[bytes] = []
        starts = [0]
        for glyph in glyphs:  # grows while it is walked: by the parts of composite glyphs
            simple = _simple(self._face, glyph)
            outlines.append(simple if simple is not None else _padded(self._composite(glyph, glyphs, places)))
            starts.append(starts[-1] + len(outlines[-1]))
        count = len(glyphs)
        metrics = [_metric(self._face, glyph, advance) for glyph, advance in drawn]
        metrics += [_metric(self._face, glyph, 0) for glyph in glyphs[len(drawn) :]]
        tables = {
            "glyf": b"".join(outlines),
            "head": _with_short(_with_long(face.get_table("head"), 8, 0), 50, 1),
            "hhea": _with_short(face.get_table("hhea"), 34, count),
            "hmtx": b"".join(metrics),
            "loca": struct.pack(f">{count + 1}L", *starts),
            "maxp": _with_short(face.get_table("maxp"), 4, count),
        }
        tables.update({tag: face.get_table(tag) for tag in _COPIED if tag in face.table})
        return _font_file(tables)

    def _composite(self, glyph: int, glyphs: list[int], places: dict[int, int]) -> bytes:
        """The outline of a composite glyph with the places of its parts here, which are added to `glyphs`."""
        made = bytearray(_outline(self._face, glyph))
        position, flags = 10, _MORE
        while flags & _MORE:
            flags, part = struct.unpack_from(">HH", made, position)
            if part not in places:
                places[part] = len(glyphs)
                glyphs.append(part)
            struct.pack_into(">H", made, position + 2, places[part])
            position += 8 if flags & _WORDS else 6
            position += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        return bytes(made)


@lru_cache(maxsize=4096)
def _used(face: Face, code: int, glyph: int, copied: str, advance: int) -> _Used:
    width = f"{advance or face.advance(glyph):.0f} "
    return _Used(code, glyph, advance, width, f"<{code:04x}> <{copied.encode('utf-16-be').hex()}>")


@lru_cache(maxsize=4096)
def _simple(face: Face, glyph: int) -> bytes | None:
    """The outline of a glyph; None for one that is made of others."""
    outline = _outline(face, glyph)
    # the count of contours is below zero in composite glyphs
    return None if len(outline) >= 12 and outline[0] >= 0x80 else _padded(outline)


def _outline(face: Face, glyph: int) -> bytes:
    start, end = face.file.glyphPos[glyph : glyph + 2]
    return face.outlines[start:end]


@lru_cache(maxsize=4096)
def _metric(face: Face, glyph: int, advance: int) -> bytes:
    """A glyph's line of the table of widths. advance: as in `Codes`."""
    own, bearing = face.file.hmetrics[glyph]
    return struct.pack(">HH", round(advance / face.scale) if advance else int(own), int(bearing) & 0xFFFF)


def _places(used: Sequence[_Used], drawn: Sequence[tuple[int, int]]) -> bytes:
    """Where the glyph of each code stands in the font, two bytes a code."""
    place = {one: number for number, one in enumerate(drawn)}
    made = bytearray(2 * (used[-1].code + 1) if used else 2)
    for one in used:
        struct.pack_into(">H", made, 2 * one.code, place[one.glyph, one.advance])
    return bytes(made)


def _widths(used: Sequence[_Used]) -> str:
    """ "32 [200] 97 [504 553]": for codes that follow each other (ISO 32000-1, 9.7.4.3)."""
    written: list[str] = []
    after = -1
    for one in used:
        if one.code != after:
            written.append(f"{'] ' if written else ''}{one.code} [")
        written.append(one.width)
        after = one.code + 1
    return "".join([*written, "]"]) if written else ""


def _meanings(used: Sequence[_Used]) -> bytes:
    """What the codes are copied as (a CMap of ISO 32000-1, 9.10.3)."""
    lines = [one.meaning for one in used]
    blocks = [
        f"{len(lines[start : start + 100])} beginbfchar\n{chr(10).join(lines[start : start + 100])}\nendbfchar\n"
        for start in range(0, len(lines), 100)
    ]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _tag(number: int) -> str:
    """Six capitals that name a subset: "AAAAAB"."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(65 + rest) + letters
    return letters


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Tables with their directory (OpenType, "Organization of an OpenType font")."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * (count - (1 << power)))
    place = len(head) + 16 * count
    directory, body = [], []
    for tag in sorted(tables):
        data = tables[tag]
        directory.append(struct.pack(">4sLLL", tag.encode("ascii"), _sum(data), place, len(data)))
        body.append(_padded(data))
        place += len(body[-1])
    return head + b"".join(directory) + b"".join(body)


def _sum(data: bytes) -> int:
    padded = _padded(data)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _with_short(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + struct.pack(">H", value) + table[place + 2 :]


def _with_long(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + struct.pack(">L", value) + table[place + 4 :]


class Packed(pdfdoc.PDFObject):
    """A stream as it stands in the file."""

    __PDFObject__ = True

    def __init__(self, data: bytes) -> None:
        self._length = len(data)
        self._packed = zlib.compress(data, _PACKING)

    def format(self, _document: Any) -> bytes:
        """The bytes."""
        head = f"<< /Filter /FlateDecode /Length {len(self._packed)} /Length1 {self._length} >>\nstream\n"
        return head.encode("ascii") + self._packed + b"\nendstream"


def stream(data: bytes) -> Packed:
    """Packed here, because reportlab would write it once more in letters."""
    return Packed(data)
