"""The difference sheet: what is otherwise than on a print, before and now, and on which page of the print to mend it.

pages = laid_difference(sheet, grid.PAPERS["letter"])
pages[0].draw(pen, page_number=1, pages=1)
"""

from __future__ import annotations

from collections.abc import Sequence

from outreach.briefs.model import Difference, DifferenceSheet, Head, Run, Source, sources_of
from outreach.briefs.pdf import grid
from outreach.briefs.pdf.drawing_frame import Filler, SheetPage, WritingLines, headed
from outreach.briefs.pdf.drawing_table import ROOMY, TIGHT, Column, LaidTable, TableRow, put_table
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.laid_head import laid_head
from outreach.briefs.pdf.laid_sources import laid_sources
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf.inks import SOFT
from outreach.pdf.setting import Look
from outreach.pdf.typefaces import BOLD, REGULAR, SEMIBOLD

WHO = Look(SEMIBOLD, 10.4, 13.2)
CELL = Look(REGULAR, 9.4, 12.0)
CELL_STRONG = Look(SEMIBOLD, 9.4, 12.0)
OLD = Look(REGULAR, 9.4, 12.0, SOFT)
PAGE = Look(BOLD, 11.0, 13.6)

CHANGED, WRITE = "What has changed", "Notes"
WHAT, BEFORE, NOW = "What", "Before", "Now"
OF_THE_EVENT = "The event"

_GAP, _PAGE, _APART = 12.0, 26.0, 16.0
_WHAT = 0.44
"""The share of what changed; before and now have halves of the rest."""


def laid_difference(sheet: DifferenceSheet, paper: Paper) -> tuple[SheetPage, ...]:
    """The pages of a difference sheet: one, where that can be."""
    roomy = _filled(sheet, paper, ROOMY)
    if len(roomy) == 1:
        return roomy
    tight = _filled(sheet, paper, TIGHT)
    return tight if len(tight) < len(roomy) else roomy


def _filled(sheet: DifferenceSheet, paper: Paper, pads: tuple[float, float]) -> tuple[SheetPage, ...]:
    sources = _sources(sheet.differences)
    setter = Setter({source.key: number for number, source in enumerate(sources, 1)})
    head = laid_head(
        Head(name=sheet.title, event_line=sheet.since[:1].upper() + sheet.since[1:], role_line=(Run(sheet.summary),)),
        setter,
        paper,
    )
    filler = Filler(paper, head, f"{sheet.title}, continued", sheet.foot, setter)
    columns = _columns(sheet.differences, paper)
    put_table(
        filler,
        CHANGED,
        [_row(one, columns, setter) for one in sheet.differences],
        lambda rows: LaidTable(columns, rows, paper.full_width, pads, head=0),
    )
    listed = laid_sources(sources, setter, paper.full_width)
    if listed.items and listed.height + _APART > filler.room and not filler.is_new:
        filler.next_page()
    width = paper.full_width
    below = listed.height + _APART if listed.items else 0.0
    lines = int((filler.room - below - _APART - grid.RULE_TO_TEXT) // grid.NOTE_LINE)
    if sheet.differences and lines >= grid.FEWEST_NOTE_LINES:
        filler.put(headed(WRITE, WritingLines(lines, width), width), above=_APART)
    if listed.items:
        filler.put(listed, above=_APART)
    return filler.pages()


def _sources(differences: Sequence[Difference]) -> tuple[Source, ...]:
    """What the changes rest on, each once, in order."""
    found: dict[str, Source] = {}
    for one in differences:
        for source in sources_of(one.now):
            found.setdefault(source.key, source)
    return tuple(found.values())


def _columns(differences: Sequence[Difference], paper: Paper) -> tuple[Column, ...]:
    """The columns; what stood before and the pages of the print only where a change has them."""
    paged = any(one.page is not None for one in differences)
    room = paper.full_width - (_PAGE + _GAP if paged else 0.0)
    heads = [WHAT, *_shown_sides(differences)]
    shares = {1: (1.0,), 2: (0.56, 0.44), 3: (_WHAT, (1 - _WHAT) / 2, (1 - _WHAT) / 2)}[len(heads)]
    columns, x = [], 0.0
    for head, share in zip(heads, shares, strict=True):
        width = share * (room - _GAP * (len(heads) - 1))
        columns.append(Column(head, x, width))
        x += width + _GAP
    if paged:
        columns.append(Column("Page", paper.full_width - _PAGE, _PAGE, at_right=True))
    return tuple(columns)


def _shown_sides(differences: Sequence[Difference]) -> list[str]:
    sides = {BEFORE: any(one.before for one in differences), NOW: any(one.now for one in differences)}
    return [side for side, shown in sides.items() if shown]


def _row(one: Difference, columns: Sequence[Column], setter: Setter) -> TableRow:
    cells = (_cell(one, column, setter) for column in columns)
    return TableRow(tuple(tuple(part for part in cell if part.lines) for cell in cells))


def _cell(one: Difference, column: Column, setter: Setter) -> tuple[Lines, ...]:
    width = column.width
    if column.head == WHAT:
        return setter.words(one.name or OF_THE_EVENT, WHO, width), setter.words(one.words, CELL, width)
    if column.head == BEFORE:
        return (setter.words(one.before, OLD, width),)
    if column.head == NOW:
        return (setter.text(one.now, CELL, CELL_STRONG, width),)
    return (setter.words("" if one.page is None else str(one.page), PAGE, width),)
