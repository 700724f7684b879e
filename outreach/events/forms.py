"""The forms of events. Each lists the only fields that a request can set."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeVar

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach import identifiers
from outreach.accounts.fields import AtMost, LongText, Named, OneLine, Text
from outreach.events import rules
from outreach.organizations.fields import Choice, Day, Read, Version
from outreach.time_zones import TIME_ZONES, zone_of

_ZONE_NAME = re.compile(r"[A-Za-z0-9_+\-/]{1,60}")


class EventForm(FlaskForm):
    """What an event is called, where and when it is. Made with `event_form`."""

    version = Version()
    name = Text("Name", [Named("Enter the name of the event."), OneLine(), AtMost(rules.NAME_MAX)])
    place = Text(
        "Place", [OneLine(), AtMost(rules.PLACE_MAX)], description="Such as Lakeside Conference Center, Duluth."
    )
    starts_on = Day("First day", description="Such as 2026-12-03 or Dec 3, 2026.")
    ends_on = Day("Last day", description="Leave it empty for an event of one day.")
    other_zone = Text(
        "Another zone, by its name",
        [OneLine(), AtMost(rules.ZONE_MAX)],
        description="Only where it is not in the list: Europe/Lisbon, Asia/Seoul.",
    )
    website = Text("Website", [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)])
    carry = LongText(
        "What to take along",
        [AtMost(rules.CARRY_MAX)],
        description="A line each, with a square to tick on the run sheet: “Five copies of the summary”.",
    )

    zone: Choice

    def __init__(self, *, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today
        self.starts_on.flags.required = True
        self.zone.flags.required = True

    def validate_starts_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None:
            raise ValidationError("Enter the first day.")

    def validate_ends_on(self, field: Any) -> None:
        """Raises: ValidationError where both days cannot be those of an event."""
        first = self.starts_on.read
        if first is None:
            return
        problem = rules.days_problem(first, field.read or first, self.today)
        if problem:
            raise ValidationError(problem)

    def validate_zone(self, field: Any) -> None:
        """Raises: ValidationError where nobody says by whose clocks the times are."""
        if not field.data and not self.other_zone.data:
            raise ValidationError("Choose the time zone of the place: the times of the program are by its clocks.")

    def validate_other_zone(self, field: Any) -> None:
        """Raises: ValidationError for a name that the database of zones does not know."""
        if field.data and (not _ZONE_NAME.fullmatch(field.data) or zone_of(field.data) is None):
            raise ValidationError(
                "No time zone has this name. Write it as the database of zones does, such as Europe/Lisbon."
            )

    def validate_carry(self, _field: Any) -> None:
        """Raises: ValidationError for more than the run sheet has room for."""
        if len(self.carried) > rules.CARRY_LINES:
            raise ValidationError(
                f"The run sheet has room for {rules.CARRY_LINES} lines. You wrote {len(self.carried)}."
            )
        if any(len(line) > rules.CARRY_LINE_MAX for line in self.carried):
            raise ValidationError(f"Keep each line within {rules.CARRY_LINE_MAX} characters.")

    @property
    def carried(self) -> tuple[str, ...]:
        """The lines of what is taken along, without the empty ones."""
        lines = (" ".join(line.split()) for line in (self.carry.data or "").splitlines())
        return tuple(line for line in lines if line)

    @property
    def zone_name(self) -> str:
        """The zone that was said: the one that was written, else the one that was chosen."""
        return self.other_zone.data or self.zone.data or ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day, once the form is right."""
        assert self.starts_on.read is not None
        return self.starts_on.read, self.ends_on.read or self.starts_on.read


Made = TypeVar("Made", bound=EventForm)


def event_form(today: date, zone: str = "", **named: Any) -> EventForm:
    """The form with the zones there are to choose from. `zone`: one that it stands in, beside those."""
    return event_form_of(EventForm, today, zone, **named)


def event_form_of(form: type[Made], today: date, zone: str, **named: Any) -> Made:
    """The same for a form that asks for more."""
    zones = dict(TIME_ZONES) | ({zone: TIME_ZONES.get(zone, zone)} if zone else {})
    zones[""] = "Choose one"
    offered = Choice("Time zone of the place", list(zones.items()))
    made: type[Made] = type("InThese", (form,), {"zone": offered})
    return made(today=today, **named)
