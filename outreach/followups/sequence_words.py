"""How a ladder is told: its steps with their dates, why it waits, why it ended, what comes next. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from outreach.followups import rules, working_days
from outreach.followups.ladder_facts import Look
from outreach.followups.models import STOPS
from outreach.followups.rules import StepNow
from outreach.time_zones import TIME_ZONES
from outreach.words import counted, day

GRACE = 20
"""Working days after the latest good day for the last note; beyond them resting without one is said to be as kind."""

_FIRST = {1: "First", 2: "Second"}


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it is told. `state`: done, due, planned or left. `on` is None where no day is known yet."""

    words: str
    state: str
    on: date | None = None
    more: str = ""
    draft_id: int | None = None


def lines(look: Look) -> tuple[Line, ...]:
    """The request, its notes, and the rest behind them."""
    sent = Line("Request sent", "done", _day(look.course.started_at, look), draft_id=look.row.draft_id)
    notes = [_note(look, step) for step in look.course.steps]
    return (sent, *notes, *_end(look))


def _note(look: Look, step: StepNow) -> Line:
    name = note_name(step)
    if step.state == "sent" and step.sent_at is not None:
        return Line(f"{name} sent", "done", _day(step.sent_at, look), draft_id=step.draft_id)
    if step.state == "skipped":
        return Line(f"{name} left out", "left")
    if step.state == "dropped" or look.course.state != "running":
        return Line(f"{name} not needed", "left")
    adds = _adds(look, step)
    if step.state == "due":
        since = _day(step.due_at, look) if step.due_at else None
        return Line(f"{name} can be written", "due", since, adds, step.draft_id)
    if step.due_at is not None:
        return Line(f"{name} planned, if no answer comes", "planned", _day(step.due_at, look), adds, step.draft_id)
    if step is look.course.open_step:
        return Line(f"{name}: no day can be planned", "planned", more="Its ladder file is not there any more.")
    return Line(f"{name}, some days after the first", "planned", about(look, step), adds)


def note_name(step: StepNow) -> str:
    """ "First note", "Second and last note", "Last note"."""
    if step.kind != "closing":
        return f"{_FIRST.get(step.place, 'Next')} note"
    return "Last note" if step.place == 1 else f"{_FIRST.get(step.place, 'Next')} and last note"


def _adds(look: Look, step: StepNow) -> str:
    told = look.ladder.step(step.place) if look.ladder is not None else None
    return f"It adds: {told.adds[:1].lower()}{told.adds[1:]}" if told is not None else ""


def about(look: Look, step: StepNow) -> date | None:
    """The day on which a later note comes if the one before is sent when it is planned."""
    told = look.ladder.step(step.place) if look.ladder is not None else None
    before = next((one for one in look.course.steps if one.place == step.place - 1), None)
    if told is None or before is None or before.due_at is None:
        return None
    zone = look.facts.zone
    wait = working_days.after(working_days.day_there(look.course.started_at, zone), told.wait)
    gap = working_days.after(working_days.day_there(before.due_at, zone), told.gap)
    opens = working_days.good_morning(max(wait, gap), zone)
    return working_days.day_there(opens, zone) if opens is not None else None


def _end(look: Look) -> tuple[Line, ...]:
    if look.course.state == "running":
        days = look.ladder.rest_days if look.ladder is not None else 0
        return (Line(f"Then it rests for {counted(days, 'day', 'days')}: no answer is an answer, too", "planned"),)
    on = _day(look.course.ended_at, look) if look.course.ended_at else None
    return (Line(ended(look), "done", on),)


def _day(moment: datetime, look: Look) -> date:
    """The day of a moment where the reader is: that on which it reaches them."""
    return working_days.day_there(moment, look.facts.zone)


# --- in a sentence --------------------------------------------------------------------------------------------------


def ended(look: Look) -> str:
    """Why a ladder ended: "They answered", "Closed kindly; it rests"."""
    if look.course.stop_reason == "by_hand" and look.facts.asked_anew:
        return "You asked anew; that request is followed up"
    if look.course.stop_reason == "by_hand" and look.facts.ask_state == "unanswered":
        return "You closed the request"
    return STOPS[look.course.stop_reason]


def waits_for(look: Look, today: date) -> str:
    """Why the next note waits longer than its time, as a sentence; "" where it does not."""
    if look.course.open_step is None:
        return ""
    paused, away = look.facts.paused_until, rules.away_until(look.facts.signs)
    if paused is not None:
        return f"Everything is paused until {day(paused, today)}. Until then nothing is planned."
    if away is not None and away > today:
        return f"They are out of the office until {day(away, today)}."
    if look.course.moved_to is not None and look.course.moved_to > today:
        return f"You moved it to {day(look.course.moved_to, today)} or later."
    return ""


def next_words(look: Look, today: date) -> str:
    """What comes next, in a few words: "First note from Tue, Nov 24", "First note can be written"."""
    step = look.course.open_step
    if step is None:
        return ended(look)
    name = note_name(step)
    if step.state == "due":
        return f"{name} can be written"
    return f"{name} from {day(_day(step.due_at, look), today)}" if step.due_at else f"{name}: no day yet"


def silence(look: Look, now: datetime) -> str:
    """ "for 12 working days: one note left", of somebody who has not answered."""
    last = max((one.sent_at for one in look.course.steps if one.sent_at is not None), default=look.course.started_at)
    zone = look.facts.zone
    days = working_days.between(working_days.day_there(last, zone), working_days.day_there(now, zone))
    left = sum(one.state in rules.OPEN for one in look.course.steps)
    notes = "one note left" if left == 1 else "two notes at most"
    long = f"for {counted(days, 'working day', 'working days')}" if days > 0 else "yet"
    return f"{long}: {notes}"


def where(look: Look) -> str:
    """Whose days and mornings count, as a sentence."""
    name = look.row.person.name
    if look.zones.unknown:
        return f"“{look.zones.unknown}” is no time zone that is known, so days count where you are."
    if not look.zones.name:
        return f"The time zone of {name} is not known, so days count where you are."
    words = TIME_ZONES.get(look.zones.name, look.zones.name.replace("_", " "))
    return f"Days count where {name} is: {words}."


def is_late(look: Look, today: date) -> bool:
    """Whether the best days for the last note are over: then resting without a note is as kind."""
    step = look.course.open_step
    told = look.ladder.step(step.place) if step is not None and look.ladder is not None else None
    if step is None or told is None or told.latest is None or step.state != "due":
        return False
    return today > working_days.after(_day(look.course.started_at, look), told.latest + GRACE)
