"""The text of a PDF, on small documents written here by hand."""

import sys
import zlib

import pytest

from research.errors import Unreadable
from research.pages import pdf_text
from research.pages.pdf_text import pdf_pages


def pdf_of(*texts, trailer=""):
    """A plain PDF with one page a text, in a standard font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(texts)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, text in enumerate(texts):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET" if text else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file_of(objects, trailer)


def pdf_with_stream(stream, filters):
    """One page whose contents are these bytes, to be unfolded by these filters."""
    fonts = "<< /Font << /F1 5 0 R >> >>"
    return _file_of(
        (
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources {fonts} >>",
            f"<< /Length {len(stream)} /Filter {filters} >>\nstream\n{stream.decode('latin-1')}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        )
    )


def _file_of(objects, trailer=""):
    body, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\n"
    return (body + end + f"startxref\n{len(body)}\n%%EOF\n").encode("latin-1")


def test_each_page_gives_its_text():
    pages = pdf_pages(pdf_of("Ana Larkin, Chief Nursing Officer", "Second page"))
    assert [page.strip() for page in pages] == ["Ana Larkin, Chief Nursing Officer", "Second page"]


def test_pages_beyond_the_cap_are_not_read(monkeypatch):
    monkeypatch.setattr(pdf_text, "MAX_PAGES", 2)
    assert len(pdf_pages(pdf_of("one", "two", "three"))) == 2


def test_a_document_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(pdf_text, "TIME_S", 0.0)
    with pytest.raises(Unreadable, match="more time or memory"):
        pdf_pages(pdf_of("one", "two"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to an amount of memory")
def test_a_small_file_that_unfolds_to_more_than_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_text, "MAX_MEMORY", 120_000_000)
    drawn = zlib.compress(zlib.compress(b"BT /F1 12 Tf 72 720 Td (Ana) Tj ET\n" * 400_000))
    small = pdf_with_stream(drawn, "[/FlateDecode /FlateDecode]")
    assert len(small) < 20_000
    with pytest.raises(Unreadable, match="more time or memory"):
        pdf_pages(small)


def test_the_pages_before_the_end_of_the_time_or_the_process_count():
    told = b'"Ana Larkin"\n"Second page"\n"half a li'
    assert pdf_text._pages_told(told, ended=True) == ["Ana Larkin", "Second page"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"not a pdf", "not a PDF"),
        (b"%PDF-1.4 but nothing else", "damaged"),
        (b"%PDF-1.4" + b"0" * (pdf_text.MAX_BYTES + 1), "at most"),
        (pdf_of("", ""), "only pictures"),
        (pdf_of("secret", trailer=(
            "/Encrypt << /Filter /Stan"
            "dard /V 1 /R 2 /P -1 /O ("
        ) + "o" * 32 + ") /U (" + "u" * 32 + ") >> /ID [(a)(a)] "), "password"),
    ],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_is_refused_with_the_reason(body, said):
    with pytest.raises(Unreadable, match=said):
        pdf_pages(body)
