"""What is done with rhythms and their groups: begun, changed, put off, ended, brought back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.followups import rhythm_rules
from outreach.followups.models import Rhythm, RhythmGroup
from outreach.followups.rhythm_plan import plan
from outreach.kept_statements import kept_statement
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import queries as ledger
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold, just_made

UNDO_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Interval:
    """How often: as a group says, or by own numbers of days."""

    group_id: int | None = None
    ideal_days: int | None = None
    latest_days: int | None = None


# --- of one person ---------------------------------------------------------------------------------------------------


def rhythm_of(session: WorkspaceSession, person_id: int) -> Rhythm | None:
    """The rhythm of a person, if there is one."""
    return session.scalar(_RHYTHM, {"person": person_id})


def rhythms_of(session: WorkspaceSession, person_ids: Collection[int]) -> dict[int, Rhythm]:
    """The rhythms of some people, by the person; one query for all."""
    if not person_ids:
        return {}
    rows = session.scalars(
        select(Rhythm).where(Rhythm.person_id.in_(person_ids)).options(joinedload(Rhythm.group))
    )  # fmt: skip
    return {row.person_id: row for row in rows}


_RHYTHM = kept_statement(select(Rhythm).where(Rhythm.person_id == bindparam("person")))


def set_rhythm(session: WorkspaceSession, person_id: int, interval: Interval, by: By, today: date) -> Rhythm:
    """Begins a rhythm or changes it, and gives it a day. Raises: NotFound; rhythm_rules.BadInterval."""
    person = people.person(session, person_id)
    _check(session, interval)
    hold(session, Person.id, person.id)
    row = rhythm_of(session, person.id)
    last = ledger.last_contact_days(session, [person.id]).get(person.id, today)
    if row is None:
        row = Rhythm(person_id=person.id, counted_from=min(last, today), created_at=by.now, updated_at=by.now)
        session.add(row)
    row.group_id, row.ideal_days, row.latest_days = interval.group_id, interval.ideal_days, interval.latest_days
    row.planned_on, row.updated_at = None, by.now
    session.flush()
    plan(session, today)
    return row


def _check(session: WorkspaceSession, interval: Interval) -> None:
    if interval.group_id is not None:
        group_here(session, interval.group_id)
        return
    rhythm_rules.check_interval(interval.ideal_days or 0, interval.latest_days or 0)


def end_rhythm(session: WorkspaceSession, row: Rhythm) -> Interval:
    """Ends a rhythm; what it was, to bring it back."""
    was = Interval(row.group_id, row.ideal_days, row.latest_days)
    session.delete(row)
    session.flush()
    return was


def snooze(session: WorkspaceSession, row: Rhythm, until: date, by: By, today: date) -> Rhythm:
    """Puts somebody off: nothing brings them up before this day but the user. Raises: BadDay."""
    if not today < until <= today + rhythm_rules.FARTHEST_SNOOZE:
        raise BadDay("Choose a day after today, within a year.")
    row.snoozed_until, row.planned_on, row.updated_at = until, None, by.now
    session.flush()
    plan(session, today)
    return row


def wake(session: WorkspaceSession, row: Rhythm, by: By, today: date) -> Rhythm:
    """Takes a putting off back."""
    row.snoozed_until, row.planned_on, row.updated_at = None, None, by.now
    session.flush()
    plan(session, today)
    return row


# --- groups ---------------------------------------------------------------------------------------------------------


def groups(session: WorkspaceSession) -> Sequence[RhythmGroup]:
    """The groups, by name."""
    here = select(RhythmGroup).where(RhythmGroup.deleted_at.is_(None))
    return session.scalars(here.order_by(RhythmGroup.name, RhythmGroup.id)).all()


def group_here(session: WorkspaceSession, number: int) -> RhythmGroup:
    """A group. Raises: NotFound, also for a deleted one."""
    row = session.get(RhythmGroup, number)
    if row is None or row.deleted_at is not None:
        raise NotFound
    return row


def add_group(session: WorkspaceSession, name: str, ideal_days: int, latest_days: int, by: By) -> RhythmGroup:
    """A new group, once however often its form is sent. Raises: rhythm_rules.BadInterval."""
    rhythm_rules.check_interval(ideal_days, latest_days)
    told = {"name": name, "ideal_days": ideal_days, "latest_days": latest_days, "deleted_at": None}
    twin = just_made(session, RhythmGroup, by.now, **told)
    if twin is not None:
        return twin
    row = RhythmGroup(**told, created_at=by.now, updated_at=by.now)
    session.add(row)
    session.flush()
    return row


def change_group(
    session: WorkspaceSession, row: RhythmGroup, name: str, ideal_days: int, latest_days: int, version: int, by: By,
    today: date,
) -> RhythmGroup:  # fmt: skip
    """Writes what the form says, and plans its people anew. Raises: ChangedElsewhere; rhythm_rules.BadInterval."""
    if row.version != version:
        raise ChangedElsewhere
    rhythm_rules.check_interval(ideal_days, latest_days)
    is_other = (row.ideal_days, row.latest_days) != (ideal_days, latest_days)
    row.name, row.ideal_days, row.latest_days, row.updated_at = name, ideal_days, latest_days, by.now
    if is_other:
        for rhythm in session.scalars(select(Rhythm).where(Rhythm.group_id == row.id)):
            rhythm.planned_on = None
    session.flush()
    plan(session, today)
    return row


def remove_group(session: WorkspaceSession, row: RhythmGroup, by: By) -> int:
    """Takes a group away; its people keep the rhythm as their own. How many they are."""
    members = session.scalars(select(Rhythm).where(Rhythm.group_id == row.id)).all()
    for one in members:
        one.group_id, one.ideal_days, one.latest_days = None, row.ideal_days, row.latest_days
    row.deleted_at = row.updated_at = by.now
    session.flush()
    return len(members)


def bring_group_back(session: WorkspaceSession, row: RhythmGroup, by: By) -> None:
    """Brings a group back, without the people that it had. Raises: Refused after 30 days."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - UNDO_FOR:
        raise Refused("This group was deleted more than 30 days ago.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()
