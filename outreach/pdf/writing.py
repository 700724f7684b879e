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
_AT_ONCE = 200
"""Objects in ASCII that are written together."""


def write(document: Any, file: IO[bytes]) -> None:
    """Writes the document, once. Objects that are first referred to while others are written come after them."""
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.encrypt.prepare(document)
    position = file.write(pdfdoc.PDFFile(_VERSION).format(document))
    starts: list[int] = []
    texts: list[str] = []
    for number in count(1):
        name = document.numberToId.get(number)
        if name is None:
            break
        starts.append(position)
        content = document.idToObject[name]
        if isinstance(content, Written):
            texts.append(f"{number} 0 obj\n{content.text}\nendobj\n")
            content.text = ""  # of a hundred pages these texts are half of the file
            position += len(texts[-1])
        else:
            _flush(texts, file)
            position += file.write(pdfdoc.PDFIndirectObject(name, content).format(document))
        if len(texts) == _AT_ONCE:
            _flush(texts, file)
    _flush(texts, file)
    table = "".join([f"{start:010d} 00000 n \n" for start in starts])
    file.write(f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}".encode("ascii"))
    trailer = pdfdoc.PDFTrailer(
        startxref=position, Size=len(starts) + 1, Root=catalog, Info=info, Encrypt=None, ID=document.ID()
    )
    file.write(trailer.format(document))


def _flush(texts: list[str], file: IO[bytes]) -> None:
    """Writes what is in ASCII, of which a letter is a byte, and forgets it."""
    if texts:
        file.write("".join(texts).encode("ascii"))
        texts.clear()
