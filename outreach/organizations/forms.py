"""The forms of organizations. Each lists the only fields that a request can set."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from outreach import identifiers, partial_dates
from outreach.accounts.fields import AtMost, Filled, LongText, Named, OneLine, Text
from outreach.organizations import rules
from outreach.organizations.fields import Choice, Read, Version
from outreach.organizations.models import IDENTIFIER_SCHEMES, KINDS

_LINE = [OneLine(), AtMost(rules.NAME_MAX)]
_STATES = [("", "Not in the United States, or not known"), *((state, state) for state in rules.STATES)]


class NewOrganizationForm(FlaskForm):
    """An organization to add: a line that the directory suggested, or a name."""

    workplace = Text("Name", [Named("Enter the organization's name."), *_LINE])
    kind = Choice("Kind of place", list(KINDS.items()))


class OrganizationForm(FlaskForm):
    """Everything about an organization that is written by hand."""

    version = Version()
    name = Text("Name", [Named("Enter the organization's name."), *_LINE], description="As it writes it itself.")
    kind = Choice("Kind of place", list(KINDS.items()))
    other_names = LongText(
        "Other names", [AtMost(rules.OTHER_NAMES_MAX)], description="Former and short names, one a line."
    )
    description = LongText(
        "How it describes itself", [AtMost(rules.DESCRIPTION_MAX)], description="In its own words, from its own page."
    )
    city = Text("Town", [OneLine(), AtMost(rules.CITY_MAX)])
    state = Choice("State", _STATES)
    website = Text("Web site", [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)])
    part_of = Text("Part of", _LINE, description="The health system or company it belongs to.")


class IdentifierForm(FlaskForm):
    """A number of an organization."""

    scheme = Choice("Kind of number", list(IDENTIFIER_SCHEMES.items()))
    number = Text("Number", [Filled("Enter the number."), OneLine(), AtMost(100)])

    def validate_number(self, field: Any) -> None:
        """Raises: ValidationError for what cannot be such a number."""
        if self.scheme.data not in IDENTIFIER_SCHEMES:
            return
        try:
            field.read = identifiers.tidy(self.scheme.data, field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from None


class FigureForm(FlaskForm):
    """A figure with its year, and where it stands."""

    key = Choice("Figure", list(rules.HAND_FIGURES.items()))
    value = Text("Value", [Filled("Enter the value."), AtMost(40), Read(rules.read_number)])
    period = Text("Year or day", [Filled("Enter the year it is true of."), AtMost(40)])
    source_title = Text(
        "Where it stands", [OneLine(), AtMost(rules.NAME_MAX)], description="The report or page, such as Annual report."
    )
    url = Text("Its address", [AtMost(identifiers.LONGEST_ADDRESS), Read(identifiers.web_address)])

    def __init__(self, today: date, **named: Any) -> None:
        super().__init__(**named)
        self.today = today

    def validate_period(self, field: Any) -> None:
        """Raises: ValidationError for what is no date."""
        try:
            field.read = partial_dates.read(field.data, self.today)
        except ValueError as error:
            raise ValidationError(str(error)) from None
