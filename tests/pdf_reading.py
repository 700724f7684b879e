"""Reads a PDF back through PDFium, as a viewer would: its words, fonts, links and structure."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


def squeezed(text: str) -> str:
    """A text without blanks, hyphens and marks of broken lines, so that where lines break makes no difference."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\x02\ufffe\u00ad")


def words(data: bytes) -> str:
    """The text of all pages in the order in which it is drawn."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    return [tuple(round(side, 2) for side in page.get_size()) for page in pypdfium2.PdfDocument(data)]


def letters(data: bytes) -> set[tuple[str, bool, float]]:
    """How texts are drawn: (font, whether it lies in the file, size in points)."""
    found: set[tuple[str, bool, float]] = set()
    for page in pypdfium2.PdfDocument(data):
        for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font, size = pdfium.FPDFTextObj_GetFont(part.raw), ctypes.c_float()
            held = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, held, 200)
            pdfium.FPDFTextObj_GetFontSize(part.raw, size)
            found.add((held.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font)), round(size.value, 2)))
    return found


def addresses(data: bytes) -> list[str]:
    """Where the links lead; "other" for an action that is not an address."""
    found = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(annotation))
            if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
                found.append("other")
                continue
            size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            held = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, held, size)
            found.append(held.value.decode("utf-8", "replace"))
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def elements(data: bytes) -> list[tuple[str, str]]:
    """The elements of the structure with their alternative texts, from the top down."""
    found: list[tuple[str, str]] = []
    for page in pypdfium2.PdfDocument(data):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def tags(data: bytes) -> Counter[str]:
    """How many elements there are of each kind."""
    return Counter(tag for tag, _alt in elements(data))


def _below(element: Any) -> Iterator[tuple[str, str]]:
    yield _string(element, pdfium.FPDF_StructElement_GetType), _string(element, pdfium.FPDF_StructElement_GetAltText)
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _below(child)


def _string(element: Any, ask: Any) -> str:
    size = ask(element, None, 0)
    if not size:
        return ""
    held = ctypes.create_string_buffer(size)
    ask(element, held, size)
    return held.raw.decode("utf-16-le").rstrip("\x00")
