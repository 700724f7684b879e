"""The structure that a reading program finds in a PDF, read back from the file."""

from __future__ import annotations

import ctypes
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import reportlab
from reportlab import rl_config

from outreach.pdf.setting import Look, Piece, draw_lines, wrapped
from outreach.pdf.tagged_canvas import TaggedCanvas, UnsafeAddress
from outreach.pdf.typefaces import REGULAR

LOOK = Look(REGULAR, 11)


def made(pages: int = 2) -> bytes:
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(300, 200), lang="en-US", invariant=1)
    canvas.setTitle("R&D <letter>")
    for number in range(pages):
        canvas.bookmark(f"Page Ọ̀ {number}")
        with canvas.element("P"):
            say(canvas, f"Word {number}", 190)
        with canvas.element("L", numbering="Square"), canvas.element("LI"), canvas.element("LBody"):
            say(canvas, "In a list", 160)
        with canvas.element("Table"), canvas.element("TR"), canvas.element("TH", scope="Column"):
            say(canvas, "When", 130)
        with canvas.element("Figure", alt="A line that falls", box=(10, 10, 20, 20)):
            canvas.say(lambda: canvas.line(10, 10, 20, 20))
        with canvas.element("P"), canvas.linked("https://harrowlake.example/é?a=(1)", (20, 60, 90, 80), "Harrow Lake"):
            say(canvas, "Harrow Lake", 80)
        canvas.decorate(lambda: canvas.line(10, 10, 20, 10))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def say(canvas: TaggedCanvas, words: str, y: float) -> None:
    draw_lines(canvas, wrapped([Piece(words, LOOK)], 250), 20, y)


def children(element):
    found = (
        pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        for index in range(pdfium.FPDF_StructElement_CountChildren(element))
    )
    return [one for one in found if one]


def text_of(element, ask) -> str:
    size = ask(element, None, 0)
    held = ctypes.create_string_buffer(size)
    ask(element, held, size)
    return held.raw.decode("utf-16-le").rstrip("\x00")


def shape(element) -> tuple:
    return (text_of(element, pdfium.FPDF_StructElement_GetType), *map(shape, children(element)))


def test_each_page_tells_its_elements_in_the_order_of_reading():
    document = pypdfium2.PdfDocument(made())
    assert len(document) == 2
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        assert pdfium.FPDF_StructTree_CountChildren(tree) == 1
        root = pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0)
        text = str(shape(root))
        assert "('P',), ('L', ('LI', ('LBody',))), ('Table', ('TR', ('TH',))), ('Figure',), ('P', ('Link',))" in text
        pdfium.FPDF_StructTree_Close(tree)


def test_a_figure_says_what_it_shows_and_a_head_what_it_heads():
    data = made(1)
    page = pypdfium2.PdfDocument(data)[0]
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    figure = children(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0))[3]
    assert text_of(figure, pdfium.FPDF_StructElement_GetAltText) == "A line that falls"
    for entry in (b"/Scope /Column", b"/ListNumbering /Square", b"/BBox [10.00 10.00 20.00 20.00]", b"/Type /OBJR"):
        assert entry in data


def test_a_link_says_where_it_leads_and_other_addresses_are_refused():
    data = made(1)
    assert rb"/URI (https://harrowlake.example/%C3%A9?a=\(1\))" in data
    assert "Harrow Lake".encode("utf-16-be").hex().encode() in data
    canvas = TaggedCanvas(BytesIO())
    with pytest.raises(UnsafeAddress), canvas.linked("javascript:alert(1)", (0, 0, 9, 9), "x"):
        pass


def test_title_and_language_are_named_and_the_title_is_escaped():
    data = made()
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_value("Title") == "R&D <letter>"
    assert b"R&amp;D &lt;letter&gt;" in data
    assert b"/Lang" in data
    assert b"/Marked true" in data
    assert [one.get_title() for one in document.get_toc()] == ["Page Ọ̀ 0", "Page Ọ̀ 1"]


def test_only_embedded_faces_are_named_and_the_same_is_the_same():
    data = made()
    assert data == made()
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == 1


def test_reportlab_reads_colors_as_values_and_is_past_its_flaw():
    """CVE-2023-33733: a color that was run as a program, until 3.6.13."""
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
    assert tuple(map(int, reportlab.Version.split(".")[:3])) >= (3, 6, 13)


def test_marks_and_copied_text_are_those_of_the_letters():
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(400, 200), invariant=1)
    with canvas.element("P"):
        say(canvas, "Ẹniọlá Ọ̀ṣunbọ̀, Đặng, Ðe, ≥ ⚕", 190)
    canvas.save()
    text = pypdfium2.PdfDocument(file.getvalue())[0].get_textpage().get_text_range()
    assert text.strip() == "Ẹniọlá Ọ̀ṣunbọ̀, Đặng, Ðe, ≥ ⚕"
