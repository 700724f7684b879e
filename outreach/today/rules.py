"""Decisions of the first page: what comes first, how many things at once, and to which day something is put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from outreach.words import counted, in_words

AT_ONCE = 4
"""Things under "Do now". Four fit on a phone, and a longer list is read and not done."""

FARTHEST = timedelta(days=366)
"""How far something can be put off."""

MINUTES = {
    "question": 2,
    "standstill": 1,
    "failed": 3,
    "look": 5,
    "asked": 1,
    "letter": 5,
    "research": 1,
    "role": 2,
    "program": 10,
    "quotation": 5,
    "organization": 5,
    "reason": 3,
    "unsettled": 3,
}
"""Kind of a task -> the minutes that it takes, roughly; the sum is said at the top (ux.md, Today)."""

_ORDER = ("standstill", "question", "look", "failed")
"""What others wait on comes first; all else by effort, the shortest first."""

MOST_MINUTES_OF_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: a verb with its object, why, what to press, and how long it takes.

    `posts`: the press changes something, so it is a form and no link.
    """

    key: str
    """Names it for one user across days: "question:12"."""
    kind: str
    words: str
    reason: str
    action: str
    address: str
    minutes: int
    posts: bool = False


def in_order(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """What others wait on first, then the short ones. Equals stay as they were given, latest first."""
    ranks = {kind: rank for rank, kind in enumerate(_ORDER)}
    return tuple(sorted(tasks, key=lambda task: (ranks.get(task.kind, len(_ORDER)), task.minutes)))


def summary(tasks: Sequence[Task]) -> str:
    """ "Four things, about 35 minutes." """
    if not tasks:
        return "Nothing waits for you."
    things = f"{in_words(len(tasks)).capitalize()} {'thing' if len(tasks) == 1 else 'things'}"
    return f"{things}, about {counted(sum(task.minutes for task in tasks), 'minute', 'minutes')}."


class BadDay(ValueError):
    """A day to which nothing can be put off; the sentence stands beside the field."""


def next_monday(today: date) -> date:
    """The Monday after tomorrow: on a Sunday it is the one a week later, since tomorrow has a button of its own."""
    tomorrow = today + timedelta(days=1)
    return tomorrow + timedelta(days=7 - tomorrow.weekday())


def day_chosen(word: str, typed: str, today: date) -> date:
    """The day that is meant by "tomorrow", "monday", or a typed date (2026-11-30). Raises: BadDay."""
    if word == "tomorrow":
        return today + timedelta(days=1)
    if word == "monday":
        return next_monday(today)
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise BadDay("Choose a day, such as 2026-11-30.") from None
    if day <= today:
        raise BadDay("Choose a day after today.")
    if day > today + FARTHEST:
        raise BadDay("Choose a day within a year.")
    return day
