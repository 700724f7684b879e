"""The run sheet: whom to meet when, where and with which aim; what to carry; lines for what was said.

    pages = laid_run_sheet(sheet, grid.PAPERS["letter"])
    pages[0].draw(pen, page_number=1, pages=9)

One page for a day of a dozen conversations; more days and more people go on over the next pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from outreach.briefs.model import Head, Run, RunSheet, SheetLine
from outreach.briefs.pdf import grid
from outreach.briefs.pdf.drawing_frame import Filler, SheetPage, WritingLines, headed
from outreach.briefs.pdf.drawing_table import ROOMY, TIGHT, Column, LaidTable, TableRow, put_table
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.laid import Item, Listing
from outreach.briefs.pdf.laid_head import laid_head
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.briefs.shortening import whole_sentences
from outreach.pdf import setting
from outreach.pdf.inks import SOFT
from outreach.pdf.setting import Look
from outreach.pdf.typefaces import BOLD, REGULAR, SEMIBOLD

TIME = Look(BOLD, 11.0, 13.6)
WHO = Look(SEMIBOLD, 10.4, 13.2)
ROLE = Look(REGULAR, 8.6, 11.0, SOFT)
CELL = Look(REGULAR, 9.4, 12.0)

ONE_DAY, NO_DAY, CARRY, WRITE = "The day", "No day yet", "Carry", "Write down within the hour"
WRITE_ASIDE = "who, what they said, what you promised, by when"

_GAP = 12.0
_LEAST_TIME, _MOST_TIME = 46.0, 92.0
_PAGE = 26.0
_WHO, _WHERE = 0.37, 0.26
"""Shares of what the times and the pages leave; the aim has the rest."""
_MOST_CHARACTERS = 600
"""Of a cell; longer texts are shortened at the end of a sentence."""
_APART = 16.0


def laid_run_sheet(sheet: RunSheet, paper: Paper) -> tuple[SheetPage, ...]:
    """The pages of a run sheet, one at least, with lines to write on in what the last one leaves."""
    roomy = _filled(sheet, paper, ROOMY)
    if len(roomy) == 1:
        return roomy
    tight = _filled(sheet, paper, TIGHT)
    return tight if len(tight) < len(roomy) else roomy


def _filled(sheet: RunSheet, paper: Paper, pads: tuple[float, float]) -> tuple[SheetPage, ...]:
    setter = Setter({})
    head = laid_head(Head(name=sheet.name, event_line=sheet.event_line, role_line=(Run(sheet.summary),)), setter, paper)
    filler = Filler(paper, head, f"{sheet.name}, continued", sheet.foot, setter)
    columns = _columns(sheet.lines, paper)
    days = [(day, list(lines)) for day, lines in groupby(sheet.lines, key=lambda line: line.day)]
    for day, lines in days:
        put_table(
            filler,
            (day or NO_DAY) if len(days) > 1 else ONE_DAY,
            [_row(line, columns, setter) for line in lines],
            lambda rows: LaidTable(columns, rows, paper.full_width, pads, head=1),
        )
    _put_carry(filler, sheet.carry, setter)
    _put_lines(filler)
    return filler.pages()


def _columns(lines: Sequence[SheetLine], paper: Paper) -> tuple[Column, ...]:
    """The columns: the times as wide as the widest of them; pages only where a line has one."""
    widest = max((setting.width(line.time, TIME) for line in lines), default=0.0)
    when = min(max(widest, _LEAST_TIME), _MOST_TIME)
    paged = any(line.page is not None for line in lines)
    rest = paper.full_width - when - 3 * _GAP - (_PAGE + _GAP if paged else 0.0)
    who, where = rest * _WHO, rest * _WHERE
    at = when + _GAP
    columns = [
        Column("When", 0.0, when),
        Column("Who", at, who),
        Column("Where", at + who + _GAP, where),
        Column("Aim", at + who + where + 2 * _GAP, rest - who - where),
    ]
    if paged:
        columns.append(Column("Page", paper.full_width - _PAGE, _PAGE, at_right=True))
    return tuple(columns)


def _row(line: SheetLine, columns: Sequence[Column], setter: Setter) -> TableRow:
    when, who, where, aim, *page = columns
    cells = [
        (setter.words(line.time, TIME, when.width),),
        (setter.words(line.name, WHO, who.width), setter.words(_short(line.role), ROLE, who.width)),
        (setter.words(_short(line.where), CELL, where.width),),
        (setter.words(_short(line.aim), CELL, aim.width),),
    ]
    if page:
        number = "" if line.page is None else str(line.page)
        cells.append((setter.words(number, TIME, page[0].width),))
    return TableRow(tuple(tuple(part for part in cell if part.lines) for cell in cells))


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else whole_sentences(text, _MOST_CHARACTERS)


def _put_carry(filler: Filler, carry: Sequence[str], setter: Setter) -> None:
    width = filler.paper.left_width
    items = [_tick(setter.words(_short(words), CELL, width - grid.HANGING)) for words in carry if words.strip()]
    heading = CARRY
    while items:
        room = filler.room - _APART - grid.RULE_TO_TEXT
        taken = len(items)
        while taken > 1 and Listing(tuple(items[:taken]), 4.0).height > room:
            taken -= 1
        if Listing(tuple(items[:taken]), 4.0).height > room and not filler.is_new:
            filler.next_page()
            continue
        filler.put(headed(heading, Listing(tuple(items[:taken]), 4.0), width), above=_APART)
        items, heading = items[taken:], f"{CARRY}, continued"


def _tick(words: Lines) -> Item:
    return Item(words, grid.HANGING, ticked=True)


def _put_lines(filler: Filler) -> None:
    """Lines to write on in what is left of the page; fewer than three are not worth their heading."""
    width = filler.paper.full_width
    count = int((filler.room - _APART - grid.RULE_TO_TEXT) // grid.NOTE_LINE)
    if count >= grid.FEWEST_NOTE_LINES:
        filler.put(headed(WRITE, WritingLines(count, width), width, WRITE_ASIDE), above=_APART)
