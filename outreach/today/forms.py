"""The forms of the first page: putting something off, the digest by mail."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, OneLine, Text, choice
from outreach.organizations.fields import Choice
from outreach.today.models import DIGESTS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_HOURS = [(str(hour), f"{hour % 12 or 12} {'AM' if hour < 12 else 'PM'}") for hour in range(24)]


class LaterForm(FlaskForm):
    """To another day. Which button was pressed (`to`) is read by the view."""

    day = Text("Another day", [OneLine(), AtMost(40)], description="Year, month and day, such as 2026-11-30.")


class DigestForm(FlaskForm):
    """How often, on which day, at which hour."""

    every = choice("How often", list(DIGESTS.items()))
    weekday = Choice("On which day", [(str(number), name) for number, name in enumerate(_WEEKDAYS, start=1)])
    hour = Choice(
        "At which hour", [(str(hour), f"{hour % 12 or 12} {'AM' if hour < 12 else 'PM'}") for hour in range(24)]
    )

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.weekday.flags.required = self.hour.flags.required = True
