"""The files that are printed, put together from their pages: one brief, a pack, a difference sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Protocol

from outreach.briefs.model import Brief, DifferenceSheet, Pack
from outreach.briefs.pdf import drawing_cards, drawing_difference, drawing_run_sheet, drawing_sources
from outreach.briefs.pdf.fitting import fitted_page, paper_named
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.pen import Pen
from outreach.pdf.runs import printable
from outreach.pdf.tagged_canvas import TaggedCanvas


class Page(Protocol):
    """A page that is set and can be drawn."""

    def draw(self, pen: Pen, page_number: int, pages: int, /) -> None:
        """Draws it."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to come: set only when it is drawn, so that of a hundred pages one is in memory."""

    page: Callable[[], Page]
    bookmark: str = ""


def brief(of: Brief, paper: str) -> bytes:
    """One person's page. Raises: ValueError for a paper that is not in `grid.PAPERS`."""
    sheets = [_Sheet(partial(_fitted, of, paper))]
    return _file(sheets, paper_named(paper), title=of.title, author=of.author, language=of.language)


def pack(of: Pack, paper: str) -> bytes:
    """Run sheet, one page each, pocket cards, all sources: what the pack holds of them, with a list of contents.

    Raises: ValueError for a paper that is not in `grid.PAPERS`.
    """
    return _file(
        list(_sheets(of, paper)), paper_named(paper), title=of.title, author=of.author, language=of.language
    )  # fmt: skip


def difference(of: DifferenceSheet, paper: str) -> bytes:
    """What has changed since a print. Raises: ValueError for a paper that is not in `grid.PAPERS`."""
    on = paper_named(paper)
    sheets = list(_of_pages(drawing_difference.laid_difference(of, on), ""))
    return _file(sheets, on, title=of.title, author=of.author, language=of.language)


def _sheets(of: Pack, paper: str) -> Iterator[_Sheet]:
    on = paper_named(paper)
    if of.run_sheet is not None:
        yield from _of_pages(drawing_run_sheet.laid_run_sheet(of.run_sheet, on), "Run sheet")
    briefs = list(of.briefs)
    numbered = []
    if of.with_sources:
        numbered = [fitted_page(one, paper).numbered for one in briefs]
        briefs = [one.brief for one in numbered]
    for one in briefs:
        yield _Sheet(partial(_fitted, one, paper), printable(one.head.name).text or one.title)
    yield from _of_pages(drawing_cards.laid_cards(of.cards, on), "Pocket cards")
    if of.with_sources:
        yield from _of_pages(drawing_sources.laid_sources_list(numbered, on, of.foot), "Sources")


def _fitted(of: Brief, paper: str) -> Page:
    return fitted_page(of, paper).page


def _as_it_is(page: Page) -> Page:
    return page


def _of_pages(pages: Sequence[Page], bookmark: str) -> Iterator[_Sheet]:
    for number, page in enumerate(pages):
        yield _Sheet(partial(_as_it_is, page), "" if number else bookmark)


def _file(sheets: Sequence[_Sheet], paper: Paper, *, title: str, author: str, language: str) -> bytes:
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=(paper.width, paper.height), lang=language, invariant=1)
    canvas.setTitle(printable(title).text or "Briefing")
    canvas.setAuthor(printable(author).text)
    pen = Pen(canvas, paper.height)
    for number, sheet in enumerate(sheets, start=1):
        if len(sheets) > 1 and sheet.bookmark:
            canvas.bookmark(sheet.bookmark)
        sheet.page().draw(pen, number, len(sheets))
        canvas.showPage()
    canvas.save()
    return file.getvalue()
