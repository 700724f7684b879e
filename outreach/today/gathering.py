"""Gathers what the rooms tell: each has a module `waiting` with what it has to tell (`outreach.waiting`).

People about whom everything is paused are left out, whatever a room says of them.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from types import ModuleType

import outreach
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


@cache
def modules() -> tuple[ModuleType, ...]:
    """The modules `waiting` of the rooms, by the rooms' names."""
    rooms = sorted(found.name for found in pkgutil.iter_modules(outreach.__path__) if found.ispkg)
    names = [f"outreach.{room}.waiting" for room in rooms]
    return tuple(importlib.import_module(name) for name in names if importlib.util.find_spec(name) is not None)


def tasks(session: WorkspaceSession, reader: Reader) -> tuple[Task, ...]:
    """All that waits for the user, what comes first at the front."""
    if not reader.may_change:
        return ()
    found = queries.tasks(session, reader.now, may_change=True)
    for module in modules():
        if hasattr(module, "tasks"):
            waiting = module.tasks(session, reader.user_id, reader.now, reader.today)
            found += [rules.of_room(one) for one in waiting]
    paused = _paused(session, reader)
    kept = [task for task in found if task.person_id not in paused or task.kind in OF_A_PAUSE]
    return rules.in_order(rules.without_repeats(kept), reader.today)


def expected(session: WorkspaceSession, reader: Reader) -> Sequence[Expected]:
    """What others have to do, the longest waited for first."""
    paused = _paused(session, reader)
    found = [
        one
        for module in modules()
        if hasattr(module, "expected")
        for one in module.expected(session, reader.user_id, reader.now, reader.today)
        if one.person_id not in paused
    ]
    return sorted(found, key=lambda one: (one.since, one.key))


def coming(session: WorkspaceSession, reader: Reader, until: date) -> Sequence[Coming]:
    """What has a day or a time, the next first; without those about whom everything is paused."""
    paused = _paused(session, reader)
    return sorted((one for one in _coming(session, reader, until) if one.person_id not in paused), key=_when)


def _coming(session: WorkspaceSession, reader: Reader, until: date) -> Iterator[Coming]:
    for module in modules():
        if hasattr(module, "coming"):
            yield from module.coming(session, reader.user_id, reader.now, reader.today, until)


def changes(session: WorkspaceSession, reader: Reader, since: date) -> Sequence[Changed]:
    """What was new about people since a day, as the rooms order it."""
    paused = _paused(session, reader)
    return [
        one
        for module in modules()
        if hasattr(module, "changes")
        for one in module.changes(session, reader.user_id, reader.now, reader.today, since)
        if one.person_id not in paused
    ][:MOST]


def _when(one: Coming) -> tuple[date, bool, str, str]:
    return one.on, one.at is None, one.at.isoformat() if one.at else "", one.uid


def _paused(session: WorkspaceSession, reader: Reader) -> frozenset[int]:
    return frozenset(ledger.paused_people(session, reader.today))
