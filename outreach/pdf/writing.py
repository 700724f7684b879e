"""Writes a PDF document: its objects one after the other, the table of where they begin, the trailer.

As `PDFDocument.format` of reportlab writes a document without a password (ISO 32000-1, 7.5), but straight into the file
and without its way around objects that are written already (`structure.Written`): these are most of a tagged page.
"""

from __future__ import annotations

from itertools import count
from typing import IO, Any

from reportlab.pdfbase import pdfdoc

from outreach.pdf.structure import Written

_VERSION = (1, 7)


def write(document: Any, file: IO[bytes]) -> None:
    """Writes the document, once. Objects that are first referred to while others are written come after them."""
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.encrypt.prepare(document)
    position = file.write(pdfdoc.PDFFile(_VERSION).format(document))
    starts: list[int] = []
    for number in count(1):
        name = document.numberToId.get(number)
        if name is None:
            break
        starts.append(position)
        position += file.write(_object(document, number, name))
    table = "".join([f"{start:010d} 00000 n \n" for start in starts])
    file.write(f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}".encode("ascii"))
    trailer = pdfdoc.PDFTrailer(
        startxref=position, Size=len(starts) + 1, Root=catalog, Info=info, Encrypt=None, ID=document.ID()
    )
    file.write(trailer.format(document))


def _object(document: Any, number: int, name: str) -> bytes:
    content = document.idToObject[name]
    if isinstance(content, Written):
        text, content.text = content.text, ""  # of a hundred pages these texts are half of the file
        return f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
    made: bytes = pdfdoc.PDFIndirectObject(name, content).format(document)
    return made
