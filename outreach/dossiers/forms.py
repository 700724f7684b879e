"""The forms of research: what a user brings to be read, and the answer to a question."""

from __future__ import annotations

from contextlib import closing
from os import SEEK_END
from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import FileStorage
from wtforms import FileField
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from outreach.accounts.fields import AtMost, OneLine, Text, choice
from outreach.dossiers import given
from outreach.dossiers.given import LONGEST_PASTE, GivenDocument, NotUsable

LONGEST_ADDRESS = 2000
_TITLE = 200


class Upload(FileField):
    """One file. What was sent where a file belongs but is none counts as nothing; of several the first one counts."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent."""
        files = [one for one in valuelist if isinstance(one, FileStorage) and one.filename]
        self.data = files[0] if files else None


class GivenForm(FlaskForm):
    """A text, a file, an address, or several of them; all that is there is read. After `validate` see `documents`."""

    text = Text(
        "Text",
        [AtMost(LONGEST_PASTE)],
        widget=TextArea(),
        description="Copy it from the article or page, from its headline to its end.",
    )
    title = Text("What the text is", [OneLine(), AtMost(_TITLE)], description="Such as: Sentinel, May 3, 2026.")
    address = Text("Address of a page", [OneLine(), AtMost(LONGEST_ADDRESS)])
    file = Upload("File", description="A PDF, a saved web page or a text.")

    def __init__(self, most_bytes: int = 0, **named: Any) -> None:
        super().__init__(**named)
        self.most_bytes = most_bytes
        self.documents: list[GivenDocument] = []
        self.urls: list[str] = []

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether something was given, and all of it can be read; the words stand at the field it came from."""
        self.documents, self.urls = [], []
        valid = bool(super().validate(extra_validators))
        if valid and not (self.documents or self.urls):
            self.text.errors = [*self.text.errors, "Paste a text, give an address, or choose a file."]
            return False
        return valid

    def validate_text(self, field: Text) -> None:
        """Raises: ValidationError for a text without words."""
        if field.data and len(field.data) <= LONGEST_PASTE and not field.errors:
            self._take(lambda: self.documents.append(given.pasted(field.data or "", self.title.data or "")))

    def validate_address(self, field: Text) -> None:
        """Raises: ValidationError for what is no address of a public page."""
        if field.data and len(field.data) <= LONGEST_ADDRESS:
            self._take(lambda: self.urls.append(given.checked_address(field.data or "")))

    def validate_file(self, field: Upload) -> None:
        """Raises: ValidationError for a file that cannot be read."""
        if field.data is None:
            return
        name = field.data.filename or ""
        with closing(field.data):
            size = field.data.stream.seek(0, SEEK_END)
            field.data.stream.seek(0)
            body = field.data.stream.read(self.most_bytes) if size <= self.most_bytes else b""
        self._take(lambda: self.documents.append(given.uploaded(name, body, size, self.most_bytes)))

    @staticmethod
    def _take(read: Any) -> None:
        try:
            read()
        except NotUsable as error:
            raise ValidationError(str(error)) from error


class AnswerForm(FlaskForm):
    """The user's word on whose a record is."""

    answer = choice(
        "Whose is it", [("same", "Same person"), ("not_same", "Someone else"), ("cannot_tell", "Cannot tell")]
    )
