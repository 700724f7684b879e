"""The forms of rhythms, of their groups, of one's own pace and of days away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Form, SelectMultipleField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from outreach import partial_dates
from outreach.accounts.fields import AtMost, Named, OneLine, Text, choice
from outreach.followups import rhythm_rules
from outreach.followups.models import RhythmGroup
from outreach.organizations.fields import Choice, Version

NAME_MAX, WORDS_MAX = 100, 200
OWN = "own"
"""The choice of own numbers of days."""

WEEKDAYS = (
    ("1", "Monday"), ("2", "Tuesday"), ("3", "Wednesday"), ("4", "Thursday"), ("5", "Friday"), ("6", "Saturday"),
    ("7", "Sunday"),
)  # fmt: skip


class Whole(Text):
    """A whole number between two; `read` is the number, None for an empty field that may be empty."""

    read: int | None = None

    def __init__(self, label: str, least: int, most: int, *, of: str, **named: Any) -> None:
        super().__init__(label, [self._check], **named)
        self.least, self.most, self.of = least, most, of

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError for what is no such number."""
        text = (field.data or "").strip()
        if not text and not field.flags.required:
            return
        is_number = text.isascii() and text.isdigit() and len(text) <= 6
        if not (is_number and field.least <= int(text) <= field.most):
            raise ValidationError(f"Enter a number of {field.of} between {field.least} and {field.most}.")
        field.read = int(text)


class Certain(Text):
    """A day that has to be given; `read` is the day."""

    read: date = date.min

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(40), self._check], **named)

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError."""
        try:
            read = partial_dates.read_day(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if read is None:
            raise ValidationError("Enter a day, such as 2026-11-30.")
        field.read = read


class RhythmForm(FlaskForm):
    """How often one wants to be in touch. Made for the groups there are: see `rhythm_form`."""

    ideal = Whole("Ideally after so many days", rhythm_rules.SHORTEST, rhythm_rules.LONGEST, of="days")
    latest = Whole("At the latest after so many days", rhythm_rules.SHORTEST, rhythm_rules.LATEST_MOST, of="days")

    how: Any

    def validate_latest(self, field: Any) -> None:
        """Raises: ValidationError for own numbers that are no rhythm."""
        if self.how.data != OWN or self.ideal.errors or field.errors:
            return
        if self.ideal.read is None or field.read is None:
            raise ValidationError("Enter both numbers of days.")
        try:
            rhythm_rules.check_interval(self.ideal.read, field.read)
        except rhythm_rules.BadInterval as error:
            raise ValidationError(str(error)) from None


def rhythm_form(groups: Sequence[RhythmGroup], **named: Any) -> RhythmForm:
    """The form with the groups that there are."""
    usual = [(kind, f"{words} ({rhythm_rules.said(*days)})") for kind, (words, *days) in rhythm_rules.USUAL.items()]
    of_groups = [
        (f"group-{one.id}", f"As the group {one.name} ({rhythm_rules.said(one.ideal_days, one.latest_days)})")
        for one in groups
    ]
    field = choice("How often", [*of_groups, *usual, (OWN, "By the days below")])
    made: type[RhythmForm] = type("OfThese", (RhythmForm,), {"how": field})
    return made(**named)


class GroupForm(FlaskForm):
    """A group with its interval."""

    version = Version()
    name = Text("Name of the group", [Named("Name the group, such as Mentors."), OneLine(), AtMost(NAME_MAX)])
    ideal = Whole("Ideally after so many days", rhythm_rules.SHORTEST, rhythm_rules.LONGEST, of="days")
    latest = Whole("At the latest after so many days", rhythm_rules.SHORTEST, rhythm_rules.LATEST_MOST, of="days")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.ideal.flags.required = self.latest.flags.required = True

    def validate_latest(self, field: Any) -> None:
        """Raises: ValidationError for numbers that are no rhythm together."""
        if self.ideal.read is None or field.read is None:
            return
        try:
            rhythm_rules.check_interval(self.ideal.read, field.read)
        except rhythm_rules.BadInterval as error:
            raise ValidationError(str(error)) from None


class PutOffForm(FlaskForm):
    """To another day. Which button was pressed (`to`) is read by the view."""

    day = Text("Another day", [OneLine(), AtMost(40)], description="Such as 2026-11-30 or Nov 30, 2026.")


class PaceForm(FlaskForm):
    """How many letters a week, on which days."""

    weekly = Choice(
        "Letters a week, at most", [(str(number), str(number)) for number in range(1, rhythm_rules.MOST_WEEKLY + 1)]
    )
    days = SelectMultipleField(
        "Days on which you can write",
        choices=[SelectChoice(value, words) for value, words in WEEKDAYS],
        validate_choice=False, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(),
    )  # fmt: skip

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.weekly.flags.required = True

    def validate_days(self, field: Any) -> None:
        """Raises: ValidationError where no day, or no such day, is chosen."""
        if not field.data or not set(field.data) <= {value for value, _ in WEEKDAYS}:
            raise ValidationError("Choose at least one day of the week.")


class AwayForm(FlaskForm):
    """Days on which one writes to nobody."""

    first = Certain("First day", description="Such as 2026-12-21 or Dec 21, 2026.")
    last = Certain("Last day", description="The same day for a single one.")
    words = Text("What it is", [OneLine(), AtMost(WORDS_MAX)], description="Leave, nights, clinic week: for yourself.")

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.first.flags.required = self.last.flags.required = True
