"""When the next note of a ladder is due, what stops it, and how it ends. Pure: a course and the facts in, a course out.

    settled(course, facts, ladder, now) -> Course

What is settled is settled again with the same result. Nothing is due before its moment: so many working days after the
request, and after the note before was *sent*, on a good morning where the reader is; not while everything about them is
paused, nor while they are out of the office, nor before the day to which the user moved it. It never sends anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from types import MappingProxyType

from outreach.followups import working_days
from outreach.followups.ladder_files import LEAST_GAP, Ladder, LadderStep

RECENT = timedelta(days=30)
"""How long after it was sent a request still gets a ladder by itself; older ones were sent before there were any."""

UNDO_FOR = timedelta(days=30)
"""How long a ladder that ended goes on by itself when what ended it is taken back."""

AWAY = 7
"""Working days that somebody is taken to be out of the office who did not say until when."""

FARTHEST_MOVE = timedelta(days=366)
"""How far ahead the user can move a note."""

OPEN = ("planned", "due")
ENDS_BY_ITSELF = frozenset({"gone", "asked_not_to_write", "declined", "answered", "withdrawn", "moved"})
GOES_ON_BY_ITSELF = frozenset({"gone", "declined", "answered", "withdrawn"})
"""Reasons which, when they turn out to have been a mistake, leave no trace. After the others one begins again by hand:
whoever asked not to be written to, or has another post, is not followed up because of an edit."""


@dataclass(frozen=True, slots=True)
class StepNow:
    """A note as it stands. `due_at`: from when it may be written, None until the one before is sent or skipped."""

    place: int
    kind: str
    state: str = "planned"
    due_at: datetime | None = None
    became_due_at: datetime | None = None
    sent_at: datetime | None = None
    draft_id: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A ladder under way. `moved_to`: the day before which the user wants nothing of it."""

    started_at: datetime
    steps: tuple[StepNow, ...]
    state: str = "running"
    stop_reason: str = ""
    ended_at: datetime | None = None
    moved_to: date | None = None

    @property
    def open_step(self) -> StepNow | None:
        """The next note: the first that is neither sent nor skipped; None when the ladder has ended."""
        if self.state != "running":
            return None
        return next((one for one in self.steps if one.state in OPEN), None)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of life of theirs. `answer` is one of `relationships.models.ANSWERS`; "" for what is no answer."""

    on: date
    answer: str = ""
    back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A letter that was begun or sent for a step. `sent_at` is None while it is being written."""

    draft_id: int
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a ladder looks at beside itself. `zone`: whose mornings and days count."""

    zone: tzinfo
    sent_at: datetime | None
    """When the request was sent; None when that was taken back."""
    signs: tuple[Sign, ...] = ()
    """Since the request, first to last."""
    ask_state: str = ""
    """How the request stands in the ledger; "" where it is not noted there."""
    is_here: bool = True
    may_be_written_to: bool = True
    has_moved: bool = False
    asked_anew: bool = False
    """Whether a later request to the same person was sent, which is followed up instead."""
    paused_until: date | None = None
    """The first day on which things go on; None where nothing is paused now."""
    notes: Mapping[int, Note] = field(default_factory=lambda: MappingProxyType({}))
    """By place of the step."""


# --- the whole ------------------------------------------------------------------------------------------------------


def begun(ladder: Ladder, sent_at: datetime) -> Course:
    """The course of a request that was sent, with nothing planned yet: `settled` does that."""
    steps = tuple(StepNow(place, step.kind) for place, step in enumerate(ladder.steps, start=1))
    return Course(sent_at, steps)


def settled(course: Course, facts: Facts, ladder: Ladder | None, now: datetime) -> Course:
    """The course as the facts and the moment make it."""
    course = replace(course, started_at=facts.sent_at or course.started_at)
    course = _with_what_left(course, facts)
    course = _ended_or_not(course, facts, now)
    if course.state != "running":
        return course
    if all(one.state not in OPEN for one in course.steps):
        return replace(course, state="finished", stop_reason="rested", ended_at=now)
    return _planned(course, facts, ladder, now)


def _with_what_left(course: Course, facts: Facts) -> Course:
    """Notes that were sent are sent, whatever was thought of them; one whose sending was taken back is open again."""
    steps = list(course.steps)
    for at, step in enumerate(steps):
        note = facts.notes.get(step.place)
        if note is not None and note.sent_at is not None:
            steps[at] = replace(step, state="sent", sent_at=note.sent_at, draft_id=note.draft_id)
        elif step.state == "sent" and note is not None:
            steps[at] = replace(step, state="planned", sent_at=None, due_at=None, draft_id=note.draft_id)
        elif step.state != "sent" and step.draft_id != (note.draft_id if note else None):
            steps[at] = replace(step, draft_id=note.draft_id if note else None)
    if any(one.state == "sent" for one in steps):
        last = max(one.place for one in steps if one.state == "sent")
        # Whoever has sent the second note has left the first one out.
        steps = [replace(one, state="skipped") if one.place < last and one.state in OPEN else one for one in steps]
    moved_to = None if [one.sent_at for one in steps] != [one.sent_at for one in course.steps] else course.moved_to
    return replace(course, steps=tuple(steps), moved_to=moved_to)


def _ended_or_not(course: Course, facts: Facts, now: datetime) -> Course:
    reason = stop_for(facts)
    if course.state == "running":
        return stopped(course, reason, now) if reason else course
    if course.state == "finished":
        return _after_the_end(course, reason, now)
    was = course.stop_reason
    is_recent = course.ended_at is not None and now - course.ended_at <= UNDO_FOR
    if not reason and was in GOES_ON_BY_ITSELF and is_recent:
        return going_on(course)
    if reason and was in GOES_ON_BY_ITSELF and reason != was:
        course = replace(course, stop_reason=reason)
    return replace(course, steps=_dropped(course.steps))


def _after_the_end(course: Course, reason: str, now: datetime) -> Course:
    """They may answer after all; and a last note may turn out not to have been sent."""
    if reason in ("answered", "declined", "asked_not_to_write"):
        return stopped(course, reason, now)
    return going_on(course) if any(one.state in OPEN for one in course.steps) else course


def stop_for(facts: Facts) -> str:
    """Why a ladder ends, the gravest reason first; "" for none."""
    answers = [one.answer for one in facts.signs if one.answer != "out_of_office"]
    reasons = (
        ("gone", not facts.is_here),
        ("asked_not_to_write", not facts.may_be_written_to or "do_not_write" in answers),
        ("declined", "no" in answers or facts.ask_state == "declined"),
        ("answered", bool(answers) or facts.ask_state == "granted"),
        ("withdrawn", facts.sent_at is None or facts.ask_state == "withdrawn"),
        ("moved", facts.has_moved),
        ("by_hand", facts.asked_anew or facts.ask_state == "unanswered"),
    )
    return next((reason for reason, holds in reasons if holds), "")


def stopped(course: Course, reason: str, now: datetime) -> Course:
    """The course ended; what was not sent is dropped."""
    return replace(course, steps=_dropped(course.steps), state="stopped", stop_reason=reason, ended_at=now)


def _dropped(steps: tuple[StepNow, ...]) -> tuple[StepNow, ...]:
    return tuple(replace(one, state="dropped") if one.state in OPEN else one for one in steps)


def going_on(course: Course) -> Course:
    """The course under way again; what was dropped is planned anew."""
    steps = tuple(
        replace(one, state="planned", due_at=None, became_due_at=None) if one.state == "dropped" else one
        for one in course.steps
    )
    return replace(course, steps=steps, state="running", stop_reason="", ended_at=None)


def skipped(course: Course) -> Course:
    """The next note left out."""
    step = course.open_step
    if step is None:
        return course
    steps = tuple(replace(one, state="skipped") if one is step else one for one in course.steps)
    return replace(course, steps=steps, moved_to=None)


# --- when -----------------------------------------------------------------------------------------------------------


def _planned(course: Course, facts: Facts, ladder: Ladder | None, now: datetime) -> Course:
    """The next note with its moment, due where that has come; those behind it have none yet."""
    step = course.open_step
    told = ladder.step(step.place) if ladder is not None and step is not None else None
    if step is None or told is None:
        return course
    planned = _due(step, due_moment(course, facts, told), facts, now)
    return replace(
        course, steps=tuple(planned if one is step else _unplanned(one) for one in course.steps)
    )  # fmt: skip


def _unplanned(step: StepNow) -> StepNow:
    if step.state not in OPEN:
        return step
    return replace(step, state="planned", due_at=None, became_due_at=None)


def _due(step: StepNow, moment: datetime | None, facts: Facts, now: datetime) -> StepNow:
    """The step with its moment. One that is due stays due unless its moment was put off, whatever the clock does."""
    if step.state == "due":
        was_put_off = moment is None or (step.due_at is not None and moment > max(step.due_at, now))
        if not was_put_off:
            return step
    if moment is not None and moment <= now and facts.paused_until is None:
        return replace(step, state="due", due_at=moment, became_due_at=now)
    return replace(step, state="planned", due_at=moment, became_due_at=None)


def due_moment(course: Course, facts: Facts, told: LadderStep) -> datetime | None:
    """From when the next note may be written, as the facts are now; None beyond the calendar."""
    day = max(earliest_day(course, facts.zone, told), held_until(course, facts) or date.min)
    return working_days.good_morning(day, facts.zone)


def earliest_day(course: Course, zone: tzinfo, told: LadderStep) -> date:
    """The day before which the next note comes too soon, whatever the user wishes."""
    day = working_days.after(working_days.day_there(course.started_at, zone), told.wait)
    sent = [one.sent_at for one in course.steps if one.sent_at is not None]
    if not sent:
        return day
    return max(day, working_days.after(working_days.day_there(max(sent), zone), max(told.gap, LEAST_GAP)))


def held_until(course: Course, facts: Facts) -> date | None:
    """The day until which the next note waits, for whatever reason; None where it waits for its time alone."""
    days = [facts.paused_until, away_until(facts.signs), course.moved_to]
    return max((day for day in days if day is not None), default=None)


def away_until(signs: Sequence[Sign]) -> date | None:
    """The day on which they are back, by the last automatic answer; None where there was none."""
    away = [one for one in signs if one.answer == "out_of_office"]
    if not away:
        return None
    last = max(away, key=lambda one: one.on)
    return last.back_on if last.back_on is not None else working_days.after(last.on, AWAY)


# --- what one may do ------------------------------------------------------------------------------------------------


def move_problem(day: date, earliest: date, today: date) -> str:
    """Why the next note cannot be moved to a day, as a sentence; "" where it can."""
    if day < max(earliest, today):
        return f"Choose a day from {max(earliest, today).isoformat()} on: earlier comes too soon."
    if day > today + FARTHEST_MOVE:
        return "Choose a day within a year. It can be moved again later."
    return ""


def again_problem(course: Course, facts: Facts) -> str:
    """Why a ladder that ended cannot begin again, as a sentence; "" where it can."""
    if course.state == "running":
        return "It is under way."
    if course.state == "finished" or not any(one.state in ("dropped", *OPEN) for one in course.steps):
        return "Both notes are behind you. A new request needs a new reason."
    reason = stop_for(replace(facts, has_moved=False, asked_anew=False))
    if reason and not (reason == "by_hand" and facts.ask_state == "unanswered"):
        return _NOT_AGAIN.get(reason, "What ended it still holds.")
    return "A later request to them is followed up." if facts.asked_anew else ""


_NOT_AGAIN = {
    "gone": "The person was deleted.",
    "asked_not_to_write": "They ask not to be written to.",
    "declined": "They said no.",
    "answered": "They have answered.",
    "withdrawn": "The request was not sent.",
}
