"""The text of a PDF, page by page.

Each document is read in a process of its own (`pdf_process`), held to a time and to memory: starting it takes 0.2 s,
100 pages 0.12 s and 41 MB more (pypdfium2, measured for this project).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from research.characters import harmless
from research.errors import Unreadable

MAX_PAGES = 200
"""Pages that are read; an annual report has fewer."""
MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_000_000
MAX_PAGE_CHARACTERS = 100_000
TIME_S = 20.0
"""Seconds after which the reading is ended; the pages read until then count."""
MAX_MEMORY = 1_000_000_000
"""Bytes of address space that reading may take; 20 MB of plain pages take a tenth."""

_AT_ONCE = BoundedSemaphore(2)
"""So many documents are read at the same time."""

_PROCESS = Path(__file__).with_name("pdf_process.py")

_MARKS = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)), " ")


def pdf_pages(body: bytes) -> tuple[str, ...]:
    """The text of each page, in order, line breaks as PDFium gives them; at most MAX_PAGES.

    Raises: Unreadable when it is no PDF, damaged, locked by a password, too large, holds pictures only (a scan), or
    takes more time or memory than reading may.
    """
    if len(body) > MAX_BYTES:
        raise Unreadable(f"The PDF has {len(body):,} bytes; at most {MAX_BYTES:,} are read.", fault="too-large")
    if b"%PDF-" not in body[:1024]:
        raise Unreadable("This is not a PDF.", fault="not-pdf")
    with _AT_ONCE:
        pages = tuple(map(_without_marks, _read(body)))
    if not any(any(map(str.isalnum, page)) for page in pages):
        raise Unreadable("The PDF holds no text, only pictures (a scan).", fault="no-text")
    return pages


def pdf_text(body: bytes) -> str:
    """All pages' text, a blank line between two pages. Raises: Unreadable, as `pdf_pages`."""
    return "\n\n".join(pdf_pages(body))


def _read(body: bytes) -> list[str]:
    limits = (MAX_PAGES, MAX_CHARACTERS, MAX_PAGE_CHARACTERS, MAX_MEMORY, int(TIME_S) + 1)
    command = [sys.executable, "-P", str(_PROCESS), *map(str, limits)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603 (our own words)
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as reading:
        try:
            told, _ = reading.communicate(body, timeout=TIME_S)
        except subprocess.TimeoutExpired:
            reading.kill()
            told, _ = reading.communicate()
    return _pages_told(told, ended=reading.returncode != 0)


def _pages_told(told: bytes, *, ended: bool) -> list[str]:
    """The pages that the process wrote as whole lines. ended: it did not come to its own end."""
    lines = [json.loads(line) for line in told.splitlines(keepends=True) if line.endswith(b"\n")]
    if lines and isinstance(lines[0], dict):
        if lines[0]["fault"] == "encrypted":
            raise Unreadable("The PDF is locked with a password.", fault="encrypted")
        raise Unreadable("The PDF is damaged and cannot be opened.", fault="unreadable")
    if ended and not lines:
        raise Unreadable("Reading this PDF takes more time or memory than one document may.", fault="unreadable")
    return lines


def _without_marks(text: str) -> str:
    # U+FFFE is PDFium's mark for a hyphen at a line's end; its other marks are no letters.
    text = text.replace("\ufffe", "").replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS)
    return harmless(text)
