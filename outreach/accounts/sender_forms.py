"""The forms of how a user signs, and of the user's own mail server."""

from __future__ import annotations

import re
from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from outreach.accounts.fields import AtMost, Email, Filled, LongText, Named, OneLine, Secret, Text, choice
from outreach.accounts.rules import EMAIL_MAX, NAME_MAX
from outreach.mail.submission import ENCRYPTIONS
from outreach.time_zones import TIME_ZONES

ADDRESS_LINES, ADDRESS_MAX, LINE_MAX = 6, 600, 300
PASSWORD_MAX = 500
_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)


class ZoneField(SelectField):
    """A time zone of those that can be chosen; none sent is "not known"."""

    def __init__(self, label: str, **named: Any) -> None:
        options = [SelectChoice(value, words) for value, words in TIME_ZONES.items()]
        super().__init__(label, choices=options, validate_choice=False, **named)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Takes what was sent; a file that was sent where a word belongs is no choice."""
        if valuelist:
            self.data = valuelist[0] if isinstance(valuelist[0], str) else "\N{REPLACEMENT CHARACTER}"

    def pre_validate(self, _form: Any) -> None:
        """Raises: ValidationError."""
        if (self.data or "") not in TIME_ZONES:
            raise ValidationError("Choose one of these.")


class SignatureForm(FlaskForm):
    """How a user signs."""

    name = Text("Your name", [Named("Enter your name."), OneLine(), AtMost(NAME_MAX)], description="As you sign.")
    credentials = Text("Degrees and titles after it", [OneLine(), AtMost(100)], description="Such as MHA, RN.")
    title = Text("Your post", [OneLine(), AtMost(LINE_MAX)], description="Such as Operations Coordinator.")
    organization = Text("Where you work or study", [OneLine(), AtMost(LINE_MAX)])
    phone = Text("Telephone", [OneLine(), AtMost(60)])
    email = Text("E-mail address", [OneLine(), AtMost(EMAIL_MAX)])
    address = LongText("Postal address", [AtMost(ADDRESS_MAX)], description="For printed letters, a line a line.")
    time_zone = ZoneField("Your time zone")

    def validate_email(self, field: Text) -> None:
        """Raises: ValidationError for something that is not an address."""
        if field.data:
            Email()(self, field)

    def validate_address(self, field: LongText) -> None:
        """Raises: ValidationError for more lines than the head of a letter holds."""
        if len([line for line in (field.data or "").splitlines() if line.strip()]) > ADDRESS_LINES:
            raise ValidationError(f"Use at most {ADDRESS_LINES} lines.")


class MailAccountForm(FlaskForm):
    """A user's own mail server."""

    sender = Text("Your letters come from",
                  [Filled("Enter your e-mail address."), OneLine(), AtMost(EMAIL_MAX), Email()])  # fmt: skip
    host = Text("Mail server for sending", [Filled("Enter the name of the mail server."), OneLine(), AtMost(253)],
                description="Your provider calls it SMTP or outgoing server, such as smtp.example.org.")  # fmt: skip
    port = Text("Port", [Filled("Enter the port."), AtMost(20)], default="465")
    encryption = choice("Encryption", list(ENCRYPTIONS.items()))
    user_name = Text("User name", [OneLine(), AtMost(EMAIL_MAX)], description="Often your whole e-mail address.")
    password = Secret("Password", [AtMost(PASSWORD_MAX)],
                      description="Many providers want an app password here. It is kept encrypted.")  # fmt: skip

    def validate_port(self, field: Text) -> None:
        """Raises: ValidationError for what is no port."""
        if not _PORT.fullmatch(field.data or "") or int(field.data) > 65_535:
            raise ValidationError("A port is a number from 1 to 65535, usually 465 or 587.")
