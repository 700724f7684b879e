"""The font that a document carries: these glyphs and no others, each with its meaning, the same for the same."""

from __future__ import annotations

import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pypdfium2

from outreach.pdf.setting import Look, Piece, draw_lines, wrapped
from outreach.pdf.tagged_canvas import TaggedCanvas
from outreach.pdf.typefaces import BOLD, REGULAR

EVERYTHING = "".join(map(chr, [*range(0x21, 0x7F), *range(0xC0, 0x250), *range(0x391, 0x3A2), *range(0x410, 0x450)]))


def page(text: str, face: str = REGULAR) -> bytes:
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(600, 800), invariant=1)
    with canvas.element("P"):
        draw_lines(canvas, wrapped([Piece(text, Look(face, 9))], 500), 20, 780)
    canvas.save()
    return file.getvalue()


def test_hundreds_of_letters_are_one_small_font_a_face_and_copy_as_themselves():
    data = page(EVERYTHING, BOLD)
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "".join(text.split()) == EVERYTHING
    assert data.count(b"/FontFile2") == 2, "the face and its fallback"
    assert len(data) < 60_000


def test_a_page_of_few_letters_is_small():
    assert len(page("Ana")) < 6_000


def test_letters_that_share_a_glyph_copy_as_what_they_are():
    assert "Ð Đ" in pypdfium2.PdfDocument(page("Ð Đ"))[0].get_textpage().get_text_range()


def test_letters_are_seen_on_the_page_and_no_box_stands_for_them():
    def ink(text: str) -> int:
        return sum(value < 128 for value in bytes(pypdfium2.PdfDocument(page(text))[0].render(scale=1).buffer))

    assert ink("n" * 60) > 3 * ink("." * 60) > 0


def test_documents_that_are_made_at_once_are_those_that_are_made_one_by_one():
    words = ["Núñez", "Þórsdóttir", "Ọ̀ṣunbọ̀ ⚕", "Łukasz"]
    alone = [page(word) for word in words]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(page, words)) == alone


def test_a_letter_has_the_same_code_in_each_document_and_one_with_marks_a_code_of_its_own():
    def codes(text: str) -> list[str]:
        packed = [one.partition(b"stream\n")[2] for one in page(text).split(b"/Length1 ")[1:]]
        streams = [zlib.decompressobj().decompress(one) for one in packed]
        return re.findall(r"<([0-9a-f]+)>", next(one for one in streams if b"BDC" in one).decode("ascii"))

    assert codes("zoo Ana")[-1] == codes("Ana")[-1] == "0041006e0061", "no pair of them is kerned"
    assert {"0001", "0002"} < set(codes("ọ̀")), "its mark is no letter"


def test_letters_beyond_the_first_plane_copy_as_themselves():
    assert "a 𝟘 b" in pypdfium2.PdfDocument(page("a 𝟘 b"))[0].get_textpage().get_text_range()
