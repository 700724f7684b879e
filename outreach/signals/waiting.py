"""What signals tell the first page, trouble at once and all else once a week; and what they tell the digest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from outreach.db import WorkspaceSession
from outreach.relationships import queries as ledger
from outreach.signals import pausing_links, queries
from outreach.signals.digest import digest_lines
from outreach.waiting import Changed, Waiting
from outreach.words import counted, listed

KEPT_IN_VIEW = timedelta(days=7)
"""What was found before the week that went before is not brought up again."""

SHOWN_TROUBLES = 3

NAMED = 3
"""People whom the weekly task names."""


def tasks(session: WorkspaceSession, user_id: int, now: datetime, today: date) -> Sequence[Waiting]:  # noqa: ARG001 (as every room's)
    """A pause to think of for each organization in trouble, and once a week what else changed."""
    return [*_troubles(session, now, today), *_changed(session, today)]


def _troubles(session: WorkspaceSession, now: datetime, today: date) -> list[Waiting]:
    rows = queries.troubles(session, now)
    paused = ledger.paused_people(session, today) if rows else {}
    houses = queries.names_of(session, [row.organization_id for row in rows])
    found: dict[str, Waiting] = {}
    for row in rows:
        if row.person_id not in paused:
            task = _trouble(row, houses.get(row.organization_id or 0, ""))
            found.setdefault(task.address, task)
        if len(found) == SHOWN_TROUBLES:
            break
    return list(found.values())


def _trouble(row: Any, house: str) -> Waiting:
    return Waiting(
        key=f"trouble:{row.id}",
        kind="trouble",
        words=f"Decide: pause everything about {house or row.name}?",
        reason=row.sentence,
        action="Look at the pause",
        address=pausing_links.address(row, house),
        person_id=row.person_id,
        organization_id=row.organization_id,
    )


def _changed(session: WorkspaceSession, today: date) -> list[Waiting]:
    monday = today.toordinal() - today.weekday()
    since = datetime.combine(date.fromordinal(max(1, monday - KEPT_IN_VIEW.days)), time(), UTC)
    count, names = queries.new_since(session, since)
    if not count:
        return []
    year, week, _ = today.isocalendar()
    return [
        Waiting(
            key=f"changed:{year}-{week}",
            kind="changed",
            words=f"Read what changed: {counted(count, 'thing', 'things')}",
            reason=f"About {listed([*names[:NAMED], *(['others'] if len(names) > NAMED else [])])}.",
            action="Read",
            address="/signals",
        )
    ]


def changes(
    session: WorkspaceSession,
    user_id: int,
    now: datetime,
    today: date,  # noqa: ARG001 (as every room's)
    since: date,
) -> Sequence[Changed]:
    """What was new since the day of the last digest, for the next one; notes that it was told."""
    # From the day before, so that nothing falls between two digests wherever the user is; what was told is left out.
    begin = datetime.combine(date.fromordinal(max(1, since.toordinal() - 1)), time(), UTC)
    part = digest_lines(session, user_id, begin, now, told_after=since)
    return [
        Changed(f"signal:{one.id}", one.sentence, one.passage, one.source, one.give, one.address, one.person_id)
        for one in part.lines
    ]
