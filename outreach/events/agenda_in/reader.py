"""Reading a program, whatever its form: a calendar, a table, a spreadsheet, a schedule file, a page, or text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from outreach.events.agenda_in.clock_times import find_times
from outreach.events.agenda_in.days import Calendar
from outreach.events.agenda_in.delimited import MAX_ROWS, mark_of, rows_of
from outreach.events.agenda_in.drafts import Draft, Remarks, finish, settle_halves, settle_zone
from outreach.events.agenda_in.front_matter import front_lines, front_title, split_front
from outreach.events.agenda_in.grids import grid_lines
from outreach.events.agenda_in.ics import CalendarReader
from outreach.events.agenda_in.linked_events import linked_sessions
from outreach.events.agenda_in.model import CannotRead, Reading, ReadSpeaker
from outreach.events.agenda_in.page_lines import holds_markup, lines_of_page, parse_page, title_of
from outreach.events.agenda_in.pasted import lines_of, read_lines
from outreach.events.agenda_in.refusals import NO_PROGRAM, check_attendees, check_bytes, check_text
from outreach.events.agenda_in.schedule_xml import read_schedule
from outreach.events.agenda_in.sheets import is_sheet, sheets_of
from outreach.events.agenda_in.table_rows import TableReader
from outreach.events.agenda_in.tables import Row, find_header, header_words
from research.characters import harmless
from research.text import text_from, without_markup

_TAG = re.compile(r"<(?:/?(?:span|a|b|i|em|strong|p|div|li|ul|ol|td|tr|h[1-6])\b[^<>]{0,2000}|br\s?/?)>", re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    form: str
    title: str = ""
    zone: str = ""
    drafts: list[Draft] = field(default_factory=list)
    speakers: list[ReadSpeaker] = field(default_factory=list)


@dataclass(slots=True)
class _Asked:
    """What was asked to be read: of which name, for an event of which days and zone."""

    name: str
    first: date | None
    last: date | None
    zone: str
    remarks: Remarks

    def calendar(self, text: str) -> Calendar:
        return Calendar.of(text, self.first, self.last)


def read(
    body: bytes,
    *,
    name: str = "",
    media_type: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
    zone: str = "",
) -> Reading:
    """The sessions and speakers of a conference's program.

    name: of the file, "" for pasted text; first_day, last_day: the event's days, which tell a date's year and what
    "Day 2" is; zone: the event's, a name of the time zone database, to whose clocks other zones' times are changed.
    Raises CannotRead, with a sentence for the screen, for what is no program.
    """
    asked = _Asked(name, first_day, last_day, zone, Remarks())
    check_bytes(body)
    found = _read_sheets(body, asked) if is_sheet(body) else _read_text(body, media_type, asked)
    if not found.drafts and not found.speakers:
        raise CannotRead(NO_PROGRAM)
    settle_halves(found.drafts, asked.remarks)
    own = settle_zone(found.drafts, zone, asked.remarks)
    _tell_outside(found.drafts, asked)
    sessions = finish(found.drafts, asked.remarks)
    if not any(session.speakers for session in sessions) and not found.speakers:
        asked.remarks.sentences.append("No speaker is named in it.")
    return Reading(
        found.form,
        harmless(found.title)[:300],
        found.zone or own,
        sessions,
        tuple(found.speakers),
        asked.remarks.told(),
    )


def _read_text(body: bytes, media_type: str, asked: _Asked) -> _Found:
    text = unicodedata.normalize("NFC", harmless(text_from(body).replace("\x00", " ")).lstrip("\ufeff"))
    check_text(text)
    head = text[:1_000].lstrip()
    if "BEGIN:VCALENDAR" in text[:5_000].upper() or (head[:12].upper().startswith("BEGIN:VEVENT")):
        return _read_calendar(text, asked)
    if (
        re.match(
            r"(?:<\?xml[^<>]{0,200}\?>\s{0,50})?(?:<!--.{0,2000}?-->\s{0,50})?(?:<!DOCTYPE schedule[^<>]{0,500}"
            r"|<!ENTITY|<schedule\b)",
            head,
            re.DOTALL,
        )
        or "<!ENTITY" in head
        or (head.startswith("<?xml") and "<html" not in head.lower())
    ):
        title, zone, drafts = read_schedule(body, asked.zone, asked.remarks)
        return _Found("xml", title, zone, drafts)
    front, rest = split_front(text)
    if front:
        return _read_front(front, rest, asked)
    table = _read_table(text, asked, media_type) if not head.startswith("<") else None
    if table is None and holds_markup(text):
        return _read_page(text, asked)
    table = table or _read_spaced(text, asked)
    return table if table is not None else _read_pasted(text, asked)


def _read_calendar(text: str, asked: _Asked) -> _Found:
    reader = CalendarReader(asked.first, asked.last, asked.zone, asked.remarks)
    drafts = reader.read(text)
    return _Found("ics", reader.title, reader.own_zone, drafts)


def _read_sheets(body: bytes, asked: _Asked) -> _Found:
    found = _Found("sheet")
    for name, rows in sheets_of(body):
        table = _read_rows(rows, asked, f"{asked.name} {name}")
        if table is not None:
            found.drafts.extend(table.drafts)
            found.speakers.extend(table.speakers)
    if not found.drafts and not found.speakers:
        text = "\n".join("\t".join(row) for _, rows in sheets_of(body) for row in rows)
        pasted = _read_pasted(text, asked)
        return _Found("sheet", "", "", pasted.drafts, pasted.speakers)
    return found


def _read_rows(rows: list[list[str]], asked: _Asked, name: str) -> _Found | None:
    calendar = asked.calendar("\n".join(" ".join(row) for row in rows[:2_000]))
    grid = grid_lines(rows, calendar)
    if grid:
        drafts, speakers = read_lines(grid, calendar, asked.remarks)
        return _Found("csv", "", "", drafts, speakers)
    reader = TableReader(calendar, asked.remarks)
    if not reader.read(rows, name):
        return None
    return _Found("csv", "", "", reader.sessions, reader.loose)


def _read_table(text: str, asked: _Asked, media_type: str) -> _Found | None:
    mark = mark_of(text)
    if not mark:
        return None
    rows = rows_of(text, mark)
    declared = asked.name.lower().endswith((".csv", ".tsv")) or "csv" in media_type or "tab-separated" in media_type
    header = find_header(_filled(rows))
    if header is None and not grid_lines(rows, asked.calendar(text)):
        return None
    if not declared and mark in ",|" and header is not None and len(header[1].heads) < 3:
        return None
    return _read_rows(rows, asked, f"{asked.name} {text[:200]}")


def _read_spaced(text: str, asked: _Asked) -> _Found | None:
    """A table whose cells stand under each other, with blanks between them."""
    rows = [re.split(r" {2,}|\t", line.strip()) for line in text.splitlines()[:MAX_ROWS]]
    found = find_header(_filled(rows))
    if found is None or len([cell for cell in found[1].heads if cell]) < 3:
        return None
    width = len(found[1].heads)
    begin = next(number for number, row in enumerate(rows) if [header_words(cell) for cell in row] == found[1].heads)
    below = [row for row in rows[begin + 1 :] if any(row)]
    if sum(len(row) == width for row in below) * 4 < len(below) * 3:
        return None
    return _read_rows([row for row in rows[begin:] if len(row) > 1], asked, f"{asked.name} {text[:200]}")


def _filled(rows: list[list[str]]) -> list[Row]:
    return [row for row in rows[:200] if any(row)]


def _read_page(text: str, asked: _Asked, *, title: str = "") -> _Found:
    root = parse_page(text)
    if root is None:
        raise CannotRead(NO_PROGRAM)
    title = title or title_of(root)
    linked = linked_sessions(text, root, asked.zone)
    if linked:
        return _Found("page", title, "", linked)
    calendar = asked.calendar(text)
    lines = lines_of_page(root, calendar)
    check_attendees("\n".join(line.text for line in lines[:2_000]), timed=any(find_times(one.text) for one in lines))
    drafts, speakers = read_lines(lines, calendar, asked.remarks)
    return _Found("page", title, "", drafts, speakers)


def _read_front(front: str, rest: str, asked: _Asked) -> _Found:
    """A page in Markdown: its body, or, where that holds nothing, what stands in its front matter."""
    title = front_title(front)
    if rest.strip():
        try:
            found = _read_page(rest, asked, title=title) if holds_markup(rest) else _read_pasted(rest, asked)
        except CannotRead:
            found = _Found("text")
        if found.drafts:
            found.title = found.title or title
            return found
    lines = [_without_tags(line) for line in front_lines(front).split("\n")]
    found = _read_pasted("\n".join(lines), asked)
    found.title = title
    return found


def _without_tags(line: str) -> str:
    return without_markup(line) if _TAG.search(line) else line


def _read_pasted(text: str, asked: _Asked) -> _Found:
    calendar = asked.calendar(text)
    if _TAG.search(text[:100_000]):
        text = "\n".join(_without_tags(line) for line in text.split("\n"))
    lines = lines_of(text)
    drafts, speakers = read_lines(lines, calendar, asked.remarks)
    check_attendees(text, timed=any(draft.starts is not None for draft in drafts))
    return _Found("text", "", "", drafts, speakers)


def _tell_outside(drafts: list[Draft], asked: _Asked) -> None:
    if asked.first is None:
        return
    last = asked.last or asked.first
    outside = [draft for draft in drafts if draft.held_on is not None and not asked.first <= draft.held_on <= last]
    if outside:
        number = f"{len(outside):,} sessions lie" if len(outside) > 1 else "1 session lies"
        asked.remarks.sentences.append(
            f"{number} outside the event's days, {asked.first.isoformat()} to {last.isoformat()}: check the days."
        )
