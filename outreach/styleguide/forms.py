"""A form with one field of each kind, to look at."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    EmailField,
    FileField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, NumberRange, Optional


class SampleForm(FlaskForm):
    """Every kind of field, with the errors that an empty or a wrong answer brings."""

    name = StringField("Name", [InputRequired("Enter the person's name.")], description="As they write it themselves.")
    workplace = StringField("Workplace", [Optional()], description="Type three letters of the hospital's name.")
    email = EmailField("Email address", [InputRequired("Enter an email address.")])
    password = PasswordField("Password", [InputRequired("Enter your password.")])
    year = IntegerField("Year they began", [Optional(), NumberRange(1950, 2100, "Enter a year between 1950 and 2100.")])
    channel = RadioField(
        "How they like to be reached",
        [InputRequired("Choose how they like to be reached.")],
        choices=[
            SelectChoice("email", "Email"),
            SelectChoice("assistant", "Through an assistant"),
            SelectChoice("unknown", "Not known"),
        ],
    )
    kind = SelectField(
        "Kind of place", choices=[SelectChoice("hospital", "Hospital"), SelectChoice("system", "Health system")]
    )
    note = TextAreaField("Note", [Optional()], description="Write it as if they will read it.")
    list_of_people = FileField("List of people", [Optional()])
    keep = BooleanField("Keep me signed in", description="On this computer, for 30 days.")
