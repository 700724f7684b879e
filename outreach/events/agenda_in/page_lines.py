"""A web page as a program's lines, and its tables as rows of cells with lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import lxml.html
from lxml import etree

from outreach.events.agenda_in.clock_times import find_times
from outreach.events.agenda_in.days import Calendar, find_day
from outreach.events.agenda_in.grids import grid_lines
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.tables import Columns, read_header
from research.hidden_markup import is_hidden

_DROPPED = frozenset(
    "script style noscript template svg nav footer head select iframe object embed canvas video audio map math "
    "textarea option title".split()
)
_HEADINGS = {f"h{number}": number for number in range(1, 7)}
_BOXES = frozenset("li tr article section table dl dt hr details fieldset".split())
_BLOCKS = _BOXES | frozenset(
    "p div ul ol dd blockquote figure figcaption main header aside form button summary tbody thead caption pre address "
    "center td th br".split()
)
_BLOCKS |= frozenset(_HEADINGS)
_ITEM = "• "
"""What marks, within a cell, a line that is an item of a list."""
MAX_LINES = 60_000
MAX_ROWS = 12_000


@dataclass(slots=True)
class _Collector:
    """Lines as they are gathered from an element's text."""

    lines: list[ProgramLine] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    level: int = 0
    bullet: bool = False
    gap: bool = True

    def add(self, text: str | None) -> None:
        if text:
            self.words.append(text)

    def end(self) -> None:
        text = " ".join("".join(self.words).replace("\u00ad", "").split())
        self.words.clear()
        if text.strip(" |•·-–—*") and len(self.lines) < MAX_LINES:
            self.lines.append(ProgramLine(text, self.level, self.bullet, False, self.gap))
            self.gap = False


def parse_page(markup: str) -> Any:
    """The page's tree; None for hopeless markup."""
    body = markup.encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(body, parser=parser) if body.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def lines_of_page(root: Any, calendar: Calendar) -> list[ProgramLine]:
    """The lines of a page in reading order; tables become a line for each time, title, and list of speakers."""
    collector = _Collector()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            _leave(collector, element, tag)
            continue
        if tag in _DROPPED or is_hidden(tag, element.attrib):
            walk.skip_subtree()
            continue
        if tag == "table" and _is_data(element):
            collector.end()
            collector.lines.extend(_table_lines(_rows(element), calendar)[: MAX_LINES - len(collector.lines)])
            collector.gap = True
            walk.skip_subtree()
            continue
        _enter(collector, element, tag)
    collector.end()
    return collector.lines


def _enter(collector: _Collector, element: Any, tag: str) -> None:
    if tag in _BLOCKS:
        collector.end()
        collector.gap = collector.gap or tag in _BOXES or (tag == "div" and _is_card(element))
        collector.level = _HEADINGS.get(tag, collector.level)
        collector.bullet = collector.bullet or tag == "li"
    collector.add(element.text)


def _leave(collector: _Collector, element: Any, tag: str) -> None:
    if tag in _DROPPED or is_hidden(tag, element.attrib):
        collector.add(element.tail)
        return
    if tag in _BLOCKS:
        collector.end()
        collector.level = 0 if tag in _HEADINGS else collector.level
        collector.bullet = collector.bullet and tag != "li"
    elif tag in ("span", "time", "a", "label"):
        collector.add(" ")
    collector.add(element.tail)


def _is_card(element: Any) -> bool:
    """Whether a box holds several boxes or lines, so that it is something by itself."""
    blocks = sum(1 for child in element.iterchildren() if child.tag in _BLOCKS)
    return blocks > 1


def _is_data(table: Any) -> bool:
    """Whether a table holds rows of a program, and no other tables."""
    return table.find(".//table") is None and len(table.findall(".//tr")) > 1


def _rows(table: Any) -> list[list[list[str]]]:
    found: list[list[list[str]]] = []
    for row in list(table.iter("tr"))[:MAX_ROWS]:
        cells: list[list[str]] = []
        for cell in row.iterchildren("td", "th"):
            collector = _Collector()
            walk = etree.iterwalk(cell, events=("start", "end"))
            for event, element in walk:
                tag = element.tag if isinstance(element.tag, str) else ""
                if event == "end":
                    if element is not cell:
                        _leave(collector, element, tag)
                elif tag in _DROPPED or is_hidden(tag, element.attrib):
                    walk.skip_subtree()
                else:
                    _enter(collector, element, tag)
            collector.end()
            cells.append([f"{_ITEM if line.bullet else ''}{line.text}" for line in collector.lines])
            span = cell.get("colspan", "1")
            cells.extend([] for _ in range(min(int(span) if span.isdigit() else 1, 30) - 1))
        found.append(cells)
    return found


def _table_lines(rows: list[list[list[str]]], calendar: Calendar) -> list[ProgramLine]:
    flat = [["\n".join(cell) for cell in row] for row in rows]
    grid = grid_lines(flat, calendar)
    if grid:
        return grid
    columns: Columns | None = None
    found: list[ProgramLine] = []
    for row, cells in zip(flat, rows, strict=True):
        header = read_header(row)
        if sum(map(len, header.of.values())) > 1 and not any(find_times(cell) for cell in row):
            columns = header
            continue
        found.extend(_row_lines(cells, columns, calendar))
    return found


def _row_lines(cells: list[list[str]], columns: Columns | None, calendar: Calendar) -> Iterable[ProgramLine]:
    """A row: its day and time on a line, then the other cells' lines; a row without a time is a heading."""
    filled = [(number, cell) for number, cell in enumerate(cells) if cell]
    if not filled:
        return []
    whens = [
        number
        for number, cell in filled[:4]
        if len(cell) <= 3
        and len(" ".join(cell)) <= 60
        and (find_times(" ".join(cell)) or find_day(" ".join(cell), calendar))
    ]
    timed = [number for number in whens if find_times(" ".join(cells[number]))]
    if not timed:
        if len(filled) == 1:
            return [
                ProgramLine(line.removeprefix(_ITEM), 0 if place else 3, gap=not place)
                for place, line in enumerate(filled[0][1])
            ]
        return [ProgramLine(" | ".join(" ".join(cell) for _, cell in filled)[:1_000], gap=True)]
    found = [ProgramLine(" ".join(" ".join(cells[number]) for number in whens), gap=True)]
    for number, cell in filled:
        if number in whens:
            continue
        label = _label(columns, number)
        found.extend(
            _cell_line(f"{label}: {line.removeprefix(_ITEM)}" if label and not place else line)
            for place, line in enumerate(cell[:60])
        )
    return found


def _cell_line(words: str) -> ProgramLine:
    return ProgramLine(words.removeprefix(_ITEM), bullet=words.startswith(_ITEM))


def _label(columns: Columns | None, number: int) -> str:
    """What a cell is, by its column, as a label that the reader of lines knows."""
    if columns is None:
        return ""
    for meaning, label in (("room", "Room"), ("speaker", "Speakers"), ("name", "Speakers"), ("moderator", "Moderator")):
        if number in columns.of.get(meaning, ()):
            return label
    return ""


def title_of(root: Any) -> str:
    """The page's title."""
    found = root.find(".//title")
    return " ".join("".join(found.itertext()).split())[:300] if found is not None else ""


def with_gaps(lines: Iterable[ProgramLine]) -> list[ProgramLine]:
    """The lines, a gap before each heading."""
    return [replace(line, gap=True) if line.level else line for line in lines]


def holds_markup(text: str) -> bool:
    """Whether a text is a page, or holds so much markup that it is read as one."""
    head = text[:2_000].lstrip("\ufeff \n\r\t").lower()
    if head.startswith(("<!doctype html", "<html", "<table", "<div", "<head", "<body", "<section", "<main", "<ul")):
        return True
    tags = re.findall(r"</(?:p|div|td|tr|li|table|span|h[1-6]|ul|section|strong|a)>", text[:200_000], re.IGNORECASE)
    return len(tags) >= 8
