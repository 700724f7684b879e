"""The forms of appointments, of what becomes of them, and of what was agreed to. Each lists what a request can set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, Form, ValidationError

from outreach.accounts.fields import AtMost, LongText, OneLine, Text, choice
from outreach.interviews import consent
from outreach.interviews.appointment_times import LONGEST_TEXT, moment_of, read_clock
from outreach.interviews.forms import Minutes
from outreach.interviews.recording_laws import STATE_CHOICES
from outreach.interviews.talk_models import CONSENTS, RECORDING, WAYS_TO_TALK
from outreach.organizations.fields import Choice, Day, Version
from outreach.time_zones import TIME_ZONES, zone_of

SHORTEST, LONGEST = 5, 240
"""Minutes of a talk, as the table keeps them."""

EARLIEST = date(1950, 1, 1)
FARTHEST = timedelta(days=731)
"""A talk that was held before may be noted; one farther ahead than two years is a slip."""

NONE = ""
PLACE_MAX = 300


class Clock(Text):
    """A time of day, as people write it; `read` is the time."""

    read: time | None = None

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(LONGEST_TEXT), self._check], **named)

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError."""
        try:
            field.read = read_clock(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from, each as (id, words)."""

    helpers: tuple[tuple[int, str], ...] = ()
    projects: tuple[tuple[int, str], ...] = ()
    programs: tuple[tuple[int, str], ...] = ()
    letters: tuple[tuple[int, str], ...] = ()
    guides: tuple[tuple[int, str], ...] = ()


class AppointmentForm(FlaskForm):
    """When, how, where, about what. Made for what there is to choose from: see `appointment_form`."""

    version = Version()
    on = Day("Day", description="Such as 2027-01-12 or Jan 12, 2027.")
    at = Clock("Time", description="Such as 10:40 AM or 2 pm.")
    which = Choice(
        "If clocks go back that night", [("", "Only once"), ("first", "The first"), ("second", "The second")]
    )
    minutes = Minutes("How many minutes", least=SHORTEST, most=LONGEST)
    way = Choice("How", list(WAYS_TO_TALK.items()))
    place = Text("Number, address or room", [OneLine(), AtMost(PLACE_MAX)])
    us_state = Choice("State where they sit", list(STATE_CHOICES))
    said_yes_on = Day("They said yes on", description="It is noted in the ledger as the answer to your request.")

    zone: Choice
    helper: Choice
    project: Choice
    program: Choice
    letter: Choice
    guide: Choice

    moment: datetime | None = None
    """When it is, in UTC, once the form is right."""

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
        for name in ("on", "at", "minutes", "zone", "said_yes_on"):
            if name in self:
                self[name].flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day, and for one that is a slip."""
        if field.read is None:
            raise ValidationError("Enter the day of the talk.")
        if not EARLIEST <= field.read <= self.today + FARTHEST:
            raise ValidationError(f"Enter a day since {EARLIEST.year}, and within two years from today.")

    def validate_zone(self, field: Field) -> None:
        """Raises: ValidationError where nobody says in whose clock."""
        if zone_of(field.data or "") is None:
            raise ValidationError("Choose in whose clock the time was agreed.")

    def validate_at(self, field: Any) -> None:
        """Raises: ValidationError for a time that clocks leave out, or show twice, on that day."""
        zone = zone_of(self.zone.data or "")
        if field.read is None or self.on.read is None or zone is None:
            return
        try:
            self.moment = moment_of(self.on.read, field.read, zone, self.which.data or "")
        except (ValueError, OverflowError) as error:
            raise ValidationError(str(error)) from None

    def validate_said_yes_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None:
            raise ValidationError("Say on which day they agreed.")
        if field.read > self.today:
            raise ValidationError("This day is yet to come. Enter the day on which they agreed.")


def appointment_form(offered: Offered, today: date, zone: str, **named: Any) -> AppointmentForm:
    """The form with what there is to choose from. `zone`: one that it may stand in, beside those that are known."""
    zones = dict(TIME_ZONES) | ({zone: TIME_ZONES.get(zone, zone)} if zone else {})
    zones[""] = "Choose one"
    of_these = {
        "zone": Choice("In whose clock", list(zones.items()), description="The time counts where it was agreed."),
        "helper": Choice("With whose help", _choices(offered.helpers, "Nobody’s")),
        "project": Choice("Project", _choices(offered.projects)),
        "program": Choice("Program to talk about", _choices(offered.programs, "No program")),
        "letter": Choice("Letter that asked for it", _choices(offered.letters)),
        "guide": Choice("Questions", _choices(offered.guides, "None yet")),
    }
    made: type[AppointmentForm] = type("OfThese", (AppointmentForm,), of_these)
    return made(today=today, **named)


def _choices(rows: Sequence[tuple[int, str]], none: str = "None") -> list[tuple[str, str]]:
    return [(NONE, none), *((str(number), words) for number, words in rows)]


class CallOffForm(FlaskForm):
    """Why it does not take place."""

    why = Text("Why, if it was said", [OneLine(), AtMost(500)], description="Nothing about anybody’s health.")


class ConsentForm(FlaskForm):
    """What they agreed to, and what they said to it."""

    version = Version()
    recording = choice("May it be recorded?", list(RECORDING.items()))
    quoting = choice("May they be quoted?", list(CONSENTS.items()))
    words = LongText(
        "Their words, and any condition",
        [AtMost(consent.WORDS_MAX)],
        description="As they said it: “Yes, but not the part about the merger.”",
    )


class HeldForm(FlaskForm):
    """From when until when it was, by the clock where it was agreed."""

    on = Day("Day")
    began = Clock("It began at")
    ended = Clock("It ended at")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        for field in (self.on, self.began, self.ended):
            field.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None or field.read < EARLIEST:
            raise ValidationError(f"Enter the day of the talk, since {EARLIEST.year}.")

    def moments(self, zone: Any) -> tuple[datetime, datetime]:
        """Both times in UTC; an hour that comes twice counts as the first. Raises: ValueError in words."""
        assert self.on.read is not None
        assert self.began.read is not None
        assert self.ended.read is not None
        try:
            began, ended = (moment_of(self.on.read, at, zone, "first") for at in (self.began.read, self.ended.read))
        except OverflowError:
            raise ValueError("Enter a day within the calendar.") from None
        return began.astimezone(UTC), ended.astimezone(UTC)
