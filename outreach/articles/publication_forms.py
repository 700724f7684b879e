"""The forms of an article that has appeared: when and where, which sentences are passed on, what it has done."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach import identifiers
from outreach.accounts.fields import AtMost, Filled, LongText, OneLine, Text
from outreach.articles import effect, published
from outreach.organizations.fields import Day, Read, Version


class PublishedForm(FlaskForm):
    """When and where it appeared. The link is kept as it is given, and never opened."""

    version = Version()
    on = Day("Appeared on", description="Such as 2027-01-12 or Jan 12, 2027.")
    where = Text("Where", [Filled("Say where it appeared."), OneLine(), AtMost(published.VENUE_MAX)])
    link = Text(
        "Link",
        [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)],
        description="Its address, where it can be read. Leave it empty for print. It is never opened from here.",
    )

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.on.flags.required = self.where.flags.required = True

    def validate_on(self, field: Any) -> None:
        """Raises: ValidationError without a day."""
        if field.read is None and not field.errors:
            raise ValidationError("Say on which day it appeared.")

    @property
    def address(self) -> str:
        """The link as it is kept; "" for none."""
        return str(getattr(self.link, "read", "") or "")


class EffectForm(FlaskForm):
    """What the article has done."""

    words = LongText(
        "What has come of it?",
        [Filled("Write what it has done, if only a line."), AtMost(effect.WORDS_MAX)],
        description="As a letter would tell it: “Two hospitals wrote; one copied the call script.”",
    )
