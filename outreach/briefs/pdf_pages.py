"""A finished PDF looked at: how many pages it has, and one of them as a picture.

Files come from this application alone. PDFium is not made for several threads, so one at a time has it.
"""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2

SCALE = 1.6
"""Pixels of a picture for each point of the page: text of 7 points can be read."""

_pdfium = Lock()


class NoSuchPage(LookupError):
    """The file has fewer pages."""


def pages_in(file: bytes) -> int:
    """How many pages a PDF has."""
    with _pdfium:
        document = pypdfium2.PdfDocument(file)
        try:
            return len(document)
        finally:
            document.close()


def picture(file: bytes, number: int, scale: float = SCALE) -> bytes:
    """A page of a PDF as PNG. number: from 1. Raises: NoSuchPage."""
    with _pdfium:
        document = pypdfium2.PdfDocument(file)
        try:
            if not 1 <= number <= len(document):
                raise NoSuchPage(f"page {number} of {len(document)}")
            drawn = document[number - 1].render(scale=scale, grayscale=False)
            image = drawn.to_pil()
            kept = BytesIO()
            # Few colors: the pages are ink on white, and a picture of 256 colors is a third as large.
            image.quantize(64).save(kept, "PNG", optimize=False)
            return kept.getvalue()
        finally:
            document.close()
