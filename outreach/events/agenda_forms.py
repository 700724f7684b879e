"""The forms that bring a program: a file, a pasted text, or the address of a page; and a new event together with it."""

from __future__ import annotations

import hashlib
from contextlib import closing
from os import SEEK_END
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Form
from wtforms.validators import ValidationError

from outreach.accounts.fields import AtMost, LongText, OneLine, Text
from outreach.dossiers.forms import Upload
from outreach.dossiers.given import NotUsable, checked_address
from outreach.events.agenda_documents import Given
from outreach.events.forms import EventForm, event_form_of

LONGEST_PASTE = 400_000
"""Characters of a pasted program: a congress of a week has about 150,000."""

LONGEST_ADDRESS = 2000
ENDINGS = ".ics,.csv,.tsv,.xlsx,.xls,.xml,.html,.htm,.md,.txt"


class BroughtFields(Form):
    """A program in one of three forms. After `validate` see `given` and `url`; both empty where none was brought."""

    text = LongText(
        "Text of the program",
        [AtMost(LONGEST_PASTE)],
        description="Copied from the page or the PDF: days, times, titles, and who speaks.",
    )
    address = Text(
        "Address of the program’s page",
        [OneLine(), AtMost(LONGEST_ADDRESS)],
        description="It is read once, now. Pages behind a sign-in cannot be read: copy their text.",
    )
    file = Upload("File", description="A calendar file (.ics), a table (.csv, .xlsx, .xls), a saved page or a text.")

    most_bytes = 0
    given: Given | None = None
    url = ""

    def validate_text(self, field: Any) -> None:
        """Raises: ValidationError for a text without words."""
        if field.data and not field.errors:
            if not any(map(str.isalnum, field.data)):
                raise ValidationError("This holds no words. Paste the text of the program.")
            self._take("pasted", "", field.data.encode())

    def validate_address(self, field: Any) -> None:
        """Raises: ValidationError for what is no address of a public page."""
        if field.data and len(field.data) <= LONGEST_ADDRESS:
            try:
                self.url = checked_address(field.data)
            except NotUsable as error:
                raise ValidationError(str(error)) from error

    def validate_file(self, field: Any) -> None:
        """Raises: ValidationError for a file that is empty or too large."""
        if field.data is None:
            return
        name = field.data.filename or ""
        with closing(field.data):
            size = field.data.stream.seek(0, SEEK_END)
            field.data.stream.seek(0)
            body = field.data.stream.read(self.most_bytes) if size <= self.most_bytes else b""
        if size > self.most_bytes:
            raise ValidationError(
                f"This file has {size / 1e6:,.1f} MB; at most {self.most_bytes / 1e6:,.0f} MB are read. Send the part "
                "with the sessions, or paste it."
            )
        if not body.strip():
            raise ValidationError("This file is empty.")
        self._take("uploaded", name, body)

    def _take(self, origin: str, name: str, body: bytes) -> None:
        if self.given is not None:
            raise ValidationError(
                "Bring the program in one form: a text, an address, or a file. The rest was left out."
            )
        self.given = Given(origin, name, body, hashlib.sha256(body).hexdigest())

    @property
    def is_brought(self) -> bool:
        """Whether anything was brought."""
        return self.given is not None or bool(self.url)

    @property
    def field_of_it(self) -> Any:
        """The field that what was brought stands in: where it is said that it cannot be read."""
        if self.given is None:
            return self.address
        return self.text if self.given.origin == "pasted" else self.file


class AgendaForm(FlaskForm, BroughtFields):
    """A program for an event that is there."""

    def __init__(self, most_bytes: int, **named: Any) -> None:
        super().__init__(**named)
        self.most_bytes = most_bytes
        self.given, self.url = None, ""

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether something was brought, in one form."""
        valid = bool(super().validate(extra_validators))
        if valid and not self.is_brought:
            self.text.errors = [*self.text.errors, "Paste a text, give an address, or choose a file."]
            return False
        if valid and self.given is not None and self.url:
            self.address.errors = [*self.address.errors, "Bring the program in one form, not in two."]
            return False
        return valid


class NewEventForm(EventForm, BroughtFields):
    """A new event, with its program or without."""


def new_event_form(today: Any, most_bytes: int, **named: Any) -> NewEventForm:
    """The form with the zones there are to choose from."""
    form = event_form_of(NewEventForm, today, "", **named)
    form.most_bytes = most_bytes
    return form
