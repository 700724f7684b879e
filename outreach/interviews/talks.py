"""What is done in a talk: its notes begin, it ends, it goes on after all; or it is noted afterwards when it was."""

from __future__ import annotations

from datetime import datetime, timedelta

from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.interviews import appointments
from outreach.interviews.talk_models import Interview
from outreach.people.operations import By
from outreach.relationships.rules import BadDay

EARLY = timedelta(hours=1)
"""How long before the time agreed a first line begins the talk by itself."""

LATE = timedelta(hours=3)
"""How long after its end that was agreed it still does."""


def begin(session: WorkspaceSession, row: Interview, by: By) -> None:
    """The notes begin: minutes are counted from here. Pressed twice, the first press counts.

    Raises: Refused for a talk that was called off, or is over.
    """
    appointments.check_is_on(row)
    if row.state == "held":
        raise Refused("This talk is over. Say first that it goes on.")
    if row.started_at is None:
        row.started_at = row.updated_at = by.now
        session.flush()


def begin_with_first_line(session: WorkspaceSession, row: Interview, by: By) -> None:
    """A first line at about the agreed time begins the talk: nobody thinks of a button then."""
    ends = row.starts_at + timedelta(minutes=row.minutes)
    is_now = row.starts_at - EARLY <= by.now <= ends + LATE
    if row.started_at is None and row.state in ("planned", "confirmed") and is_now:
        begin(session, row, by)


def end(session: WorkspaceSession, row: Interview, by: By) -> None:
    """The talk is over; the time for thanks runs from here. Pressed twice, the first press counts. Raises: Refused."""
    appointments.check_is_on(row)
    if row.ended_at is None:
        row.ended_at = max(by.now, row.started_at or by.now)
        row.state, row.updated_at = "held", by.now
        session.flush()


def go_on(session: WorkspaceSession, row: Interview, by: By) -> None:
    """The talk is not over after all. Raises: Refused when its debrief is in the ledger."""
    if row.ended_at is None:
        return
    if row.debriefed_at is not None:
        raise Refused("The debrief of this talk is in the ledger, so it stays as it ended. Nothing was changed.")
    row.ended_at, row.updated_at = None, by.now
    row.state = "confirmed" if row.confirmed_at is not None else "planned"
    session.flush()


def note_held(session: WorkspaceSession, row: Interview, began: datetime, ended: datetime, by: By) -> None:
    """Notes afterwards from when until when it was.

    Raises: Refused for one that was called off; BadDay where the end lies before the beginning, or ahead.
    """
    appointments.check_is_on(row)
    if ended < began:
        raise BadDay("The end lies before the beginning. Check both times.")
    if ended > by.now:
        raise BadDay("This end is yet to come. Note it when the talk is over.")
    row.started_at, row.ended_at, row.state, row.updated_at = began, ended, "held", by.now
    session.flush()


def minute_of(row: Interview, said_at: datetime) -> int | None:
    """In which minute of the talk something was said, from 1; None before it began, or where nobody noted that."""
    if row.started_at is None or said_at < row.started_at:
        return None
    return int((said_at - row.started_at).total_seconds() // 60) + 1


def is_after(row: Interview, said_at: datetime) -> bool:
    """Whether something was written down when the talk was over."""
    return row.ended_at is not None and said_at > row.ended_at


def time_in_words(row: Interview, now: datetime) -> str:
    """How long it lasts against what was agreed, calmly: "12 of 20 minutes", "It took 25 minutes; 20 were agreed."."""
    if row.started_at is None:
        return f"{row.minutes} minutes are agreed." if row.ended_at is None else ""
    until = row.ended_at if row.ended_at is not None else max(now, row.started_at)
    lasted = int((until - row.started_at).total_seconds() // 60)
    if row.ended_at is not None:
        return f"It took {lasted} minutes; {row.minutes} were agreed."
    if lasted > row.minutes:
        return f"{lasted - row.minutes} minutes over the {row.minutes} that were agreed. Offer to stop here."
    return f"{lasted} of {row.minutes} minutes."
