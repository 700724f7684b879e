"""Reading a program, whatever its form: a calendar, a table, a spreadsheet, a schedule file, a page, or text."""

from __future__ import annotations

import re
from datetime import date

from outreach.events.agenda_in.days import Calendar
from outreach.events.agenda_in.drafts import Draft, Remarks, finish, settle_halves, settle_zone
from outreach.events.agenda_in.model import CannotRead, Reading, ReadSpeaker
from outreach.events.agenda_in.pasted import lines_of, read_lines
from outreach.events.agenda_in.refusals import NO_PROGRAM, check_attendees, check_bytes, check_text
from research.characters import harmless
from research.text import text_from


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
    check_bytes(body)
    text = harmless(text_from(body).replace("\x00", " "))
    check_text(text)
    remarks = Remarks()
    drafts, speakers = read_lines(lines_of(text), Calendar.of(text, first_day, last_day), remarks)
    return _finished("text", "", drafts, speakers, remarks, zone)


def _finished(
    form: str, title: str, drafts: list[Draft], speakers: list[ReadSpeaker], remarks: Remarks, zone: str
) -> Reading:
    if not drafts and not speakers:
        raise CannotRead(NO_PROGRAM)
    settle_halves(drafts, remarks)
    own = settle_zone(drafts, zone, remarks)
    sessions = finish(drafts, remarks)
    return Reading(form, title[:300], own, sessions, tuple(speakers), remarks.told())
