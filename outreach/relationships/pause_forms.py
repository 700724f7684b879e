"""The form of a pause: why, and until when."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field

from outreach.accounts.fields import AtMost, OneLine, Text
from outreach.organizations.fields import Choice, Day, Version
from outreach.relationships import policy
from outreach.relationships.models import PAUSE_REASONS
from outreach.relationships.pauses import WORDS_MAX
from outreach.words import day

ON_A_DAY = "day"

TWO_WEEKS = timedelta(days=14)


def months_after(start: date, months: int) -> date:
    """The same day some months later; the last one of the month where it is shorter, and of the calendar after it."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def quick_choices(today: date) -> dict[str, date]:
    """How long, as one chooses it at once -> the first day on which things go on."""
    return {
        "two_weeks": today + min(TWO_WEEKS, date.max - today),
        "month": today + min(policy.PAUSE.span, date.max - today),
        "three_months": months_after(today, 3),
    }


WORDS = {"two_weeks": "Two weeks", "month": "A month", "three_months": "Three months"}


class PauseForm(FlaskForm):
    """Made for a day: see `pause_form`."""

    version = Version()
    reason = Choice("What is it?", list(PAUSE_REASONS.items()))
    words = Text(
        "To remember, in a few words",
        [OneLine(), AtMost(WORDS_MAX)],
        description="What is publicly known, or what they told you to be known. Nothing about anybody’s health.",
    )
    day = Day("The day on which things go on", description="Such as 2027-01-12 or Jan 12, 2027.")

    how_long: Choice

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
        for name in ("reason", "how_long"):
            self[name].flags.required = True  # so that neither is called optional

    def validate_day(self, field: Any) -> None:
        """Only looked at where a day was to be chosen."""
        if self.how_long.data != ON_A_DAY:
            field.errors = []

    @property
    def until(self) -> date | None:
        """The first day on which things go on; None where a day was to be given and was not."""
        quick = quick_choices(self.today).get(self.how_long.data or "")
        return quick if quick is not None else self.day.read

    @property
    def day_field(self) -> Field:
        """The field beside which a wrong day is told."""
        return self.day if self.how_long.data == ON_A_DAY else self.how_long


def pause_form(today: date, **named: Any) -> PauseForm:
    """The form, with the quick choices as they fall from this day."""
    quick = [(key, f"{WORDS[key]}, until {day(until, today)}") for key, until in quick_choices(today).items()]
    made: type[PauseForm] = type(
        "FromToday", (PauseForm,), {"how_long": Choice("For how long?", [*quick, (ON_A_DAY, "Until another day")])}
    )
    return made(today=today, **named)
