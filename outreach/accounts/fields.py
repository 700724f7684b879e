"""Fields that take whatever a browser, a person or a machine sends, and say in words what they cannot take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from wtforms import Field, Form, PasswordField, RadioField, StringField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import TextArea

from outreach.accounts import password_rules, rules

UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls, and halves of a pair: PostgreSQL takes no NUL, UTF-8 no halves, and nobody types the others."""

UNSEEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
"""Marks that turn the direction of what stands around them, and the mark of a file's beginning: they come along when
text is copied, and would show a reader other words than those that are there (CVE-2021-42574)."""


class Text(StringField):
    """One or more lines of text. Characters that cannot be stored or shown are taken out, and said; `UNSEEN` unsaid.

    Of a field that comes twice the first one counts. Blanks around the text are not part of it.
    """

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent. Raises: ValueError in words, after keeping what can be kept."""
        if not valuelist:
            return
        text = _text_of(valuelist).translate(UNSEEN)
        self.data = UNSTORABLE.sub("", text).strip()
        if UNSTORABLE.search(text):
            raise ValueError("This held characters that cannot be kept. They were taken out: look it over.")


class LongText(Text):
    """The same in a box of several lines."""

    widget = TextArea()


class Secret(PasswordField):
    """A password or code: taken as it is, and never written back into a page."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        self.data = _text_of(valuelist)


def _text_of(valuelist: list[Any]) -> str:
    """The first value; a file that was sent where a text belongs counts as nothing."""
    return valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""


def choice(label: str, choices: Sequence[tuple[str, str]]) -> RadioField:
    """A field of one of a few, as (value, words)."""
    options = [SelectChoice(value, words) for value, words in choices]
    return RadioField(label, [OneOf([value for value, _ in choices])], choices=options, validate_choice=False)


class OneOf:
    """Refuses anything but one of these values."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: StopValidation."""
        if field.data not in self.values:
            raise StopValidation("Choose one of these.")


class Filled:
    """Refuses an empty field with its own words."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: StopValidation when nothing, or only blanks, was sent."""
        if not (field.data or "").strip():
            raise StopValidation(self.words)


class Named:
    """Refuses an empty field, and one that holds signs alone, with its own words: nobody finds it again."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: StopValidation without any letter or digit."""
        if not any(map(str.isalnum, field.data or "")):
            raise StopValidation(self.words)


class AtMost:
    """Refuses what is longer than so many characters."""

    def __init__(self, characters: int) -> None:
        self.characters = characters

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: StopValidation with both lengths, so that nothing slow runs over a megabyte."""
        length = len(field.data or "")
        if length > self.characters:
            raise StopValidation(f"Use at most {self.characters:,} characters. This has {length:,}.")


class OneLine:
    """Refuses line ends where a name or an address stands."""

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: ValidationError."""
        if len((field.data or "").splitlines()) > 1 or "\t" in (field.data or ""):
            raise ValidationError("Write this on one line.")


class Email:
    """Refuses what is not an e-mail address."""

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises: ValidationError."""
        problem = rules.email_problem(field.data or "")
        if problem:
            raise ValidationError(problem)


class GoodPassword:
    """Refuses a new password that is short, long or easy to guess; `fields` name what an attacker would try."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __init__(self, *fields: str) -> None:
        self.fields = fields

    def __call__(self, form: Form, field: Field) -> None:
        """Raises: ValidationError."""
        around = [form[name].data or "" for name in self.fields if name in form]
        problem = password_rules.password_problem(field.data or "", (*around, *getattr(form, "known", ())))
        if problem:
            raise ValidationError(problem)
