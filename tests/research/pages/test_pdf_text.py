"""The text of a PDF, on small documents written here by hand."""

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


def test_no_further_page_is_begun_when_the_time_is_over(monkeypatch):
    monkeypatch.setattr(pdf_text, "TIME_S", -1.0)
    with pytest.raises(Unreadable, match="no text"):
        pdf_pages(pdf_of("one", "two"))


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
