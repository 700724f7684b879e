"""Whether the questions of a guide fit their talk, each of them and all together, in words. Pure.

    found = review(20, [Question(...), ...])
    found.remarks[question_id], found.of_all, found.minutes

Rules Q1, Q2, Q6, Q10 and the time (product.md, 5.8); what is said of one question alone is in `question_rules`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from outreach import words
from outreach.interviews.models import QUESTION_KINDS
from outreach.interviews.question_rules import NOTHING, Grounds, Remark, closed_in, remarks_on
from outreach.us_holidays import holiday_on

TEXT_MAX = 500
MOST_QUESTIONS = 40
"""Questions of one guide, with those in reserve; nobody gets through more, and a page stays a page."""

MOST_IN_RESERVE = 2
DAYS_BEFORE = 3
"""Working days between sending the questions and the talk (Q10)."""

UNDO_FOR = timedelta(days=30)
"""How long what was deleted can be brought back (ux.md, principle 6)."""

LIST_KINDS = tuple(kind for kind in QUESTION_KINDS if kind not in ("opening", "reserve"))
"""Kinds that stand in the list that somebody is sent: the frame is said, and what is in reserve is no promise."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the rules read it. `trouble`: why what it hangs on does not hold, in a sentence; "" for none."""

    id: int
    kind: str
    text: str
    minutes: int
    has_ground: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What was found, by question and of all; `planned` are the minutes of all that is not in reserve."""

    remarks: Mapping[int, tuple[Remark, ...]]
    of_all: tuple[Remark, ...]
    planned: int

    @property
    def stopping(self) -> tuple[Remark, ...]:
        """What has to be fixed before the list is sent."""
        return tuple(one for found in (*self.remarks.values(), self.of_all) for one in found if one.stops)

    @property
    def count(self) -> int:
        """How many remarks there are."""
        return len(self.of_all) + sum(map(len, self.remarks.values()))


def review(
    minutes: int,
    questions: Sequence[Question],
    grounds: Grounds = NOTHING,
    *,
    meets_on: date | None = None,
    today: date | None = None,
) -> Review:
    """Reads the questions of a talk of so many minutes. Without `today`, nothing is said of when to send them."""
    closed = [one.id for one in questions if closed_in(one.kind, one.text)]
    remarks = {one.id: _of_one(one, grounds, closed) for one in questions}
    planned = sum(one.minutes for one in questions if one.kind != "reserve")
    late = _late(meets_on, today) if meets_on is not None and today is not None else ()
    return Review(remarks, (*_time(minutes, planned), *_number(minutes, questions), *_close(questions), *late), planned)


def _of_one(question: Question, grounds: Grounds, closed: Sequence[int]) -> tuple[Remark, ...]:
    found = list(remarks_on(question.kind, question.text, grounds))
    if question.trouble:
        found.insert(
            0, Remark("changed-fact", "bad", "", question.trouble, "Look it over, or hang it on another fact.")
        )
    if question.id in closed:
        tone, why = ("note", "One such question is enough for a talk.") if closed[0] == question.id else (
            "warn", "It is the second that can be answered so.")  # fmt: skip
        phrase = closed_in(question.kind, question.text)
        found.append(Remark("closed", tone, phrase, f"This can be answered with yes or no. {why}",
                            "Begin with what, how or tell me."))  # fmt: skip
    if question.kind not in ("opening", "close") and not question.has_ground:
        found.append(Remark("no-fact", "warn", "", "This hangs on no fact.",
                            "Tie it to something confirmed, so that it could be asked of nobody else."))  # fmt: skip
    return tuple(found)


# --- all together ---------------------------------------------------------------------------------------------------


def _time(minutes: int, planned: int) -> tuple[Remark, ...]:
    if planned <= minutes:
        return ()
    over = words.counted(planned - minutes, "minute", "minutes")
    return (Remark("over-time", "warn", "", f"The questions take {planned} minutes of {minutes}: {over} too many.",
                   "Move one into reserve, or give each less."),)  # fmt: skip


def bounds(minutes: int) -> tuple[int, int]:
    """How many questions fit a talk: four to six in twenty minutes, as many more or fewer for another (Q1).

    >>> bounds(20), bounds(10), bounds(45)
    ((4, 6), (2, 3), (6, 14))
    """
    return min(6, max(2, minutes * 4 // 20)), max(3, -(-minutes * 6 // 20))


def _number(minutes: int, questions: Sequence[Question]) -> tuple[Remark, ...]:
    asked = sum(one.kind not in ("opening", "reserve") for one in questions)
    least, most = bounds(minutes)
    found = []
    if asked > most:
        found.append(Remark("too-many", "warn", "", f"{_questions(asked)} do not fit {minutes} minutes.",
                            f"Keep {least} to {most}; the rest goes into reserve."))  # fmt: skip
    elif asked < least:
        found.append(Remark("too-few", "note", "", f"{_questions(asked)} for {minutes} minutes.",
                            f"{least} to {most} fill the time without haste."))  # fmt: skip
    reserve = sum(one.kind == "reserve" for one in questions)
    if reserve > MOST_IN_RESERVE:
        found.append(Remark("too-many", "note", "", f"{_questions(reserve)} are in reserve.",
                            "Two are enough: there is rarely time for one."))  # fmt: skip
    return tuple(found)


def _questions(number: int) -> str:
    said = words.counted(number, "question", "questions") if number else "No question"
    return said[0].upper() + said[1:]


def _close(questions: Sequence[Question]) -> tuple[Remark, ...]:
    if any(one.kind == "close" for one in questions) or not questions:
        return ()
    return (Remark("no-give", "warn", "", "The talk has no close.",
                   "End with what you should have asked, and with something that you could find out or send."),
            )  # fmt: skip


# --- when -----------------------------------------------------------------------------------------------------------


def send_by(meets_on: date) -> date:
    """The last day on which the questions leave three working days, holidays left out, before the talk.

    >>> send_by(date(2026, 11, 30))  # the Monday after Thanksgiving
    datetime.date(2026, 11, 24)
    """
    day, left = meets_on, DAYS_BEFORE
    while left and day > date.min:
        day -= timedelta(days=1)
        left -= day.weekday() < 5 and not holiday_on(day)
    return day


def _late(meets_on: date, today: date) -> tuple[Remark, ...]:
    if meets_on < today or today <= send_by(meets_on):
        return ()
    return (Remark("late", "note", "", "Fewer than three working days are left before the talk.",
                   "Send the questions today, and say that no preparation is needed."),)  # fmt: skip
