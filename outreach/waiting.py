"""What the rooms tell the first page and the calendar: things to do, things waited for, things that are coming.

A room that has something to tell keeps a module `waiting` with any of

    tasks(session, user_id, now, today) -> Sequence[Waiting]        what the user can do now
    expected(session, user_id, now, today) -> Sequence[Expected]    what others have to do
    coming(session, user_id, now, today, until) -> Sequence[Coming] what has a day or a time, up to a day
    changes(session, user_id, now, today, since) -> Sequence[Changed]  what was new about people since a day

`today` is the day where the user is. Each reads in a fixed number of questions to the database, whatever is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: a verb with its object, why, what to press, and by when.

    key: names it for one user across days, at most 60 characters ("promise:12"). `posts`: the press changes something.
    """

    key: str
    kind: str
    words: str
    reason: str
    action: str
    address: str
    due_on: date | None = None
    """The day it belongs to; late when it is past. None for what has no day."""
    posts: bool = False
    person_id: int | None = None
    organization_id: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that others have to do, since when, and what comes next if they do not."""

    key: str
    words: str
    since: date
    next_words: str
    address: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """Something with a day, or with a time where `at` is given. `uid` names it for good to calendars."""

    uid: str
    on: date
    words: str
    kind: str
    address: str
    at: datetime | None = None
    minutes: int = 0
    zone: str = ""
    """The zone in which a time was agreed; "" for the user's own."""
    place: str = ""
    sequence: int = 0
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """One change in one sentence, the words of the source that say it, and something to give on its occasion."""

    key: str
    words: str
    quote: str
    source: str
    idea: str
    address: str
    person_id: int | None = None
