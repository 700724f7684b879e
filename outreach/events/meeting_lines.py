"""The list of whom the user will meet, as an event's page draws it: when, where, what for, how ready, who clashes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.events import aims, plan, queries, readiness, rules
from outreach.events.models import Appearance, Event, EventSpeaker, SessionSpeaker
from outreach.events.readiness import Readiness
from outreach.words import counted, listed

USUAL_MINUTES = 20
"""How long a meeting takes of which no end is said."""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One person on the list. number: the place in it, from 1; clash: whom one meets at that time, in a sentence."""

    row: Appearance
    number: int
    when: str
    place: str
    remark: str
    readiness: Readiness
    clash: str
    gone: str
    may_rise: bool
    may_sink: bool

    @property
    def name(self) -> str:
        """Whom one meets."""
        return self.row.person.name


def lines(session: WorkspaceSession, event: Event) -> tuple[MeetingLine, ...]:
    """The list of an event, in a number of questions that does not grow with it."""
    rows = queries.appearances(session, event)
    ready = readiness.of_people(session, [row.person_id for row in rows])
    clashes, gone_from = clashing(rows), gone(session, rows)
    times = [queries.time_of(row) for row in rows]
    return tuple(
        MeetingLine(
            row, at + 1, when(row), queries.meeting_place(row), aims.remark_on(row.aim), ready[row.person_id],
            clashes.get(row.id, ""), gone_from.get(row.id, ""), at > 0 and times[at - 1] == times[at],
            at + 1 < len(rows) and times[at + 1] == times[at],
        )
        for at, row in enumerate(rows)
    )  # fmt: skip


def when(row: Appearance) -> str:
    """Day and time of a meeting in words; "no time yet"."""
    day, starts, ends = queries.meets(row)
    return queries.when_words(day, starts, ends) if day is not None or starts is not None else "no time yet"


def gone(session: WorkspaceSession, rows: Sequence[Appearance]) -> dict[int, str]:
    """Meeting -> that the program has its session no longer, or does not name them there; one query for all."""
    held = {row.id: row.session for row in rows if row.session is not None}
    named = _named(session, [one.id for one in held.values()])
    found = {}
    for row in rows:
        if row.id not in held:
            continue
        ids, names = named.get(held[row.id].id, (set(), set()))
        if held[row.id].state != "current":
            found[row.id] = f"“{held[row.id].title}” is no longer in the program."
        elif row.person_id not in ids and plan.name_of(row.person.name) not in names:
            found[row.id] = f"The program does not name {row.person.name} at “{held[row.id].title}”."
    return found


def _named(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, tuple[set[int | None], set[str]]]:
    """Session -> the people whom the program names there: those who are known, and all names."""
    found: dict[int, tuple[set[int | None], set[str]]] = {}
    if not ids:
        return found
    columns = (SessionSpeaker.session_id, EventSpeaker.person_id, EventSpeaker.name)
    spoken = select(*columns).join(EventSpeaker, EventSpeaker.id == SessionSpeaker.speaker_id)
    for number, person_id, name in session.execute(spoken.where(SessionSpeaker.session_id.in_(ids))):
        people, names = found.setdefault(number, (set(), set()))
        people.add(person_id)
        names.add(plan.name_of(name))
    return found


def clashing(rows: Sequence[Appearance]) -> dict[int, str]:
    """Meeting -> whom one meets at the same time, in a sentence."""
    by_day = defaultdict(list)
    for row in rows:
        day, starts, ends = queries.meets(row)
        if day is not None and starts is not None:
            by_day[day].append((row, (starts, rules.lasts(starts, ends, USUAL_MINUTES))))
    found: dict[int, str] = {}
    for timed in by_day.values():
        for row, span in timed:
            others = [
                other.person.name
                for other, theirs in timed
                if other.id != row.id and rules.overlap(span, theirs) and not _is_one_session(row, other)
            ]
            if others:
                found[row.id] = f"At the same time as {listed(others)}."
    return found


def _is_one_session(one: Appearance, other: Appearance) -> bool:
    """Two who are met at one session are met one after the other."""
    return (
        one.session_id is not None
        and one.session_id == other.session_id
        and one.starts_minute is None is other.starts_minute
    )


def summary(lines: Sequence[MeetingLine]) -> str:
    """ "5 people · 4 ready · 1 not settled"."""
    if not lines:
        return ""
    counts = {state: sum(line.readiness.state == state for line in lines) for state in ("ready", "unsettled", "none")}
    told = [counted(len(lines), "person", "people")]
    told += [f"{counts['ready']} ready"] if counts["ready"] else []
    told += [f"{counts['unsettled']} with something not settled"] if counts["unsettled"] else []
    told += [f"{counts['none']} not researched"] if counts["none"] else []
    return " · ".join(told)
