"""The structure that a reading program finds in a PDF, read back from the file."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from outreach.pdf import typefaces
from outreach.pdf.tagged_canvas import TaggedCanvas


def made() -> bytes:
    typefaces.load()
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(300, 200), lang="en-US", initialFontName=typefaces.REGULAR)
    canvas.setTitle("R&D <letter>")
    for words in ("First", "Second"):
        with canvas.element("P"):
            canvas.say(lambda said=words: write(canvas, said))
        canvas.decorate(lambda: canvas.line(10, 10, 20, 10))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(canvas: TaggedCanvas, words: str) -> None:
    canvas.setFont(typefaces.REGULAR, 11)
    canvas.drawString(20, 100, words)


def test_each_page_tells_its_paragraphs_to_a_reading_program():
    document = pypdfium2.PdfDocument(made())
    assert len(document) == 2
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        assert pdfium.FPDF_StructTree_CountChildren(tree) == 1
        root = pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0)
        assert tag_of(root) == "Document"
        tags = [tag_of(child) for child in children(root)]
        assert tags.count("P") >= 1
        pdfium.FPDF_StructTree_Close(tree)


def children(element):
    found = (
        pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        for index in range(pdfium.FPDF_StructElement_CountChildren(element))
    )
    return [one for one in found if one]


def tag_of(element) -> str:
    import ctypes

    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    held = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, held, size)
    return held.raw.decode("utf-16-le").rstrip("\x00")


def test_title_and_language_are_named_and_the_title_is_escaped():
    data = made()
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title") == "R&D <letter>"
    assert b"R&amp;D &lt;letter&gt;" in data
    assert b"/Lang" in data
    assert b"/Marked true" in data
