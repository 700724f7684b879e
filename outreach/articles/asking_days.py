"""The days of an approval: by when an answer may be asked for, how long a link works, when a reminder is polite. Pure.

Days are counted where the reviewer is, weekends and US holidays left out (product.md, A5 and row 29).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from outreach import us_holidays
from outreach.articles.rules import DAYS_BEFORE_VENUE, EARLIEST_DAYS, LINK_DAYS, REMINDERS
from outreach.followups import working_days
from outreach.words import counted, day, listed

USUAL_DAYS = 10
"""Working days that are proposed: two weeks."""

MOST_LINK_DAYS = 90
"""A secret link that nobody needs any more is a danger alone."""

FARTHEST = timedelta(days=365)
"""A day beyond that is a slip."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is to be said of a day by which an answer is asked for. Refusals stop; remarks are decided by the user.

    ahead: working days from today to it; before: from it to the day of the venue, None without one.
    """

    ahead: int
    before: int | None
    refusals: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def weigh(ask_by: date, today: date, due_on: date | None, name: str) -> Weighed:
    """Holds a day against today where the reviewer is, and against the day on which the text is due."""
    ahead = working_days.between(today, ask_by)
    before = working_days.between(ask_by, due_on) if due_on is not None else None
    if ask_by <= today:
        return Weighed(ahead, before, (f"{day(ask_by, today)} is not ahead any more. Name a later day.",))
    if ask_by - today > FARTHEST:
        return Weighed(ahead, before, ("This day is more than a year away. Name an earlier one.",))
    if due_on is not None and ask_by > due_on:
        words = (
            f"The text is due on {day(due_on, today)}. Ask for an answer before that, or move the day of the project."
        )
        return Weighed(ahead, before, (words,))
    remarks = []
    if ahead < EARLIEST_DAYS:
        remarks.append(
            f"{name} would have {counted(ahead, 'working day', 'working days')} for it"
            f"{_not_counted(today, ask_by)}. {EARLIEST_DAYS} are usual; less presses."
        )
    if due_on is not None and before is not None and before < DAYS_BEFORE_VENUE:
        remarks.append(
            f"That leaves {counted(before, 'working day', 'working days')} until the text is due on "
            f"{day(due_on, today)}{_not_counted(ask_by, due_on)}. {DAYS_BEFORE_VENUE} leave time for a second look."
        )
    return Weighed(ahead, before, (), tuple(remarks))


def _not_counted(first: date, last: date) -> str:
    """ "; Thanksgiving Day is not counted", as it goes on; "" where no holiday lies between."""
    if last - first > FARTHEST:
        return ""
    names = [us_holidays.holiday_on(one) for one in us_holidays.holidays_between(first, last) if one > first]
    if not names:
        return ""
    return f"; {listed(names)} {'is' if len(names) == 1 else 'are'} not counted"


def proposed(today: date, due_on: date | None) -> date:
    """A day to ask for: two weeks ahead, earlier where the text is due before, and never under seven working days."""
    usual, earliest = working_days.after(today, USUAL_DAYS), working_days.after(today, EARLIEST_DAYS)
    if due_on is None:
        return usual
    latest = _before(due_on, DAYS_BEFORE_VENUE)
    return max(earliest, min(usual, latest))


def _before(last: date, number: int) -> date:
    """The latest working day with so many working days after it, up to and with another."""
    found, left = last, number
    while (left > 0 or not working_days.is_working_day(found)) and found > date.min:
        left -= working_days.is_working_day(found)
        found -= timedelta(days=1)
    return found


def expires(ask_by: date, zone: tzinfo, days: int = LINK_DAYS) -> datetime:
    """When a link stops that works so many days after the day named: at midnight there. In UTC."""
    try:
        ends = datetime.combine(ask_by + timedelta(days=1), time(), zone).astimezone(UTC)
        return ends + timedelta(days=max(0, min(days, MOST_LINK_DAYS)))
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


# --- reminders --------------------------------------------------------------------------------------------------------

StepKind = Literal["wait", "remind", "rest"]


@dataclass(frozen=True, slots=True)
class Reminding:
    """What is polite towards somebody who has not answered. on: the day of it; number: which reminder, from 1."""

    kind: StepKind
    on: date | None = None
    number: int = 0


def next_reminder(sent_on: date, reminded_on: Sequence[date], today: date) -> Reminding:
    """When a reminder is offered: after 7 and 14 working days, never sooner than 7 after the one before, twice at most.

    All days are where the reviewer is.
    """
    number = len(reminded_on)
    if number >= len(REMINDERS):
        return Reminding("rest")
    due = working_days.after(sent_on, REMINDERS[number])
    if reminded_on:
        due = max(due, working_days.after(max(reminded_on), REMINDERS[0]))
    return Reminding("remind" if today >= due else "wait", due, number + 1)
