"""Who was not met returns to their rhythm: nothing is written, and the page tells the day on which each is due next.

Where two of them would be due on one day, a press puts the others off to following working days, one a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from outreach.db import WorkspaceSession
from outreach.events import after_rules
from outreach.events.models import Appearance
from outreach.followups import rhythm_plan, rhythms
from outreach.followups.models import Rhythm
from outreach.followups.rhythm_rules import FARTHEST_SNOOZE
from outreach.people.operations import By


@dataclass(frozen=True, slots=True)
class Returning:
    """Somebody who was not met. due_on: the day they are due next; None without a rhythm, and while they rest."""

    row: Appearance
    rhythm_id: int | None
    due_on: date | None
    shares_day: bool


def returning(session: WorkspaceSession, rows: Sequence[Appearance], today: date) -> tuple[Returning, ...]:
    """Those of the list who were not met, by the day they are due."""
    away = [row for row in rows if row.outcome == "not_met" and row.after_done_at is not None]
    found = rhythms.rhythms_of(session, [row.person_id for row in away])
    due = rhythm_plan.next_days(session, list(found.values()), today)
    days = {person_id: due[rhythm.id] for person_id, rhythm in found.items()}
    shared = Counter(day for day in days.values() if day is not None)
    lines = [Returning(row, _id(found.get(row.person_id)), day, day is not None and shared[day] > 1)
             for row in away for day in (days.get(row.person_id),)]  # fmt: skip
    return tuple(sorted(lines, key=lambda one: (one.due_on or date.max, one.row.id)))


def _id(rhythm: Rhythm | None) -> int | None:
    return rhythm.id if rhythm is not None else None


def spread(session: WorkspaceSession, rows: Sequence[Appearance], by: By, today: date) -> Mapping[int, date]:
    """Puts those who share a day off to following working days; rhythm -> its new day."""
    lines = returning(session, rows, today)
    days = {one.rhythm_id: one.due_on for one in lines if one.rhythm_id is not None and one.due_on is not None}
    moved = after_rules.spread(days, rhythm_plan.pace_of(session, today).takes)
    for number, day in moved.items():
        rhythm = session.get(Rhythm, number)
        if rhythm is not None and today < day <= today + FARTHEST_SNOOZE:
            rhythms.snooze(session, rhythm, day, by, today)
    return moved


def gather(session: WorkspaceSession, rows: Sequence[Appearance], numbers: Sequence[int], by: By, today: date) -> None:
    """Takes a spreading back: these rhythms, of people on the list, are due by themselves again."""
    people = {row.person_id for row in rows}
    for number in numbers:
        rhythm = session.get(Rhythm, number)
        if rhythm is not None and rhythm.person_id in people and rhythm.snoozed_until is not None:
            rhythms.wake(session, rhythm, by, today)
