"""The forms of drafts. Each lists the only fields that a request can set."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import ValidationError

from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text
from outreach.drafts import rules
from outreach.organizations.fields import Version


class Letter(LongText):
    """A message as it was typed: blanks at its ends stay out, and lines end alike whatever the browser sends."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent. Raises: ValueError in words, after keeping what can be kept."""
        try:
            super().process_formdata(valuelist)
        finally:
            if self.data is not None:
                self.data = self.data.replace("\r\n", "\n").replace("\r", "\n")


class Belongs:
    """Says that a field is no extra, so that it is not called optional; while a letter is written it may be empty."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __call__(self, _form: Any, _field: Any) -> None:
        """Refuses nothing."""


class DraftForm(FlaskForm):
    """The text of a draft. `version` is that of the draft when the window last heard of it."""

    version = Version()
    subject = Text("Subject", [Belongs(), OneLine(), AtMost(rules.SUBJECT_MAX)])
    body = Letter("Message", [Belongs(), AtMost(rules.BODY_MAX)])


class ReasonForm(FlaskForm):
    """Why a finding is let stand."""

    why = Text("Why it may stand", [Filled("Say why, in a sentence."), AtMost(rules.REASON_MAX)],
               description="In a sentence. It is kept with the letter.")  # fmt: skip

    def validate_why(self, field: Text) -> None:
        """Raises: ValidationError for a word or two, which are no reason."""
        if len((field.data or "").strip()) < rules.REASON_MIN:
            raise ValidationError("Say why in a sentence, so that you still know it next year.")
