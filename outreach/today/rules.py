"""Decisions of the first page: what comes first, how many things at once, and to which day something is put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from outreach.waiting import Waiting
from outreach.words import counted, in_words

AT_ONCE = 4
"""Things under "Do now". Four fit on a phone, and a longer list is read and not done."""

FARTHEST = timedelta(days=366)
"""How far something can be put off."""

MINUTES = {
    "thanks": 10,
    "debrief": 10,
    "follow-up": 5,
    "promise": 10,
    "report": 10,
    "rhythm": 5,
    "review": 15,
    "changed": 3,
    "give": 5,
    "pause": 1,
    "trouble": 1,
    "confirm": 3,
    "questions": 5,
    "question": 2,
    "standstill": 1,
    "failed": 3,
    "look": 5,
    "asked": 1,
    "letter": 5,
    "research": 1,
    "event": 15,
    "after": 15,
    "role": 2,
    "program": 10,
    "quotation": 5,
    "organization": 5,
    "reason": 3,
    "unsettled": 3,
}
"""Kind of a task -> the minutes that it takes, roughly; the sum is said at the top."""

MINUTES_OF_ANY = 5
"""Those of a kind that says nothing of them."""

_FIRST = ("trouble", "thanks")
"""Before all else: whether somebody is left in peace, then thanks; both outrank every request."""

_ORDER = ("debrief", "promise", "report", "standstill", "question", "look", "failed")
"""Of one day, or of none: what one owes and what others wait on comes first; all else by effort, the shortest first."""

_LAST = frozenset({"give"})
"""Ideas, after all that is to do."""

_GIVES_WAY = frozenset({"rhythm"})
"""Kinds that say nothing new where the same person is on the list for a reason of its own."""

MOST_MINUTES_OF_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: a verb with its object, why, what to press, and how long it takes.

    `posts`: the press changes something, so it is a form and no link. `due_on`: the day it belongs to; None for what
    has none.
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
    due_on: date | None = None
    person_id: int | None = None
    is_sketch: bool = False
    """Whether its reason is yet to be read: that of a task that is not shown is not."""


def of_room(one: Waiting) -> Task:
    """What a room tells, as a task with its minutes."""
    minutes = MINUTES.get(one.kind, MINUTES_OF_ANY)
    return Task(one.key, one.kind, one.words, one.reason, one.action, one.address, minutes, one.posts, one.due_on,
                one.person_id)  # fmt: skip


def in_order(tasks: Sequence[Task], today: date = date.min) -> tuple[Task, ...]:
    """What is late, then what is for today, then what has no day: there what others wait on, then the short ones.

    Thanks stand before all that. Equals stay as they were given, latest first.
    """
    return tuple(sorted(tasks, key=lambda task: _place(task, today)))


def _place(task: Task, today: date) -> tuple[int, int, int, int]:
    first = _FIRST.index(task.kind) if task.kind in _FIRST else len(_FIRST)
    day = task.due_on or today
    days = 2 if task.due_on is None else 0 if day < today else 1 if day == today else 3
    order = _ORDER.index(task.kind) if task.kind in _ORDER else len(_ORDER) + (task.kind in _LAST)
    return first, days, order, task.minutes


def ideas(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """What one could give: shown beside what is to do, and never counted with it."""
    return tuple(task for task in tasks if task.kind in _LAST)


def to_do(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """What is to do, without ideas."""
    return tuple(task for task in tasks if task.kind not in _LAST)


def without_repeats(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Without the reminders of people who are on the list for a reason of its own."""
    named = {task.person_id for task in tasks if task.person_id is not None and task.kind not in _GIVES_WAY}
    return tuple(task for task in tasks if task.kind not in _GIVES_WAY or task.person_id not in named)


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
