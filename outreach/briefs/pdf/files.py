"""The files that are printed, put together from their pages."""

from __future__ import annotations

from io import BytesIO

from outreach.briefs.model import Brief
from outreach.briefs.pdf.fitting import FittedPage, fitted_page
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.pen import Pen
from outreach.pdf.runs import printable
from outreach.pdf.tagged_canvas import TaggedCanvas


def brief(of: Brief, paper: str) -> bytes:
    """One person's page. Raises: ValueError for a paper that is not in `grid.PAPERS`."""
    fitted = fitted_page(of, paper)
    file = BytesIO()
    canvas = _canvas(file, fitted.page.paper, title=of.title, author=of.author, language=of.language)
    _draw(canvas, fitted, 1, 1)
    canvas.save()
    return file.getvalue()


def _canvas(file: BytesIO, paper: Paper, *, title: str, author: str, language: str) -> TaggedCanvas:
    canvas = TaggedCanvas(file, pagesize=(paper.width, paper.height), lang=language, invariant=1)
    canvas.setTitle(printable(title).text or "Briefing")
    canvas.setAuthor(printable(author).text)
    return canvas


def _draw(canvas: TaggedCanvas, fitted: FittedPage, number: int, pages: int) -> None:
    fitted.page.draw(Pen(canvas, fitted.page.paper.height), number, pages)
    canvas.showPage()
