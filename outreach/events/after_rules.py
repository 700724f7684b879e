"""What holds after an event: from when it is asked about, until when it is due, how reminders are spread. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outreach.events.rules import by_the_clocks_there
from outreach.time_zones import zone_of
from outreach.words import counted

EVENING = 17
"""The hour by the clocks of the place at which the first day is over and one may say what came of it."""

DUE_WITHIN = timedelta(days=2)
"""Thanks are warm for 48 hours (product.md, 5.5)."""

PROMISED_WITHIN = timedelta(days=7)
"""What is offered as the day of a promise of which none was named."""

ASKED_FOR = timedelta(days=60)
"""How long after an event it is asked about: what is not said by then nobody remembers."""

SAID_MAX = 4_000
PROMISE_MAX = 500
MOST_ROWS = 6
"""Promises of one side on the form; who promised more writes the rest in the ledger."""

_SEARCHED = 120


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise: whose, what, by when. `due_on` is None only while it is being asked for."""

    is_mine: bool
    what: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of one meeting. outcome: "met" or "not_met"."""

    outcome: str
    words: str = ""
    promises: tuple[Promised, ...] = ()


def has_begun(starts_on: date, time_zone: str, now: datetime) -> bool:
    """Whether the first day is over by the clocks of the place: from its evening on."""
    zone = zone_of(time_zone)
    there = by_the_clocks_there(now, zone) if zone is not None else None
    day, minute = there if there is not None else (now.date(), now.hour * 60)
    return day > starts_on or (day == starts_on and minute >= EVENING * 60)


def due_on(ends_on: date) -> date:
    """The last day on which thanks are still warm."""
    return _later(ends_on, DUE_WITHIN)


def offered_day(met_on: date) -> date:
    """The day that is offered for a promise of which none was named."""
    return _later(met_on, PROMISED_WITHIN)


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day >= by else date.max


def sum_words(outcomes: Iterable[str]) -> str:
    """ "Done: 2 met, 3 not met" once each is said; "" before. outcomes: of each person, "" for what is not said."""
    told = list(outcomes)
    if not told or not all(told):
        return ""
    return f"Done: {told.count('met')} met, {told.count('not_met')} not met"


def left_words(left: int) -> str:
    """How many are still to be said: "2 people left"."""
    return f"{counted(left, 'person', 'people')} left"


def spread(days: Mapping[int, date], takes: Callable[[date], bool]) -> Mapping[int, date]:
    """Who gets another day so that no two fall on one: number -> the first following day that takes one and is free.

    The first by number stays on the day. Whatever the order, the outcome is the same.
    """
    taken: set[date] = set()
    later: list[int] = []
    for number in sorted(days):
        if days[number] in taken:
            later.append(number)
        taken.add(days[number])
    moved: dict[int, date] = {}
    for number in sorted(later, key=lambda one: (days[one], one)):
        free = _first_free(days[number], taken, takes)
        if free is not None:
            moved[number] = free
            taken.add(free)
    return moved


def _first_free(after: date, taken: set[date], takes: Callable[[date], bool]) -> date | None:
    for ahead in range(1, min(_SEARCHED, (date.max - after).days + 1)):
        day = after + timedelta(days=ahead)
        if day not in taken and takes(day):
            return day
    return None


def without_twins(promises: Sequence[Promised]) -> tuple[Promised, ...]:
    """Each promise once, in their order."""
    return tuple(dict.fromkeys(promises))
