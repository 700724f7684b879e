"""The glyphs that one document draws with, as a font of its own in the file.

    used = Subset(face(REGULAR))
    used.codes[42, "o", 0] -> "0001"
    used.written(document) -> the font's object, when all pages are drawn

Written after ISO 32000-1, 9.7: a Type0 font with the codes as glyph numbers, so that each code has its glyph and its
meaning, also for glyphs without a character of their own, and one face is one font however many letters it draws.
Nothing is shared between documents, so that two can be made at the same time.
"""

from __future__ import annotations

import struct
import zlib
from itertools import zip_longest
from typing import Any

from reportlab.pdfbase import pdfdoc

from outreach.pdf.structure import Written, referring
from outreach.pdf.typefaces import Face

_PACKING = 3
"""Of zlib: at 6 a page takes twice as long and is a thirtieth smaller."""
_COPIED = ("cvt ", "fpgm", "prep")
_WORDS, _MORE, _SCALE, _TWO_SCALES, _MATRIX = 0x01, 0x20, 0x08, 0x40, 0x80
"""Flags of the parts of a composite glyph (OpenType, table glyf)."""


class Codes(dict[tuple[int, str, int], str]):
    """(glyph, letters, advance) -> the code that draws the glyph and is copied as the letters: four digits of base 16.

    advance: a width of its own in thousandths of the size; 0 for that of the face. A new key gets a new code, so
    that a whole word is one walk through a dictionary.
    """

    def __missing__(self, key: tuple[int, str, int]) -> str:
        made = self[key] = f"{len(self) + 1:04x}"
        return made


class Subset:
    """The glyphs used of a face. A glyph that stands for two letters has a code for each, so that both copy right."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self.codes = Codes()

    @property
    def _order(self) -> list[tuple[int, str, int]]:
        return [(0, "", 0), *self.codes]

    def written(self, document: Any, number: int) -> Any:
        """The font with all that it needs, made known to a reportlab document. Returns the reference to it."""
        face = self._face.file
        name = f"{_tag(number)}+{self._face.name}"
        scale = self._face.scale
        box = " ".join(f"{value:g}" for value in face.bbox)
        program = _refer(document, stream(self._program()))
        described = Written(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {(face.flags & ~32) | 4} /FontBBox [{box}]"
            f" /ItalicAngle {face.italicAngle:g} /Ascent {face.ascent:g} /Descent {face.descent:g}"
            f" /CapHeight {face.capHeight:g} /StemV {face.stemV:g} /FontFile2 {program} >>"
        )
        widths = " ".join([f"{advance or face.hmetrics[glyph][0] * scale:.0f}" for glyph, _, advance in self._order])
        glyphs = Written(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /W [0 [{widths}]]"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {_refer(document, described)} >>"
        )
        meanings = _refer(document, stream(self._meanings()))
        return document.Reference(
            Written(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                f" /DescendantFonts [{_refer(document, glyphs)}] /ToUnicode {meanings} >>"
            )
        )

    def _meanings(self) -> bytes:
        """What the codes are copied as (a CMap of ISO 32000-1, 9.10.3)."""
        lines = [f"<{code}> <{letters.encode('utf-16-be').hex()}>" for (_, letters, _), code in self.codes.items()]
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

    def _program(self) -> bytes:
        """The font file with these glyphs only (TrueType without names and character map, which a PDF needs not)."""
        face = self._face.file
        glyphs = [glyph for glyph, _letters, _advance in self._order]
        places: dict[int, int] = {}
        for place, glyph in enumerate(glyphs):
            places.setdefault(glyph, place)
        outlines: list[bytes] = []
        starts = [0]
        for glyph in glyphs:  # grows while it is walked: by the parts of composite glyphs
            outline = self._outline(glyph, glyphs, places)
            outlines.append(outline + b"\0" * (-len(outline) % 4))
            starts.append(starts[-1] + len(outlines[-1]))
        count = len(glyphs)
        advances = [round(advance / self._face.scale) for _glyph, _letters, advance in self._order]
        metrics = b"".join(
            struct.pack(">HH", int(own or face.hmetrics[glyph][0]), int(face.hmetrics[glyph][1]) & 0xFFFF)
            for glyph, own in zip_longest(glyphs, advances, fillvalue=0)
        )
        tables = {
            "glyf": b"".join(outlines),
            "head": _with_short(_with_long(face.get_table("head"), 8, 0), 50, 1),
            "hhea": _with_short(face.get_table("hhea"), 34, count),
            "hmtx": metrics,
            "loca": struct.pack(f">{count + 1}L", *starts),
            "maxp": _with_short(face.get_table("maxp"), 4, count),
        }
        tables.update({tag: face.get_table(tag) for tag in _COPIED if tag in face.table})
        return _font_file(tables)

    def _outline(self, glyph: int, glyphs: list[int], places: dict[int, int]) -> bytes:
        """A glyph's outline; a composite one names the places of its parts here, which are added to `glyphs`."""
        start, end = self._face.file.glyphPos[glyph : glyph + 2]
        outline = self._face.outlines[start:end]
        if len(outline) < 12 or outline[0] < 0x80:  # the count of contours is below zero in composite glyphs
            return outline
        made = bytearray(outline)
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
        body.append(data + b"\0" * (-len(data) % 4))
        place += len(body[-1])
    return head + b"".join(directory) + b"".join(body)


def _sum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _with_short(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + struct.pack(">H", value) + table[place + 2 :]


def _with_long(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + struct.pack(">L", value) + table[place + 4 :]


def _refer(document: Any, made: Any) -> str:
    return referring(document, document.Reference(made))


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
