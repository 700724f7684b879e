"""The days on which to think of whom: written anew by `plan`, read by `planned` and `due_lines`.

Reading never writes. So what is shown leaves out those whom something passed with in the meantime, and who rest or are
paused; the days themselves are written anew by a job, and with each change of a rhythm.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import contains_eager

from outreach.accounts.models import Membership
from outreach.db import WorkspaceSession
from outreach.followups import rhythm_rules
from outreach.followups.models import OwnPace, Rhythm, RhythmGroup, TimeAway
from outreach.followups.rhythm_rules import Pace, Wish
from outreach.kept_statements import kept_statement
from outreach.once import once
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.relationships import queries as ledger

_AHEAD = timedelta(days=16)
"""How far a page that only reads looks at once: after today's, the next two weeks' are asked for."""

_MOST = 400

# --- the pace -------------------------------------------------------------------------------------------------------


def pace_of(session: WorkspaceSession, today: date) -> Pace:
    """What those who write in this workspace want together: the sum of their letters, days when one is there."""
    own: dict[int, Any] = {}
    times: dict[int, list[tuple[date, date]]] = {}
    for row in session.execute(_WRITING, {"today": today}):
        own[row.user_id] = row
        times.setdefault(row.user_id, [])
        if row.first_on is not None:
            times[row.user_id].append((row.first_on, row.last_on))
    if not own:
        return Pace()
    away = {number: _days(some, today) for number, some in times.items()}
    most = sum(row.weekly_most if row.weekly_most is not None else rhythm_rules.USUAL_WEEKLY for row in own.values())
    days = frozenset(
        int(day) for row in own.values() for day in (row.weekdays if row.weekdays is not None else "12345")
    )
    return Pace(most, days, frozenset.intersection(*away.values()))


_WRITING = kept_statement(
    select(Membership.user_id, OwnPace.weekly_most, OwnPace.weekdays, TimeAway.first_on, TimeAway.last_on)
    .outerjoin(OwnPace, OwnPace.user_id == Membership.user_id)
    .outerjoin(TimeAway, and_(TimeAway.user_id == Membership.user_id, TimeAway.last_on >= bindparam("today")))
    .where(Membership.role.in_(("owner", "editor")))
)


def away_days(session: WorkspaceSession, user_id: int, today: date) -> frozenset[date]:
    """The single days from today on, for a year, on which a user is away."""
    times = session.execute(_AWAY, {"user": user_id, "today": today})
    return _days([(first_on, last_on) for first_on, last_on in times], today)


_AWAY = kept_statement(
    select(TimeAway.first_on, TimeAway.last_on).where(
        TimeAway.user_id == bindparam("user"), TimeAway.last_on >= bindparam("today")
    )
)


def _days(times: Sequence[tuple[date, date]], today: date) -> frozenset[date]:
    """The single days of some times, from today on, for a year."""
    farthest = today + timedelta(days=366)
    found: set[date] = set()
    for first_on, last_on in times:
        first, last = max(first_on, today), min(last_on, farthest)
        found |= {first + timedelta(days=ahead) for ahead in range((last - first).days + 1)}
    return frozenset(found)


# --- the plan -------------------------------------------------------------------------------------------------------


def plan(session: WorkspaceSession, today: date) -> int:
    """Gives every rhythm its day that has none, has lost it, or whose day has passed; how many were planned.

    A contact counts anew from its day. Who rests, is paused, or is not to be written to gets no day.
    """
    rows = _all(session)
    last = ledger.last_contact_days(session, [row.person_id for row, *_ in rows])
    away = _out_of_reach(session, today)
    wishes: list[Wish] = []
    taken: list[date] = []
    by_id: dict[int, Rhythm] = {}
    for row, ideal_days, latest_days, may_be_contacted in rows:
        _count_from(row, last.get(row.person_id), today)
        if row.person_id in away or not may_be_contacted:
            row.planned_on = None
        elif row.planned_on is not None and row.planned_on >= today:
            taken.append(row.planned_on)
        else:
            by_id[row.id] = row
            wishes.append(_wish(row, ideal_days, latest_days))
    found = rhythm_rules.spread(wishes, taken, pace_of(session, today), today)
    for number, row in by_id.items():
        row.planned_on = found.get(number)
    session.flush()
    return len(found)


def _wish(row: Rhythm, ideal_days: int, latest_days: int) -> Wish:
    ideal_on, latest_on = rhythm_rules.due_days(row.counted_from, ideal_days, latest_days)
    first = max(ideal_on, row.snoozed_until or ideal_on)
    return Wish(row.id, first, max(latest_on, first))


def _count_from(row: Rhythm, last: date | None, today: date) -> None:
    """A later contact begins the interval anew, and ends a putting off."""
    if last is None or last <= row.counted_from:
        return
    row.counted_from, row.planned_on, row.snoozed_until = min(last, today + timedelta(days=1)), None, None


def _all(session: WorkspaceSession) -> Sequence[tuple[Rhythm, int, int, bool]]:
    statement = (
        select(Rhythm, RhythmGroup.ideal_days, RhythmGroup.latest_days, Person.do_not_contact_since)
        .join(Person, Person.id == Rhythm.person_id)
        .outerjoin(RhythmGroup, RhythmGroup.id == Rhythm.group_id)
        .options(contains_eager(Rhythm.group))
        .where(people.HERE)
        .order_by(Rhythm.id)
    )
    return [
        (row, row.ideal_days or ideal, row.latest_days or latest, since is None)
        for row, ideal, latest, since in session.execute(statement)
    ]


def _out_of_reach(session: WorkspaceSession, today: date) -> frozenset[int]:
    return frozenset({*ledger.paused_people(session, today), *ledger.resting_people(session, today)})


def replan_days(session: WorkspaceSession, today: date) -> None:
    """Those planned on a day that is none any more get another one."""
    pace = pace_of(session, today)
    for row in session.scalars(select(Rhythm).where(Rhythm.planned_on >= today)):
        if row.planned_on is not None and not pace.takes(row.planned_on):
            row.planned_on = None
    session.flush()
    plan(session, today)


# --- reading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who is planned on a day."""

    rhythm_id: int
    person_id: int
    name: str
    planned_on: date
    latest_on: date
    counted_from: date
    ideal_days: int
    latest_days: int

    @property
    def is_after_latest(self) -> bool:
        """Whether all days before the latest were full."""
        return self.planned_on > self.latest_on


def planned(session: WorkspaceSession, today: date, until: date, most: int = _MOST) -> Sequence[Line]:
    """Who is planned up to a day, by day; without those of whom something is new, who rest or are paused."""
    farthest = _after(today)
    if not session.reads_only or most != _MOST or until > farthest:
        return _read_planned(session, today, until, most)
    return [line for line in _read_planned(session, today, farthest, most) if line.planned_on <= until]


def _after(today: date) -> date:
    return today + min(_AHEAD, date.max - today)


@once
def _read_planned(session: WorkspaceSession, today: date, until: date, most: int) -> Sequence[Line]:
    rows = session.execute(_PLANNED, {"until": until, "most": most}).all()
    last = ledger.last_contact_days(session, [row.person_id for row in rows])
    away = _out_of_reach(session, today)
    return [
        _line(tuple(row))
        for row in rows
        if row.person_id not in away and last.get(row.person_id, row.counted_from) <= row.counted_from
    ]


_PLANNED = kept_statement(
    select(
        Rhythm.id, Rhythm.person_id, Person.name, Rhythm.planned_on, Rhythm.counted_from, Rhythm.ideal_days,
        Rhythm.latest_days, RhythmGroup.ideal_days, RhythmGroup.latest_days,
    )
    .join(Person, Person.id == Rhythm.person_id)
    .outerjoin(RhythmGroup, RhythmGroup.id == Rhythm.group_id)
    .where(Rhythm.planned_on <= bindparam("until"), people.HERE, Person.do_not_contact_since.is_(None))
    .order_by(Rhythm.planned_on, Rhythm.id)
    .limit(bindparam("most"))
)  # fmt: skip


def _line(row: tuple[Any, ...]) -> Line:
    number, person_id, name, planned_on, counted_from, ideal, latest, group_ideal, group_latest = row
    ideal_days, latest_days = ideal or group_ideal, latest or group_latest
    _, latest_on = rhythm_rules.due_days(counted_from, ideal_days, latest_days)
    return Line(number, person_id, name, planned_on, latest_on, counted_from, ideal_days, latest_days)


def due_lines(session: WorkspaceSession, today: date) -> Sequence[Line]:
    """Whom to think of today: at most four, those whose latest day comes first."""
    lines = planned(session, today, today)
    if not lines:
        return ()
    number = rhythm_rules.at_once([line.planned_on for line in lines], pace_of(session, today), today)
    return sorted(lines, key=lambda line: (line.latest_on, line.planned_on, line.rhythm_id))[:number]


def letters_a_month(session: WorkspaceSession) -> Mapping[str, int]:
    """How many letters a month the kept rhythms come to, by group name ("" for own rhythms)."""
    found: dict[str, float] = {}
    for row, ideal_days, _, _ in _all(session):
        name = row.group.name if row.group is not None else ""
        found[name] = found.get(name, 0.0) + 30 / ideal_days
    return {name: max(1, round(count)) for name, count in found.items()}


def next_of(session: WorkspaceSession, row: Rhythm, today: date) -> date | None:
    """The day on which a person is thought of next, as it will be when all is planned anew; None while they rest."""
    return next_days(session, [row], today)[row.id]


def next_days(session: WorkspaceSession, rows: Collection[Rhythm], today: date) -> dict[int, date | None]:
    """As `next_of`, for several rhythms, by the rhythm; a fixed number of queries."""
    if not rows:
        return {}
    away = _out_of_reach(session, today)
    last = ledger.last_contact_days(session, [row.person_id for row in rows])
    return {
        row.id: _next(row, last.get(row.person_id), today) if row.person_id not in away else None for row in rows
    }  # fmt: skip


def _next(row: Rhythm, last: date | None, today: date) -> date | None:
    if last is None or last <= row.counted_from:
        return row.planned_on
    ideal_days = row.group.ideal_days if row.group is not None else row.ideal_days or 0
    return max(rhythm_rules.due_days(last, ideal_days, ideal_days)[0], today)
