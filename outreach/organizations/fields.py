"""Fields and checks of this room's forms and of those after it, beside the texts of `accounts.fields`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from wtforms import Field, Form, HiddenField, SelectField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.validators import StopValidation

from outreach import partial_dates
from outreach.accounts.fields import AtMost, OneLine, Text

UNTOLD_VERSION = 0
"""What a form says that does not say which state of the thing it was made from: never the present one."""


class Choice(SelectField):
    """One of several, as (value, words). Of a field that comes twice the first one counts; none sent is the first."""

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], **named: Any) -> None:
        self.values = [value for value, _ in choices]
        options = [SelectChoice(value, words) for value, words in choices]
        super().__init__(label, [self._check], choices=options, validate_choice=False, **named)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent; a file that was sent where a word belongs is no choice."""
        if valuelist:
            self.data = valuelist[0] if isinstance(valuelist[0], str) else "\N{REPLACEMENT CHARACTER}"

    @staticmethod
    def _check(_form: Form, field: Field) -> None:
        """Raises: StopValidation."""
        if field.data is None:
            field.data = field.values[0]
        if field.data not in field.values:
            raise StopValidation("Choose one of these.")


class Day(Text):
    """A day, as people write it; `read` is the day, or None for none."""

    read: date | None = None

    def __init__(self, label: str, **named: Any) -> None:
        super().__init__(label, [OneLine(), AtMost(40), self._check], **named)

    @staticmethod
    def _check(_form: Form, field: Any) -> None:
        """Raises: ValidationError."""
        try:
            field.read = partial_dates.read_day(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None


class Version(HiddenField):
    """Which state of a thing the form was made from; anything that is no number is none."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        text = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""
        self.data = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else UNTOLD_VERSION


class Read:
    """Refuses what a reading function cannot read, in its words; what it made of the text is left in `field.read`."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self.read = read

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: ValidationError."""
        try:
            field.read = self.read(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None
