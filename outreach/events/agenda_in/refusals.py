"""What is not read, and why: nothing, too much, something else than a program, or a list of attendees."""

from __future__ import annotations

import re

from outreach.events.agenda_in.model import CannotRead

MAX_BYTES = 10_000_000
_MAGIC = {
    b"%PDF": "This is a PDF. Open it, select the program, copy it, and paste the text here.",
    b"\x89PNG": "This is a picture. Type or paste the program as text.",
    b"\xff\xd8\xff": "This is a picture. Type or paste the program as text.",
    b"GIF8": "This is a picture. Type or paste the program as text.",
    b"{\\rtf": "This is a Rich Text document. Open it, select the program, copy it, and paste the text here.",
}
NOT_TEXT = (
    "This file is not text, a calendar, a table, or a spreadsheet, so nothing could be read from it. Save it as .ics, "
    ".csv, or .xlsx, or paste the program as text."
)
EMPTY = "There is nothing in it to read. Paste the program's text, or choose its file."
NO_PROGRAM = (
    "No session and no speaker was found in it. Paste the part with days, times, titles, and speakers, or enter the "
    "sessions by hand."
)
ATTENDEES = (
    "This looks like a list of attendees, and attendee lists are not read here: only speakers whom a program names. "
    "Bring the program instead."
)
_ATTENDEE_WORDS = re.compile(
    r"\b(?:attendees?|registrants?|participants?|delegates?)(?:['’]s?)?\s(?:list|roster|directory|report|export)\b"
    r"|\blist of (?:attendees|registrants|participants|delegates)\b|\bwho['’]?s (?:coming|attending)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
MANY_MAILS = 5


def check_bytes(body: bytes) -> None:
    """Raise CannotRead for what cannot be a program by its bytes: none, too many, a PDF, a picture."""
    if not body.strip():
        raise CannotRead(EMPTY)
    if len(body) > MAX_BYTES:
        raise CannotRead(
            f"This is {len(body) / 1_000_000:.0f} MB, and at most {MAX_BYTES // 1_000_000} MB are read. Bring only the "
            "program, or paste its text."
        )
    for magic, sentence in _MAGIC.items():
        if body.startswith(magic):
            raise CannotRead(sentence)


def check_text(text: str) -> None:
    """Raise CannotRead for text that is no text: many control characters, or nothing but marks."""
    sample = text[:20_000]
    strange = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\x0b\x0c") for c in sample)
    if strange > max(8, len(sample) // 20):
        raise CannotRead(NOT_TEXT)
    if not any(c.isalnum() for c in text):
        raise CannotRead(EMPTY)


def check_attendees(text: str, *, timed: bool) -> None:
    """Raise CannotRead for pasted text that is a list of attendees; `timed`: sessions with times were found in it."""
    if timed:
        return
    head = text[:2_000]
    if _ATTENDEE_WORDS.search(head) or len(_MAIL.findall(text[:50_000])) >= MANY_MAILS:
        raise CannotRead(ATTENDEES)
