"""`flask --app wsgi accounts ...`: for whoever runs the server, when the page cannot help."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from outreach.accounts import operations
from outreach.accounts.browser import settings
from outreach.accounts.models import User
from outreach.db import WorkspaceSession
from outreach.mail import link
from outreach.request_session import database, now

group = AppGroup("accounts", help="Help somebody who cannot sign in.")


@group.command("reset-link")
@click.argument("email")
def reset_link(email: str) -> None:
    """Print a link by which the account with this address sets a new password, once, within an hour."""
    with database().open_session() as session:
        token = operations.new_reset_token(session, _user(session, email).id, now())
    click.echo(link(settings().address, f"/reset/{token}"))


@group.command("two-step-off")
@click.argument("email")
def two_step_off(email: str) -> None:
    """Turn two-step sign-in off for the account with this address, after the telephone and the codes were lost."""
    with database().open_session() as session:
        operations.turn_off_two_step(session, _user(session, email).id)
    click.echo("Two-step sign-in is off for this account; its password alone signs in.")


def _user(session: WorkspaceSession, email: str) -> User:
    user = operations.user_by_email(session, email)
    if user is None:
        raise click.ClickException("There is no account with this address.")
    return user
