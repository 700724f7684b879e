"""A PDF looked at: its pages counted, one of them as a picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from outreach.briefs.pdf_pages import NoSuchPage, pages_in, picture

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(100, 50), invariant=1)
    for _ in range(2):
        canvas.rect(10, 10, 50, 20, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pages_are_counted(two_pages):
    assert pages_in(two_pages) == 2


def test_a_page_is_a_picture_of_its_size(two_pages):
    drawn = picture(two_pages, 2, scale=1)
    assert drawn.startswith(PNG)
    assert (int.from_bytes(drawn[16:20], "big"), int.from_bytes(drawn[20:24], "big")) == (100, 50)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_page_that_is_not_there_is_told(two_pages, number):
    with pytest.raises(NoSuchPage):
        picture(two_pages, number)
