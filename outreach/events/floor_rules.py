"""Presses and notes of a phone as they arrive: read whatever was sent, put in time, weighed. Pure.

read_batch(sent, now)      what a request holds, note by note: each can be kept, or says why it cannot
bounded(at, first, now)    when a note was made, whatever the phone's clock says
outcome_of(presses)        whether they met: the last press counts
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from outreach.accounts.fields import UNSEEN, UNSTORABLE
from outreach.columns import LARGEST_ID
from outreach.errors import Refused
from outreach.events.models import FLOOR_KINDS

MOST_NOTES = 200
"""Notes in one request; a phone with more sends the rest in a further one."""

MOST_BYTES = 1_000_000
WORDS_MAX = 2_000
"""Characters of a note: what is typed or dictated in twenty seconds has some 300."""

UNDO = "undo"
"""Not a kind of a note: it takes one back that was sent."""

MET = frozenset({"met", "promised", "they_promised"})
"""Presses that say that they met: nobody promises anything to somebody who was not there."""

OFF_BY = timedelta(minutes=2)
"""How far a phone's clock may be from ours before its times are moved by the difference."""

LONGEST_PROMISE = timedelta(days=3_660)

_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")
_LONGEST_TIME = 40


@dataclass(frozen=True, slots=True)
class Press:
    """One press or note. undoes: the key of the note that it takes back, for `UNDO`."""

    key: str
    kind: str
    words: str
    noted_at: datetime
    appearance_id: int | None = None
    person_id: int | None = None
    due_on: date | None = None
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What cannot be kept, and why, in a sentence."""

    key: str
    words: str


def read_batch(sent: object, now: datetime) -> tuple[Press | Unread, ...]:
    """The notes of a request, in their order. `sent`: what its JSON says, whatever that is.

    Raises: Refused where there is no list of notes, or one that is too long.
    """
    notes = sent.get("notes") if isinstance(sent, dict) else None
    if not isinstance(notes, list):
        raise Refused("This holds no list of notes.")
    if len(notes) > MOST_NOTES:
        raise Refused(f"Send at most {MOST_NOTES} notes at once, and the rest after them.")
    assert isinstance(sent, dict)
    off = _off(_moment(sent.get("sent_at")), now)
    return tuple(_read(one, off, now) for one in notes)


def _off(said: datetime | None, now: datetime) -> timedelta:
    """By how much the phone's clock is behind ours; nothing where it is right, or says nothing."""
    behind = now - said if said is not None else timedelta()
    return behind if abs(behind) > OFF_BY else timedelta()


def _read(sent: object, off: timedelta, now: datetime) -> Press | Unread:
    if not isinstance(sent, dict):
        return Unread("", "This is no note.")
    key, kind = sent.get("key"), sent.get("kind")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return Unread("", "This note has no number of its own.")
    words, undoes = clean(sent.get("words")), sent.get("undoes")
    if kind == UNDO:
        is_key = isinstance(undoes, str) and _KEY.fullmatch(undoes)
        return Press(key, UNDO, "", now, undoes=str(undoes)) if is_key else Unread(key, "It takes nothing back.")
    problem = problem_of(kind, words)
    if problem:
        return Unread(key, problem)
    at = _moved(_moment(sent.get("noted_at")) or now, off, now)
    return Press(
        key, str(kind), words, at, _number(sent.get("appearance")), _number(sent.get("person")),
        _day(sent.get("due_on"), at),
    )  # fmt: skip


def problem_of(kind: object, words: str) -> str:
    """Why a note cannot be kept; "" where it can."""
    if not isinstance(kind, str) or kind not in FLOOR_KINDS:
        return "This is neither a press nor a note."
    if len(words) > WORDS_MAX:
        return f"A note has at most {WORDS_MAX:,} characters; this has {len(words):,}. Make two of it."
    return "There are no words in this note." if kind == "note" and not words else ""


def clean(words: object) -> str:
    """The words without what cannot be stored or shown; "" for what is no text."""
    return UNSTORABLE.sub("", words.translate(UNSEEN)).strip() if isinstance(words, str) else ""


def _number(sent: object) -> int | None:
    is_number = isinstance(sent, int) and not isinstance(sent, bool) and 0 < sent <= LARGEST_ID
    return sent if is_number and isinstance(sent, int) else None


def _moment(sent: object) -> datetime | None:
    """A moment as scripts write it ("2026-12-03T16:40:00.000Z"); None for anything else."""
    if not isinstance(sent, str) or len(sent) > _LONGEST_TIME:
        return None
    try:
        read = datetime.fromisoformat(sent)
        return (read if read.tzinfo is not None else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moved(at: datetime, off: timedelta, otherwise: datetime) -> datetime:
    try:
        return at + off
    except OverflowError:
        return otherwise


def _day(sent: object, made_at: datetime) -> date | None:
    """The day of a promise; what is no day, or lies before the promise or ten years after it, is none."""
    if not isinstance(sent, str) or len(sent) > _LONGEST_TIME:
        return None
    try:
        day = date.fromisoformat(sent)
    except ValueError:
        return None
    made_on = made_at.date()
    return day if -1 <= (day - made_on).days <= LONGEST_PROMISE.days else None


def bounded(at: datetime, first: datetime, now: datetime) -> datetime:
    """When a note was made: not after now, and not before `first`, when the event came to be known."""
    return max(min(at, now), min(first, now))


def outcome_of(presses: Iterable[tuple[datetime, int, str]]) -> tuple[str, datetime] | None:
    """What the last of some presses, each (when, number, kind), says: ("met" or "not_met", when); None without any."""
    said = [one for one in presses if one[2] in MET or one[2] == "not_met"]
    if not said:
        return None
    at, _, kind = max(said)
    return ("met" if kind in MET else "not_met"), at
