"""Reading the programs of conferences: sessions, times, and who speaks. Pure: no database, no network, no pages.

The reader's many expressions are loaded when a program is first read: most starts of the application read none.
"""

from typing import TYPE_CHECKING, Any

from outreach.events.agenda_in.model import (
    CannotRead,
    Reading,
    ReadSession,
    ReadSpeaker,
    reading_from,
    reading_json,
)

if TYPE_CHECKING:
    from outreach.events.agenda_in.reader import read

__all__ = ["CannotRead", "ReadSession", "ReadSpeaker", "Reading", "read", "reading_from", "reading_json"]


def __getattr__(name: str) -> Any:
    if name == "read":
        from outreach.events.agenda_in import reader

        return reader.read
    raise AttributeError(name)
