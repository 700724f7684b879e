"""The form of a meeting. It lists the only fields that a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach.accounts.fields import AtMost, OneLine, Text
from outreach.events import rules
from outreach.events.meetings import CARD_ROW_MAX, CARD_ROWS, MeetingDetails
from outreach.interviews.appointment_times import LONGEST_TEXT, read_clock
from outreach.organizations.fields import Choice, Day, Version

NONE = ""


class OptionalClock(Text):
    """A time of day, as people write it, or none; `minute` is the minute of the day."""

    minute: int | None = None

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(LONGEST_TEXT), self._check], **named)

    @staticmethod
    def _check(_form: Any, field: Any) -> None:
        """Raises: ValidationError."""
        if not field.data:
            return
        try:
            read: time = read_clock(field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        field.minute = read.hour * 60 + read.minute


class MeetingForm(FlaskForm):
    """When, where, what for. Made for the sessions that there are to choose from: see `meeting_form`."""

    version = Version()
    aim = Text(
        "What this meeting is for",
        [OneLine(), AtMost(rules.AIM_MAX)],
        description="One thing, such as: 20 minutes by phone in December.",
    )
    meets_on = Day("Day", description="Only for a time of your own.")
    starts = OptionalClock("From", description="Such as 10:40 AM, by the clocks of the place.")
    ends = OptionalClock("Until")
    meeting_place = Text("Where you meet", [OneLine(), AtMost(rules.PLACE_MAX)], description="Such as Coffee bar.")
    who = Text(CARD_ROWS["who"], [OneLine(), AtMost(CARD_ROW_MAX)])
    why_now = Text(CARD_ROWS["why_now"], [OneLine(), AtMost(CARD_ROW_MAX)])
    give = Text(CARD_ROWS["give"], [OneLine(), AtMost(CARD_ROW_MAX)])
    ask = Text(CARD_ROWS["ask"], [OneLine(), AtMost(CARD_ROW_MAX)])
    avoid = Text(CARD_ROWS["avoid"], [OneLine(), AtMost(CARD_ROW_MAX)])

    held: Choice

    days: tuple[date, date] = (date.min, date.max)

    def validate_meets_on(self, field: Any) -> None:
        """Raises: ValidationError for a day that is not the event's, and for none where several days are possible."""
        first, last = self.days
        if field.read is not None and not first <= field.read <= last:
            raise ValidationError("Enter one of the days of the event.")

    def validate_starts(self, field: Any) -> None:
        """Raises: ValidationError for an end without a beginning, and for a time without its day."""
        if field.minute is None and self.ends.data:
            raise ValidationError("Enter when it begins, too.")
        if field.minute is not None and self.day is None:
            raise ValidationError("Enter the day as well: the event has several.")

    @property
    def day(self) -> date | None:
        """The day of the meeting: of an event of one day, that."""
        if self.meets_on.read is not None or self.starts.minute is None:
            return self.meets_on.read
        return self.days[0] if self.days[0] == self.days[1] else None

    @property
    def details(self) -> MeetingDetails:
        """What it says, once it is right."""
        return MeetingDetails(
            aim=self.aim.data or "",
            session_id=int(self.held.data) if self.held.data else None,
            meets_on=self.day,
            starts_minute=self.starts.minute,
            ends_minute=self.ends.minute,
            meeting_place=self.meeting_place.data or "",
            card={key: self[key].data or "" for key in CARD_ROWS},
        )


def meeting_form(days: tuple[date, date], sessions: Sequence[tuple[int, str]], **named: Any) -> MeetingForm:
    """The form with the sessions there are to choose from, as (id, words)."""
    offered = [(NONE, "At a time of your own"), *((str(number), words) for number, words in sessions)]
    made: type[MeetingForm] = type("AtThese", (MeetingForm,), {"held": Choice("At which session", offered)})
    form = made(**named)
    form.days = days
    return form
