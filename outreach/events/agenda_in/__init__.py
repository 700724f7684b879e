"""Reading the programs of conferences: sessions, times, and who speaks. Pure: no database, no network, no pages."""

from outreach.events.agenda_in.model import (
    CannotRead,
    Reading,
    ReadSession,
    ReadSpeaker,
    reading_from,
    reading_json,
)
from outreach.events.agenda_in.reader import read

__all__ = ["CannotRead", "ReadSession", "ReadSpeaker", "Reading", "read", "reading_from", "reading_json"]
