"""Reads one PDF in a process of its own, which `pdf_text` starts and ends. Imports nothing of this project.

PDFium is C++ and reads what strangers wrote: a file of 2 kB can unfold to gigabytes or take minutes on one page, and
what breaks the library would end the whole application. Here it ends this process.

Gets the document on standard input and its limits as arguments. Writes a line of JSON at once for each page, the page's
text, so that what was read counts when the process is ended; or one line `{"fault": ...}` when it cannot be opened.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pypdfium2

_ENCRYPTED = 4  # FPDF_ERR_PASSWORD


def main(max_pages: int, max_characters: int, max_page_characters: int, memory: int, seconds: int) -> None:
    """Writes the pages of the document on standard input. memory: bytes of address space; seconds: of the processor."""
    _limit(memory, seconds)
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower()
        _say({"fault": "encrypted" if locked else "unreadable"})
        return
    total = 0
    for number in range(min(len(document), max_pages)):
        if total > max_characters:
            return
        text = _page_text(document, number, max_page_characters)
        _say(text)
        total += len(text)


def _limit(memory: int, seconds: int) -> None:
    """Where the system can hold a process to limits; elsewhere (Windows) who started it ends it by the clock."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue  # a lower limit holds already, or the system (macOS) has none of this kind


def _page_text(document: Any, number: int, most: int) -> str:
    try:
        text_page = document[number].get_textpage()
        count = min(text_page.count_chars(), most)
        return str(text_page.get_text_range(0, count)) if count > 0 else ""
    except pypdfium2.PdfiumError:
        return ""  # one damaged page does not cost the document


def _say(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
