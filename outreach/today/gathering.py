"""Gathers what the rooms tell: each has a module `waiting` with what it has to tell (`outreach.waiting`).

People about whom everything is paused are left out, whatever a room says of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outreach import waiting_rooms
from outreach.db import WorkspaceSession
from outreach.relationships import queries as ledger
from outreach.today import queries, rules
from outreach.today.rules import Task
from outreach.waiting import Changed, Coming, Expected

AHEAD = timedelta(days=14)
"""How far "Coming up" looks."""

MOST = 8
"""Lines of each list beside the tasks; the rest is where they come from."""

OF_A_PAUSE = frozenset({"pause", "trouble"})
"""Kinds of tasks that are about a pause itself."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and when. `today` is the day where they are."""

    user_id: int
    now: datetime
    today: date
    may_change: bool = True


def tasks(session: WorkspaceSession, reader: Reader) -> tuple[Task, ...]:
    """All that waits for the user, what comes first at the front."""
    if not reader.may_change:
        return ()
    found = queries.tasks(session, reader.now, may_change=True)
    found += [rules.of_room(one) for one in waiting_rooms.told("tasks", session, *_asked(reader))]
    paused = _paused(session, reader)
    kept = [task for task in found if task.person_id not in paused or task.kind in OF_A_PAUSE]
    return rules.in_order(rules.without_repeats(kept), reader.today)


def in_full(session: WorkspaceSession, reader: Reader, shown: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks that are shown, with their reasons."""
    return tuple(queries.in_full(session, task, reader.now) for task in shown)


def expected(session: WorkspaceSession, reader: Reader) -> Sequence[Expected]:
    """What others have to do, the longest waited for first."""
    paused = _paused(session, reader)
    found: Sequence[Expected] = waiting_rooms.told("expected", session, *_asked(reader))
    return sorted((one for one in found if one.person_id not in paused), key=lambda one: (one.since, one.key))


def coming(session: WorkspaceSession, reader: Reader, until: date) -> Sequence[Coming]:
    """What has a day or a time, the next first; without those about whom everything is paused."""
    paused = _paused(session, reader)
    found: Sequence[Coming] = waiting_rooms.told("coming", session, *_asked(reader), until)
    return sorted((one for one in found if one.person_id not in paused), key=_when)


def changes(session: WorkspaceSession, reader: Reader, since: date) -> Sequence[Changed]:
    """What was new about people since a day, as the rooms order it."""
    paused = _paused(session, reader)
    found: Sequence[Changed] = waiting_rooms.told("changes", session, *_asked(reader), since)
    return [one for one in found if one.person_id not in paused][:MOST]


def _asked(reader: Reader) -> tuple[int, datetime, date]:
    return reader.user_id, reader.now, reader.today


def _when(one: Coming) -> tuple[date, bool, str, str]:
    return one.on, one.at is None, one.at.isoformat() if one.at else "", one.uid


def _paused(session: WorkspaceSession, reader: Reader) -> frozenset[int]:
    return frozenset(ledger.paused_people(session, reader.today))
