"""The forms of accounts. Each lists the only fields that a request can set."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, Email, Filled, GoodPassword, Named, OneLine, Secret, Text, choice
from outreach.accounts.password_rules import PASSWORD_MIN
from outreach.accounts.rules import EMAIL_MAX, NAME_MAX

_NAME = [Named("Enter your name."), OneLine(), AtMost(NAME_MAX)]
_EMAIL = [Filled("Enter your e-mail address."), OneLine(), AtMost(EMAIL_MAX), Email()]
_NEW_PASSWORD_HINT = f"At least {PASSWORD_MIN} characters. Four unrelated words are easy to remember."

ROLE_CHOICES = [
    ("editor", "Editor: researches, writes and changes"),
    ("reviewer", "Reviewer: reads and comments, like a mentor"),
]


class SignInForm(FlaskForm):
    """Address and password."""

    email = Text("E-mail address", [Filled("Enter your e-mail address."), AtMost(EMAIL_MAX)])
    password = Secret("Password", [Filled("Enter your password.")])


class CodeForm(FlaskForm):
    """The second step."""

    code = Text(
        "Code",
        [Filled("Enter the six digits that your app shows, or a recovery code."), AtMost(100)],
        description="Six digits from your authenticator app, or one of your recovery codes.",
    )


class NewAccountForm(FlaskForm):
    """A new account: the first one, or one by invitation."""

    name = Text("Your name", _NAME, description="As you sign your letters.")
    email = Text("E-mail address", _EMAIL)
    password = Secret("Password", [GoodPassword("name", "email")], description=_NEW_PASSWORD_HINT)


class ForgotForm(FlaskForm):
    """Asks for a link to a new password."""

    email = Text("E-mail address", _EMAIL)


class NewPasswordForm(FlaskForm):
    """A new password by a link. `known` is what an attacker would try."""

    password = Secret("New password", [GoodPassword()], description=_NEW_PASSWORD_HINT)

    def __init__(self, known: tuple[str, ...] = (), **named: Any) -> None:
        super().__init__(**named)
        self.known = known


class ChangePasswordForm(NewPasswordForm):
    """A new password by the old one."""

    present_password = Secret("Present password", [Filled("Enter your present password.")])


class DetailsForm(FlaskForm):
    """Name and address of an account."""

    name = Text("Your name", _NAME, description="As you sign your letters.")
    email = Text("E-mail address", _EMAIL)
    present_password = Secret("Password", description="Only asked for when you change the e-mail address.")


class PasswordForm(FlaskForm):
    """Proves once more who is there, before something that a stranger at an open browser must not do."""

    present_password = Secret("Password", [Filled("Enter your password.")])


class ConfirmCodeForm(FlaskForm):
    """The first code of a new authenticator app, and the password."""

    code = Text("Code", [Filled("Enter the six digits that your app shows."), AtMost(20)], description="Six digits.")
    present_password = Secret("Password", [Filled("Enter your password.")])


class InvitationForm(FlaskForm):
    """A link that lets somebody in."""

    role = choice("They may", ROLE_CHOICES)


class MailedInvitationForm(InvitationForm):
    """The same, with an address to mail it to; without one the link is shown to be copied."""

    email = Text(
        "E-mail address",
        [OneLine(), AtMost(EMAIL_MAX)],
        description="Leave it empty to get a link that you pass on yourself.",
    )

    def validate_email(self, field: Text) -> None:
        """Raises: ValidationError for something that is not an address."""
        if field.data:
            Email()(self, field)


class RoleForm(FlaskForm):
    """Another role for a member."""

    role = choice("They may", [("owner", "Owner: also invites, removes and changes roles"), *ROLE_CHOICES])


class WorkspaceForm(FlaskForm):
    """The name of a workspace."""

    name = Text("Name", [Filled("Enter a name."), OneLine(), AtMost(NAME_MAX)])
