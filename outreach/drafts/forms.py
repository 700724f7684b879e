"""The forms of drafts. Each lists the only fields that a request can set."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from outreach.accounts.fields import UNSTORABLE, AtMost, Filled, OneLine, Text
from outreach.drafts import rules
from outreach.organizations.fields import Version


class Typed(Text):
    """A text that is saved as it is typed: characters that cannot be kept are taken out and the rest is saved.

    Refusing it would keep nothing of what is typed from then on, and nobody sees such a character in the window.
    """

    lost = False
    """Whether something was taken out."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent; lines end alike, whatever the browser sends."""
        text = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""
        kept = UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        self.lost = UNSTORABLE.search(text) is not None
        super().process_formdata([kept] if valuelist else valuelist)


class Letter(Typed):
    """The same in a box of several lines."""

    widget = TextArea()


class Belongs:
    """Says that a field is no extra, so that it is not called optional; while a letter is written it may be empty."""

    field_flags = {"required": True}  # noqa: RUF012 (WTForms reads it from the validator's class)

    def __call__(self, _form: Any, _field: Any) -> None:
        """Refuses nothing."""


class DraftForm(FlaskForm):
    """The text of a draft. `version` is that of the draft when the window last heard of it."""

    version = Version()
    subject = Typed("Subject", [Belongs(), OneLine(), AtMost(rules.SUBJECT_MAX)])
    body = Letter("Message", [Belongs(), AtMost(rules.BODY_MAX)])

    @property
    def lost(self) -> bool:
        """Whether characters that cannot be kept were taken out."""
        return bool(self.subject.lost or self.body.lost)


class ReasonForm(FlaskForm):
    """Why a finding is let stand."""

    why = Text("Why it may stand", [Filled("Say why, in a sentence."), AtMost(rules.REASON_MAX)],
               description="In a sentence. It is kept with your text.")  # fmt: skip

    def validate_why(self, field: Text) -> None:
        """Raises: ValidationError for a word or two, which are no reason."""
        if len((field.data or "").strip()) < rules.REASON_MIN:
            raise ValidationError("Say why in a sentence, so that you still know it next year.")
