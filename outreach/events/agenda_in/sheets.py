"""Spreadsheets (.xlsx, .xls, .ods) as rows of text."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from outreach.events.agenda_in.model import MAX_SESSIONS, CannotRead

MAX_UNPACKED = 100_000_000
"""Bytes of a spreadsheet's parts; those of the largest program are a few million."""
MAX_CELLS = 1_000_000
MAX_SHEETS = 30
MAX_ROWS = 3 * MAX_SESSIONS
_BROKEN = (
    "The spreadsheet could not be opened: it is broken, or protected with a password. Save it again without a "
    "password, or as .csv."
)
_BOMB = "The spreadsheet unpacks to more than a program can be, so it was not opened. Save only the program's sheet."


def is_sheet(body: bytes) -> bool:
    """Whether bytes are a spreadsheet: a zip archive or an old Office file."""
    return body.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def sheets_of(body: bytes) -> list[tuple[str, list[list[str]]]]:
    """Name and rows of each sheet. Raises CannotRead for what cannot be opened, or unpacks to too much."""
    if body.startswith(b"PK"):
        _check_archive(body)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        found, cells = [], 0
        for name in book.sheet_names[:MAX_SHEETS]:
            sheet = book.get_sheet_by_name(name)
            cells += sheet.height * sheet.width
            if cells > MAX_CELLS:
                raise CannotRead(_BOMB)
            found.append((name, [[_words(cell) for cell in row] for row in sheet.to_python()[:MAX_ROWS]]))
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, CannotRead):
            raise
        raise CannotRead(_BROKEN) from error
    return found


def _check_archive(body: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise CannotRead(_BROKEN) from error
    names = {part.filename for part in parts}
    if not any(name.startswith("xl/") or name == "content.xml" for name in names):
        raise CannotRead(
            "This archive is no spreadsheet. Unpack it and bring the program itself: .ics, .csv, .xlsx, or its text."
        )
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 5_000:
        raise CannotRead(_BOMB)


def _words(cell: Any) -> str:
    """A cell as people see it: a date as 2027-03-22, a time as 9:30, a whole number without its point."""
    if isinstance(cell, datetime):
        if cell.date() in (date(1899, 12, 30), date(1899, 12, 31), date(1904, 1, 1)):
            return f"{cell:%H:%M}"
        return f"{cell:%Y-%m-%d %H:%M}" if cell.time() != time(0) else f"{cell:%Y-%m-%d}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip()
