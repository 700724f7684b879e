"""What came of an event: of each person whether they met, what was said, what was promised; written once, taken back.

Of somebody who was met the ledger gets one touch, and each promise becomes one with a day. Of somebody who was not met
nothing is written: they return to their rhythm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, select

from outreach.accounts.whereabouts import day_in
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.events import after_rules, queries
from outreach.events.after_rules import Promised, Said
from outreach.events.models import Appearance, Event, FloorNote
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import operations as ledger
from outreach.relationships import queries as ledger_queries
from outreach.relationships.models import Promise
from outreach.relationships.operations import NewPromise, NewTouch
from outreach.sent_twice import hold
from outreach.time_zones import zone_of

SOURCE = "event"

_MINE = {"promised": True, "they_promised": False}


def today_at(event: Event, today: date, now: datetime) -> date:
    """The day it is where the user is, or at the event where that is a day ahead."""
    zone = zone_of(event.time_zone)
    return max(today, day_in(now, zone)) if zone is not None else today


def met_on(event: Event, row: Appearance, today: date) -> date:
    """The day on which they met: that of the press on the floor, else the one that was agreed; a day of the event."""
    zone = zone_of(event.time_zone)
    pressed = day_in(row.outcome_at, zone) if row.outcome == "met" and row.outcome_at and zone is not None else None
    agreed = queries.meets(row)[0]
    is_within = pressed is not None and event.starts_on <= pressed <= event.ends_on
    day = pressed if is_within and pressed is not None else agreed or event.starts_on
    return min(max(event.starts_on, min(day, event.ends_on)), today)


# --- what the form begins with ----------------------------------------------------------------------------------------


def beginning(row: Appearance, notes: Sequence[FloorNote], taken_back: Sequence[Promise]) -> Said:
    """What is known before the user says it: the presses and notes of the floor; what was said and taken back."""
    noted = [note.words for note in notes if note.words and note.kind not in _MINE]
    promised = [Promised(_MINE[note.kind], one_line(note.words), note.due_on)
                for note in notes if note.kind in _MINE and note.words]  # fmt: skip
    again = [Promised(one.is_mine, one.what, one.due_on) for one in taken_back]
    return Said(row.outcome, row.said or "\n".join(noted), after_rules.without_twins(again or promised))


def one_line(words: str) -> str:
    """A note as a promise: on one line, and no longer than one may be."""
    return " ".join(words.split())[: after_rules.PROMISE_MAX]


def promises_at(session: WorkspaceSession, rows: Sequence[Appearance]) -> Mapping[int, Sequence[Promise]]:
    """The promises that were written with these meetings, by the meeting; one query for all."""
    return _by_meeting(session, rows, Promise.deleted_at.is_(None))


def taken_back_at(session: WorkspaceSession, rows: Sequence[Appearance]) -> Mapping[int, Sequence[Promise]]:
    """Those that were taken back with what was said; one query for all."""
    return _by_meeting(session, rows, Promise.deleted_at.is_not(None))


def _by_meeting(
    session: WorkspaceSession, rows: Sequence[Appearance], condition: ColumnElement[bool]
) -> Mapping[int, Sequence[Promise]]:
    found: dict[int, list[Promise]] = defaultdict(list)
    if rows:
        ours = select(Promise).where(
            Promise.source == SOURCE, Promise.source_id.in_([row.id for row in rows]), condition
        )
        for one in session.scalars(ours.order_by(Promise.id)):
            found[one.source_id or 0].append(one)
    return found


# --- saying it --------------------------------------------------------------------------------------------------------


def say(
    session: WorkspaceSession, event: Event, row: Appearance, said: Said, version: int, by: By, today: date
) -> bool:
    """Writes what came of one meeting; False where the same was said already, as by a second press.

    Raises: Refused before the event has begun; ChangedElsewhere when another window was faster; rules.BadDay.
    """
    hold(session, Appearance.id, row.id)
    if today < event.starts_on:
        raise Refused("This event is yet to come. Say what came of it from the evening of its first day.")
    if row.after_done_at is not None and (row.outcome, row.said) == (said.outcome, said.words):
        return False
    if row.version != version or row.after_done_at is not None:
        raise ChangedElsewhere
    on = met_on(event, row, today)
    if said.outcome == "met":
        _write(session, row, said, on, by)
    if row.outcome != said.outcome:
        row.outcome, row.outcome_at = said.outcome, by.now
    row.said, row.after_done_at, row.updated_at = said.words, by.now, by.now
    for note in _notes(session, row):
        note.taken_up_at = by.now
    session.flush()
    _settle(session, event, by)
    return True


def _write(session: WorkspaceSession, row: Appearance, said: Said, on: date, by: By) -> None:
    new = NewTouch(row.person_id, "met", on, what=said.words, channel="event", source=SOURCE, source_id=row.id)
    touch = ledger.note(session, new, by)
    for one in said.promises:
        promised = NewPromise(row.person_id, one.is_mine, one.what, on, one.due_on, touch.id, SOURCE, row.id)
        ledger.promise(session, promised, by)


def _notes(session: WorkspaceSession, row: Appearance) -> Sequence[FloorNote]:
    return session.scalars(select(FloorNote).where(FloorNote.appearance_id == row.id)).all()


def _settle(session: WorkspaceSession, event: Event, by: By) -> None:
    """The event is done once each person is said, and not any more when one is taken back."""
    rows = queries.appearances(session, event)
    is_done = all(one.after_done_at is not None for one in rows)
    if event.after_started_at is None:
        event.after_started_at = by.now
    if is_done != (event.after_done_at is not None):
        event.after_done_at = by.now if is_done else None
    session.flush()


def take_back(session: WorkspaceSession, event: Event, row: Appearance, by: By) -> None:
    """Takes what was said out of the ledger again; the words stay on the form. A promise that was kept stays."""
    if row.after_done_at is None:
        return
    hold(session, Appearance.id, row.id)
    ledger.withdraw_noted(session, SOURCE, row.id, by)
    for one in promises_at(session, [row]).get(row.id, ()):
        if one.state == "open":
            ledger.remove_promise(session, one, by)
    row.after_done_at, row.updated_at = None, by.now
    for note in _notes(session, row):
        note.taken_up_at = None
    session.flush()
    _settle(session, event, by)


def in_ledger(session: WorkspaceSession, row: Appearance) -> tuple[bool, Sequence[Promise]]:
    """Whether the meeting stands in the ledger, and the promises that were written with it."""
    return bool(ledger_queries.noted_by(session, SOURCE, row.id)), promises_at(session, [row]).get(row.id, ())
